#!/usr/bin/env python3
"""All shards of a batch with Dask.

  dask_bag.py SCHEDULER N PATH...            tcp://127.0.0.1:8786; workers share the folder
  dask_bag.py SCHEDULER --lines PATH...      a bag of lines, for data that come through Dask

A shard whose worker is lost runs on another one. In a bag of lines the program does not see the files:
records without an id, and messages about rejected ones, then have no place in them.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

import dask.bag
from dask.distributed import Client

RESULTS = (0, 3)  # 3: some records were rejected, and the rows say so


def batch(arguments, summary, rows, text=None):
    done = subprocess.run(["ibtikar", "batch", *arguments, "--jobs", "1", "--quiet", "-o", rows, "--summary", summary],
                          input=text, encoding="utf-8", check=False)
    if done.returncode not in RESULTS:
        raise RuntimeError(f"ibtikar batch ended with {done.returncode}")


def score_shard(number, shards, paths):
    rows, summary = f"shards/{number}.csv", f"shards/{number}.json"
    batch([*paths, "--shard", f"{number}/{shards}"], summary, rows)
    return [rows, summary]


def score_lines(lines):
    with tempfile.TemporaryDirectory() as folder:
        rows, summary = f"{folder}/rows.ndjson", f"{folder}/summary.json"
        batch(["-", "--input-format", "ndjson"], summary, rows, "".join(lines))
        return [(Path(rows).read_text("utf-8"), Path(summary).read_text("utf-8"))]


def merge(files, arguments):
    subprocess.run(["ibtikar", "merge", *files, *arguments], check=True)


def main():
    scheduler, shards, *paths = sys.argv[1:]
    Path("shards").mkdir(exist_ok=True)
    with Client(scheduler):
        if shards != "--lines":
            numbers = range(1, int(shards) + 1)
            bag = dask.bag.from_sequence(numbers, npartitions=len(numbers))
            files = bag.map(score_shard, int(shards), paths).compute()
            return merge(sum(files, []), ["-o", "scores.csv", "--summary", "summary.json"])
        parts = dask.bag.read_text(paths, blocksize="64MiB").map_partitions(score_lines).compute()
    summaries = []
    with open("scores.ndjson", "w", encoding="utf-8") as scores:
        for number, (rows, summary) in enumerate(parts):
            scores.write(rows)
            summaries.append(f"shards/lines-{number}.json")
            Path(summaries[-1]).write_text(summary, "utf-8")
    return merge(summaries, ["-o", "summary.json"])


if __name__ == "__main__":
    main()
