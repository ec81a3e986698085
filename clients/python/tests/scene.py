"""What tests with the real agent begin with."""

from __future__ import annotations

import os
import signal
import tempfile
import unittest
from pathlib import Path
from typing import Any

import staffetta

PEOPLE = "id,first_name,last_name,work_email,department\n1,Ada,Berg,ada@acme.example,Design\n2,Bo,Ek,bo@acme.example,Sales\n"


class Scene(unittest.TestCase):
    """A folder of its own."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def start(self, *options: str, **arguments: Any) -> staffetta.Client:
        client = staffetta.Client.start(self.folder / "users.sqlite", options=options, **arguments)
        self.addCleanup(client.close)
        return client

    def connect(self, client: staffetta.Client, people: str = PEOPLE) -> Path:
        """The integration `People`, which reads a file."""
        path = self.folder / "people.csv"
        path.write_text(people)
        client.feature.enable("hrisIntegration", accept_subprocessor=True)
        client.integration.connect("file", {"kind": "none", "fields": {"path": str(path)}}, name="People")
        client.integration.configure("People", {})
        return path


def stop(process: int) -> None:
    """Returns when an agent has stopped, all of its threads."""
    os.kill(process, signal.SIGSTOP)
    os.waitid(os.P_PID, process, os.WSTOPPED)


def crowd(count: int) -> str:
    """So many people; a hundred thousand keep an agent busy for a while."""
    return PEOPLE + "".join(f"{number},Ann,Number {number},ann{number}@acme.example,Design\n" for number in range(3, count + 1))
