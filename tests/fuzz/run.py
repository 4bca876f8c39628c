"""Runs fuzz targets, so many at a time, and tells what came of it. `./dev fuzz` builds them and calls this.

    run.py [--seconds N] [--jobs N] [--from-seeds] BUILD_FOLDER [TARGET...]

What a target learns is kept in the folder fuzz/corpus beside BUILD_FOLDER and used again; with --from-seeds
it is not. An input that stops a target is kept in fuzz/findings, and the exit status is 1.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent

# Of each target: what its inputs are made of, folders with further seeds, and the longest input.
JSON = ["json.dict"]
TARGETS = {
    "rubric": (JSON, ["rubrics", "examples/rubrics", "tests/data/valid", "tests/data/warned",
                      "tests/data/invalid/rubrics"], 65536),
    "proposal": (JSON, ["examples/proposals"], 16384),
    "records": (JSON, ["examples/proposals"], 16384),
    "table": (["csv.dict"], ["examples/exports", "examples/panel", "tests/data/exports"], 8192),
    "mapped-table": (["csv.dict", "json.dict"], [], 8192),
    "workbook": (["workbook.dict"], ["examples/exports", "tests/data/exports"], 16384),
    "summaries": (JSON, [], 8192),
    "template": (["template.dict"], ["examples/templates"], 4096),
    "reports": (JSON, ["tests/golden/codec"], 16384),
    "report-workbook": (JSON, ["tests/golden/codec"], 16384),
    "foreign-text": (["template.dict", "terminal.dict"], [], 1024),
    "interview-lines": (["terminal.dict"], [], 1024),
    "interview-keys": (["terminal.dict"], [], 512),
    "scorers": ([], [], 2048),
    "records-both-ways": (JSON, [], 4096),
    "rows-both-ways": (["csv.dict"], [], 4096),
}

# A slow machine must not make a finding, and a target that hangs must be one.
SECONDS_AN_INPUT = 60
MEGABYTES = 2048


def names_in(files):
    """The names of members in JSON files: words for the fuzzer."""
    names = set()
    for file in files:
        if file.suffix in (".json", ".txt", ".ndjson"):
            names.update(re.findall(r'"([a-z_]{2,30})"', file.read_text(errors="replace")))
    return sorted(names)


def dictionary(target, seeds, folder):
    """One file of all words of a target."""
    files = [file for seed in seeds for file in sorted(seed.rglob("*")) if file.is_file()]
    text = "".join((HERE / name).read_text() for name in TARGETS[target][0])
    if "json.dict" in TARGETS[target][0]:
        text += "".join(f'"\\"{name}\\""\n' for name in names_in(files))
    path = folder / "dictionaries" / target
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def environment(folder, target):
    checks = "abort_on_error=0:detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1"
    known = f"suppressions={PROJECT}/tests/support/known_leaks.txt:print_suppressions=0"
    return dict(os.environ, ASAN_OPTIONS=checks, LSAN_OPTIONS=known, UBSAN_OPTIONS="print_stacktrace=1",
                LLVM_PROFILE_FILE=str(folder / "profiles" / f"{target}.profraw"))


def number(pattern, text):
    """The last number that a log has behind this; 0 without one."""
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def run(target, options, programs, folder):
    """Runs one target and returns its row of the table, and its log if it stopped."""
    seeds = [HERE / "corpus" / target] + [PROJECT / seed for seed in TARGETS[target][1]]
    seeds = [seed for seed in seeds if seed.is_dir()]
    with tempfile.TemporaryDirectory() as empty:
        corpus = pathlib.Path(empty) if options.from_seeds else folder / "corpus" / target
        for place in (corpus, folder / "findings", folder / "profiles", folder / "logs"):
            place.mkdir(parents=True, exist_ok=True)
        command = [str(programs / target), str(corpus), *map(str, seeds),
                   f"-max_total_time={options.seconds}", f"-timeout={SECONDS_AN_INPUT}",
                   f"-report_slow_units={SECONDS_AN_INPUT}",
                   f"-rss_limit_mb={MEGABYTES}", f"-max_len={TARGETS[target][2]}", "-print_final_stats=1",
                   f"-artifact_prefix={folder}/findings/{target}-"]
        words = dictionary(target, seeds, folder)
        if words.stat().st_size > 0:
            command.append(f"-dict={words}")
        log = folder / "logs" / f"{target}.log"
        with log.open("wb") as out:
            status = subprocess.run(command, env=environment(folder, target), stdout=out, stderr=out,
                                    check=False, timeout=options.seconds + 3600).returncode
        inputs = len(list(corpus.iterdir()))
    text = log.read_text(errors="replace")
    executions = number(r"stat::number_of_executed_units: +(\d+)", text)
    row = (target, executions, executions // max(options.seconds, 1), number(r" cov: (\d+)", text),
           number(r"\((\d+) inline 8-bit counters\)", text), inputs, "none" if status == 0 else "1")
    return row, text if status != 0 else ""


def tell_finding(target, text, programs):
    """What does not hold, and how to see it again."""
    told = re.search(r"(This does not hold|==\d+==\s?ERROR|runtime error|libFuzzer: )[^\n]*(\n[^\n]*){0,25}", text)
    print(f"\n{target}: a finding\n{told.group(0) if told else text[-3000:]}")
    kept = re.findall(r"Test unit written to (\S+)", text)
    if kept:
        print(f"To see it again:\n  {programs / target} {kept[-1]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--from-seeds", action="store_true")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    options = parser.parse_args()
    unknown = [target for target in options.targets if target not in TARGETS]
    if unknown:
        sys.exit(f"There is no fuzz target {unknown[0]}. There are: {', '.join(TARGETS)}")
    programs = options.folder.resolve() / "tests" / "fuzz"
    folder = options.folder.resolve().parent / "fuzz"
    line = "{:<18} {:>11} {:>8} {:>7} {:>8} {:>7}  {}"
    print(line.format("target", "executions", "a second", "edges", "of", "inputs", "findings"), flush=True)
    findings = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for row, text in pool.map(lambda target: run(target, options, programs, folder), options.targets or TARGETS):
            print(line.format(*row), flush=True)
            if text:
                findings.append((row[0], text))
    for target, text in findings:
        tell_finding(target, text, programs)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
