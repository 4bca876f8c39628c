#!/usr/bin/env python3
"""Holds every shipped rubric to the rules of writing that a machine can check.

The rules are those of rubrics/README.md, "How an item is written"; its glossary and its table of what the
article says are read from there, so that there is one list of each. What only a person can judge
(one idea, observable, advice doable in a month) is not pretended here.

  tests/rubric_review.py            reviews all that is shipped; exit status 1 when anything is found
  tests/rubric_review.py FILE...    reviews these instead
"""
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = os.environ.get("IBTIKAR_PROGRAM", str(ROOT / "build/release/ibtikar"))
GUIDE = ROOT / "rubrics/README.md"

ASK_WORDS, LEVEL_WORDS = 25, 18
# Of a built-in rubric: a help read in one look, and rules that can each be kept in mind.
HELP_WORDS, MEAN_HELP_WORDS, RULE_WORDS, EXAMPLE_WORDS, MOST_RULES = 40, 30, 25, 30, 6
# Two rules that share this part of their words say the same thing twice.
SAME_RULE = 0.6
MARKS_OF_HARAKAT = re.compile("[\u064b-\u0652\u0670]")
# Words that let two assessors differ: a level is a state of affairs, not a degree of praise.
VAGUE = {
    "en": r"\b(somewhat|partly|partially|adequate(ly)?|sufficient(ly)?|appropriate(ly)?|good|well|mostly|fairly|strong(ly)?)\b",
    "ar": r"(إلى حد ما|بشكل كاف|كافي[ةا]?\b|مناسب|ملائم|جيد|غالبا|نوعا ما)",
}
NEGATION = {"en": r"\b(not|never|without|cannot|\w+n't)\b", "ar": r"(^|\s)(لا|لم|لن|ليس|ليست|دون|بدون)\s"}


def table_under(heading):
    """The cells of the first table that follows a heading of the guide."""
    rows, inside = [], False
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            if rows:
                break
            inside = heading in line
        elif inside and line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif inside and rows:
            break
    if len(rows) < 3:
        sys.exit(f"{GUIDE}: no table under “{heading}”")
    return rows[2:]


def plain(arabic):
    """Arabic letters as they are compared: without short vowels, with one alif, ya and ta."""
    text = MARKS_OF_HARAKAT.sub("", arabic)
    for written, compared in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ت"), ("ـ", "")):
        text = text.replace(written, compared)
    return text


class Glossary:
    """English term -> the Arabic forms of which one has to stand where the term stands."""

    def __init__(self, rows):
        self.terms, self.avoided = [], []
        for english, arabic, avoid in rows:
            forms = [plain(form.strip()) for form in arabic.split("،")]
            self.terms.append((english, self.english_pattern(english), [self.stem(form) for form in forms]))
            self.avoided += [(word.strip(), english) for word in avoid.split("،") if word.strip()]

    @staticmethod
    def english_pattern(terms):
        forms = [re.escape(term.strip()) for term in terms.split(",")]
        return re.compile(r"\b(" + "|".join(forms) + r")('s|s|s'|es)?\b", re.IGNORECASE)

    @staticmethod
    def stem(form):
        words = [word.removeprefix("ال") for word in form.split()]
        return [word.removesuffix("ون").removesuffix("ين").removesuffix("ت") for word in words]

    def faults(self, english, arabic):
        compared = plain(arabic)
        for term, pattern, stems in self.terms:
            if pattern.search(english) and not any(all(w in compared for w in stem) for stem in stems):
                yield f"“{term}” is in the English, its Arabic term is not: {english!r} / {arabic!r}"
        for word, term in self.avoided:
            if re.search(rf"(^|[\s(«])[وفبلك]?(ال)?{re.escape(plain(word))}", compared):
                yield f"“{word}” where the glossary has another word for “{term}”: {arabic!r}"


def texts_of(node, path=""):
    """Every text by language, with its place."""
    if isinstance(node, dict):
        if node and all(re.fullmatch("[a-z]{2}", key) for key in node):
            yield path, node
            return
        for key, value in node.items():
            if not key.startswith("x-") and key != "citation":
                yield from texts_of(value, f"{path}/{key}")
    elif isinstance(node, list):
        for at, value in enumerate(node):
            name = value.get("id", at) if isinstance(value, dict) else at
            yield from texts_of(value, f"{path}/{name}")


def review_text(text, languages, glossary):
    for language in languages:
        if not text.get(language, "").strip():
            yield f"no text in {language}"
        elif text[language] != text[language].strip() or "  " in text[language]:
            yield f"blanks to spare in {language}"
    arabic = text.get("ar", "")
    if re.search("[٠-٩۰-۹]", arabic):
        yield f"digits other than 0-9 in the Arabic: {arabic!r}"
    if re.search("[\u0600-\u06ff]\\s*[,;?]", arabic):
        yield f"European punctuation in the Arabic: {arabic!r}"
    if "ـ" in arabic.replace("بـ ", ""):
        yield f"a stretched letter in the Arabic: {arabic!r}"
    if "اً" in arabic:
        yield f"tanwin behind its alif (اً), where we write it before (ًا): {arabic!r}"
    if "en" in text and "ar" in text:
        yield from glossary.faults(text["en"], arabic)


