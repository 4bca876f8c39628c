#!/usr/bin/env python3
"""An invented panel: six assessors, twenty programs, two conflicts of interest, one assessor who is late.

Each program has a quality, each assessor a severity and a carefulness; an answer is quality + severity +
chance. Writes a CSV for each assessor into a folder, a list of conflicts and an assignment:

  make_panel.py RUBRIC FOLDER
"""
import csv
import json
import os
import random
import sys

rubric_file, folder = sys.argv[1:]
rubric = json.load(open(rubric_file, encoding="utf-8"))
questions = [
    (criterion["id"] + "." + question["id"], criterion["id"], question)
    for section in rubric["sections"]
    for criterion in section["criteria"]
    for question in criterion["questions"]
    if question["type"] in ("scale", "yes_no", "choice", "choices")
]
programs = [
    "Repair café", "Night school for carers", "Garden on the roof", "Neighbors' fund", "Mobile library",
    "Tenants' advice", "Cooking together", "Young mediators", "Shared workshop", "Home for a year",
    "Grandparents on call", "Bicycle clinic", "Second start", "Open kitchen", "Language tandem",
    "River watch", "Peer visitors", "Street theater", "Tool bank", "Morning club",
]
assessors = [("Amal", -0.55), ("Badr", 0.05), ("Chen", 0.40), ("Dina", -0.10), ("Elif", 0.10), ("Farid", 0.20)]
draw = random.Random(17)
quality = {f"P-{number:02}": draw.gauss(0.5, 0.7) for number in range(1, len(programs) + 1)}
hard = {name: draw.gauss(0, 0.5) for name, _, _ in questions}
about = {(program, criterion): draw.gauss(0, 0.5) for program in quality for _, criterion, _ in questions}
late = {"P-16", "P-17", "P-18", "P-19", "P-20"}  # Farid's last five


def level(value, count):
    return min(count - 1, max(0, round((value + 2) / 4 * (count - 1))))


def answer(question, value):
    if question["type"] == "yes_no":
        return "yes" if (value > 0) == question.get("good", True) else "no"
    if question["type"] == "scale":
        values = [one["value"] for one in question.get("levels") or rubric["scales"][question["scale"]]["levels"]]
        return values[level(value, len(values))]
    options = [one["id"] for one in question["options"]]
    if question["type"] == "choice":
        return options[level(value, len(options))]
    return " ".join(one for one in options if draw.random() < 0.3 + 0.2 * (value > 0)) or "|"


os.makedirs(folder, exist_ok=True)
for assessor, severity in assessors:
    with open(f"{folder}/{assessor.lower()}.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["id", "title", "assessor"] + [name for name, _, _ in questions])
        for (program, base), title in zip(quality.items(), programs):
            if assessor == "Farid" and program in late:
                continue
            row, given = [program, title, assessor], {}
            for name, criterion, question in questions:
                value = base + severity + hard[name] + about[program, criterion] + draw.gauss(0, 0.4)
                is_early = given.get("profile.stage") in ("idea", "design")
                if name == "competence.found" and is_early or draw.random() < 0.04:
                    row.append("")
                elif question.get("not_applicable") and draw.random() < 0.1:
                    row.append("n/a")
                else:
                    row.append(answer(question, value))
                given[name] = row[-1]
            table.writerow(row)
with open(f"{folder}/assigned.txt", "w", encoding="utf-8") as file:
    file.writelines(f"{assessor}:{program}\n" for program in quality for assessor, _ in assessors)
with open(f"{folder}/conflicts.txt", "w", encoding="utf-8") as file:
    file.write("# ASSESSOR:PROGRAM # reason\nDina:P-07 # her sister runs it\nElif:P-12 # advised it last year\n")
