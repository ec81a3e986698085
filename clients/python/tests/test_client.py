"""The client for threads with the real agent."""

from __future__ import annotations

import concurrent.futures
import datetime
import json
import os
import signal
import threading
from typing import Any
from unittest import mock

from staffetta import Client, each, errors, types

from .fake import SILENCE, Answering, Raw, Running
from .scene import Scene, crowd, stop


class Starting(Scene):
    def test_the_program_is_an_argument_or_in_the_environment_or_on_the_path(self) -> None:
        program = os.environ["STAFFETTA"]
        (self.folder / "staffetta").symlink_to(program)
        with mock.patch.dict(os.environ, {"STAFFETTA": "/nowhere"}):
            self.start(executable=program).agent.status()
        with mock.patch.dict(os.environ, {"STAFFETTA": program, "PATH": ""}):
            self.start().agent.status()
        with mock.patch.dict(os.environ, {"PATH": str(self.folder)}):
            del os.environ["STAFFETTA"]
            self.start().agent.status()
            os.environ["PATH"] = "/nowhere"
            with self.assertRaisesRegex(errors.AgentNotFound, "STAFFETTA"):
                Client.start()

    def test_an_agent_that_cannot_begin_says_why(self) -> None:
        (self.folder / "users.sqlite").write_text("no database at all, whatever its name says")
        with self.assertRaisesRegex(errors.StoreDamaged, "Put a backup in its place"):
            self.start()
        with self.assertRaisesRegex(errors.ConnectionClosed, "status 64; .*--no-such-option") as closed:
            self.start("--no-such-option")
        self.assertIn("--no-such-option", "".join(closed.exception.log))

    def test_closing_leaves_neither_process_nor_thread_nor_file(self) -> None:
        files, threads = len(os.listdir("/proc/self/fd")), threading.active_count()
        for _ in range(3):
            with self.start() as client:
                events = client.events(types.UserChanged)
                client.on(types.RunChanged, print)
                process = client._process
            assert process is not None
            self.assertEqual(0, process.returncode)
            self.assertEqual([], list(events))
            with self.assertRaises(errors.ConnectionClosed):
                client.agent.status()
        self.assertEqual(files, len(os.listdir("/proc/self/fd")))
        for thread in threading.enumerate():
            if thread.name == "staffetta events":
                thread.join(5)
        self.assertEqual(threads, threading.active_count())

    def test_stderr_is_drained_from_the_first_byte_and_goes_to_the_log(self) -> None:
        noisy = self.folder / "noisy"
        noisy.write_text(f'#!/bin/sh\nyes "a word too many" | head -c 1000000 >&2\nexec "{os.environ["STAFFETTA"]}" "$@"\n')
        noisy.chmod(0o755)
        with self.assertLogs("staffetta.agent", "DEBUG") as log:
            with self.start("--log-level", "info", executable=noisy, timeout=30) as client:
                client.agent.status()
        self.assertGreater(len(log.output), 60_000)
        self.assertIn("INFO:staffetta.agent:leaving", log.output)


class Calling(Scene):
    def test_what_takes_too_long_is_cancelled_and_its_late_answer_ignored(self) -> None:
        client = self.start()
        assert client._process is not None
        stop(client._process.pid)
        with self.assertRaises(TimeoutError):
            client.agent.status(timeout=0.1)
        client._process.send_signal(signal.SIGCONT)
        self.assertTrue(client.agent.status(timeout=30).ready)
        self.connect(client, crowd(100_000))
        with self.assertRaisesRegex(errors.RequestTimeout, "integration/runTest"):
            client.integration.run_test("People", wait=True, timeout=0.1)
        for run in client.run.list().items:  # none, if it was cancelled before it began
            self.assertEqual("cancelled", client.wait(run, timeout=60).state)

    def test_nobody_waits_for_an_agent_that_does_not_read(self) -> None:
        client = self.start()
        assert client._process is not None
        stop(client._process.pid)
        with self.assertRaises(errors.RequestTimeout):
            client.user.mass_edit(csv=crowd(20_000), preview=True, timeout=0.2)
        client._process.send_signal(signal.SIGCONT)
        self.assertTrue(client.agent.status(timeout=60).ready)

    def test_an_answer_that_is_none_is_told_to_who_asked(self) -> None:
        for answer in ({}, {"error": "no"}, {"error": {"code": 1}}, {"result": {"now": 5}}):
            fake = Raw(json.dumps({"jsonrpc": "2.0", "id": 2, **answer}).encode() + b"\n")
            with Client.attach(fake.reader, fake.writer) as client, self.assertRaises(errors.ProtocolViolation):
                client.clock.get(timeout=10)

    def test_words_that_are_no_message_do_no_harm(self) -> None:
        answer = b'{"jsonrpc":"2.0","id":2,"result":{"now":"2026-01-05T08:00:00.000Z"}}\n'
        for words in (b"hello\n", b"[]\n", b"[" * 100_000 + b"\n", b"\xff\xfe\n", b'{"id":99,"result":{}}\n', b'{"method":"run/changed","params":{}}\n', b'{"method":"moon/full"}\n'):
            fake = Raw(words + answer)
            with Client.attach(fake.reader, fake.writer) as client:
                self.assertEqual(2026, client.clock.get(timeout=10).now.year)

    def test_the_cancellation_names_the_request(self) -> None:
        fake = Answering(lambda method, params: SILENCE)
        with Client.attach(fake.reader, fake.writer, timeout=0.1) as client:
            for call in (client.agent.status, lambda: client.user.list(timeout=0.05)):
                with self.assertRaises(errors.RequestTimeout):
                    call()
        self.assertIsNone(fake.end())
        asked = [each["id"] for each in fake.heard[2:] if "id" in each]
        cancelled = [each["params"]["id"] for each in fake.heard if each["method"] == "$/cancelRequest"]
        self.assertEqual((2, asked), (len(asked), cancelled))

    def test_many_threads_get_each_its_own_answer(self) -> None:
        client = self.start()
        ids = [client.user.create("Ann", f"Number {number}").id for number in range(40)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda user: client.user.get(user=user).id, ids * 10))
        self.assertEqual(ids * 10, answers)
        self.assertEqual(ids, [user.id for user in each(client.user.list, limit=7)])

    def test_null_clears_and_nothing_leaves(self) -> None:
        client = self.start()
        user = client.user.create("Ann", "Berg", email="ann@acme.example", participation=types.ParticipationInput(start_date=datetime.date(2031, 2, 1)))
        self.assertEqual(datetime.date(2031, 2, 1), user.participation.start_date)
        self.assertEqual("ann@acme.example", client.user.update(user.id, first_name="Anna").email)
        cleared = client.user.update(user.id, email=None, participation=types.ParticipationPatch(start_date=None))
        self.assertEqual((None, None, "Anna"), (cleared.email, cleared.participation.start_date, cleared.first_name))

    def test_acting_as_a_user_is_allowed_what_the_user_is(self) -> None:
        client = self.start()
        roles: list[types.Role] = ["administrator", "employee"]
        chief, worker = [client.user.create("Ann", role, role=role) for role in roles]
        self.assertEqual(2, client.acting_as(chief.id).account.get().users.total)
        with self.assertRaises(errors.Forbidden):
            client.acting_as(worker.id).account.get()
        self.assertEqual(2, client.acting_as(worker.id).account.get(actor=chief.id).users.total)

    def test_an_agent_that_dies_ends_what_waits_for_it(self) -> None:
        client = self.start()
        self.connect(client, crowd(100_000))
        assert client._process is not None
        run = client.integration.run_test("People")
        events = client.events(types.RunChanged)
        timer = threading.Timer(0.3, client._process.kill)
        timer.start()
        with self.assertRaises(errors.ConnectionClosed) as closed:
            client.wait(run)
        self.assertEqual(-signal.SIGKILL, closed.exception.status)
        self.assertTrue(all(event.run.id == run.run.id for event in events))
        with self.assertRaises(errors.ConnectionClosed):
            client.agent.status()


