#!/usr/bin/env python3
"""What a whole run of `ibtikar batch` costs, beside yardsticks in the same run. `./dev bench-batch` builds and
starts it; its tables are Markdown for docs/performance.md.

  batch.py PROGRAM PARSE_ALONE FOLDER [--write] [SECTION...]

PROGRAM is ibtikar, PARSE_ALONE the built yardsticks/parse_alone.cpp, FOLDER where records are made and kept
(up to 4 GB). --write puts the tables into docs/performance.md, each where its section's name stands. Sections,
all when none is named:

  parse       ibtikar beside the bare parse of the same records: compact, rich, shuffled, spaced, escaped, and as
              a table; to /dev/null and to a file; on 1 and 2 threads
  yardsticks  the same weighted means over the same records: ibtikar, Python, Node, jq, DuckDB; simdjson's
              parse and `wc -l` alone; what they print is compared
  parts       ibtikar with the built-in rubric: compact and rich records, forms of rows, 1 and 2 threads
  memory      the most memory, for 100,000 and for 2,000,000 records
  sizes       from 1,000 records to 10,000,000
  files       200,000 small files, beside `cat`
  csv         the same records as a table, beside `wc -l` and Python's csv module

Time is CPU seconds (user and system) and what a clock shows; the least of --repeat runs, one of each in turn,
because whatever else runs on a machine only ever adds. Ratios are of CPU time unless a column says otherwise.
"""
import argparse
import hashlib
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
RUBRIC = PROJECT / "rubrics/social-innovation.json"
BUILT_IN = "social-innovation"  # the same rubric as users name it
DUCKDB = "@duckdb/node-api@1.5.6-r.1"

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("program", type=pathlib.Path)
parser.add_argument("parse_alone", type=pathlib.Path)
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("sections", nargs="*")
parser.add_argument("--write", action="store_true")
parser.add_argument("--repeat", type=int, default=5)
parser.add_argument("--records", type=int, default=100_000, help="of the files that yardsticks read")
parser.add_argument("--most", type=int, default=10_000_000, help="records of section sizes")
options = parser.parse_args()
program = str(options.program.resolve())
parse_alone = str(options.parse_alone.resolve())
folder = options.folder.resolve()
folder.mkdir(parents=True, exist_ok=True)


class Cost:
    """The least seconds and the most memory of some runs."""

    def __init__(self):
        self.wall = self.cpu = float("inf")
        self.memory = 0

    def add(self, wall, usage, memory):
        self.wall = min(self.wall, wall)
        self.cpu = min(self.cpu, usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, memory)


def watch(process, most):
    """Notes the most memory (VmHWM) while a process runs. What wait4() says begins with ours, from before exec."""
    try:
        while True:
            for line in open(f"/proc/{process.pid}/status"):
                if line.startswith("VmHWM"):
                    most[0] = max(most[0], int(line.split()[1]) / 1024)
            time.sleep(0.01)
    except OSError:
        return


def run(command, cost, output=None, feed=None, memory=False):
    """Runs a command (its processes included) and adds what it took; `feed` is a shell command that it reads.
    To watch its memory takes time of the same machine, so that is done apart."""
    with open(output or os.devnull, "wb") as out:
        feeder = subprocess.Popen(feed, shell=True, stdout=subprocess.PIPE) if feed else None
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=feeder.stdout if feeder else subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.PIPE)
        if feeder:
            feeder.stdout.close()
        most = [0]
        watcher = threading.Thread(target=watch, args=(process, most)) if memory else None
        if watcher:
            watcher.start()
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if feeder:
            feeder.wait()
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {process.returncode}: {complaint.decode()[:2000]}")
    if watcher:
        watcher.join()
    cost.add(wall, usage, most[0])


def batch(*arguments):
    return [program, "batch", "--quiet", *map(str, arguments)]