def review_question(question, languages, built_in):
    for language in languages:
        ask = question["ask"].get(language, "")
        if not ask.endswith("؟" if language == "ar" else "?"):
            yield f"is no question in {language}: {ask!r}"
        if len(ask.split()) > ASK_WORDS:
            yield f"asks in more than {ASK_WORDS} words in {language}: {ask!r}"
        if re.search(NEGATION[language], MARKS_OF_HARAKAT.sub("", ask)):
            yield f"asks with a negation in {language}: {ask!r}"
        titles = [level["title"].get(language, "") for level in question.get("levels", [])]
        for title in titles:
            if len(title.split()) > LEVEL_WORDS:
                yield f"has a level of more than {LEVEL_WORDS} words in {language}: {title!r}"
            if found := re.search(VAGUE[language], MARKS_OF_HARAKAT.sub("", title), re.IGNORECASE):
                yield f"has a vague level in {language}, “{found.group()}”: {title!r}"
        compared = [re.sub(r"\W+", " ", plain(title)).strip().lower() for title in titles]
        if len(set(compared)) < len(compared):
            yield f"has two levels of the same wording in {language}"
    scored = question["type"] == "scale" or "points" in question or question["type"] == "yes_no"
    if built_in and question["type"] == "scale" and len(question.get("levels", [])) != 5:
        yield "has other than five levels"
    if not built_in:
        return
    yield from review_guidance(question, languages)
    values = [level["value"] for level in question.get("levels", [])]
    if values != list(range(1, len(values) + 1)):
        yield f"has levels numbered {values}, not from 1"
    if scored:
        for member in ("help", "example", "evidence_hint", "advice"):
            if member not in question:
                yield f"has no {member}"


def levels_named(text, language):
    """The levels that a rule or an example names, as in “level 3”."""
    return [int(number) for number in re.findall(r"\b[Ll]evel (\d)" if language == "en" else r"المستوى (\d)", text)]


def review_guidance(question, languages):
    """A built-in rubric's help, rules and example: short, about “the proposal”, the same in every language."""
    rules, example = question.get("rules", []), question.get("example", {})
    if len(rules) > MOST_RULES:
        yield f"has more than {MOST_RULES} rules"
    lasts = len(question.get("levels", []))
    for language in languages:
        for kind, limit, texts in (("a help", HELP_WORDS, [question.get("help", {})]), ("a rule", RULE_WORDS, rules),
                                   ("an example", EXAMPLE_WORDS, [example])):
            for text in (text.get(language, "") for text in texts):
                if len(text.split()) > limit:
                    yield f"has {kind} of more than {limit} words in {language}: {text!r}"
                if re.search(r"\bthe file\b|(^|\s)[وفبلك]?الملف", text):
                    yield f"has {kind} that speaks of the file, not of the proposal, in {language}: {text!r}"
                if lasts and any(not 1 <= level <= lasts for level in levels_named(text, language)):
                    yield f"has {kind} that names a level it has not, in {language}: {text!r}"
    for text in [*rules, example]:
        if len({tuple(levels_named(text.get(language, ""), language)) for language in languages}) > 1:
            yield f"names other levels in one language than in the other: {text!r}"


def review_all_guidance(rubric):
    """What only shows over the whole rubric: the mean length of a help, and a rule that stands in two questions."""
    questions = [(f"{criterion['id']}.{question['id']}", question) for section in rubric["sections"]
                 for criterion in section["criteria"] for question in criterion["questions"]]
    for language in rubric["languages"]:
        helps = [len(question["help"][language].split()) for _, question in questions if "help" in question]
        if helps and sum(helps) > MEAN_HELP_WORDS * len(helps):
            yield f"helps are {sum(helps) / len(helps):.1f} words long in {language}, {MEAN_HELP_WORDS} at most on average"
        rules = [(name, rule[language], set(re.findall(r"\w+", rule[language].lower())))
                 for name, question in questions for rule in question.get("rules", [])]
        for (here, first, words), (there, second, others) in itertools.combinations(rules, 2):
            if len(words & others) >= SAME_RULE * len(words | others):
                yield (f"one rule stands in {here} and in {there}, where it belongs to the rules of answering: "
                       f"{first!r} / {second!r}")


def review_marks(node, marks):
    for source in node.get("source", []) if isinstance(node.get("source"), list) else [node.get("source")]:
        if source and source.get("ref") == "article" and source.get("at") not in marks:
            yield f"cites {source.get('at')!r}, which is no mark of the article"


def own_parts(question):
    """Which parts of a question its `source` marks as the rubric's own: "all", "4-5", or nothing."""
    sources = question.get("source", [])
    return [source.get("at", "all") for source in (sources if isinstance(sources, list) else [sources])
            if source["ref"] == "own"]


