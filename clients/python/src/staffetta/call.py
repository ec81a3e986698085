"""What the generated methods need of a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

T = TypeVar("T")


class Call(Protocol):
    """Sends a request, waits for its answer and reads it as `result`."""

    def __call__(self, method: str, params: Mapping[str, object], result: type[T], timeout: float | None) -> T: ...


class AsyncCall(Protocol):
    """The same for asyncio."""

    async def __call__(self, method: str, params: Mapping[str, object], result: type[T], timeout: float | None) -> T: ...


def acting(params: Mapping[str, object], actor: str) -> Mapping[str, object]:
    """`params` on behalf of a user; an actor that they name themselves goes first."""
    named = params.get("actor")
    return params if isinstance(named, str) else {**params, "actor": actor}