def records(count, kind="compact", form="ndjson"):
    """A file of so many records, made once."""
    made_by = hashlib.sha256(RUBRIC.read_bytes() + (HERE / "make_records.py").read_bytes()).hexdigest()[:8]
    path = folder / f"{kind}-{count}-{made_by}.{form}"
    if not path.exists():
        print(f"making {path.name}", file=sys.stderr)
        made = path.with_suffix(".part")
        with open(made, "wb") as out:
            subprocess.run([sys.executable, HERE / "make_records.py", RUBRIC, str(count),
                            *([f"--{kind}"] if kind != "compact" else []), *(["--csv"] if form == "csv" else [])],
                           stdout=out, check=True)
        made.rename(path)
    return path


def plain_rubric():
    """The built-in rubric without what a few lines of script do not do: evidence, conditions, gates, and all
    questions but scales. Gives the rubric's file and the yardsticks' table of weights."""
    rubric = json.loads(RUBRIC.read_text(encoding="utf-8"))
    rubric.pop("$schema", None)
    del rubric["evidence"], rubric["gates"]
    dimensions = [dimension["id"] for dimension in rubric["dimensions"]]
    criteria, questions = [], {}
    for section in rubric["sections"]:
        for criterion in section["criteria"]:
            contributes = criterion.get("contributes", {})
            for question in criterion["questions"]:
                for member in ("when", "points"):
                    question.pop(member, None)
                if question["type"] != "scale":
                    question.pop("weight", None)
                    continue
                values = [level["value"] for level in question["levels"]]
                low, high = min(values), max(values)
                questions[f"{criterion['id']}.{question['id']}"] = {
                    "criterion": len(criteria), "weight": question.get("weight", 1),
                    "utilities": [[value, (value - low) / (high - low)] for value in values]}
            criteria.append([contributes.get(dimension, 0) for dimension in dimensions])
    rubric_path, weights_path = folder / "plain-rubric.json", folder / "weights.json"
    rubric_path.write_text(json.dumps(rubric, ensure_ascii=False), encoding="utf-8")
    weights_path.write_text(json.dumps({"dimensions": dimensions, "criteria": criteria, "questions": questions}),
                            encoding="utf-8")
    return rubric_path, weights_path, dimensions


def compare(name, rows, expected):
    """Whether two files of rows say the same, a last digit aside: printf and we round ties alike, others not."""
    with open(rows, encoding="utf-8") as left, open(expected, encoding="utf-8") as right:
        left, right = ([line for line in file if not line.startswith("id,")] for file in (left, right))
        for number, (a, b) in enumerate(zip(left, right, strict=True), 1):
            mine, theirs = a.rstrip("\n").split(","), b.rstrip("\n").split(",")
            is_same = mine[0] == theirs[0] and all(
                x == y or abs(float(x) - float(y)) < 0.011 for x, y in zip(mine[1:], theirs[1:], strict=True))
            if not is_same:
                sys.exit(f"{name} and ibtikar differ in row {number}: {a.strip()} and {b.strip()}")


said = []  # by the section that runs


def say(line=""):
    said.append(line)
    print(line, flush=True)


def table(head, rows):
    say("| " + " | ".join(head) + " |")
    say("| --- |" + " ---: |" * (len(head) - 1))
    for row in rows:
        say("| " + " | ".join(str(cell) for cell in row) + " |")
    say()


def write(section):
    """Puts what a section said between the two comments that have its name."""
    page = PROJECT / "docs/performance.md"
    begin, end = f"<!-- {section} -->\n", f"<!-- end of {section} -->\n"
    before, rest = page.read_text(encoding="utf-8").split(begin)
    _, after = rest.split(end)
    page.write_text(before + begin + "\n".join(said).rstrip() + "\n" + end + after, encoding="utf-8")


def parse_of(path, threads, costs):
    """The bare parse: the least clock and CPU seconds of a pass over bytes in memory."""
    printed = subprocess.run([parse_alone, path, str(threads)], capture_output=True, text=True, check=True)
    seconds, good, cpu = printed.stdout.split()
    costs.wall = min(costs.wall, float(seconds))
    costs.cpu = min(costs.cpu, float(cpu))
    return int(good)


