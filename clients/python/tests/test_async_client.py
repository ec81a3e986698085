"""The client for asyncio with the real agent."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
import unittest
from pathlib import Path
from typing import Any

from staffetta import AsyncClient, async_each, errors, types

from .fake import SILENCE, Answering, Running
from .scene import crowd, stop


class Asynchronous(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    async def start(self, *options: str, **arguments: Any) -> AsyncClient:
        client = await AsyncClient.start(self.folder / "users.sqlite", options=options, **arguments)
        self.addAsyncCleanup(client.close)
        return client

    async def connect(self, client: AsyncClient, people: str) -> None:
        path = self.folder / "people.csv"
        path.write_text(people)
        await client.feature.enable("hrisIntegration", accept_subprocessor=True)
        await client.integration.connect("file", {"kind": "none", "fields": {"path": str(path)}}, name="People")
        await client.integration.configure("People", {})

    async def test_from_nothing_to_a_synced_crowd_in_long_messages(self) -> None:
        async with await self.start() as client:
            await self.connect(client, crowd(3_000))
            progress: list[types.ProgressValue] = []
            run = await client.wait(await client.integration.run_test("People"), on_progress=progress.append, check=True)
            self.assertEqual(3_000, run.summary and run.summary.created)
            self.assertTrue(progress)
            await client.wait(await client.integration.enable("People"), check=True)
            self.assertEqual(3_000, len([user.id async for user in async_each(client.user.list, limit=1_000)]))
            self.assertEqual(3_000, len({user.id async for user in async_each(client.user.list, limit=777)}))
        self.assertEqual(0, client._process and client._process.returncode)
        with self.assertRaises(errors.ConnectionClosed):
            await client.agent.status()

    async def test_many_tasks_get_each_their_own_answer(self) -> None:
        client = await self.start()
        ids = [(await client.user.create("Ann", f"Number {number}")).id for number in range(20)]
        answers = await asyncio.gather(*(client.user.get(user=user) for user in ids * 10))
        self.assertEqual(ids * 10, [user.id for user in answers])

    async def test_time_outs_and_cancelled_tasks_cancel_the_request(self) -> None:
        client = await self.start()
        assert client._process is not None
        stop(client._process.pid)
        with self.assertRaises(TimeoutError):
            await client.agent.status(timeout=0.1)
        client._process.send_signal(signal.SIGCONT)
        await self.connect(client, crowd(100_000))
        started = client.events(types.RunChanged)
        task = asyncio.create_task(client.integration.run_test("People", wait=True))
        run = (await started.__anext__()).run
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task
        self.assertEqual("cancelled", (await client.wait(run, timeout=60)).state)

    async def test_the_cancellation_names_the_request(self) -> None:
        fake = Answering(lambda method, params: SILENCE)
        async with await AsyncClient.attach(*await fake.streams(), timeout=0.1) as client:
            for _ in range(2):
                with self.assertRaises(errors.RequestTimeout):
                    await client.agent.status()
        self.assertIsNone(await asyncio.to_thread(fake.end))
        asked = [each["id"] for each in fake.heard[2:] if "id" in each]
        cancelled = [each["params"]["id"] for each in fake.heard if each["method"] == "$/cancelRequest"]
        self.assertEqual((2, asked), (len(asked), cancelled))

    async def test_wait_tells_nothing_of_other_runs(self) -> None:
        fake = Running()
        progress: list[int] = []
        async with await AsyncClient.attach(*await fake.streams()) as client:
            await client.wait("r1", on_progress=lambda value: progress.append(value.read))
        self.assertEqual([10, 20], progress)

    async def test_notifications_come_to_iterators_and_to_both_kinds_of_callbacks(self) -> None:
        client = await self.start()
        seen: asyncio.Queue[str] = asyncio.Queue()

        async def look(change: types.UserChanged) -> None:
            changes = await client.user.changes(change.last_sequence - 1)
            seen.put_nowait(changes.changes[0].user.last_name)  # type: ignore[union-attr]

        client.on(types.UserChanged, look)
        stop = client.on(types.UserChanged, lambda change: seen.put_nowait(str(change.last_sequence)))
        changes = client.events(types.UserChanged)
        await client.user.create("Ann", "Berg")
        self.assertEqual(1, (await changes.__anext__()).last_sequence)
        self.assertEqual({"Berg", "1"}, {await seen.get(), await seen.get()})
        stop()
        await client.user.create("Bo", "Ek")
        self.assertEqual("Ek", await seen.get())
        await client.close()
        self.assertEqual([2], [change.last_sequence async for change in changes])
        self.assertTrue(seen.empty())

    async def test_an_agent_that_dies_or_cannot_begin(self) -> None:
        client = await self.start()
        assert client._process is not None
        os.kill(client._process.pid, signal.SIGKILL)
        with self.assertRaises(errors.ConnectionClosed) as closed:
            await client.agent.status()
        self.assertEqual(-signal.SIGKILL, closed.exception.status)
        with self.assertRaises(errors.ConnectionClosed):
            await client.agent.status()
        (self.folder / "damaged.sqlite").write_text("no database at all, whatever its name says")
        with self.assertRaisesRegex(errors.StoreDamaged, "Put a backup in its place"):
            await AsyncClient.start(self.folder / "damaged.sqlite")

    async def test_acting_as_a_user(self) -> None:
        client = await self.start()
        worker = await client.user.create("Ann", "Berg")
        with self.assertRaises(errors.Forbidden):
            await client.acting_as(worker.id).account.get()
