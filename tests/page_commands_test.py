#!/usr/bin/env python3
"""Runs the commands that the documentation shows, and compares the output it shows with what comes out.

  tests/page_commands_test.py [PAGE...]     all pages unless some are named

Each page runs from top to bottom in a folder of its own that holds a copy of examples/. Every block
marked `sh` runs as one script, with an empty standard input, and must succeed. A `text` block right after
it shows what the script prints (both streams); a line `...` in it stands for any number of lines. A
comment on the line before a block changes that:

  <!-- file NAME -->        the block is written to the file NAME
  <!-- status N -->         the script ends with status N
  <!-- not run: REASON -->  the script does not run here

IBTIKAR_APPROVE=1 puts what was printed in place of what a page shows. A block that ends in `...` keeps its
length.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = Path(os.environ.get("IBTIKAR_PROGRAM", ROOT / "build/release/ibtikar")).resolve()
BUILD = Path(os.environ.get("IBTIKAR_BUILD_DIR", PROGRAM.parent)).resolve()
APPROVE = os.environ.get("IBTIKAR_APPROVE") == "1"

FENCE = re.compile(r"(?:<!-- (?P<note>[^\n]*?) -->\n)?^```(?P<kind>[^\n]*)\n(?P<body>.*?)^```$",
                   re.MULTILINE | re.DOTALL)
KINDS = {"sh", "text", "json", "jsonl", "csv", "cpp", "c", "python", "sql", "html", "mustache"}
FEWEST = {"README.md": 9, "docs/manual.md": 12, "docs/manual.ar.md": 12, "docs/library.md": 6}


def pages():
    named = [ROOT / name for name in sys.argv[1:]]
    return named or [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")),
                     ROOT / "rubrics/README.md", ROOT / "examples/README.md"]


def compiler_flags():
    """Those of the build: an example links only if it has the sanitizers of the library."""
    cache = BUILD / "CMakeCache.txt"
    found = re.search(r"^CMAKE_CXX_FLAGS:STRING=(.*)$", cache.read_text(), re.MULTILINE) if cache.exists() else None
    return found.group(1) if found else ""


def furnish(place):
    """What the pages take for granted: examples, rubrics and headers, the built program and library."""
    shutil.copytree(ROOT / "examples", place / "examples")
    for folder in ("include", "rubrics", "packaging"):
        (place / folder).symlink_to(ROOT / folder)
    built = place / "build/release"
    built.mkdir(parents=True)
    (built / "ibtikar").symlink_to(PROGRAM)
    for library in ("libibtikar.a", "libibtikar.so", "libibtikar.so.1", "ibtikar_sqlite.so"):
        if (BUILD / library).exists():
            (built / library).symlink_to(BUILD / library)
    tools = place / ".bin"
    tools.mkdir()
    (tools / "ibtikar").symlink_to(PROGRAM)
    for name, compiler in ("c++", os.environ.get("CXX", "/usr/bin/c++")), ("cc", os.environ.get("CC", "/usr/bin/cc")):
        (tools / name).write_text(f'#!/bin/sh\nexec {compiler} {compiler_flags()} "$@"\n')
        (tools / name).chmod(0o755)


def run(script, place):
    environment = {"PATH": f"{place}/.bin:{os.environ['PATH']}", "HOME": str(place), "LANG": "C.UTF-8",
                   "PYTHONDONTWRITEBYTECODE": "1"}  # packaging/ is that of the project
    environment |= {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=place, env=environment, timeout=300,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8").replace("\r\n", "\n")


def matches(shown, printed):
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shown.splitlines())
    return re.fullmatch(pattern, printed if printed.endswith("\n") or not printed else printed + "\n") is not None


def approved(shown, printed):
    lines = shown.splitlines()
    if lines and lines[-1] == "...":
        return "\n".join(printed.splitlines()[:max(len(lines) - 1, 1)]) + "\n...\n"
    return printed


def check(page, faults):
    """Runs one page; returns how many scripts ran, and the page as it should be."""
    text = page.read_text(encoding="utf-8")
    name = page.relative_to(ROOT)
    count, out, position, printed, script_end = 0, [], 0, None, 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        furnish(place)
        for fence in FENCE.finditer(text):
            kind, body, note = fence["kind"], fence["body"], fence["note"] or ""
            where = f"{name}:{text.count(chr(10), 0, fence.start('kind')) + 1}"
            if kind not in KINDS:
                faults.append(f'{where}: a block of kind "{kind}"; expected one of {", ".join(sorted(KINDS))}')
            if note.startswith("file "):
                target = place / note[len("file "):]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(body, encoding="utf-8")
            elif kind == "sh" and not note.startswith("not run: "):
                count += 1
                expected = int(note[len("status "):]) if note.startswith("status ") else 0
                status, printed = run(body, place)
                script_end = fence.end()
                if status != expected:
                    faults.append(f"{where}: status {status}; expected {expected}\n{body}{printed}")
                    break
                continue
            elif kind == "text" and printed is not None and not text[script_end:fence.start()].strip():
                if not matches(body, printed):
                    out += [text[position:fence.start("body")], approved(body, printed)]
                    position = fence.end("body")
                    if not APPROVE:
                        faults.append(f"{where}: the program prints something else\n" + "".join(difflib.unified_diff(
                            body.splitlines(True), approved(body, printed).splitlines(True), "shown", "printed")))
            printed = None
    if count < FEWEST.get(str(name), 0):
        faults.append(f"{name}: only {count} scripts found; expected {FEWEST[str(name)]}")
    return count, "".join(out) + text[position:]


def main():
    faults, total = [], 0
    for page in pages():
        count, text = check(page, faults)
        total += count
        if APPROVE and text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(f"approved {page.relative_to(ROOT)}")
    print("\n".join(faults) or f"{total} scripts of the documentation do what it says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
