#!/usr/bin/env python3
"""The Python module beside the program: the same bytes for every example, the same faults for invalid input."""
import concurrent.futures
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("IBTIKAR_SOURCE_DIR", Path(__file__).resolve().parent.parent))
PROGRAM = Path(os.environ.get("IBTIKAR_PROGRAM", ROOT / "build/release/ibtikar")).resolve()
BUILD = Path(os.environ.get("IBTIKAR_BUILD_DIR", PROGRAM.parent)).resolve()
os.environ.setdefault("IBTIKAR_LIBRARY", str(BUILD / "libibtikar.so"))
sys.path.insert(0, str(ROOT / "packaging/python"))
sys.dont_write_bytecode = True

import ibtikar  # noqa: E402  (its library is named above)

PROPOSALS = sorted((ROOT / "examples/proposals").glob("*.json"))
INVALID = sorted((ROOT / "tests/data/invalid/proposals").glob("*.json"))
RUBRIC = ROOT / "rubrics/social-innovation.json"
SMALL = "tests/data/valid/small.json"


def program(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], cwd=ROOT, capture_output=True, timeout=60,
                          stdin=subprocess.DEVNULL, check=False)


def printed(proposal, form, *options):
    done = program("score", proposal, "--format", form, "--quiet", *options)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8")


class Scores(unittest.TestCase):
    def test_are_the_bytes_that_the_program_prints(self):
        self.assertGreaterEqual(len(PROPOSALS), 10)
        rubric = ibtikar.Rubric(RUBRIC.read_bytes(), name=str(RUBRIC))
        builtin = ibtikar.Rubric.builtin()
        for proposal in PROPOSALS:
            with self.subTest(proposal.name):
                text, stem = proposal.read_text("utf-8"), proposal.stem
                self.assertEqual(ibtikar.score_json(text, proposal_id=stem) + "\n", printed(proposal, "ndjson"))
                self.assertEqual(ibtikar.score_json(text.encode(), proposal_id=stem, indented=True) + "\n",
                                 printed(proposal, "json"))
                by_rubric = printed(proposal, "ndjson", "--rubric", RUBRIC)
                self.assertEqual(rubric.score_json(text, proposal_id=stem) + "\n", by_rubric)
                self.assertEqual(builtin.score_json(text, proposal_id=stem) + "\n", by_rubric)

    def test_come_as_values_too(self):
        text = PROPOSALS[0].read_text("utf-8")
        assessment = ibtikar.score(text)
        self.assertEqual(assessment, json.loads(printed(PROPOSALS[0], "json")))
        self.assertEqual(ibtikar.score(json.loads(text))["overall"], assessment["overall"])
        self.assertEqual(ibtikar.Rubric.builtin().score(text)["format"], "ibtikar-assessment/1")

    def test_are_the_same_from_many_threads(self):
        rubric = ibtikar.Rubric.builtin()
        text = PROPOSALS[0].read_bytes()
        expected = rubric.score_json(text)
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            self.assertEqual(set(pool.map(lambda _: rubric.score_json(text), range(200))), {expected})

    def test_are_lenient_where_that_is_asked(self):
        text = {"format": "ibtikar-proposal/1", "title": "T", "answers": {"competence.roles": "no level"}}
        self.assertRaises(ibtikar.InvalidInput, ibtikar.score, text)
        self.assertTrue(ibtikar.score(text, lenient=True)["warnings"])


class InvalidInput(unittest.TestCase):
    def test_has_the_faults_that_the_program_tells(self):
        small, refused = ibtikar.Rubric((ROOT / SMALL).read_bytes()), 0
        for proposal in INVALID:
            with self.subTest(proposal.name):
                name = str(proposal.relative_to(ROOT))
                done = program("score", name, "--rubric", SMALL, "--lang", "en")
                if done.returncode == 0:  # written for another rubric: a warning
                    small.score_json(proposal.read_bytes())
                    continue
                refused += 1
                with self.assertRaises(ibtikar.InvalidInput) as caught:
                    small.score_json(proposal.read_bytes(), name=name)
                self.assertEqual(str(caught.exception) + "\n", done.stderr.decode("utf-8"))
                for fault in caught.exception.faults:
                    self.assertEqual(fault.file, name)
                    self.assertIn(f"[{fault.code}]", fault.text)
                    self.assertTrue(fault.text.startswith(f"{name}:{fault.line}:{fault.column}: {fault.severity}: "))
        self.assertGreaterEqual(refused, 30)

    def test_speaks_arabic(self):
        with self.assertRaises(ibtikar.InvalidInput) as caught:
            ibtikar.score("[]", language="ar")
        self.assertRegex(caught.exception.faults[0].message, "[\u0600-\u06ff]")

    def test_may_be_a_rubric_or_its_name(self):
        with self.assertRaises(ibtikar.InvalidInput) as caught:
            ibtikar.Rubric("{}", name="mine.json")
        self.assertTrue(all(fault.file == "mine.json" for fault in caught.exception.faults))
        with self.assertRaisesRegex(ibtikar.InvalidInput, "social-innovation-quick"):
            ibtikar.Rubric.builtin("no-such-rubric")

    def test_is_text_that_is_no_utf8(self):
        for text in ("\ud800", b"\xff", ""):
            with self.assertRaises(ibtikar.InvalidInput):
                ibtikar.score(text)
        with self.assertRaises(ValueError):
            ibtikar.score("{}", name="a\0b")


class Module(unittest.TestCase):
    def test_has_the_version_of_the_library(self):
        self.assertEqual(ibtikar.__version__, ibtikar.engine_version())
        self.assertEqual(program("--version").stdout.decode().split()[1], ibtikar.engine_version())

    def test_says_when_there_is_no_library(self):
        code = "import ibtikar"
        environment = {**os.environ, "IBTIKAR_LIBRARY": "/nowhere/libibtikar.so", "PYTHONPATH": sys.path[0],
                       "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertRegex(done.stderr, re.compile("LibraryNotFound: cannot load /nowhere/libibtikar.so"))

    @unittest.skipUnless(importlib.util.find_spec("setuptools"), "setuptools is not installed")
    def test_has_what_pip_asks_for(self):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "python"
            shutil.copytree(ROOT / "packaging/python", place)
            environment = {**os.environ, "IBTIKAR_LIBRARY": "/nowhere"}  # pip may run where the library is not
            done = subprocess.run([sys.executable, "-c", "import setuptools; setuptools.setup()", "egg_info"], cwd=place,
                                  env=environment, capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            told = (place / "ibtikar.egg-info/PKG-INFO").read_text("utf-8")
            files = (place / "ibtikar.egg-info/SOURCES.txt").read_text("utf-8").splitlines()
        self.assertIn("\nName: ibtikar\n", told)
        self.assertIn(f"\nVersion: {ibtikar.engine_version()}\n", told)
        self.assertIn("\nRequires-Python: >=3.9\n", told)
        self.assertIn("ibtikar/__init__.py", files)
        self.assertIn("ibtikar/py.typed", files)


if __name__ == "__main__":
    unittest.main()
