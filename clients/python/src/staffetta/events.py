"""Notifications for threads."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

E = TypeVar("E")

WAITING = 10_000
"""How many notifications wait for a reader. They are hints and the agent's database has it all: if more come, the oldest are dropped."""


class Events(Generic[E]):
    """Notifications of some types, from the moment it was made: iterate over it. It ends with the connection, or when it is closed."""

    def __init__(self, types: tuple[type[E], ...], forget: Callable[[Events[Any]], None]) -> None:
        self._types = types
        self._forget = forget
        self._queue: queue.Queue[E | None] = queue.Queue(maxsize=WAITING)
        self._lock = threading.Lock()
        self._has_ended = False

    def __enter__(self) -> Events[E]:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Events[E]:
        return self

    def __next__(self) -> E:
        event = self._queue.get()
        if event is None:
            self._queue.put(None)
            raise StopIteration
        return event

    def get(self, timeout: float | None = None) -> E | None:
        """The next one; None if none came within so many seconds, or at the end."""
        try:
            event = self._queue.get(timeout=timeout)
        except queue.Empty:
            return None
        if event is None:
            self._queue.put(None)
        return event

    def close(self) -> None:
        """No more are collected; those which are there can still be read."""
        self._forget(self)
        self._take(None)

    def offer(self, event: object) -> None:
        """Takes a notification, if it is one of those that are wanted."""
        if isinstance(event, self._types):
            self._take(event)

    def _take(self, event: E | None) -> None:
        with self._lock:
            if self._has_ended:
                return
            self._has_ended = event is None
            while True:
                try:
                    return self._queue.put_nowait(event)
                except queue.Full:
                    self._queue.get_nowait()
