"""Fails when the work for one employee grows with their number: what costs 8 times as much for 8 times the people is well.

growth.py STAFFETTA. Works with a debug build too, and on a busy machine, for it compares CPU times of one run with each other.
"""

import pathlib
import sys
import tempfile

from agent import Agent
from company import company
from tools import Tools

SIZES = (1_000, 8_000)
STEPS = {"first load": "base", "no change": "base", "100 % changed": "all"}
ALLOWED = 1.6  # A square would give 8; caches and the machine's mood take their part.


def costs(tools, size, order):
    """CPU microseconds for each employee, by step."""
    with company(tools, size, order) as people:
        agent, found = Agent(tools, "growth").connect(), {}
        for step, version in STEPS.items():
            agent.deliver(people.file(version))
            cost, _ = agent.sync(first=not found)
            found[step] = cost.cpu / size * 1e6
        agent.remove()
    return found


def main(staffetta):
    failed = 0
    with tempfile.TemporaryDirectory(prefix="staffetta-growth-") as folder:
        tools = Tools(pathlib.Path(folder), pathlib.Path(staffetta).resolve())
        few, many = (costs(tools, size, "shuffled") for size in SIZES)
    for step in STEPS:
        bad = many[step] > few[step] * ALLOWED
        failed += bad
        print(f"{step}: {few[step]:.0f} µs an employee among {SIZES[0]:,}, {many[step]:.0f} among {SIZES[1]:,}{' – GROWS' if bad else ''}")
    print(f"{len(STEPS) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main(*sys.argv[1:])
