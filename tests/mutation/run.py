#!/usr/bin/env python3
"""Switches mutants on, one after another, and says how many the tests notice.

  run.py TESTS FOLDER [--sample N] [--seed N] [--least PERCENT] [--list FILE]

TESTS is the program with all mutants in it, FOLDER has the mutants.json that instrument.py wrote. A mutant
is killed if a test fails, crashes or takes ten times as long as without it. One that no test reaches
survives. equivalent/*.txt name those that change no result, each with the reason.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
FIRST_MILLISECONDS = 1500  # the quickest tests that reach a mutant are run first, up to this
ALL_MILLISECONDS = 8000  # and then others, up to this


def tests_by_mutant(program, folder):
    """For each mutant, the tests that reach it, the quickest first; and how long each test takes."""
    reached = folder / "reached.txt"
    run = subprocess.run([program, "--gtest_brief=1"], env={**os.environ, "IBTIKAR_REACHED": str(reached)},
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if run.returncode != 0:
        sys.exit(run.stdout + "\nthe tests fail without any mutant")
    tests, took = {}, {}
    for line in reached.read_text().splitlines():
        name, milliseconds, *numbers = line.split()
        took[name] = int(milliseconds)
        for number in numbers:
            tests.setdefault(int(number), []).append(name)
    for names in tests.values():
        names.sort(key=took.get)
    return tests, took


def is_noticed(program, number, names, took):
    limit = 20 + 10 * sum(took[name] for name in names) / 1000
    try:
        run = subprocess.run([program, "--gtest_brief=1", "--gtest_fail_fast", "--gtest_filter=" + ":".join(names)],
                             env={**os.environ, "IBTIKAR_MUTANT": str(number)}, timeout=limit,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


def is_killed(program, number, names, took):
    first, rest, spent = [], [], 0
    for name in names:
        spent += took[name]
        if not first or spent <= FIRST_MILLISECONDS:
            first.append(name)
        elif spent <= ALL_MILLISECONDS:
            rest.append(name)
    return any(is_noticed(program, number, part, took) for part in (first, rest) if part)


def known_as_equivalent():
    """FILE:COLUMN: WAS -> NOW: the line of source; then, indented, a reason."""
    lines = [line for file in (HERE / "equivalent").glob("*.txt") for line in file.read_text().splitlines()]
    return {line for line in lines if line and not line.startswith(("#", " "))}


def described(mutant, root):
    source = (root / mutant["file"]).read_text().splitlines()[mutant["line"] - 1].strip()
    was = mutant["was"] if mutant["now"] else "left out"
    change = f"{was} -> {mutant['now']}" if mutant["now"] else was
    return f"{mutant['file']}:{mutant['column']}: {change}: {source}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("tests")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--sample", type=int, default=0)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--least", type=float, default=90)
    options.add_argument("--only", default="", help="a part of the names of the files whose mutants count")
    options.add_argument("--list", type=pathlib.Path)
    options = options.parse_args()
    root = HERE.parent.parent

    mutants = json.loads((options.folder / "mutants.json").read_text())
    equivalent = known_as_equivalent()
    numbers = [n for n in range(1, len(mutants) + 1) if described(mutants[n - 1], root) not in equivalent
               and options.only in mutants[n - 1]["file"]]
    if options.sample and options.sample < len(numbers):
        numbers = sorted(random.Random(options.seed).sample(numbers, options.sample))
    tests, took = tests_by_mutant(options.tests, options.folder)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        killed = list(pool.map(
            lambda n: n in tests and is_killed(options.tests, n, tests[n], took), numbers))
    survivors = [n for n, was_killed in zip(numbers, killed) if not was_killed]
    for number in survivors:
        where = f"{mutants[number - 1]['file']}:{mutants[number - 1]['line']}:{mutants[number - 1]['column']}"
        print(f"{where}: {'survived' if number in tests else 'not reached'}: {described(mutants[number - 1], root)}",
              file=options.list.open("a") if options.list else sys.stdout)
    rate = 100 * sum(killed) / len(numbers)
    print(f"{sum(killed)} of {len(numbers)} mutants killed ({rate:.1f} %; at least {options.least:g} % wanted); "
          f"{len(equivalent)} known to change nothing; seed {options.seed}")
    return 0 if rate >= options.least else 1


sys.exit(main())
