"""Fails when a sync executes more instructions for each employee than it may.

Instructions, counted by valgrind, are the same on every machine and however busy it is, within one percent. The limits are in
guard.json; `--write` writes what is measured. Needs a release build: a debug build tells nothing about speed.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from agent import Agent, summary
from company import company
from machine import say
from tools import Tools

LIMITS = pathlib.Path(__file__).with_name("guard.json")
SIZES = (1_000, 4_000)  # what starting costs is the same in both and falls out
STEPS = {"first load": "base", "no change": "base", "nothing mapped changed": "noise", "1 % changed": "one", "100 % changed": "all"}
TOLERANCE = 1.10


class CountedAgent(Agent):
    """Counts instead of measuring; of syncs alone, for the rest goes at full speed."""

    def sync(self, first=False):
        method = "integration/enable" if first else "integration/sync"
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {"integration": "People", "wait": True} | ({"confirm": True} if first else {})}
        command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *map(str, self.command())]
        done = subprocess.run(command, input=json.dumps(request) + "\n", capture_output=True, text=True, check=False)
        counted = re.search(r"I +refs: +([\d,]+)", done.stderr)
        if done.returncode or not counted:
            raise RuntimeError(f"valgrind failed with {done.returncode}:\n{done.stderr[-1000:]}")
        summary(json.loads(done.stdout)["result"]["run"])
        return int(counted[1].replace(",", ""))


def count(tools, size):
    """Instructions by step."""
    with company(tools, size) as people:
        agent = CountedAgent(tools, "guard").connect()
        counts = {}
        for step, version in STEPS.items():
            agent.deliver(people.file(version))
            counts[step] = agent.sync(first=not counts)
        agent.remove()
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("staffetta")
    parser.add_argument("--write", action="store_true", help="take what is measured as the limits")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="staffetta-guard-") as folder:
        scratch = pathlib.Path(folder)
        # valgrind cannot read the debugging information of some compilers.
        binary = scratch / "staffetta"
        subprocess.run([shutil.which("strip") or "strip", "--strip-debug", "-o", binary, options.staffetta], check=True)
        tools = Tools(scratch, binary)
        few, many = (count(tools, size) for size in SIZES)
    found = {step: round((many[step] - few[step]) / (SIZES[1] - SIZES[0])) for step in STEPS}
    if options.write:
        LIMITS.write_text(json.dumps(found, indent=2) + "\n")
        say(f"{LIMITS.name} is written.")
        return
    limits = json.loads(LIMITS.read_text())
    failed = [step for step in STEPS if found[step] > limits[step] * TOLERANCE]
    for step in STEPS:
        print(f"{step}: {found[step]:,} instructions an employee, known {limits[step]:,}{' – TOO MANY' if step in failed else ''}")
    if better := [step for step in STEPS if found[step] * TOLERANCE < limits[step]]:
        print(f"Better than known: {', '.join(better)}. `make guard WRITE=--write` keeps it so.")
    print(f"{len(STEPS) - len(failed)} passed, {len(failed)} failed")
    sys.exit(bool(failed))


main()
