#!/usr/bin/env python3
"""make_records.py RUBRIC COUNT [--rich] [--csv] [--shuffled] [--spaced] [--escaped] [--bad SHARE] [--seed N]:
proposals as NDJSON on standard output.

Compact records have 48 answers, every eighth with evidence (about 1.6 KB); rich ones evidence for all, notes and
links (about 4.8 KB).
--shuffled: members in an order of their own in each record; --spaced: a blank behind each comma and colon;
--escaped: Arabic as escapes, and blanks, which is what json.dumps() writes.
--csv: the same content as a table, without bad ones. Every other one is in Arabic. A share of them is bad, each in one of eight ways.
"""
import argparse
import csv
import json
import random
import sys

parser = argparse.ArgumentParser()
parser.add_argument("rubric")
parser.add_argument("count", type=int)
parser.add_argument("--rich", action="store_true")
parser.add_argument("--csv", action="store_true")
parser.add_argument("--shuffled", action="store_true")
parser.add_argument("--spaced", action="store_true")
parser.add_argument("--escaped", action="store_true")
parser.add_argument("--bad", type=float, default=0)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
chance = random.Random(options.seed)
rubric = json.load(open(options.rubric, encoding="utf-8"))
questions = [(f"{criterion['id']}.{question['id']}", question)
             for section in rubric["sections"] for criterion in section["criteria"]
             for question in criterion["questions"] if question["type"] != "text"]
levels = [level["id"] for level in rubric["evidence"]["levels"]]
TITLES = {"en": ["Home visits for older people", "Evening school", "Neighbourhood kitchen", "Debt advice by peers"],
          "ar": ["زيارات منزلية لكبار السن", "مدرسة مسائية", "مطبخ الحي", "إرشاد في الديون من الأقران"]}
NOTES = {"en": "Told in the minutes of the meeting in spring, page 4; the second reader agreed with it.",
         "ar": "ورد في محضر اجتماع الربيع، الصفحة 4؛ ووافق عليه القارئ الثاني بعد المراجعة."}


def value_of(question):
    kind = question["type"]
    if kind == "scale":
        return chance.choice(question["levels"])["value"]
    if kind == "yes_no":
        return chance.random() < 0.5
    if kind == "number":
        value = chance.uniform(question.get("min", 0), min(question.get("max", 1000), 1000))
        return round(value) if question.get("whole") else round(value, 1)
    ids = [option["id"] for option in question["options"]]
    return chance.choice(ids) if kind == "choice" else chance.sample(ids, 2)


def proposal(number):
    language = "ar" if number % 2 else "en"
    answers = {}
    for place, (name, question) in enumerate(questions):
        if place >= 48:
            break
        if not options.rich:
            answers[name] = value_of(question) if place % 8 else {"value": value_of(question), "evidence": "measured"}
            continue
        answers[name] = {"value": value_of(question), "evidence": chance.choice(levels)}
        if place % 3 == 0 and place < 42:
            answers[name]["note"] = NOTES[language]
        if place % 12 == 0:
            answers[name]["links"] = ["minutes.pdf"]
    return {"format": "ibtikar-proposal/1", "rubric": {"id": rubric["id"], "version": rubric["version"]},
            "id": f"p-{number}", "title": f"{chance.choice(TITLES[language])} {number}", "language": language,
            "answers": answers}


def text_of(record):
    if options.shuffled:
        answers = list(record["answers"].items())
        chance.shuffle(answers)
        members = list((record | {"answers": dict(answers)}).items())
        chance.shuffle(members)
        record = dict(members)
    if options.escaped:
        return json.dumps(record)
    return json.dumps(record, ensure_ascii=False, separators=None if options.spaced else (",", ":"))


def spoil(record, way):
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    first = next(iter(record["answers"]))
    scale = next(name for name, question in questions if question["type"] == "scale")
    if way == 0:
        return text[:-20]
    if way == 1:
        record["answers"][scale] = 17
    elif way == 2:
        record["answers"][scale] = "three"
    elif way == 3:
        del record["answers"]
    elif way == 4:
        record["rubric"]["id"] = "another"
    elif way == 5:
        return text.replace('{"format"', '{"format":"ibtikar-proposal/1","format"', 1)
    elif way == 6:
        return text + text
    else:
        record["answers"][first] = {"evidence": "hearsay", "value": None}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def cell(value):
    return " ".join(value) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else value


def row(record):
    cells = {"id": record["id"], "title": record["title"], "language": record["language"]}
    for name, answer in record["answers"].items():
        if isinstance(answer, dict):
            cells[name] = cell(answer["value"])
            cells[f"{name}:evidence"] = answer["evidence"]
            if options.rich:
                cells[f"{name}:note"] = answer.get("note", "")
        else:
            cells[name] = cell(answer)
    return cells


if options.csv:
    asked = [name for name, _ in questions][:48]
    parts = ["", ":evidence", ":note"] if options.rich else ["", ":evidence"]
    columns = ["id", "title", "language"] + [name + part for name in asked for part in parts
                                             if not part or options.rich or asked.index(name) % 8 == 0]
    table = csv.DictWriter(sys.stdout, columns, restval="", lineterminator="\n")
    table.writeheader()
for number in range(options.count):
    made = proposal(number)
    is_bad = chance.random() < options.bad  # drawn for tables, too, so that they hold the same records
    if options.csv:
        table.writerow(row(made))
    elif is_bad:
        print(spoil(made, number % 8))
    else:
        print(text_of(made))
