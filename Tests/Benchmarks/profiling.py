"""Where a sync's time goes, by the part of the program that the processor was in; with Linux' perf, if it is here."""

import collections
import json
import re
import shutil
import subprocess

from agent import Agent
from company import company
from machine import say

STEPS = {"first load": "base", "no change": "base", "1 % changed": "one", "100 % changed": "all"}
MODULES = ("JSON", "Wire", "Contract", "Provisioning", "Store", "Connectors", "Agent", "Command", "GRDB", "Foundation", "Crypto")
MEMORY = re.compile(r"_?(swift_(?!demangle)|malloc|_int_malloc|calloc|realloc|cfree|free$|_int_free|malloc_consolidate|unlink_chunk|sysmalloc|\$sS[rR]?.*deallocate)")


def measure(options, tools):
    """figures[step]: {"samples": …, "parts": {part: share}, "functions": [[share, name]]}."""
    size = min(max(options.sizes), 100_000)
    figures = {"size": size, "steps": {}}
    if not shutil.which("perf"):
        say("  SKIPPED: there is no perf")
        return figures
    with company(tools, size, "sorted", options.seed) as people:
        agent = Agent(tools, "profile").connect()
        for step, version in STEPS.items():
            agent.deliver(people.file(version))
            figures["steps"][step] = found = sampled(agent, first=step == "first load")
            say(f"  {step}: {found['samples']} samples, most in {next(iter(found['parts']))}")
        agent.remove()
    return figures


def sampled(agent, first):
    method = "integration/enable" if first else "integration/sync"
    request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {"integration": "People", "wait": True} | ({"confirm": True} if first else {})}
    data = agent.folder / "perf.data"
    command = ["perf", "record", "--event", "cpu-clock", "--freq", "1999", "--output", data, *agent.command()]
    subprocess.run(list(map(str, command)), input=json.dumps(request) + "\n", capture_output=True, text=True, check=True)
    report = subprocess.run(["perf", "script", "--input", data, "--fields", "ip,sym,dso"], capture_output=True, text=True, check=True).stdout
    parts, functions = collections.Counter(), collections.Counter()
    for line in report.splitlines():
        if found := re.match(r"\s*[0-9a-f]+ (.*) \((.*)\)$", line):
            parts[part(*found.groups())] += 1
            functions[found[1]] += 1
    total = sum(parts.values()) or 1
    return {
        "samples": total,
        "parts": {name: count / total for name, count in parts.most_common()},
        "functions": [[count / total, name] for name, count in functions.most_common(40)],
    }


def part(symbol, file):
    """The part of the program that a symbol belongs to."""
    if "kernel" in file or file.startswith("["):
        return "the kernel"
    if "sqlite" in file:
        return "SQLite"
    if MEMORY.match(symbol):
        return "memory and reference counts"
    if symbol.startswith(("$s", "$S")):
        # The module that a symbol is defined in comes first, with the length of its name.
        module = re.match(r"\$[sS](\d+)", symbol)
        name = symbol[module.end():module.end() + int(module[1])] if module else ""
        return name if name in MODULES else "Swift's library"
    return "the C library" if "libc" in file else "other"