class Hearing(Scene):
    def test_notifications_come_to_iterators_and_callbacks_which_may_use_the_client(self) -> None:
        client = self.start()
        seen: list[str] = []
        both = threading.Event()

        def look(change: types.UserChanged) -> None:
            seen.append(client.user.changes(change.last_sequence - 1).changes[0].user.last_name)  # type: ignore[union-attr]
            if len(seen) == 1:
                raise RuntimeError("a callback that fails does not end the others")
            both.set()

        stop = client.on(types.UserChanged, look)
        with client.events(types.UserChanged) as changes:
            client.user.create("Ann", "Berg")
            self.assertEqual(1, next(changes).last_sequence)
            client.user.create("Bo", "Ek")
            self.assertEqual(2, next(changes).last_sequence)
        self.assertTrue(both.wait(10))
        stop()
        client.user.create("Cy", "Dahl")
        client.agent.status()
        self.assertEqual(["Berg", "Ek"], seen)
        self.assertEqual([], list(changes))

    def test_a_reader_who_is_far_behind_loses_the_oldest(self) -> None:
        client = self.start()
        with mock.patch("staffetta.events.WAITING", 3):
            events = client.events(types.UserChanged)
        latest = client.events(types.UserChanged)
        for number in range(8):
            client.user.create("Ann", f"Number {number}")
            self.assertEqual(number + 1, next(latest).last_sequence)
        events.close()
        self.assertEqual([7, 8], [event.last_sequence for event in events])

    def test_wait_tells_the_progress_and_raises_the_error_of_a_failed_run(self) -> None:
        client = self.start()
        path = self.connect(client, crowd(5_000))
        progress: list[types.ProgressValue] = []
        run = client.wait(client.integration.run_test("People"), on_progress=progress.append, check=True)
        self.assertEqual(("succeeded", 5_000), (run.state, run.summary and run.summary.created))
        self.assertTrue(progress)
        self.assertEqual(sorted(each.read for each in progress), [each.read for each in progress])
        path.unlink()
        failed = client.wait(client.integration.run_test("People"))
        self.assertEqual("failed", failed.state)
        with self.assertRaises(errors.FileUnavailable):
            client.wait(failed, check=True)

    def test_wait_tells_nothing_of_other_runs(self) -> None:
        fake = Running()
        progress: list[int] = []
        with Client.attach(fake.reader, fake.writer) as client:
            client.wait("r1", on_progress=lambda value: progress.append(value.read))
        self.assertEqual([10, 20], progress)

    def test_interrupting_a_wait_cancels_the_request(self) -> None:
        # A shell starts what runs in its background with this signal ignored.
        self.addCleanup(signal.signal, signal.SIGINT, signal.signal(signal.SIGINT, signal.default_int_handler))

        def interrupt(method: str, params: Any) -> object:
            os.kill(os.getpid(), signal.SIGINT)
            return SILENCE

        fake = Answering(interrupt)
        with Client.attach(fake.reader, fake.writer) as client:
            with self.assertRaises(KeyboardInterrupt):
                client.agent.status(timeout=20)
        self.assertIsNone(fake.end())
        self.assertEqual("$/cancelRequest", fake.heard[-1]["method"])
