#!/usr/bin/env python3
"""A form tool's export, scored by `ibtikar batch --map` and by the few lines below: the rows agree.

  tests/export_test.py            takes examples/exports/survey.tsv, made up in the shape of the SIVOCS survey's
  tests/export_test.py EXPORT     takes another, such as the real one (https://zenodo.org/records/7756474)

Nothing here comes from the program: the codes stand below once more, and the sums are docs/scoring.md's for this
one rubric (examples/rubrics/research-involvement.json).
"""
import csv
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = os.environ.get("IBTIKAR_PROGRAM", str(ROOT / "build/release/ibtikar"))
GROUPS = ("busi", "civsoc", "policy", "citiz", "media", "welfare")
TARGETS = ("pub", "busi", "socgr", "welfare", "civsoc", "policy")
PART = {"no": 0.0, "only marginally": 0.5, "quite centrally": 1.0}
SHARE = {"consultative": 0.25, "contributory": 0.5, "collaborative": 0.75, "co-created": 1.0}
MARGIN = 0.2


def interval(utility):
    return max(0, utility - MARGIN), min(1, utility + MARGIN)


def criterion(utilities):
    """Score, low, high and completeness of questions of equal weight; None is an open one. A pair is an answer
    that may turn out not to be asked for: its score counts, and it bounds nothing."""
    stated = [u[0] if isinstance(u, tuple) else u for u in utilities]
    bounds = [(0, 1) if u is None or isinstance(u, tuple) else interval(u) for u in utilities]
    known = [u for u in stated if u is not None]
    return (sum(known) / len(known) if known else None, sum(b[0] for b in bounds) / len(bounds),
            sum(b[1] for b in bounds) / len(bounds), len(known) / len(bounds))


def mean(parts):
    """Of criteria of equal weight; those without a score leave that sum."""
    scores = [part[0] for part in parts if part[0] is not None]
    rest = [sum(part[i] for part in parts) / len(parts) for i in (1, 2, 3)]
    return (sum(scores) / len(scores) if scores else None, *rest)


def expected(cells):
    groups = []
    for group in GROUPS:
        part = PART.get(cells[f"groupsInvolved[{group}]"])
        share = SHARE.get(cells[f"natureOfInvolvement[{group}]"].split(" ")[0])
        if part is None and share is not None:
            share = (share,)  # whether this question is asked is open
        groups.append(criterion([part] if part == 0 else [part, share]))
    benefit = criterion([int(cells[f"impactTargetGroup[{target}]"]) / 10
                         if cells[f"impactTargetGroup[{target}]"] else None for target in TARGETS])
    involvement = mean(groups)
    both = [involvement, benefit]
    overall = None if None in (involvement[0], benefit[0]) else (involvement[0] + benefit[0]) / 2
    return {"overall": overall, "overall_low": sum(d[1] for d in both) / 2, "overall_high": sum(d[2] for d in both) / 2,
            "involvement": involvement[0], "involvement_low": involvement[1], "involvement_high": involvement[2],
            "benefit": benefit[0], "benefit_low": benefit[1], "benefit_high": benefit[2],
            "completeness": sum(d[3] for d in both) / 2 / 100}


def main():
    export = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples/exports/survey.tsv"
    run = subprocess.run([PROGRAM, "batch", "--quiet", "-r", ROOT / "examples/rubrics/research-involvement.json",
                          "--map", ROOT / "examples/mappings/sivocs.json", "-f", "csv", export],
                         capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"status {run.returncode}: {run.stderr}")
    rows = list(csv.DictReader(run.stdout.splitlines()))
    with open(export, encoding="utf-8", newline="") as file:
        table = csv.reader(file, delimiter="\t")
        names = [name.split(". ")[0] for name in next(table)]
        records = [dict(zip(names, cells, strict=True)) for cells in table]
    faults = [] if len(rows) == len(records) else [f"{len(rows)} rows of {len(records)} records"]
    numbers = 0
    for row, cells in zip(rows, records):
        if row["id"] != cells["id"]:
            faults.append(f"{row['id']} stands where {cells['id']} should")
        for name, value in expected(cells).items():
            numbers += 1
            is_same = row[name] == "" if value is None else row[name] != "" and abs(float(row[name]) - 100 * value) < 0.0051
            if not is_same:
                faults.append(f"{cells['id']}: {name} is {row[name]}, expected {value}")
    print("\n".join(faults[:20]) if faults else f"{len(rows)} rows, {numbers} numbers, all as expected")
    return 1 if faults or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
