"""Every exception: those of the protocol's error table by their kind, and those of the client itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .faults import AgentError as AgentError
from .faults import AgentNotFound as AgentNotFound
from .faults import ConnectionClosed as ConnectionClosed
from .faults import ProtocolViolation as ProtocolViolation
from .faults import RequestTimeout as RequestTimeout
from .faults import StaffettaError as StaffettaError
from .generated.errors import *  # noqa: F403
from .generated.errors import ERRORS


def from_json(error: Mapping[str, Any]) -> AgentError:
    """The exception for the `error` of an answer or of a run."""
    data = error.get("data") or {}
    kind = str(data.get("kind", ""))
    return ERRORS.get(kind, AgentError)(str(error.get("message", "")), data=data, code=int(error.get("code", 0)), kind=kind)
