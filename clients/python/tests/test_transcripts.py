"""Every transcript, with the client's part played by the clients: against agents that only repeat it, and against the binary."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import os
import sqlite3
import tempfile
import threading
import unittest
from pathlib import Path
from typing import IO, Any, cast

from staffetta import AsyncClient, Client, encode, errors
from staffetta.generated.events import EVENTS

from . import transcript, typed
from .fake import Replay
from .transcript import INVENTED, Transcript

NAMES = {form: name for name, form in EVENTS.items()}


def heard(event: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": NAMES[type(event)], "params": encode(event)}


class Noted:
    """A stream to the agent that counts the messages."""

    def __init__(self, writer: IO[bytes]) -> None:
        self.writer, self.count, self.changed = writer, 0, threading.Condition()

    def write(self, message: bytes) -> int:
        with self.changed:
            self.count += 1
            self.changed.notify_all()
        return self.writer.write(message)

    def flush(self) -> None:
        self.writer.flush()

    def close(self) -> None:
        self.writer.close()

    def wait(self, count: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.count >= count, timeout=20)


class Player:
    """Plays the client's part with the generated methods, turn by turn."""

    def __init__(self, client: Client, test: unittest.TestCase, with_types: bool = False) -> None:
        self.client, self.test, self.with_types = client, test, with_types
        self.events = client.events(*EVENTS.values())
        self.pool = concurrent.futures.ThreadPoolExecutor(1_100)
        self.noted = Noted(client._writer)
        client._writer = cast(Any, self.noted)
        self.pending: dict[Any, tuple[int, concurrent.futures.Future[Any]]] = {}
        self.asked = 1

    def call(self, message: dict[str, Any]) -> dict[str, Any]:
        method, params = message["method"], message["params"]
        function = typed.function(self.client, method)
        arguments = typed.arguments(function, params, self.with_types) if function else None
        if function and arguments is not None:
            return typed.outcome(lambda: function(**arguments))
        return typed.outcome(lambda: self.client.request(method, params))

    def turn(self, line: dict[str, Any], said: list[dict[str, Any]], seen: Any = lambda value: value) -> None:
        """`seen` names what differs each time."""
        message = line.get("message", {})
        outcomes: dict[Any, dict[str, Any]] = {}
        if "text" in line:
            self.client._outbox.put(line["text"].encode() + b"\n")
        elif message.get("method") == "$/cancelRequest":
            self.client.notify(message["method"], {"id": self.pending[message["params"]["id"]][0]})
        elif "id" in message:
            self.asked += line.get("times", 1)
            if line.get("pending"):
                before = self.noted.count
                for number in range(line.get("times", 1)):
                    self.pending[message["id"] + number] = self.asked, self.pool.submit(self.call, message)
                # Whatever comes later is said later.
                self.test.assertTrue(self.noted.wait(before + line.get("times", 1)))
            else:
                outcomes[message["id"]] = self.call(message)
        elif message:
            self.client.notify(message["method"], message["params"])
        for words in said:
            if "method" in words:
                event = self.events.get(timeout=20)
                self.test.assertEqual(words, seen(heard(event)) if event else None)
            elif words["id"] in outcomes or words["id"] in self.pending:
                outcome = outcomes.get(words["id"]) or self.pending.pop(words["id"])[1].result(20)
                self.test.assertEqual({key: words[key] for key in words if key in ("result", "error")}, seen(outcome))


