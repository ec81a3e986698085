"""Measures Staffetta beside what one would write instead, all in one run, and prints tables of medians and ratios.

`make bench` calls it; see docs/performance.md. Python's standard library only.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys

import answers
import formats
import profiling
import report
import results
import syncs
from machine import say
from tools import ROOT, Tools

SCENARIOS = {"syncs": syncs.measure, "formats": formats.measure, "results": results.measure, "answers": answers.measure, "profile": profiling.measure}


def options():
    quick = os.environ.get("BENCH") == "quick"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    numbers = lambda text: [int(part.replace("_", "")) for part in text.replace(",", " ").split()]
    given = lambda name, standard: os.environ.get(name, standard)
    parser.add_argument("--staffetta", default=str(ROOT / ".build/release/staffetta"), help="a release build")
    parser.add_argument("--scratch", default=str(ROOT / ".build/bench"), help="for data, comparators and results")
    parser.add_argument("--sizes", type=numbers, default=given("SIZES", "10_000 100_000" if quick else "10_000 100_000 1_000_000"), help="employees")
    parser.add_argument("--rounds", type=int, default=int(given("ROUNDS", "1" if quick else "3")))
    parser.add_argument("--scenarios", default=given("SCENARIOS", " ".join(SCENARIOS)), help="which of these to measure")
    parser.add_argument("--programs", default=given("PROGRAMS", ""), help="which to compare, by name, separated by commas; all if empty")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--document", default="" if quick else str(ROOT / "docs/performance.md"), help="write the tables between the marks of this file")
    chosen = parser.parse_args()
    chosen.quick = quick
    chosen.scenarios = chosen.scenarios.replace(",", " ").split()
    chosen.programs = [name.strip() for name in chosen.programs.split(",") if name.strip()]
    if unknown := set(chosen.scenarios) - set(SCENARIOS):
        parser.error(f"no scenario is called {', '.join(sorted(unknown))}; there are {', '.join(SCENARIOS)}")
    return chosen


def circumstances(chosen):
    """What the figures depend on besides the code."""
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True, check=False).stdout.strip()
    models = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")]
    return {
        "at": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": commit or "unknown",
        "machine": f"{os.cpu_count()} × {models[0] if models else platform.machine()}, {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') >> 30} GiB",
        "loadBefore": round(os.getloadavg()[0], 2),
        "rounds": chosen.rounds,
        "seed": chosen.seed,
    }


def main():
    chosen = options()
    scratch = pathlib.Path(chosen.scratch).resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    if not os.access(chosen.staffetta, os.X_OK):
        sys.exit(f"There is no program {chosen.staffetta}. Build it with `make build`, or call `make bench`.")
    tools = Tools(scratch, pathlib.Path(chosen.staffetta).resolve())
    file = scratch / "results.json"
    known = json.loads(file.read_text()) if file.exists() else {}
    for name in chosen.scenarios:
        say(f"— {name}")
        entry = circumstances(chosen)
        entry["figures"] = SCENARIOS[name](chosen, tools)
        entry["loadAfter"] = round(os.getloadavg()[0], 2)
        known[name] = entry
        file.write_text(json.dumps(known, indent=1) + "\n")
    measured = {name: known[name] for name in SCENARIOS if name in chosen.scenarios}
    print(report.tables(measured))
    say(f"All figures are in {file}.")
    if chosen.document:
        report.replace(pathlib.Path(chosen.document), report.tables({name: known[name] for name in SCENARIOS if name in known}))
        say(f"The tables of {chosen.document} are replaced.")


try:
    main()
except RuntimeError as error:
    sys.exit(f"The benchmark has failed: {error}")
