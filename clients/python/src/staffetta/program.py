"""Finding the agent's program, and reading what it logs."""

from __future__ import annotations

import collections
import json
import logging
import os
import shutil
from collections.abc import Sequence
from typing import Union

from .faults import AgentNotFound, ConnectionClosed

Path = Union[str, "os.PathLike[str]"]

logger = logging.getLogger("staffetta.agent")

_LEVELS = {
    "trace": logging.DEBUG, "debug": logging.DEBUG, "info": logging.INFO, "notice": logging.INFO,
    "warning": logging.WARNING, "error": logging.ERROR, "critical": logging.CRITICAL,
}  # fmt: skip


def command(database: Path | None, options: Sequence[str], executable: Path | None) -> list[str]:
    """The command line. The program is `executable`, else what STAFFETTA names, else `staffetta` on the PATH."""
    name = os.fspath(executable or os.environ.get("STAFFETTA") or "staffetta")
    program = shutil.which(name)
    if program is None:
        raise AgentNotFound(f"There is no program “{name}”. Put staffetta on the PATH, name it in the environment variable STAFFETTA, or give executable=….")
    return [program, *(["--database", os.fspath(database)] if database is not None else []), *options]


class Log:
    """What the agent writes on stderr: handed to the logger `staffetta.agent`; the last lines are kept for the case that it dies."""

    def __init__(self) -> None:
        self.last: collections.deque[str] = collections.deque(maxlen=20)

    def take(self, text: bytes) -> None:
        line = text.decode(errors="replace").rstrip()
        if not line:
            return
        self.last.append(line)
        try:
            entry = json.loads(line)
            level, message = _LEVELS[entry["level"]], str(entry["message"])
        except (ValueError, KeyError, TypeError):
            level, message = logging.WARNING, line
        logger.log(level, "%s", message)

    def closed(self, status: int | None) -> ConnectionClosed:
        """What to raise when the agent is gone."""
        words = "the agent is gone" if status is None else f"the agent left with status {status}"
        lines = list(self.last)
        told = [line for line in lines if line.startswith("Error: ")] or lines
        return ConnectionClosed("; ".join([words, *told[-1:]]), status=status, log=lines)