class AsyncPlayer:
    """The same for asyncio; a request that is cancelled is a task that is cancelled."""

    def __init__(self, client: AsyncClient, test: unittest.TestCase) -> None:
        self.client, self.test = client, test
        self.events = client.events(*EVENTS.values())
        self.pending: dict[Any, asyncio.Task[dict[str, Any]]] = {}

    async def call(self, message: dict[str, Any]) -> dict[str, Any]:
        method, params = message["method"], message["params"]
        function = typed.function(self.client, method)
        arguments = typed.arguments(function, params, with_types=False) if function else None
        try:
            if function and arguments is not None:
                return {"result": encode(await function(**arguments))}
            return {"result": await self.client.request(method, params)}
        except errors.AgentError as error:
            return {"error": typed.as_json(error)}

    async def turn(self, line: dict[str, Any], said: list[dict[str, Any]]) -> None:
        message = line.get("message", {})
        outcomes: dict[Any, dict[str, Any]] = {}
        if "text" in line:
            self.client._writer.write(line["text"].encode() + b"\n")
        elif message.get("method") == "$/cancelRequest":
            task = self.pending.pop(message["params"]["id"])
            task.cancel()
            with self.test.assertRaises(asyncio.CancelledError):
                await task
        elif line.get("pending"):
            for number in range(line.get("times", 1)):
                self.pending[message["id"] + number] = asyncio.create_task(self.call(message))
            await asyncio.sleep(0)
        elif "id" in message:
            outcomes[message["id"]] = await self.call(message)
        elif message:
            self.client.notify(message["method"], message["params"])
        for words in said:
            if "method" in words:
                self.test.assertEqual(words, heard(await asyncio.wait_for(self.events.__anext__(), 20)))
            elif words["id"] in outcomes or words["id"] in self.pending:
                outcome = outcomes.get(words["id"]) or await self.pending.pop(words["id"])
                self.test.assertEqual({key: words[key] for key in words if key in ("result", "error")}, outcome)


def refusal(part: Transcript) -> dict[str, Any] | None:
    """The error with which no session begins; None: one begins."""
    said = [line for line in part.lines if line["from"] == "agent"]
    error = said[0]["message"].get("error") if said else None
    return dict(error) if error and transcript.is_refused(part.lines) else None


def turns(part: Transcript) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """What comes after the beginning, which the clients say themselves."""
    return [turn for turn in part.turns() if turn[0].get("message", {}).get("method") not in ("initialize", "initialized")]


class Replayed(unittest.TestCase):
    def test_no_transcript_is_left_out(self) -> None:
        files = {path.stem for path in transcript.FOLDER.iterdir() if path.suffix == ".jsonl"}
        self.assertEqual(files, {each.name for each in transcript.ALL})
        self.assertGreaterEqual(len(files), 6)
        for each in transcript.ALL:
            parts = each.connections()
            played = sum(line.get("times", 1) for part in parts for line, _ in turns(part) if line["from"] == "client")
            said = sum(line.get("times", 1) for line in each.lines if line.get("message", {}).get("method") not in ("initialize", "initialized") and line["from"] == "client")
            self.assertEqual(said, played, each.name)
            self.assertGreater(len(each.playable()), 0, each.name)

    def test_the_client_says_what_stands_there_and_gives_back_what_it_hears(self) -> None:
        for part in PARTS:
            with self.subTest(part.name):
                fake = Replay(part)
                if error := refusal(part):
                    with self.assertRaises(errors.AgentError) as raised:
                        Client.attach(fake.reader, fake.writer, name="example", version="1.0")
                    self.assertEqual(error, typed.as_json(raised.exception))
                else:
                    with Client.attach(fake.reader, fake.writer, name="example", version="1.0") as client:
                        player = Player(client, self)
                        for line, said in turns(part.filled(INVENTED)):
                            player.turn(line, said)
                        player.pool.shutdown()
                self.assertIsNone(fake.end())

    def test_so_does_the_client_for_asyncio(self) -> None:
        async def play(part: Transcript) -> None:
            fake = Replay(part)
            streams = await fake.streams()
            if error := refusal(part):
                with self.assertRaises(errors.AgentError) as raised:
                    await AsyncClient.attach(*streams, name="example", version="1.0")
                self.assertEqual(error, typed.as_json(raised.exception))
            else:
                async with await AsyncClient.attach(*streams, name="example", version="1.0") as client:
                    player = AsyncPlayer(client, self)
                    for line, said in turns(part.filled(INVENTED)):
                        await player.turn(line, said)
            self.assertIsNone(await asyncio.to_thread(fake.end))

        for part in PARTS:
            with self.subTest(part.name):
                asyncio.run(play(part))


