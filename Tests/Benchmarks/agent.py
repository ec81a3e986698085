"""Staffetta with a database of its own, driven through its protocol."""

import json
import shutil
import subprocess
import time

from machine import megabytes, run

CHOICES = {"department": "Department", "division": "Division", "location": "Location", "title": "Title"}
MAPPINGS = [{"field": field, "attribute": field} for field in CHOICES] + [
    {"field": "employment_start_date", "attribute": "hired"},
    {"field": "custom_fields.level", "attribute": "level"},
    {"field": "manager.id", "attribute": "manager"},
]
# All rules on: six mapped attributes and the manager, two filters, every part of the lifecycle.
CONFIGURATION = {
    "lifecycle": {
        "userState": "toggleParticipation", "participationStart": {"kind": "afterMonths", "months": 1}, "userRemoval": {"kind": "afterMonths", "months": 1},
        "absence": "delete",
    },
    "attributeMapping": {"mappings": MAPPINGS},
    "filters": [
        {"field": "country", "mode": "include", "kind": "values", "values": ["SE", "DE", "FR", "NL", "GB", "ES", "PL", "US"]},
        {"field": "employment_type", "mode": "exclude", "kind": "values", "values": ["Contractor"]},
    ],
}


class Agent:
    def __init__(self, tools, name, options=()):
        self.tools, self.options = tools, options
        self.folder = tools.scratch / f"agent-{name}"
        self.remove()
        self.folder.mkdir(parents=True)
        self.database = self.folder / "users.sqlite"

    def command(self):
        return [self.tools.staffetta, "--database", self.database, "--tests-per-day", "0", "--syncs-per-day", "0", "--log-level", "critical", *self.options]

    def script(self, *calls):
        """Sends requests to a process of their own and gives what it cost, and the results. An error ends the benchmark."""
        lines = [json.dumps({"jsonrpc": "2.0", "id": index, "method": method, "params": params}) for index, (method, params) in enumerate(calls)]
        cost = run(self.tools.measure, self.command(), "\n".join(lines) + "\n")
        found = {}
        for line in cost.output.splitlines():
            answer = json.loads(line)
            if "error" in answer:
                raise RuntimeError(f"{calls[answer['id']]} answered {answer['error']}")
            found[answer["id"]] = answer["result"]
        return cost, [found[index] for index in range(len(calls))]

    def connect(self, connector="file", kind="none", fields=None, kindOfFile="jsonl"):
        """Everything up to the first run. The file to be read is chosen with `deliver`."""
        self.delivered = self.folder / f"people.{kindOfFile}"
        if not fields:
            self.delivered.touch()
            fields = {"path": str(self.delivered), "format": kindOfFile}
            self.delivered.write_bytes(b"id,first_name\r\n1,A\r\n" if kindOfFile == "csv" else b'{"id":"1"}\n')
        attributes = [{"key": key, "name": name, "type": "choice"} for key, name in CHOICES.items()]
        attributes += [{"key": "hired", "name": "Hired", "type": "date"}, {"key": "level", "name": "Level", "type": "number"}]
        attributes += [{"key": "manager", "name": "Manager", "type": "user"}]
        self.script(
            ("feature/enable", {"feature": "hrisIntegration", "acceptSubprocessor": True}),
            ("integration/connect", {"connector": connector, "name": "People", "authorization": {"kind": kind, "fields": fields}}),
            *(("attribute/create", attribute) for attribute in attributes),
            ("integration/configure", {"integration": "People", "configuration": CONFIGURATION}),
        )
        return self

    def deliver(self, file):
        """From now on the HR system's file is this one."""
        link = self.delivered.with_suffix(".new")
        link.symlink_to(file)
        link.replace(self.delivered)

    def sync(self, first=False):
        """One sync in a process of its own: its cost and its run's summary."""
        method = "integration/enable" if first else "integration/sync"
        cost, (result,) = self.script((method, {"integration": "People", "wait": True} | ({"confirm": True} if first else {})))
        return cost, summary(result["run"])

    def sizes(self):
        """In MB: the database, and the rows of runs beside it."""
        path = str(self.database)
        log = self.folder / f"{self.database.name}-wal"
        return megabytes(self.database, log), megabytes(type(self.database)(path + ".runs"))

    def session(self):
        return Session(self.command())

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def summary(run_of_agent):
    if run_of_agent["state"] != "succeeded":
        raise RuntimeError(f"the run has not succeeded: {run_of_agent.get('error')}")
    found = run_of_agent["summary"]
    found["warnings"] = [warning for warning in found["warnings"] if warning["code"] != "createsInactive"]
    if unexpected := {name: found[name] for name in ("conflicts", "skipped", "deletionsHeld", "safeguards", "warnings") if found[name]}:
        raise RuntimeError(f"the run met what is not in the data: {unexpected}")
    return {name: found[name] for name in ("employees", "created", "updated", "deleted", "unchanged")}


class Session:
    """An open session. Requests are timed from the first byte written to the last byte read."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.output = open(self.process.stdout.fileno(), "rb", buffering=1 << 20, closefd=False)
        self.count = 0
        self.call("initialize", {})
        self.write({"jsonrpc": "2.0", "method": "initialized", "params": {}})

    def write(self, message):
        self.process.stdin.write(json.dumps(message).encode() + b"\n")

    def call(self, method, params):
        """The result."""
        return self.timed(method, params)[1]

    def timed(self, method, params):
        """Milliseconds, and the result."""
        self.count += 1
        begin = time.perf_counter()
        self.write({"jsonrpc": "2.0", "id": self.count, "method": method, "params": params})
        while line := self.output.readline():
            if line.startswith(b'{"jsonrpc":"2.0","method"'):
                continue  # a notification
            elapsed = (time.perf_counter() - begin) * 1e3
            answer = json.loads(line)
            if "method" in answer:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method} answered {answer['error']}")
            return elapsed, answer["result"]
        raise RuntimeError("the agent has left")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.output.close()
        self.process.wait()
