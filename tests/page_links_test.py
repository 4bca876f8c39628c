#!/usr/bin/env python3
"""Reads every page of the project: links lead somewhere, headings that they name exist, lines are short, and
the guide to the library names every header.

  tests/page_links_test.py

Prose has at most 100 columns. Tables, blocks of code and lines that are mostly one link may be longer.
"""
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
COLUMNS = 100
NARROW = ("README.md", "CONTRIBUTING.md", "docs/")  # the pages that keep to COLUMNS
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def pages():
    listed = [Path(p) for p in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "rubrics/README.md",
                                "examples/README.md", "tests/README.md")]
    return [ROOT / p for p in listed] + sorted((ROOT / "docs").rglob("*.md"))


def anchor(heading):
    """As GitHub makes it: lower case, marks and punctuation dropped, blanks as hyphens."""
    text = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    kept = (c for c in text if c in " -_" or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).replace(" ", "-")


def anchors(page):
    return {anchor(line.lstrip("#")) for line in CODE.sub("", page.read_text("utf-8")).splitlines()
            if re.match(r"#+ ", line)}


def check_links(page, faults):
    text = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
    for link in LINK.finditer(text):
        target = link.group(1)
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        where = f"{page.relative_to(ROOT)}:{text.count(chr(10), 0, link.start()) + 1}"
        if not place.exists():
            faults.append(f"{where}: {target} leads nowhere")
        elif heading and place.suffix == ".md" and heading not in anchors(place):
            faults.append(f"{where}: {target}: no such heading")


def columns(line):
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def check_width(page, faults):
    name = str(page.relative_to(ROOT))
    if not name.startswith(NARROW):
        return
    inside = False
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        inside ^= line.startswith("```")
        if inside or line.lstrip().startswith(("|", "```")) or columns(LINK.sub("", line)) <= COLUMNS:
            continue
        faults.append(f"{name}:{number}: {columns(line)} columns; expected at most {COLUMNS}")


def check_sources(faults):
    """Comments and messages that name a page name one that exists."""
    found = subprocess.run(["grep", "-rnoE", r"(docs|rubrics)/[A-Za-z/.-]+\.md", "src", "include", "tests", "dev"],
                           cwd=ROOT, capture_output=True, text=True, check=False).stdout
    for line in found.splitlines():
        if not (ROOT / line.rsplit(":", 1)[1]).is_file():
            faults.append(f"{line}: there is no such page")


def check_headers(faults):
    """The guide to the library names every public header."""
    guide = (ROOT / "docs/library.md").read_text("utf-8")
    faults += [f"docs/library.md does not name {header.name}"
               for header in sorted((ROOT / "include/ibtikar").glob("*.h")) if f"`{header.name}`" not in guide]


def main():
    faults, listed = [], pages()
    for page in listed:
        check_links(page, faults)
        check_width(page, faults)
    check_sources(faults)
    check_headers(faults)
    print("\n".join(faults) or f"links and lines of {len(listed)} pages are right")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
