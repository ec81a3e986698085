"""The client for threads."""

from __future__ import annotations

import concurrent.futures
import contextlib
import logging
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Any, TypeVar

from . import errors
from .call import acting
from .codec import decode
from .conversation import Conversation
from .events import Events
from .generated import types
from .generated.methods import Methods
from .program import Log, Path, command
from .run import Waitable, ended, run_id
from .version import VERSION

E = TypeVar("E")
T = TypeVar("T")
logger = logging.getLogger("staffetta")


class Client(Methods):
    """A session with an agent: `client.user.list()`, `client.integration.run_test("Demo")`, and so on for every method of the protocol.

    Begin with `Client.start` or `Client.attach`, and use it in a `with` statement. It may be used from several threads at once.
    """

    server: types.InitializeResult
    """What the agent is and can do."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes], *, process: subprocess.Popen[bytes] | None = None) -> None:
        super().__init__(self._call)
        self.timeout: float | None = None
        self._reader, self._writer, self._process = reader, writer, process
        self._conversation = Conversation()
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._log = Log()
        self._events: list[Events[Any]] = []
        self._threads = [threading.Thread(target=run, name=f"staffetta{run.__name__}", daemon=True) for run in (self._drain, self._write, self._read)]
        for thread in self._threads:
            thread.start()

    @classmethod
    def start(
        cls, database: Path | None = None, *, options: Sequence[str] = (), executable: Path | None = None,
        environment: Mapping[str, str] | None = None, timeout: float | None = None, name: str = "python", version: str = VERSION,
    ) -> Client:  # fmt: skip
        """Starts an agent of its own.

        Args:
            database: Its file; None: where the agent keeps it by itself.
            options: More options of `staffetta serve`, for example `["--require-actor"]`.
            executable: The program; None: what the environment variable STAFFETTA names, else `staffetta` on the PATH.
            environment: Its environment; None: this program's.
            timeout: Seconds that requests wait for their answers if they do not say it themselves; None: for ever.
            name, version: Who is calling, for the agent's log.
        """
        process = subprocess.Popen(
            command(database, options, executable), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=None if environment is None else dict(environment),
        )  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        return cls(process.stdout, process.stdin, process=process)._begin(timeout, name, version)

    @classmethod
    def attach(cls, reader: IO[bytes], writer: IO[bytes], *, timeout: float | None = None, name: str = "python", version: str = VERSION) -> Client:
        """Talks to an agent through binary files that are there already, for example two pipes. To close the client closes `writer`."""
        return cls(reader, writer)._begin(timeout, name, version)

    def _begin(self, timeout: float | None, name: str, version: str) -> Client:
        try:
            params = {"protocolVersion": "1.0", "client": {"name": name, "version": version}}
            self.server = self._call("initialize", params, types.InitializeResult, timeout)
            self.notify("initialized")
        except BaseException:
            self.close()
            raise
        self.timeout = timeout
        return self

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What every method is made of

    def _call(self, method: str, params: Mapping[str, object], result: type[T], timeout: float | None) -> T:
        future: concurrent.futures.Future[Any] = concurrent.futures.Future()
        number, message = self._conversation.ask(method, params, future)
        try:
            self._outbox.put(message)
            answer = future.result(self.timeout if timeout is None else timeout)
        except concurrent.futures.TimeoutError:
            if cancellation := self._conversation.give_up(number):
                self._outbox.put(cancellation)
                raise errors.RequestTimeout(f"{method}: no answer in time; it was cancelled") from None
            answer = future.result()
        except BaseException:
            if cancellation := self._conversation.give_up(number):
                self._outbox.put(cancellation)
            raise
        return decode(result, answer)

    def request(self, method: str, params: Mapping[str, object] | None = None, *, timeout: float | None = None) -> Any:
        """Any method by its name in the protocol, for what this client does not know yet: JSON goes in and comes out."""
        return self._call(method, params or {}, object, timeout)

    def notify(self, method: str, params: Mapping[str, object] | None = None) -> None:
        """Tells the agent something that has no answer."""
        self._outbox.put(self._conversation.tell(method, params or {}))

    def acting_as(self, actor: str) -> Methods:
        """The same methods on behalf of a user, by id: the agent then allows what that user may do (R-ACC-3)."""

        def call(method: str, params: Mapping[str, object], result: type[T], timeout: float | None) -> T:
            return self._call(method, acting(params, actor), result, timeout)

        return Methods(call)

    def wait(self, run: Waitable, *, on_progress: Callable[[types.ProgressValue], object] | None = None, timeout: float | None = None, check: bool = False) -> types.Run:
        """Waits until a run has ended.

        Args:
            run: The run, its id, or the answer of the method that started it.
            on_progress: Is told how far it is, in a thread of its own.
            timeout: Seconds; then `RequestTimeout`. The run goes on.
            check: A run that failed raises its error.
        """
        token = run_id(run)
        if on_progress is None:
            return ended(self.run.wait(run=token, timeout=timeout), check)
        events = self.events(types.ProgressEvent)
        thread = self._deliver(events, lambda event: on_progress(event.value) if event.token == token else None)
        try:
            return ended(self.run.wait(run=token, timeout=timeout), check)
        finally:
            events.close()
            thread.join()

    # Notifications

    def events(self, *wanted: type[E]) -> Events[E]:
        """Notifications of these types, from now on, to iterate over: `for event in client.events(types.UserChanged): …`."""
        events = Events(wanted, self._forget)
        self._events.append(events)
        if self._conversation.has_ended:
            events.close()
        return events

    def on(self, wanted: type[E], function: Callable[[E], object]) -> Callable[[], None]:
        """Calls `function` for each notification of a type, in order, in a thread of its own; it may use the client. Returns what ends that."""
        events = self.events(wanted)
        self._deliver(events, function)
        return events.close

    def _deliver(self, events: Events[E], function: Callable[[E], object]) -> threading.Thread:
        def run() -> None:
            for event in events:
                try:
                    function(event)
                except Exception:
                    logger.exception("a callback for %s failed", type(event).__name__)

        thread = threading.Thread(target=run, name="staffetta events", daemon=True)
        thread.start()
        return thread

    def _forget(self, events: Events[Any]) -> None:
        if events in self._events:
            self._events.remove(events)

    # The streams

    def _write(self) -> None:
        """In a thread of its own, so that nobody waits for an agent that does not read, and no message is broken off by an interrupt."""
        try:
            while (message := self._outbox.get()) is not None:
                self._writer.write(message)
                self._writer.flush()
        except (OSError, ValueError):
            self._conversation.end(self._gone())
        finally:
            with contextlib.suppress(OSError):
                self._writer.close()

    def _read(self) -> None:
        try:
            for text in self._reader:
                event = self._conversation.hear(text)
                if event is not None:
                    for events in list(self._events):
                        events.offer(event)
        except (OSError, ValueError):
            pass
        finally:
            self._conversation.end(self._gone())
            for events in list(self._events):
                events.close()
            self._outbox.put(None)

    def _drain(self) -> None:
        if self._process is None or self._process.stderr is None:
            return
        with self._process.stderr as stream:
            for text in stream:
                self._log.take(text)

    def _gone(self) -> errors.ConnectionClosed:
        """Why nothing is said any more: the status of an agent that was started, and its last words."""
        status = None
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = self._process.wait(timeout=5)
                self._threads[0].join(timeout=5)
        return self._log.closed(status)

    def close(self) -> None:
        """Ends the session. An agent that was started leaves by itself within seconds; if not, it is ended."""
        self._outbox.put(None)
        if self._process is not None:
            self._end_process(self._process)
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout=5)
        if not self._threads[-1].is_alive():
            self._reader.close()

    @staticmethod
    def _end_process(process: subprocess.Popen[bytes]) -> None:
        for end in (process.terminate, process.kill):
            try:
                process.wait(timeout=10)
                return
            except subprocess.TimeoutExpired:
                end()
        process.wait()
