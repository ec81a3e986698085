"""The client for asyncio."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from . import errors
from .call import acting
from .codec import decode
from .conversation import Conversation
from .events import WAITING
from .generated import types
from .generated.async_methods import AsyncMethods
from .program import Log, Path, command
from .run import Waitable, ended, run_id
from .version import VERSION

E = TypeVar("E")
T = TypeVar("T")
logger = logging.getLogger("staffetta")


class AsyncEvents(Generic[E]):
    """Notifications of some types, from the moment it was made: iterate over it. It ends with the connection, or when it is closed."""

    def __init__(self, types: tuple[type[E], ...], forget: Callable[[AsyncEvents[Any]], None]) -> None:
        self._types = types
        self._forget = forget
        self._queue: asyncio.Queue[E | None] = asyncio.Queue()
        self._has_ended = False

    def __aiter__(self) -> AsyncIterator[E]:
        return self

    async def __anext__(self) -> E:
        event = await self._queue.get()
        if event is None:
            self._queue.put_nowait(None)
            raise StopAsyncIteration
        return event

    def close(self) -> None:
        """No more are collected; those which are there can still be read."""
        self._forget(self)
        if not self._has_ended:
            self._has_ended = True
            self._queue.put_nowait(None)

    def offer(self, event: Any) -> None:
        """Takes a notification, if it is one of those that are wanted."""
        if isinstance(event, self._types) and not self._has_ended:
            if self._queue.qsize() >= WAITING:
                self._queue.get_nowait()
            self._queue.put_nowait(event)


class AsyncClient(AsyncMethods):
    """A session with an agent: `await client.user.list()`, and so on for every method of the protocol.

    Begin with `async with await AsyncClient.start(…) as client:` or with `AsyncClient.attach`. To cancel the task that waits for an answer
    cancels the request at the agent.
    """

    server: types.InitializeResult
    """What the agent is and can do."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, process: asyncio.subprocess.Process | None = None) -> None:
        super().__init__(self._call)
        self.timeout: float | None = None
        self._reader, self._writer, self._process = reader, writer, process
        self._conversation = Conversation()
        self._log = Log()
        self._events: list[AsyncEvents[Any]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._draining = asyncio.create_task(self._drain())
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(
        cls, database: Path | None = None, *, options: Sequence[str] = (), executable: Path | None = None,
        environment: Mapping[str, str] | None = None, timeout: float | None = None, name: str = "python", version: str = VERSION,
    ) -> AsyncClient:  # fmt: skip
        """Starts an agent of its own; the arguments are those of `Client.start`."""
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command(database, options, executable), stdin=pipe, stdout=pipe, stderr=pipe, env=None if environment is None else dict(environment)
        )
        assert process.stdin is not None and process.stdout is not None
        return await cls(process.stdout, process.stdin, process=process)._begin(timeout, name, version)

    @classmethod
    async def attach(
        cls, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, timeout: float | None = None, name: str = "python", version: str = VERSION
    ) -> AsyncClient:
        """Talks to an agent through streams that are there already. To close the client closes `writer`."""
        return await cls(reader, writer)._begin(timeout, name, version)

    async def _begin(self, timeout: float | None, name: str, version: str) -> AsyncClient:
        try:
            params = {"protocolVersion": "1.0", "client": {"name": name, "version": version}}
            self.server = await self._call("initialize", params, types.InitializeResult, timeout)
            self.notify("initialized")
        except BaseException:
            await self.close()
            raise
        self.timeout = timeout
        return self

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    # What every method is made of

    async def _call(self, method: str, params: Mapping[str, object], result: type[T], timeout: float | None) -> T:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        number, message = self._conversation.ask(method, params, future)
        try:
            self._writer.write(message)
            answer = await asyncio.wait_for(future, self.timeout if timeout is None else timeout)
        except asyncio.TimeoutError:
            self._give_up(number)
            raise errors.RequestTimeout(f"{method}: no answer in time; it was cancelled") from None
        except BaseException:
            self._give_up(number)
            raise
        return decode(result, answer)

    def _give_up(self, number: int) -> None:
        if cancellation := self._conversation.give_up(number):
            self._writer.write(cancellation)

    async def request(self, method: str, params: Mapping[str, object] | None = None, *, timeout: float | None = None) -> Any:
        """Any method by its name in the protocol, for what this client does not know yet: JSON goes in and comes out."""
        return await self._call(method, params or {}, object, timeout)

    def notify(self, method: str, params: Mapping[str, object] | None = None) -> None:
        """Tells the agent something that has no answer."""
        self._writer.write(self._conversation.tell(method, params or {}))

    def acting_as(self, actor: str) -> AsyncMethods:
        """The same methods on behalf of a user, by id: the agent then allows what that user may do (R-ACC-3)."""

        async def call(method: str, params: Mapping[str, object], result: type[T], timeout: float | None) -> T:
            return await self._call(method, acting(params, actor), result, timeout)

        return AsyncMethods(call)

    async def wait(self, run: Waitable, *, on_progress: Callable[[types.ProgressValue], object] | None = None, timeout: float | None = None, check: bool = False) -> types.Run:
        """Waits until a run has ended; the arguments are those of `Client.wait`. `on_progress` may be a coroutine function."""
        token = run_id(run)
        if on_progress is None:
            return ended(await self.run.wait(run=token, timeout=timeout), check)
        events = self.events(types.ProgressEvent)
        task = self._deliver(events, lambda event: on_progress(event.value) if event.token == token else None)
        try:
            return ended(await self.run.wait(run=token, timeout=timeout), check)
        finally:
            events.close()
            await task

    # Notifications

    def events(self, *wanted: type[E]) -> AsyncEvents[E]:
        """Notifications of these types, from now on, to iterate over: `async for event in client.events(types.UserChanged): …`."""
        events = AsyncEvents(wanted, self._forget)
        self._events.append(events)
        if self._conversation.has_ended:
            events.close()
        return events

    def on(self, wanted: type[E], function: Callable[[E], object]) -> Callable[[], None]:
        """Calls `function`, which may be a coroutine function, for each notification of a type, in order. Returns what ends that."""
        events = self.events(wanted)
        self._deliver(events, function)
        return events.close

    def _deliver(self, events: AsyncEvents[E], function: Callable[[E], object]) -> asyncio.Task[None]:
        async def run() -> None:
            async for event in events:
                try:
                    result = function(event)
                    if inspect.isawaitable(result):
                        await result
                except Exception:
                    logger.exception("a callback for %s failed", type(event).__name__)

        task = asyncio.create_task(run())
        self._tasks.add(task)  # one that nobody holds may be collected
        task.add_done_callback(self._tasks.discard)
        return task

    def _forget(self, events: AsyncEvents[Any]) -> None:
        if events in self._events:
            self._events.remove(events)

    # The streams

    async def _read(self) -> None:
        try:
            async for line in _lines(self._reader):
                event = self._conversation.hear(line)
                if event is not None:
                    for events in list(self._events):
                        events.offer(event)
        except OSError:
            pass
        finally:
            status = None
            if self._process is not None:
                status = await self._process.wait()
                await self._draining
            self._conversation.end(self._log.closed(status))
            for events in list(self._events):
                events.close()

    async def _drain(self) -> None:
        if self._process is None or self._process.stderr is None:
            return
        async for line in _lines(self._process.stderr):
            self._log.take(line)

    async def close(self) -> None:
        """Ends the session. An agent that was started leaves by itself within seconds; if not, it is ended."""
        self._writer.close()
        if self._process is not None:
            await self._end_process(self._process)
            await self._reading
        else:
            await asyncio.wait([self._reading], timeout=5)
            self._reading.cancel()

    @staticmethod
    async def _end_process(process: asyncio.subprocess.Process) -> None:
        for end in (process.terminate, process.kill):
            try:
                await asyncio.wait_for(process.wait(), 10)
                return
            except asyncio.TimeoutError:
                end()
        await process.wait()


async def _lines(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Lines of any length; a reader's own `readline` has a limit."""
    rest: list[bytes] = []
    while chunk := await reader.read(1 << 16):
        *lines, last = chunk.split(b"\n")
        for line in lines:
            yield b"".join([*rest, line])
            rest.clear()
        rest.append(last)
    if any(rest):
        yield b"".join(rest)
