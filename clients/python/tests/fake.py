"""Agents that know no rule: one says what stands in a transcript, one what a function says."""

from __future__ import annotations

import asyncio
import json
import os
import threading
from collections.abc import Callable
from typing import IO, Any

from .transcript import INVENTED, Transcript


class Fake:
    """Plays an agent on two pipes in a thread of its own. `reader` and `writer` are for the client."""

    def __init__(self) -> None:
        from_agent, to_client = os.pipe()
        from_client, to_agent = os.pipe()
        self.reader: IO[bytes] = os.fdopen(from_agent, "rb")
        self.writer: IO[bytes] = os.fdopen(to_agent, "wb")
        self._in: IO[bytes] = os.fdopen(from_client, "rb")
        self._out: IO[bytes] = os.fdopen(to_client, "wb", buffering=0)
        self.fault: str | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    async def streams(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The same pipes for asyncio."""
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), self.reader)
        transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, self.writer)
        return reader, asyncio.StreamWriter(transport, protocol, reader, loop)

    def _run(self) -> None:
        with self._in, self._out:
            try:
                self.play()
            except Exception as fault:
                self.fault = f"{type(fault).__name__}: {fault}"

    def play(self) -> None:
        raise NotImplementedError

    def hear(self) -> bytes:
        return self._in.readline()

    def say(self, message: Any) -> None:
        self._out.write(json.dumps(message).encode() + b"\n")

    def end(self) -> str | None:
        """Waits until it is over; what it did not like, if anything."""
        self._thread.join(timeout=20)
        return "it still waits" if self._thread.is_alive() else self.fault


class Replay(Fake):
    """Wants to hear exactly what the client of the transcript says, numbers of requests apart."""

    def __init__(self, transcript: Transcript) -> None:
        self.lines = transcript.filled(INVENTED).lines
        super().__init__()

    def play(self) -> None:
        numbers: dict[Any, Any] = {}
        for line in self.lines:
            if line["from"] == "agent":
                message = dict(line["message"])
                if "method" not in message:
                    message["id"] = numbers.get(message["id"], message["id"])
                self.say(message)
            elif line["from"] == "client":
                for number in range(line.get("times", 1)):
                    self.compare(line, number, numbers)
        if rest := self.hear():
            raise AssertionError(f"heard more than there is: {rest!r}")


    def compare(self, line: dict[str, Any], number: int, numbers: dict[Any, Any]) -> None:
        """The next thing said with what stands in the line, the `number`th time that it is sent."""
        heard = self.hear().decode().rstrip("\n")
        if "text" in line:
            wanted, found = line["text"], heard
        else:
            wanted, found = dict(line["message"]), json.loads(heard or "null")
            if found is None:
                raise AssertionError(f"wanted {wanted}, and nothing more was said")
            if "id" in wanted:
                numbers[wanted["id"] + number] = wanted["id"] = found.get("id")
            if wanted["method"] == "initialize":
                wanted["params"] = {**found["params"], **wanted["params"]}
            if wanted["method"] == "$/cancelRequest":
                wanted["params"] = {"id": numbers[wanted["params"]["id"]]}
        if wanted != found:
            raise AssertionError(f"wanted {wanted}, heard {found}")


class Answering(Fake):
    """Answers each request with what `answer` makes of its method and parameters: a result, or an Exception's `args[0]` as error."""

    def __init__(self, answer: Callable[[str, Any], Any]) -> None:
        self.answer = answer
        self.heard: list[dict[str, Any]] = []
        super().__init__()

    def play(self) -> None:
        while text := self.hear():
            message = json.loads(text)
            self.heard.append(message)
            if message["method"] == "initialize":
                result = {"protocolVersion": "1.0", "server": {"name": "fake", "version": "1"}, "methods": [], "virtualClock": False}
                self.say({"jsonrpc": "2.0", "id": message["id"], "result": result})
            elif "id" in message:
                answer = self.answer(message["method"], message["params"])
                if answer is SILENCE:
                    continue
                part = {"error": answer.args[0]} if isinstance(answer, Exception) else {"result": answer}
                self.say({"jsonrpc": "2.0", "id": message["id"], **part})


class Raw(Answering):
    """Says `words` to whatever is asked."""

    def __init__(self, words: bytes) -> None:
        self.words = words
        super().__init__(lambda method, params: self._out.write(self.words) and SILENCE)


class Running(Answering):
    """Says how far two runs are before it answers that `r1` has ended."""

    def __init__(self) -> None:
        super().__init__(self.wait)

    def wait(self, method: str, params: Any) -> Any:
        for token, read in (("r1", 10), ("r2", 999), ("r1", 20)):
            self.say({"jsonrpc": "2.0", "method": "$/progress", "params": {"token": token, "value": {"phase": "fetching", "read": read}}})
        run = {"id": "r1", "integration": "i1", "kind": "test", "trigger": "manual", "state": "succeeded"}
        return {**run, "startedAt": "2026-01-05T08:00:00.000Z", "revision": 1, "progress": {"read": 20}}


SILENCE = object()
"""Instead of an answer."""
