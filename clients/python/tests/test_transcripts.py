"""Every transcript, with the client's part played by the clients: against agents that only repeat it, and against the binary."""

from __future__ import annotations

import asyncio
import concurrent.futures
import tempfile
import unittest
from pathlib import Path
from typing import Any

from staffetta import AsyncClient, Client, encode, errors
from staffetta.generated.events import EVENTS

from . import transcript, typed
from .fake import Replay
from .transcript import INVENTED, Transcript

NAMES = {form: name for name, form in EVENTS.items()}


def heard(event: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": NAMES[type(event)], "params": encode(event)}


class Player:
    """Plays the client's part with the generated methods, turn by turn."""

    def __init__(self, client: Client, test: unittest.TestCase, with_types: bool = False) -> None:
        self.client, self.test, self.with_types = client, test, with_types
        self.events = client.events(*EVENTS.values())
        self.pool = concurrent.futures.ThreadPoolExecutor(1)
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
            self.asked += 1
            if line.get("pending"):
                self.pending[message["id"]] = self.asked, self.pool.submit(self.call, message)
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
            self.pending[message["id"]] = asyncio.create_task(self.call(message))
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


class Replayed(unittest.TestCase):
    def test_there_are_transcripts(self) -> None:
        self.assertGreaterEqual(len(transcript.ALL), 4)

    def test_the_client_says_what_stands_there_and_gives_back_what_it_hears(self) -> None:
        for each in transcript.ALL:
            with self.subTest(each.name):
                fake = Replay(each)
                with Client.attach(fake.reader, fake.writer, name="example", version="1.0") as client:
                    player = Player(client, self)
                    for line, said in each.filled(INVENTED).turns()[2:]:
                        player.turn(line, said)
                    player.pool.shutdown()
                self.assertIsNone(fake.end())

    def test_so_does_the_client_for_asyncio(self) -> None:
        async def play(each: Transcript) -> None:
            fake = Replay(each)
            async with await AsyncClient.attach(*await fake.streams(), name="example", version="1.0") as client:
                player = AsyncPlayer(client, self)
                for line, said in each.filled(INVENTED).turns()[2:]:
                    await player.turn(line, said)
            self.assertIsNone(await asyncio.to_thread(fake.end))

        for each in transcript.ALL:
            with self.subTest(each.name):
                asyncio.run(play(each))


class Real(unittest.TestCase):
    """The binary has no connector `scripted`: a transcript is played until its `hris` comes in."""

    def test_the_binary_answers_the_client_as_it_stands_there(self) -> None:
        for each in transcript.ALL:
            with self.subTest(each.name), tempfile.TemporaryDirectory() as folder:
                self.play(each.before_hris(), folder)

    def play(self, each: Transcript, folder: str) -> None:
        for name, content in each.header.get("files", {}).items():
            transcript.write_file(Path(folder), name, content)
        values = {"dir": f'"{folder}"'}

        def seen(value: Any) -> Any:
            if store := store_in(value):
                values["store"] = f'"{store}"'
            named = transcript.named(value, folder, values.get("store", "").strip('"'))
            return {"result": "${openrpc}"} if isinstance(value.get("result"), dict) and "openrpc" in value["result"] else named

        with Client.start(options=options(each, folder), name="example", version="1.0") as client:
            player = Player(client, self, with_types=True)
            for line, said in each.turns()[2:]:
                if line["from"] == "file":
                    transcript.write_file(Path(folder), line["name"], line["content"])
                    continue
                filled = Transcript("", {}, [line]).filled(values).lines[0]
                expected = [without_version(words, client.server.server.version) for words in said]
                player.turn(filled, expected, seen)


def options(each: Transcript, folder: str) -> list[str]:
    names = {"virtualClock": "--virtual-clock", "testsPerDay": "--tests-per-day", "syncsPerDay": "--syncs-per-day", "maxMessage": "--max-message"}
    given = each.header.get("options", {})
    result = ["--memory"]
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
