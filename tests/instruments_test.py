#!/usr/bin/env python3
"""Published instruments, rewritten as rubrics in examples/rubrics: their numbers, and those of a few lines of Python
that know the instrument's own rule and nothing of ours, on 200 random sets of answers each.

  tests/instruments_test.py
"""
import json
import os
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = os.environ.get("IBTIKAR_PROGRAM", str(ROOT / "build/release/ibtikar"))
SETS = 200


def rows_of(rubric, answer_sets):
    """One row a set, in order."""
    records = "".join(json.dumps({"id": str(i), "answers": answers}) + "\n" for i, answers in enumerate(answer_sets))
    run = subprocess.run([PROGRAM, "batch", "--quiet", "-r", ROOT / "examples/rubrics" / rubric, "-f", "ndjson", "-"],
                         input=records, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{rubric}: exit status {run.returncode}\n{run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def horizon_europe(dice):
    """Marks in half points; each at least 3 of 5, and together at least 10 of 15."""
    parts = ("excellence", "impact", "implementation")
    ranges = ((0, 10), (5, 8))  # anything, and near the thresholds
    sets = [{part: dice.randint(*ranges[i % 2]) / 2 for part in parts} for i in range(SETS)]
    rows = rows_of("horizon-thresholds.json", [{f"{part}.mark": mark for part, mark in s.items()} for s in sets])
    seen = set()
    for marks, row in zip(sets, rows, strict=True):
        total = sum(marks.values())
        passes = min(marks.values()) >= 3 and total >= 10
        expected = "above-thresholds" if passes else "below-thresholds"
        low = sorted(f"{part}-threshold" for part, mark in marks.items() if mark < 3)
        seen.add((passes, total >= 10, bool(low)))
        if row["verdict"] != expected or f"{row['overall']:.2f}" != f"{total / 15 * 100:.2f}" or not row["settled"] or sorted(row["gates"]) != low:
            yield f"horizon europe, {marks}: expected {expected}, {total} of 15, {low}; got {row}"
    if len(seen) < 4:
        yield f"horizon europe: the sets of answers are too much alike: {seen}"


def main():
    dice = random.Random(20261130)
    faults = [fault for check in (horizon_europe,) for fault in check(dice)]
    print("\n".join(faults[:20]) or f"{SETS} sets of answers each: the numbers are equal")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