PARTS = [part for each in transcript.ALL for part in each.connections()]


class Real(unittest.TestCase):
    """The binary has no connector `scripted`: a transcript is played until it comes in, and what needs nothing from before it."""

    def test_the_binary_answers_the_client_as_it_stands_there(self) -> None:
        for each in transcript.ALL:
            with tempfile.TemporaryDirectory() as folder:
                for name, content in each.header.get("files", {}).items():
                    transcript.write_file(Path(folder), name, content)
                for part in each.playable():
                    with self.subTest(part.name):
                        self.play(part, folder)

    def play(self, each: Transcript, folder: str) -> None:
        machine = Machine(Path(folder, each.header.get("options", {}).get("database", "")))
        if each.lines[0]["from"] == "machine":
            machine.undergo(each.lines[0]["event"])
        values = {"dir": f'"{folder}"', "pid": str(os.getpid())}

        def seen(value: Any) -> Any:
            if store := store_in(value):
                values["store"] = f'"{store}"'
            named = transcript.named(value, folder, values.get("store", "").strip('"'))
            return {"result": "${openrpc}"} if isinstance(value.get("result"), dict) and "openrpc" in value["result"] else named

        wanted = [line["message"]["error"] for line in each.lines if "error" in line.get("message", {})]
        if any(error["data"]["kind"] in ("storeTooNew", "storeDamaged") for error in wanted):
            # Our clients hear at the beginning what a script hears of each request.
            with self.assertRaises(errors.AgentError) as raised:
                Client.start(options=options(each, folder), name="example", version="1.0")
            self.assertEqual([typed.as_json(raised.exception)], wanted)
            return
        with Client.start(options=options(each, folder), name="example", version="1.0") as client:
            player = Player(client, self, with_types=True)
            for line, said in turns(each):
                if line["from"] == "machine":
                    machine.undergo(line["event"])
                if line["from"] == "file":
                    transcript.write_file(Path(folder), line["name"], line["content"])
                    continue
                filled = Transcript("", {}, [line]).filled(values).lines[0]
                expected = [without_version(words, client.server.server.version) for words in said]
                player.turn(filled, expected, seen)


class Machine:
    """What happens to the database of an agent, as far as anybody outside of it can do that."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.lock: sqlite3.Connection | None = None

    def undergo(self, event: str) -> None:
        if event == "lock":
            self.lock = sqlite3.connect(self.database, isolation_level=None, check_same_thread=False)
            self.lock.execute("BEGIN IMMEDIATE")
        elif event == "unlock" and self.lock:
            self.lock.execute("ROLLBACK")
            self.lock.close()
        elif event == "newer":
            with contextlib.closing(sqlite3.connect(self.database)) as database, database:
                database.execute("INSERT INTO grdb_migrations VALUES ('999')")
        elif event == "damage":
            with self.database.open("r+b") as file:
                file.write(b"*" * 4_096)
        elif event not in ("restart", "full", "room"):
            raise AssertionError(f"no binary undergoes {event}")


def options(each: Transcript, folder: str) -> list[str]:
    names = {"virtualClock": "--virtual-clock", "testsPerDay": "--tests-per-day", "syncsPerDay": "--syncs-per-day", "maxMessage": "--max-message"}
    given = each.header.get("options", {})
    result = ["--database", f"{folder}/{given['database']}"] if "database" in given else ["--memory"]
    for name, option in names.items():
        result += [option, str(given[name])] if name in given else []
    result += ["--require-actor"] if given.get("requireActor") else []
    return result + (["--files", folder] if "files" in given else [])


def store_in(value: Any) -> str | None:
    """The store's id, where a message tells it."""
    for part in (value.get("params"), value.get("result")):
        if isinstance(part, dict) and isinstance(part.get("store"), str):
            return str(part["store"])
    return None


def without_version(words: dict[str, Any], version: str) -> dict[str, Any]:
    """The transcripts were recorded with an agent that has no version."""
    result = words.get("result")
    return {**words, "result": {**result, "version": version}} if isinstance(result, dict) and result.get("version") == "0.0.0" else words
