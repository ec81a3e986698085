"""Processes for the tests: the simulator, and the agent as a script uses it."""

import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.request

#: Where the built programs are, from the environment that `run` sets.
BINARIES = pathlib.Path(os.environ["BINARIES"])
DATA = pathlib.Path(__file__).parent.parent / "Data"
PEOPLE_CSV = DATA / "adventureworks" / "employees.csv"
PEOPLE = DATA / "adventureworks" / "employees.apideck.jsonl"
#: How many people that company has.
EVERYBODY = 290


class Simulator:
    """A simulator as a process. `formats` is what it announced."""

    def __init__(self, company: pathlib.Path, *faults: str):
        arguments = [BINARIES / "hris-simulator", "--company", company]
        for fault in faults:
            arguments += ["--fault", fault]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
        announced = json.loads(self.process.stdout.readline())
        self.root = f"http://127.0.0.1:{announced['port']}"
        self.formats = announced["formats"]
        self.oauth = announced["oauth"]

    def control(self, method: str, path: str, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.root}/control/{path}", data, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def free_port() -> int:
    """A port that nobody has at the moment, for servers that cannot choose one and tell."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_until_open(port: int, process: subprocess.Popen, log: pathlib.Path) -> None:
    """Returns when the process listens; raises with its log if it does not within a minute."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


class Refused(Exception):
    """The agent answered with an error; `data` is the JSON-RPC error."""

    def __init__(self, error: dict):
        super().__init__(error)
        self.error = error


class Agent:
    """The agent on a database of its own, one `staffetta call` for each request."""

    def __init__(self, folder: str):
        self.options = ["--database", f"{folder}/staffetta.sqlite", "--allow-http", "127.0.0.1", "--tests-per-day", "0", "--syncs-per-day", "0"]
        self.call("feature/enable", feature="hrisIntegration", acceptSubprocessor=True)

    def call(self, method: str, **params):
        done = subprocess.run([BINARIES / "staffetta", "call", method, "-", *self.options], input=json.dumps(params), text=True, capture_output=True, timeout=300)
        if done.returncode:
            raise Refused(json.loads(done.stderr.splitlines()[-1]))
        return json.loads(done.stdout)

    def users(self) -> dict:
        """Everybody, by external ID."""
        found, cursor = {}, {}
        while True:
            page = self.call("user/list", limit=500, **cursor)
            found |= {user["externalId"]: user for user in page["items"]}
            if "nextCursor" not in page:
                return found
            cursor = {"cursor": page["nextCursor"]}

    def sync(self) -> dict:
        """The summary of a sync now."""
        return self.call("integration/sync", integration="HR")["run"]["summary"]


class SyncTest(unittest.TestCase):
    """A story that every source goes through: connect, test, enable, sync again, somebody leaves."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.agent = Agent(folder.name)

    def connect(self, connector: str, authorization: dict, mappings=(("manager.id", "manager"),), **sections):
        self.agent.call("integration/connect", connector=connector, name="HR", authorization=authorization)
        self.agent.call("attribute/create", key="manager", name="Manager", type="user")
        self.agent.call("attribute/create", key="department", name="Department", type="choice")
        configuration = {"attributeMapping": {"mappings": [{"field": field, "attribute": attribute} for field, attribute in mappings]}} | sections
        self.agent.call("integration/configure", integration="HR", configuration=configuration)

    def first_sync(self, created=EVERYBODY):
        """A test shows everybody, enabling creates them, and the next sync has nothing to do."""
        test = self.agent.call("integration/runTest", integration="HR")["run"]
        self.assertEqual((test["state"], test["summary"]["created"]), ("succeeded", created), test)
        run = self.agent.call("integration/enable", integration="HR")["run"]
        self.assertEqual((run["state"], run["summary"]["created"], run["summary"]["conflicts"]), ("succeeded", created, 0), run)
        self.assertChanges(self.agent.sync())

    def assertChanges(self, summary, created=0, updated=0, deleted=0):
        self.assertEqual((summary["created"], summary["updated"], summary["deleted"]), (created, updated, deleted), summary)
