#!/usr/bin/env python3
"""Prints which share of the lines and branches of src/ the tests reach, and fails where it is too small.

  coverage.py BUILD     e.g. build/dev, after its tests ran: they leave BUILD/coverage/*.profraw

What must be reached is the core, which is everything below `io`: 90 % of its lines, 80 % of its branches.
"""
import collections
import json
import pathlib
import subprocess
import sys

LEAST = {"lines": 90, "branches": 80}
OUTSIDE = ("src/io", "src/cli", "src/capi", "src/extension", "src/builtin")  # the core is the rest


def exported(build, root):
    profile = build / "coverage" / "all.profdata"
    raw = sorted(str(p) for p in profile.parent.glob("*.profraw"))
    if not raw:
        sys.exit(f"no test has left a profile in {profile.parent}")
    subprocess.run(["llvm-profdata-19", "merge", "-o", profile, *raw], check=True)
    programs = [build / "ibtikar", *sorted((build / "tests").glob("ibtikar_*_tests")),
                *(p for p in [build / "tests/fuzz/ibtikar_fuzz"] if p.exists())]
    command = ["llvm-cov-19", "export", "-summary-only", f"-instr-profile={profile}", programs[0]]
    for program in programs[1:]:
        command += ["-object", program]
    command += [root / "src", root / "include"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["data"][0]["files"]


def main():
    build, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(__file__).resolve().parents[2]
    folders = collections.defaultdict(lambda: {kind: [0, 0] for kind in LEAST})
    for file in exported(build, root):
        path = pathlib.Path(file["filename"]).relative_to(root)
        name = "/".join(path.parts[:2])
        for group in [name] + ([] if name in OUTSIDE else ["the core"]) + ["all"]:
            for kind in LEAST:
                folders[group][kind][0] += file["summary"][kind]["covered"]
                folders[group][kind][1] += file["summary"][kind]["count"]
    shares = {name: {kind: 100 * found / max(1, count) for kind, (found, count) in kinds.items()}
              for name, kinds in folders.items()}
    print(f"{'':18}  lines  branches")
    for name in sorted(shares, key=lambda n: (n in ("the core", "all"), n)):
        print(f"{name:18} {shares[name]['lines']:5.1f} % {shares[name]['branches']:7.1f} %")
    return 0 if all(shares["the core"][kind] >= least for kind, least in LEAST.items()) else 1


sys.exit(main())