def parse():
    lines = []
    for kind in ("compact", "rich", "shuffled", "spaced", "escaped", "table"):
        path = records(options.records, "compact" if kind == "table" else kind, "csv" if kind == "table" else "ndjson")
        parsed = path if kind != "table" else records(options.records)
        rows = folder / "rows.parse"
        costs = {name: Cost() for name in ("parse 1", "parse 2", "null 1", "null 2", "file 1", "file 2")}
        for _ in range(options.repeat):
            for threads in (1, 2):
                if parse_of(parsed, threads, costs[f"parse {threads}"]) != options.records:
                    sys.exit(f"parse_alone did not take all records of {parsed}")
                run(batch("-r", BUILT_IN, "-j", threads, path), costs[f"null {threads}"])
                rows.unlink(missing_ok=True)
                run(batch("-r", BUILT_IN, "-j", threads, path), costs[f"file {threads}"], output=rows)
        one, two = costs["parse 1"], costs["parse 2"]
        lines.append((kind, f"{path.stat().st_size / 1e6:.0f}", f"{1e6 * one.cpu / options.records:.2f}",
                      f"{1e6 * costs['null 1'].cpu / options.records:.2f}", f"{one.cpu / costs['null 1'].cpu:.2f}",
                      f"{one.wall / costs['null 1'].wall:.2f}", f"{two.wall / costs['null 2'].wall:.2f}",
                      f"{one.wall / costs['file 1'].wall:.2f}", f"{two.wall / costs['file 2'].wall:.2f}",
                      f"{costs['null 1'].wall / costs['null 2'].wall:.2f}"))
    table(("records", "MB", "parse, CPU µs", "ibtikar, CPU µs", "CPU", "clock, 1 thread", "2 threads",
           "to a file, 1 thread", "2 threads", "gain of the second thread"), lines)


def yardsticks():
    path = records(options.records)
    megabytes = path.stat().st_size / 1e6
    rubric, weights, dimensions = plain_rubric()
    columns = "id," + ",".join(dimensions)
    duckdb = folder / "duckdb"
    rows = {name: folder / f"rows.{name}" for name in ("ibtikar", "two", "python", "node", "jq", "duckdb", "duckdb2")}
    contestants = {  # name: command, where its rows go, whether it is slow
        "ibtikar, 1 thread": (batch("-j", 1, "-r", rubric, path, "-f", "csv", "--columns", columns), "ibtikar", False),
        "ibtikar, 2 threads": (batch("-j", 2, "-r", rubric, path, "-f", "csv", "--columns", columns), "two", False),
        "Python, json": ([sys.executable, HERE / "yardsticks/means.py", weights, path], "python", True),
    }
    if shutil.which("node"):
        contestants["Node, JSON.parse"] = (["node", HERE / "yardsticks/means.mjs", weights, path], "node", True)
    else:
        print("node is not here: that yardstick and DuckDB are left out", file=sys.stderr)
    if shutil.which("jq"):
        contestants["jq"] = (["jq", "-n", "-r", "--argjson", "w", weights.read_text(), "-f",
                              HERE / "yardsticks/means.jq", path], "jq", True)
    else:
        print("jq is not here: that yardstick is left out", file=sys.stderr)
    if shutil.which("npm") and not (duckdb / "node_modules").exists():
        duckdb.mkdir(exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", duckdb, DUCKDB],
                       check=False, stdout=subprocess.DEVNULL)
    if shutil.which("node") and (duckdb / "node_modules/@duckdb/node-api").exists():
        for threads in (1, 2):
            out = "duckdb" if threads == 1 else "duckdb2"
            contestants[f"DuckDB, {threads} thread{'s' * (threads > 1)}"] = (
                ["node", HERE / "yardsticks/means_duckdb.mjs", weights, path, duckdb, str(threads), rows[out]],
                None, False)
    else:
        print("DuckDB (npm) is not here: that yardstick is left out", file=sys.stderr)
    contestants["wc -l"] = (["wc", "-l", path], None, False)
    contestants["cat"] = (["cat", path], None, False)

    costs = {name: Cost() for name in contestants}
    parse = {1: Cost(), 2: Cost()}
    for turn in range(options.repeat):
        for name, (command, out, is_slow) in contestants.items():
            if is_slow and turn >= 2:
                continue
            run(command, costs[name], output=rows[out] if out else None)
        for threads, cost in parse.items():
            if parse_of(path, threads, cost) != options.records:
                sys.exit("parse_alone did not take all records")
    for name, (_, out, _) in contestants.items():
        if out not in (None, "ibtikar"):
            compare(name, rows[out], rows["ibtikar"])
    for threads in (1, 2):
        out = "duckdb" if threads == 1 else "duckdb2"
        if f"DuckDB, {threads} thread{'s' * (threads > 1)}" in contestants:
            compare("DuckDB", rows[out], rows["ibtikar"])

    one = costs["ibtikar, 1 thread"]
    lines = []
    for threads, cost in parse.items():
        lines.append((f"simdjson's parse alone, in memory, {threads} thread{'s' * (threads > 1)}", f"{cost.wall:.3f}",
                      f"{cost.cpu:.3f}", f"{megabytes / cost.wall:.0f}", f"{options.records / cost.wall / 1e6:.3f}",
                      f"{cost.wall / one.wall:.2f}", f"{cost.cpu / one.cpu:.2f}"))
    for name, cost in costs.items():
        lines.append((name, f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{megabytes / cost.wall:.0f}",
                      f"{options.records / cost.wall / 1e6:.3f}", f"{cost.wall / one.wall:.2f}",
                      f"{cost.cpu / one.cpu:.2f}"))
    say(f"{options.records:,} records ({megabytes:.0f} MB), {len(dimensions)} dimensions\n")
    table(("", "clock s", "CPU s", "MB/s", "million records/s", "clock, of ibtikar on 1 thread", "CPU"), lines)