def review_faithfulness(rubric):
    """The guide's table of the article, mark by mark, names every scored question, and the same parts as ours as the rubric."""
    asked, own = {}, {}
    for mark, _, questions, ours in table_under("What the article says"):
        for name in re.findall(r"`([a-z-]+\.[a-z-]+)`", questions):
            asked.setdefault(name, []).append(mark)
        for name, levels in re.findall(r"`([a-z-]+\.[a-z-]+)`(?: \(level[s]? ([0-9-]+)\))?", ours):
            own[name] = levels or "all"
    for section in rubric["sections"]:
        for criterion in section["criteria"]:
            for question in criterion["questions"]:
                name = f"{criterion['id']}.{question['id']}"
                told, parts = own.pop(name, None), own_parts(question)
                if parts != ([told] if told else []):
                    yield f"{name}: the guide's table calls {told or 'nothing'} of it our own, its source {parts or 'nothing'}"
                if not asked.pop(name, None) and told != "all" and criterion.get("contributes"):
                    yield f"{name} does not stand in the guide's table of the article"
    for name in [*asked, *own]:
        yield f"{name} stands in the guide's table and is no question"


def review(path, glossary, marks, told):
    """`told`: what was found so far; a rubric that extends another does not repeat its faults."""
    found = []

    def tell(place, faults):
        for fault in faults:
            if (place, fault) not in told:
                told.add((place, fault))
                found.append(f"{path}: {place}: {fault}")

    run = subprocess.run([PROGRAM, "rubric", "check", "--strict", str(path)], capture_output=True, text=True)
    if run.returncode != 0:
        found.append(f"`rubric check --strict` exits {run.returncode}:\n{run.stdout}{run.stderr}")
    shown = subprocess.run([PROGRAM, "rubric", "show", "-f", "json", str(path)], capture_output=True, text=True)
    if shown.returncode != 0:
        return found
    rubric = json.loads(shown.stdout)
    languages = rubric["languages"]
    built_in = path.parent == ROOT / "rubrics"
    if "starters" not in path.parts and sorted(languages) != ["ar", "en"]:
        tell("languages", ["is to be in Arabic and in English"])
    for place, text in texts_of(rubric):
        tell(place, review_text(text, languages, glossary))
    if built_in:
        tell("guidance", review_all_guidance(rubric))
    if rubric["id"] == "social-innovation":
        tell("faithfulness", review_faithfulness(rubric))
    for section in rubric["sections"]:
        for criterion in section["criteria"]:
            tell(criterion["id"], review_marks(criterion, marks))
            if built_in and criterion.get("contributes") and "source" not in criterion:
                tell(criterion["id"], ["names no source"])
            for question in criterion["questions"]:
                name = f"{criterion['id']}.{question['id']}"
                tell(name, review_question(question, languages, built_in))
                tell(name, review_marks(question, marks))
    return found


def review_conversion(path):
    """A table that converts answers of an older version: every heir is a question of the rubric as it is, every new value one of its levels."""
    table = json.loads(path.read_text(encoding="utf-8"))
    shown = subprocess.run([PROGRAM, "rubric", "show", "-f", "json", table["rubric"]], capture_output=True, text=True)
    rubric = json.loads(shown.stdout)
    questions = {f"{criterion['id']}.{question['id']}": question for section in rubric["sections"]
                 for criterion in section["criteria"] for question in criterion["questions"]}
    if path.stem != f"{table['rubric']}-{table['from']}" or rubric["version"].split(".")[0] != str(table["to"]):
        yield f"{path}: is not named for what it converts, or not to version {rubric['version']}"
    for old, heir in table["questions"].items():
        heir = heir if isinstance(heir, dict) else {"question": heir}
        question = questions.get(heir["question"])
        if heir["question"] is not None and question is None:
            yield f"{path}: {old} becomes {heir['question']}, which is no question"
        values = heir.get("values", {})
        for value in (table["values"][values] if isinstance(values, str) else values).values():
            if question and value not in [level["value"] for level in question["levels"]]:
                yield f"{path}: {old} becomes level {value} of {heir['question']}, which has no such level"


def example_of_the_guide():
    """The complete rubric that the guide shows is one: it passes the check."""
    text = re.search(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL).group(1)
    run = subprocess.run([PROGRAM, "rubric", "check", "--strict", "-"], input=text, capture_output=True, text=True)
    return [] if run.returncode == 0 else [f"{GUIDE}: its example does not pass:\n{run.stdout}{run.stderr}"]


def main():
    paths = [Path(name).resolve() for name in sys.argv[1:]]
    if not paths:
        paths = [path for folder in ("rubrics", "rubrics/starters", "examples/rubrics")
                 for path in sorted((ROOT / folder).glob("*.json")) if path.name != "rubric.schema.json"]
    if not paths:
        sys.exit("no rubrics found")
    glossary = Glossary(table_under("Glossary"))
    marks = {mark.strip() for row in table_under("What the article says") for mark in row[0].split(",")}
    told = set()
    found = [fault for path in paths for fault in review(path, glossary, marks, told)]
    if len(sys.argv) == 1:
        found += example_of_the_guide()
        for path in sorted((ROOT / "rubrics/conversions").glob("*.json")):
            found += review_conversion(path)
    print("\n".join(found) if found else f"{len(paths)} rubrics, nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
