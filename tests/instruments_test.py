#!/usr/bin/env python3
"""Published instruments, rewritten as rubrics in examples/rubrics: our numbers, and those of tests/instruments, whose
modules know an instrument's own rule and nothing of ours, on 200 random sets of answers each.

  tests/instruments_test.py
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from instruments import aia, horizon, observatory, samm

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = os.environ.get("IBTIKAR_PROGRAM", str(ROOT / "build/release/ibtikar"))
SETS = 200
NEAR = 1e-9


def assessments(rubric, answer_sets):
    """What the program makes of each set, in order."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{i:03}.json") for i in range(len(answer_sets))]
        for file, answers in zip(files, answer_sets, strict=True):
            file.write_text(json.dumps({"answers": answers}), encoding="utf-8")
        run = subprocess.run([PROGRAM, "score", "-r", ROOT / "examples/rubrics" / rubric, "-f", "ndjson", *files],
                             capture_output=True, text=True)
    if run.returncode != 0 or run.stderr:
        sys.exit(f"{rubric}: exit status {run.returncode}\n{run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def shown(part):
    """A score as the instrument counts it: the number that its scale shows."""
    return None if part["score"] is None else part["shown"]["score"]


def by_id(parts):
    return {part["id"]: part for part in parts}


def differ(told, number, decimals=0):
    """Whether a number that is rounded to so many decimals (none: that is whole or half) is not the published rule's."""
    return told is None or abs(told - number) > (0.5 * 10 ** -decimals if decimals else 0) + NEAR


def faults_of(module, given, answers, judge):
    """`judge` yields what is wrong with one assessment: name, what we say, what the rule says."""
    for one, assessment in zip(given, assessments(module.RUBRIC, [answers(one) for one in given]), strict=True):
        wrong = [f"{name} is {ours}, by the rule {theirs}" for name, ours, theirs in judge(one, assessment)]
        if not assessment["settled"]:
            wrong.append("all is answered and the verdict is not settled")
        if wrong:
            yield f"{module.RUBRIC}, {one}: {'; '.join(wrong)}"


def alike(module, seen, wanted):
    """The sets of answers are of use only when they come out differently enough."""
    if not wanted <= seen:
        yield f"{module.RUBRIC}: no set of answers came out as {sorted(wanted - seen)}"


def algorithmic_impact(dice):
    given, seen = aia.sets(dice, SETS), set()

    def judge(ticked, assessment):
        rule, dimensions = aia.expected(ticked), by_id(assessment["dimensions"])
        seen.update({f"level {rule['level']}", "deducted" if rule["current"] < rule["raw"] else "not deducted"})
        for name in ("raw", "mitigation"):
            if differ(shown(dimensions[name]), rule[name]):
                yield name, shown(dimensions[name]), rule[name]
        if differ(shown(assessment["overall"]), rule["current"]):
            yield "current score", shown(assessment["overall"]), rule["current"]
        if assessment["verdict"] != f"level-{rule['level']}":
            yield "level", assessment["verdict"], rule["level"]

    yield from faults_of(aia, given, aia.answers, judge)
    yield from alike(aia, seen, {"level 1", "level 2", "level 3", "level 4", "deducted", "not deducted"})


def software_assurance(dice):
    values, seen = {"no": 1, "some": 2, "half": 3, "most": 4, "n/a": "n/a"}, set()
    bands = ((3, "full"), (2, "from-2"), (1, "from-1"), (0, "below-1"))

    def judge(given, assessment):
        rule = samm.expected(given)
        for kind, parts in (("practices", assessment["criteria"]), ("functions", assessment["dimensions"])):
            for name, number in rule[kind].items():
                part = by_id(parts)[name]
                unscored = kind == "practices" and all(given[activity] == "n/a" for activity in samm.activities(name))
                seen.add("nothing applies" if unscored else kind)
                if (part["applicable"] or number != 0) if unscored else differ(shown(part), number, 2):
                    yield name, shown(part), number
        if differ(shown(assessment["overall"]), rule["overall"], 2):
            yield "the whole", shown(assessment["overall"]), rule["overall"]
        band = next(name for least, name in bands if rule["overall"] >= least - NEAR)
        seen.add(band)
        if assessment["verdict"] != band:
            yield "band", assessment["verdict"], band

    yield from faults_of(samm, samm.sets(dice, SETS),
                         lambda given: {activity: values[answer] for activity, answer in given.items()}, judge)
    yield from alike(samm, seen, {"nothing applies", *(name for _, name in bands)})


def horizon_europe(dice):
    seen = set()

    def judge(marks, assessment):
        rule, criteria = horizon.expected(marks), by_id(assessment["criteria"])
        seen.add((rule["passes"], rule["together"] >= horizon.LEAST_TOGETHER, bool(rule["low"])))
        for part, mark in marks.items():
            if differ(shown(criteria[part]), mark):
                yield part, shown(criteria[part]), mark
        if differ(shown(assessment["overall"]), rule["together"]):
            yield "all marks", shown(assessment["overall"]), rule["together"]
        verdict = "above-thresholds" if rule["passes"] else "below-thresholds"
        if assessment["verdict"] != verdict:
            yield "verdict", assessment["verdict"], verdict
        low = sorted(gate["id"] for gate in assessment["gates"] if gate["state"] == "applies")
        if low != sorted(f"{part}-threshold" for part in rule["low"]):
            yield "thresholds missed", low, rule["low"]

    yield from faults_of(horizon, horizon.sets(dice, SETS), lambda marks: {f"{part}.mark": mark for part, mark in marks.items()}, judge)
    yield from alike(horizon, seen, {(True, True, False), (False, True, True), (False, False, True), (False, False, False)})


def site_headers(dice):
    seen = set()

    def judge(given, assessment):
        rule = observatory.expected(given)
        seen.add(rule["grade"])
        without = by_id(assessment["dimensions"])["headers"]
        if differ(shown(without), max(0, rule["without"])):
            yield "score without additions", shown(without), rule["without"]
        if differ(shown(assessment["overall"]), rule["score"]):
            yield "score", shown(assessment["overall"]), rule["score"]
        if assessment["verdict"] != rule["grade"]:
            yield "grade", assessment["verdict"], rule["grade"]

    yield from faults_of(observatory, observatory.sets(dice, SETS),
                         lambda given: {f"{test}.result": result for test, result in given.items()}, judge)
    yield from alike(observatory, seen, {grade for _, grade in observatory.GRADES})


def main():
    dice = random.Random(20261130)
    faults = [fault for check in (algorithmic_impact, software_assurance, horizon_europe, site_headers) for fault in check(dice)]
    print("\n".join(faults[:20]) or f"{SETS} sets of answers each: the numbers are equal")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
