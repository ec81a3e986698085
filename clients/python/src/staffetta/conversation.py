"""What was asked and is not answered yet. Knows neither streams nor threads: both clients talk through one of these."""

from __future__ import annotations

import itertools
import json
import logging
import threading
from collections.abc import Mapping
from typing import Any, Protocol

from . import errors
from .codec import decode, encode
from .generated.events import EVENTS, Event

logger = logging.getLogger("staffetta")


class Promise(Protocol):
    """A future, of a thread or of asyncio."""

    def set_result(self, result: Any) -> None: ...
    def set_exception(self, exception: BaseException) -> None: ...
    def done(self) -> bool: ...


def line(message: Mapping[str, Any]) -> bytes:
    """A message as it is sent."""
    return json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


class Conversation:
    """Numbers requests, hands answers to those who wait for them, and reads notifications."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._waiting: dict[int, Promise] = {}
        self._end: Exception | None = None
        self._lock = threading.Lock()

    def ask(self, method: str, params: Mapping[str, object], promise: Promise) -> tuple[int, bytes]:
        """A request, to be sent; `promise` gets the result as JSON, or the error."""
        number = next(self._ids)
        message = line({"jsonrpc": "2.0", "id": number, "method": method, "params": encode(params)})
        with self._lock:
            if self._end is not None:
                raise self._end
            self._waiting[number] = promise
        return number, message

    def tell(self, method: str, params: Mapping[str, object]) -> bytes:
        """A notification, to be sent."""
        return line({"jsonrpc": "2.0", "method": method, "params": encode(params)})

    def give_up(self, number: int) -> bytes | None:
        """Nobody waits for this request any more: what tells the agent, to be sent; None if the answer is there already."""
        with self._lock:
            promise = self._waiting.pop(number, None)
        return None if promise is None else self.tell("$/cancelRequest", {"id": number})

    def hear(self, text: bytes) -> Event | None:
        """Takes a line of the agent: an answer goes to who waits for it, a notification is returned."""
        try:
            message = json.loads(text)
            method = message.get("method")
        except (ValueError, AttributeError, RecursionError):
            logger.error("the agent said something that is no message")
            return None
        if method is None:
            self._answer(message)
            return None
        form = EVENTS.get(method)
        if form is None:
            return None
        try:
            return decode(form, message.get("params"))
        except errors.ProtocolViolation as violation:
            logger.error("the agent told %s wrongly: %s", method, violation)
            return None

    def _answer(self, message: Mapping[str, Any]) -> None:
        number = message.get("id")
        with self._lock:
            promise = self._waiting.pop(number, None) if isinstance(number, int) else None
        if promise is None or promise.done():
            if number is None and "error" in message:
                logger.error("the agent could not read a message: %s", errors.from_json(message["error"]))
            return
        if "error" in message:
            promise.set_exception(errors.from_json(message["error"]))
        elif "result" in message:
            promise.set_result(message["result"])
        else:
            promise.set_exception(errors.ProtocolViolation("an answer has neither result nor error"))

    @property
    def has_ended(self) -> bool:
        """Whether the agent is gone."""
        return self._end is not None

    def end(self, fault: Exception) -> None:
        """No answer comes any more: everybody who waits gets `fault`, and so does who asks later."""
        with self._lock:
            if self._end is None:
                self._end = fault
            waiting, self._waiting = self._waiting, {}
        for promise in waiting.values():
            if not promise.done():
                promise.set_exception(fault)
