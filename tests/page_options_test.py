#!/usr/bin/env python3
"""Holds docs/commands to the program: every command has a page, and the page's table names exactly the
options that `--help` prints.

  tests/page_options_test.py
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = os.environ.get("IBTIKAR_PROGRAM", str(ROOT / "build/release/ibtikar"))
PAGES = ROOT / "docs/commands"
EVERYWHERE = {"-h", "--help"}  # every command has them: the pages do not repeat it
NAME = re.compile(r"(?<![\w-])--?[A-Za-z][\w-]*")


def help_of(*command):
    run = subprocess.run([PROGRAM, *command, "--help"], capture_output=True, text=True,
                         env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}, check=True)
    return run.stdout


def subcommands(text):
    """The names under a heading such as "Subcommands:"; descriptions go on in lines indented further."""
    part = re.search(r"^(?:Subc|C)ommands:\n((?:  .*\n)+)", text, re.MULTILINE)
    return re.findall(r"^  (\w+)(?: |$)", part.group(1), re.MULTILINE) if part else []


def commands(*parents):
    """Every command that does something itself, as a tuple of words."""
    for name in subcommands(help_of(*parents)):
        yield from list(commands(*parents, name)) or [(*parents, name)]


def options_of_help(text):
    """The names at the beginning of each line that introduces an option: "-o, --output FILE ..."."""
    heads = re.findall(r"^ {1,8}(--?[A-Za-z][\w-]*(?:, ?--?[A-Za-z][\w-]*)*)", text, re.MULTILINE)
    return {name for head in heads for name in NAME.findall(head)} - EVERYWHERE


def options_of_page(text):
    """The names in the first cells of table rows."""
    cells = re.findall(r"^\| *(`-.*?`) \|", text, re.MULTILINE)
    return {name for cell in cells for name in NAME.findall(cell)}


def main():
    faults, expected = [], {"README.md"}
    for command in commands():
        name = "-".join(command) + ".md"
        expected.add(name)
        if not (PAGES / name).is_file():
            faults.append(f"docs/commands/{name} is missing: `ibtikar {' '.join(command)}` has no page")
            continue
        text = help_of(*command)
        printed, shown = options_of_help(text), options_of_page((PAGES / name).read_text("utf-8"))
        faults += [f"docs/commands/{name} lacks {option}" for option in sorted(printed - shown)]
        faults += [f"docs/commands/{name} has {option}; the program does not" for option in sorted(shown - printed)]
        if f"({name})" not in (PAGES / "README.md").read_text("utf-8"):
            faults.append(f"docs/commands/README.md does not link to {name}")
    faults += [f"docs/commands/{page.name} describes no command" for page in sorted(PAGES.glob("*.md"))
               if page.name not in expected]
    if len(expected) < 12:
        faults.append(f"only {len(expected) - 1} commands found in the help pages")
    print("\n".join(faults) or f"the pages of {len(expected) - 1} commands name the options of their help")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
