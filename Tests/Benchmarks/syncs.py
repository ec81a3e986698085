"""Syncs of a file of JSON lines: Staffetta beside the comparators, step by step in turn."""

import json
import os

import mirrors
from agent import Agent
from company import company
from machine import megabytes, run, say
from tools import STAFFETTA

# What is read, and what it is called. Each step begins where the one before has ended.
STEPS = {
    "first load": "base",
    "no change": "base",
    "nothing mapped changed": "noise",
    "1 % changed": "one",
    "100 % changed": "all",
    "1 % gone": "gone",
}
SLOW = {"Python": 1, "sqlite-utils": 1}  # rounds at a million; a round of one takes minutes


def measure(options, tools):
    """figures[size][order][step][program]: a list of what each round has cost."""
    programs = tools.programs(options.programs)
    figures = {}
    for size in options.sizes:
        for order in ("sorted", "shuffled"):
            with company(tools, size, order, options.seed) as people:
                figures.setdefault(str(size), {})[order] = measured = {step: {} for step in STEPS}
                for number in range(options.rounds):
                    chosen = {name: program for name, program in programs.items() if size < 1_000_000 or number < SLOW.get(name, options.rounds)}
                    say(f"  round {number + 1} of {options.rounds}")
                    one_round(tools, people, chosen, measured)
    return figures


def one_round(tools, people, programs, measured):
    agent = Agent(tools, "sync").connect() if STAFFETTA in programs else None
    databases = {name: tools.scratch / f"{name.replace(' ', '-')}.sqlite" for name in programs}
    for database in databases.values():
        remove(database)
    for number, (step, version) in enumerate(STEPS.items()):
        file = people.file(version)
        wanted = None
        for name, program in programs.items():
            if name == STAFFETTA:
                agent.deliver(file)
                cost, counts = agent.sync(first=number == 0)
                sizes = agent.sizes()
            else:
                cost = run(tools.measure, [*program, databases[name], file])
                counts = json.loads(cost.output)
                sizes = megabytes(databases[name]), megabytes(databases[name].with_suffix(".sqlite.rows"))
            if wanted and counts != wanted:
                raise RuntimeError(f"{name} found {counts}, others {wanted}")
            wanted = counts
            measured[step].setdefault(name, []).append(cost.figures() | dict(zip(("databaseMB", "rowsMB"), sizes)))
        times = ", ".join(f"{name} {samples[-1]['cpu']:.2f}" for name, samples in measured[step].items())
        say(f"    {step}: {times} s of CPU")
    if people.count <= 100_000:
        mirrors.compare({name: database for name, database in databases.items() if name != STAFFETTA}, agent)
    if agent:
        agent.remove()
    for database in databases.values():
        remove(database)


def remove(database):
    for suffix in ("", "-wal", "-shm", "-journal", ".rows"):
        path = f"{database}{suffix}"
        if os.path.exists(path):
            os.remove(path)
