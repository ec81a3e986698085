"""Lists that come in parts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item", covariant=True)


class Page(Protocol[Item]):
    """A part of a list."""

    @property
    def items(self) -> Sequence[Item]: ...

    @property
    def next_cursor(self) -> str | None: ...


def each(method: Callable[..., Page[Item]], *args: Any, **params: Any) -> Iterator[Item]:
    """Every item of a list, part by part as they are needed: `for user in each(client.user.list, role="employee"): …`."""
    cursor = params.pop("cursor", None)
    while True:
        page = method(*args, cursor=cursor, **params)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


async def async_each(method: Callable[..., Awaitable[Page[Item]]], *args: Any, **params: Any) -> AsyncIterator[Item]:
    """The same for asyncio: `async for user in async_each(client.user.list): …`."""
    cursor = params.pop("cursor", None)
    while True:
        page = await method(*args, cursor=cursor, **params)
        for item in page.items:
            yield item
        cursor = page.next_cursor
        if cursor is None:
            return