def parts():
    lines = []
    for kind in ("compact", "rich"):
        path = records(options.records, kind)
        megabytes = path.stat().st_size / 1e6
        kinds = {"ndjson, 1 thread": ("-j", 1), "ndjson, 2 threads": ("-j", 2),
                 "csv, 1 thread": ("-j", 1, "-f", "csv"),
                 "id and overall, 1 thread": ("-j", 1, "--columns", "id,overall"),
                 "the best ten, 1 thread": ("-j", 1, "--top", 10)}
        costs = {name: Cost() for name in kinds}
        for _ in range(options.repeat):
            for name, arguments in kinds.items():
                run(batch("-r", BUILT_IN, path, *arguments), costs[name])
        one = costs["ndjson, 1 thread"]
        for name, cost in costs.items():
            lines.append((f"{kind}: {name}", f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{megabytes / cost.wall:.0f}",
                          f"{options.records / cost.wall / 1e6:.3f}", f"{one.cpu / cost.cpu:.2f}"))
    say(f"The built-in rubric over {options.records:,} records, all columns unless said\n")
    table(("", "clock s", "CPU s", "MB/s", "million records/s", "CPU speed, of the first"), lines)


def feed_of(path, times):
    return f"for i in $(seq {times}); do cat '{path}'; done"


def memory():
    path = records(100_000)
    lines = []
    for times in (1, 20):
        for jobs in (1, 2):
            cost = Cost()
            run(batch("-r", BUILT_IN, "-j", jobs, "-"), cost, feed=feed_of(path, times), memory=True)
            lines.append((f"{100_000 * times:,} records, {jobs} thread{'s' * (jobs > 1)}", f"{cost.memory:.1f}"))
    table(("", "the most, MB"), lines)


