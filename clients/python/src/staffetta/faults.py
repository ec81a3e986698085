"""What can go wrong between a client and its agent. `staffetta.errors` has these and one for each kind of error of the protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class StaffettaError(Exception):
    """Everything that this package raises."""


class AgentError(StaffettaError):
    """The agent answered with an error. Its kinds are the subclasses; a kind that this client does not know yet is an AgentError itself."""

    code: int = 0
    """The number in the protocol's error table; its thousand says who can act."""
    kind: str = ""
    """The stable name."""
    data: dict[str, Any]
    """What a program needs: `retryAt`, `counts`, `problems`, … It may name people, so it is not part of the text."""

    def __init__(self, message: str, *, data: Mapping[str, Any] | None = None, code: int | None = None, kind: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.data = dict(data or {})
        if code is not None:
            self.code = code
        if kind is not None:
            self.kind = kind


class AgentNotFound(StaffettaError):
    """There is no `staffetta` to start."""


class ConnectionClosed(StaffettaError):
    """The agent is gone, or the client was closed; what was asked last may or may not have been done."""

    def __init__(self, message: str, *, status: int | None = None, log: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.status = status
        """The exit status of the agent, if this client had started it. Negative: the signal."""
        self.log = list(log)
        """The last lines that it logged."""


class RequestTimeout(StaffettaError, TimeoutError):
    """No answer came in time; the request was cancelled."""


class ProtocolViolation(StaffettaError):
    """The agent said something that the protocol does not know. Values are not in the text, they may be personal."""
