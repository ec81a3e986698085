"""The same people from other sources: JSON lines, CSV, and over HTTP in Apideck's wire format from the simulator."""

from agent import Agent
from company import company
from machine import say


def measure(options, tools):
    """figures[format][step]: a list of what each round has cost."""
    size = min(max(options.sizes), 100_000)
    figures = {"size": size, "formats": {}}
    say("  SKIPPED: Apideck's wire format: hris-simulator has no program here yet")
    with company(tools, size, "sorted", options.seed) as people:
        for number in range(options.rounds):
            say(f"  round {number + 1} of {options.rounds}")
            for kind, name in (("jsonl", "JSON lines"), ("csv", "CSV")):
                agent = Agent(tools, "format").connect(kindOfFile=kind)
                agent.deliver(people.file(kind=kind))
                steps = figures["formats"].setdefault(name, {})
                for step in ("first load", "no change"):
                    cost, counts = agent.sync(first=step == "first load")
                    steps.setdefault(step, []).append(cost.figures() | {"employees": counts["employees"]})
                agent.remove()
    return figures
