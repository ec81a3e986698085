"""The same people from other sources: JSON lines, CSV, and over HTTP in Apideck's wire format from the simulator."""

import contextlib
import json
import subprocess

from agent import Agent
from company import company
from machine import say
from tools import ROOT


def measure(options, tools):
    """figures[format][step]: a list of what each round has cost."""
    size = min(max(options.sizes), 100_000)
    figures = {"size": size, "formats": {}}
    with company(tools, size, "sorted", options.seed) as people, simulator(tools, people) as apideck:
        for number in range(options.rounds):
            say(f"  round {number + 1} of {options.rounds}")
            for kind, name in (("jsonl", "JSON lines"), ("csv", "CSV")):
                agent = Agent(tools, "format").connect(kindOfFile=kind)
                agent.deliver(people.file(kind=kind))
                note(figures, name, agent)
            if apideck:
                agent = Agent(tools, "format", apideck["options"]).connect("apideck-simulated", "apiKey", apideck["fields"])
                note(figures, "Apideck over HTTP", agent)
    return figures


def note(figures, name, agent):
    steps = figures["formats"].setdefault(name, {})
    for step in ("first load", "no change"):
        cost, counts = agent.sync(first=step == "first load")
        if counts != (wanted := figures.setdefault("counts", {}).setdefault(step, counts)):
            raise RuntimeError(f"from {name} come {counts}, from the others {wanted}")
        steps.setdefault(step, []).append(cost.figures())
        say(f"    {name}, {step}: {cost.cpu:.2f} s of CPU, {cost.wall:.2f} s")
    agent.remove()


@contextlib.contextmanager
def simulator(tools, people):
    """The simulator serving these people, and how the agent gets there; None where there is none."""
    program, manifest = tools.staffetta.with_name("hris-simulator"), ROOT / "Sources/Connectors/Manifests/apideck.json"
    able = "--allow-http" in subprocess.run([tools.staffetta, "help", "serve"], capture_output=True, text=True, check=False).stdout
    if not (able and program.exists() and manifest.exists()):
        say("  SKIPPED: Apideck's wire format: there is no hris-simulator beside the agent, or the agent has no connector that could ask it")
        yield None
        return
    server = subprocess.Popen([program, "--company", people.file()], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        served = json.loads(server.stdout.readline())["formats"]["apideck"]
        # The connector's own manifest, but for where it asks, and without the vendor's rate limits.
        connector = json.loads(manifest.read_text()) | {"id": "apideck-simulated", "base": "{url}"}
        address = {"name": "url", "title": "Address", "help": "Of the simulator.", "format": "url"}
        connector["settings"] = [*connector.get("settings", []), address]
        for member in ("limits", "services"):
            connector.pop(member, None)
        folder = tools.scratch / "connectors"
        folder.mkdir(exist_ok=True)
        (folder / "apideck-simulated.json").write_text(json.dumps(connector))
        yield {"fields": served["authorization"]["fields"] | {"url": served["url"]}, "options": ["--connectors", folder, "--allow-http", "127.0.0.1"]}
    finally:
        server.terminate()
        server.wait()
