#!/usr/bin/env python3
"""means.py WEIGHTS FILE: the weighted means of each proposal by dimension, in plain Python, as CSV rows.

A yardstick for `ibtikar batch`: see tests/bench/batch.py, which writes WEIGHTS and compares the rows.
"""
import json
import sys

weights = json.load(open(sys.argv[1], encoding="utf-8"))
criteria = weights["criteria"]
dimension_count = len(weights["dimensions"])
questions = {name: (question["criterion"], question["weight"], dict(question["utilities"]))
             for name, question in weights["questions"].items()}
write = sys.stdout.write
for line in open(sys.argv[2], encoding="utf-8"):
    record = json.loads(line)
    sums = [0.0] * len(criteria)
    parts = [0.0] * len(criteria)
    for name, answer in record["answers"].items():
        question = questions.get(name)
        if question is None:
            continue
        if isinstance(answer, dict):
            answer = answer["value"]
        criterion, weight, utilities = question
        sums[criterion] += weight * utilities[answer]
        parts[criterion] += weight
    row = [record["id"]]
    for d in range(dimension_count):
        total = 0.0
        share = 0.0
        for c, contributes in enumerate(criteria):
            if contributes[d] and parts[c]:
                total += contributes[d] * sums[c] / parts[c]
                share += contributes[d]
        row.append(f"{100 * total / share:.2f}" if share else "")
    write(",".join(row) + "\n")
