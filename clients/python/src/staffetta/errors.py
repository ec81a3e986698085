"""Every exception: those of the protocol's error table by their kind, and those of the client itself."""

from __future__ import annotations

from typing import Any

from .faults import AgentError as AgentError
from .faults import AgentNotFound as AgentNotFound
from .faults import ConnectionClosed as ConnectionClosed
from .faults import ProtocolViolation as ProtocolViolation
from .faults import RequestTimeout as RequestTimeout
from .faults import StaffettaError as StaffettaError
from .generated.errors import *  # noqa: F403
from .generated.errors import ERRORS


def from_json(error: Any) -> StaffettaError:
    """The exception for the `error` of an answer or of a run."""
    try:
        code, message, data = int(error["code"]), str(error["message"]), dict(error.get("data") or {})
    except (KeyError, TypeError, ValueError, AttributeError):
        return ProtocolViolation("the error in an answer has no code or no message")
    kind = str(data.get("kind", ""))
    return ERRORS.get(kind, AgentError)(message, data=data, code=code, kind=kind)
