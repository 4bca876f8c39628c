#!/usr/bin/env python3
"""Scores 20,000 proposals on several workers with each engine, kills one in the middle, and compares.

  tests/scale/scale_test.py PROGRAM FOLDER [ENGINE...]

FOLDER is made anew and removed if all is well. Nothing that was started outlives the test.
"""
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from engines import ENGINES, INPUT
from workbench import RECORDS, SHARDS, VICTIM, Failure, Workbench, adopt_orphans

SOURCE = Path(__file__).resolve().parents[2]


def make_input(folder, program):
    """Proposals in two languages; of INPUT, one in a hundred is bad."""
    rubric = folder / "rubric.json"
    rubric.write_bytes(subprocess.check_output([program, "rubric", "show", "social-innovation", "-f", "json"]))
    make = [sys.executable, SOURCE / "tests/bench/make_records.py", rubric]
    for name, arguments in ((INPUT, [RECORDS, "--bad", "0.01"]), ("good.ndjson", [2000])):
        with open(folder / name, "wb") as out:
            subprocess.run([*make, *map(str, arguments)], stdout=out, check=True)


def one_run(folder, program):
    done = subprocess.run([program, "batch", INPUT, "--quiet", "-o", "one.csv", "--summary", "one.json"], cwd=folder,
                          check=False, capture_output=True)
    if done.returncode != 3:
        raise Failure(f"one run ended with {done.returncode}; expected 3, for the bad records")


def compare(bench, folder):
    for name, expected in (("scores.csv", "one.csv"), ("summary.json", "one.json")):
        if (bench.folder / name).read_bytes() != (folder / expected).read_bytes():
            raise Failure(f"{bench.folder / name} is not {folder / expected}")


def run_engine(name, folder, program):
    began = time.monotonic()
    bench = Workbench(folder / name, SOURCE, program)
    for shared in (INPUT, "good.ndjson"):
        (bench.folder / shared).hardlink_to(folder / shared)
    (bench.folder / "tmp").mkdir()
    try:
        ENGINES[name](bench)
        compare(bench, folder)
    finally:
        bench.end_all()
    print(f"{name}: shard {VICTIM} of {SHARDS} was killed and run again; {RECORDS} proposals, the same bytes as one run;"
          f" {time.monotonic() - began:.1f} s", flush=True)


def main():
    program, folder, *names = sys.argv[1:]
    program, folder = Path(program).resolve(), Path(folder).resolve()
    # Ends through the clean-up, whoever asks.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    adopt_orphans()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    make_input(folder, program)
    one_run(folder, program)
    failed = 0
    for name in names or ENGINES:
        try:
            run_engine(name, folder, program)
        except (Failure, subprocess.SubprocessError, OSError) as failure:
            print(f"{name}: FAILED: {failure}\n  see {folder / name}", file=sys.stderr, flush=True)
            failed += 1
    if not failed:
        shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