def sizes():
    lines = []
    count = 1_000
    while count <= options.most:
        path = records(min(count, 100_000))
        times = max(1, count // 100_000)
        cost = Cost()
        for _ in range(options.repeat if count <= 100_000 else 1):
            run(batch("-r", BUILT_IN, "-"), cost, feed=feed_of(path, times))
        lines.append((f"{count:,}", f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{1e6 * cost.cpu / count:.2f}"))
        count *= 10
    table(("records", "clock s", "CPU s", "CPU µs a record"), lines)


def files():
    count = 200_000
    place = folder / f"files-{records(count).stem}"
    if not place.exists():
        print(f"making {place.name}", file=sys.stderr)
        made = folder / "files.part"
        shutil.rmtree(made, ignore_errors=True)
        with open(records(count), encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % 1000 == 0:
                    inner = made / f"{number // 1000:04}"
                    inner.mkdir(parents=True)
                (inner / f"p{number}.json").write_text(line, encoding="utf-8")
        made.rename(place)
    kinds = {"cat": ["sh", "-c", f"find '{place}' -name '*.json' -print0 | sort -z | xargs -0 cat"],
             "ibtikar, 1 thread": batch("-r", BUILT_IN, "-j", 1, place),
             "ibtikar, 2 threads": batch("-r", BUILT_IN, "-j", 2, place)}
    costs = {name: Cost() for name in kinds}
    for _ in range(options.repeat):
        for name, command in kinds.items():
            run(command, costs[name])
    say(f"{count:,} small files, warm\n")
    table(("", "clock s", "CPU s", "files/s", "clock, of cat"),
          [(name, f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{count / cost.wall:,.0f}",
            f"{cost.wall / costs['cat'].wall:.2f}") for name, cost in costs.items()])


def tables():
    lines = []
    for kind in ("compact", "rich"):
        table_path, lines_path = records(options.records, kind, "csv"), records(options.records, kind)
        read = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], newline='')): pass"
        kinds = {"ibtikar, CSV, 1 thread": (batch("-r", BUILT_IN, "-j", 1, table_path), table_path),
                 "ibtikar, CSV, 2 threads": (batch("-r", BUILT_IN, "-j", 2, table_path), table_path),
                 "ibtikar, NDJSON, 1 thread": (batch("-r", BUILT_IN, "-j", 1, lines_path), lines_path),
                 "wc -l of the CSV": (["wc", "-l", table_path], table_path),
                 "Python's csv module, reading alone": ([sys.executable, "-c", read, table_path], table_path)}
        costs = {name: Cost() for name in kinds}
        rows = {}
        for _ in range(options.repeat):
            for name, (command, _) in kinds.items():
                rows[name] = folder / f"rows.{len(rows)}"
                run(command, costs[name], output=rows[name])
        same = {rows[name].read_bytes() for name in kinds if name.startswith("ibtikar")}
        if len(same) != 1:
            sys.exit("the rows of the table and of the NDJSON differ")
        one = costs["ibtikar, CSV, 1 thread"]
        for name, cost in costs.items():
            megabytes = kinds[name][1].stat().st_size / 1e6
            lines.append((f"{kind}: {name}", f"{megabytes:.0f}", f"{cost.wall:.3f}", f"{cost.cpu:.3f}",
                          f"{megabytes / cost.cpu:.0f}", f"{options.records / cost.cpu / 1e6:.3f}",
                          f"{cost.cpu / one.cpu:.2f}"))
    say(f"{options.records:,} records as a table\n")
    table(("", "MB", "clock s", "CPU s", "MB a CPU s", "million records a CPU s", "CPU, of the first"), lines)


SECTIONS = {"parse": parse, "yardsticks": yardsticks, "parts": parts, "memory": memory, "sizes": sizes, "files": files, "csv": tables}
for name in options.sections:
    if name not in SECTIONS:
        parser.error(f"there is no section {name}; there are {', '.join(SECTIONS)}")
processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
machine = (f"{time.strftime('%Y-%m-%d')}, {processor}, {os.cpu_count()} cores, {platform.system()} {'.'.join(platform.release().split('.')[:2])}, "
           f"load {os.getloadavg()[0]:.1f} at the start")
say(machine)
if options.write:
    write("machine")
for name, section in SECTIONS.items():
    if options.sections and name not in options.sections:
        continue
    print(f"\n### {name}\n", flush=True)
    said.clear()
    section()
    if options.write:
        write(name)
