"""How soon the agent answers: at its start, in a row, deep in a long list, and while it syncs; and what memory it keeps."""

import json
import shutil
import statistics
import subprocess
import time

from agent import Agent
from company import company
from machine import memory, say
from results import deep_pages

PATIENCE = 0.005  # seconds between two requests while a sync runs


def measure(options, tools):
    size = max(options.sizes)
    figures = {"size": size, "servers": servers(options, tools)}
    with company(tools, size, "sorted", options.seed) as people:
        agent = Agent(tools, "answers").connect()
        agent.deliver(people.file())
        say("  the first sync")
        _, counts = agent.sync(first=True)
        users = counts["created"]
        figures["startWithUsers"] = client(tools, "lines", "start", 20, "agent/status", agent.command())
        with agent.session() as session:
            session.call("agent/status", {})
            figures["memoryAtRestMB"] = memory(session.process.pid)
            figures["pages"] = {"user/list": deep_pages(session, "user/list", {}, users), "user/changes": changes(session, users)}
        for name, version in (("no change", "base"), ("100 % changed", "all")):
            agent.deliver(people.file(version))
            with agent.session() as session:
                figures.setdefault("whileSyncing", {})[name] = while_syncing(session)
                figures["memoryAfterSyncMB"] = memory(session.process.pid)
        agent.remove()
    return figures


def servers(options, tools):
    """Start, ping and pipeline of Staffetta and of the language servers that are here."""
    agent = Agent(tools, "ping")
    found = {"Staffetta": ("lines", "agent/status", agent.command())}
    for name in ("clangd", "sourcekit-lsp"):
        path = shutil.which(name) or shutil.which(name, path="/opt/swift/usr/bin:/usr/libexec/swift/bin")
        if path:
            found[name] = ("headers", "bench/ping", [path])  # a method they do not know: the shortest way to an answer
        else:
            say(f"  SKIPPED: there is no {name}")
    few = 10 if options.quick else 30
    figures = {}
    for name, (framing, method, command) in found.items():
        count = 20_000 if name == "Staffetta" else 2_000
        figures[name] = {
            "start": client(tools, framing, "start", few, method, command),
            "ping": client(tools, framing, "ping", count // 4, method, command),
            "pipeline": client(tools, framing, "pipeline", count * 5, method, command),
        }
        say(f"  {name}: start {figures[name]['start']['p50'] / 1e3:.1f} ms, ping {figures[name]['ping']['p50']} µs, {figures[name]['pipeline']['perSecond']:,} requests/s")
    agent.remove()
    return figures


def client(tools, framing, mode, count, method, command):
    arguments = [tools.client, framing, mode, str(count), method, *command]
    return json.loads(subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=300).stdout)


def changes(session, users, samples=50):
    """Milliseconds for a page of 100 of the change feed from its beginning, middle and near its end."""
    feed, figures = session.call("user/changes", {"since": 0, "limit": 1}), {}
    store = feed["store"]
    for place, since in (("first", 0), ("middle", users // 2), ("last", users - 1500)):
        times = []
        for _ in range(samples):
            elapsed, page = session.timed("user/changes", {"since": since, "store": store, "limit": 100})
            if len(page["changes"]) != 100:
                raise RuntimeError(f"user/changes gave {len(page['changes'])} changes instead of 100")
            times.append(elapsed)
        figures[place] = {"p50": round(statistics.median(times), 2), "max": round(max(times), 2)}
    return figures


def while_syncing(session):
    """Milliseconds that other requests take from the beginning of a sync to its end."""
    user = session.call("user/list", {"limit": 1})["items"][0]["id"]
    run = session.call("integration/sync", {"integration": "People"})["run"]["id"]
    asked = [("agent/status", {}), ("user/list", {"limit": 100}), ("user/get", {"user": user}), ("run/get", {"run": run})]
    times, begin, state = {method: [] for method, _ in asked}, time.perf_counter(), None
    while state not in ("succeeded", "failed", "cancelled"):
        for method, params in asked:
            elapsed, answer = session.timed(method, params)
            times[method].append(elapsed)
            time.sleep(PATIENCE)
        state = answer["state"]
    if state != "succeeded":
        raise RuntimeError(f"the sync {state}: {answer}")
    figures = {"seconds": round(time.perf_counter() - begin, 2)}
    for method, values in times.items():
        values.sort()
        figures[method] = {
            "p50": round(statistics.median(values), 2), "p99": round(values[len(values) * 99 // 100], 2), "max": round(values[-1], 2), "asked": len(values)}
    worst = max(figure["max"] for name, figure in figures.items() if name != "seconds")
    say(f"  while a sync of {figures['seconds']} s ran: the slowest answer took {worst} ms")
    return figures
