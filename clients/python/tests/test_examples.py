"""What the documents show runs, and does what they say."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import io
import json
import os
import random
import re
import runpy
import threading
import unittest
from collections.abc import Iterator
from typing import Any

import flask.testing
import staffetta

from examples.flask_backend import create_app
from examples.mirror import Mirror
from staffetta import Client, each, encode, errors, types

from .scene import Scene, crowd
from .transcript import ROOT

EXAMPLES = ROOT / "clients" / "python" / "examples"


class Documents(unittest.TestCase):
    def test_they_show_the_examples_as_they_are(self) -> None:
        for document, names in {"clients/python/README.md": ["first_sync"], "docs/embedding.md": ["flask_backend", "mirror"]}.items():
            text = (ROOT / document).read_text()
            for name in names:
                self.assertIn(f"```python\n{(EXAMPLES / name).with_suffix('.py').read_text()}```", text, f"{document} shows another {name}.py")


class Readme(Scene):
    def test_its_code_runs_from_the_first_block_to_the_last(self) -> None:
        text = (ROOT / "clients/python/README.md").read_text()
        first, refused, notifications, asynchronous = re.findall("```python\n(.*?)```", text, re.DOTALL)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(first, {})
            client = self.start("--tests-per-day", "1")
            names: dict[str, Any] = {"staffetta": staffetta, "client": client}
            exec(refused, names)
            self.assertRegex(said.getvalue().splitlines()[-1], r"At most 1 .* 20\d\d-.*Z$")
            thread = threading.Thread(target=exec, args=[notifications, names])
            thread.start()
            while not client._events:
                threading.Event().wait(0.01)
            changes = client.events(types.UserChanged)
            user = client.user.create("Ann", "Berg")
            next(changes)
            client.close()
            thread.join(10)
            self.assertEqual(str(user.sequence), said.getvalue().splitlines()[-1])
            asyncio.run(eval(compile(asynchronous, "README.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), {"staffetta": staffetta}))
            self.assertIn(user.id, said.getvalue().splitlines()[-275:])


class FirstSync(Scene):
    def test_ten_lines_lead_to_a_finished_sync(self) -> None:
        self.assertLessEqual(len((EXAMPLES / "first_sync.py").read_text().splitlines()), 10)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)
        with contextlib.redirect_stdout(io.StringIO()) as said:
            runpy.run_path(str(EXAMPLES / "first_sync.py"))
        lines = said.getvalue().splitlines()
        self.assertIn("created=274, updated=0", [line for line in lines if line.startswith("Summary")][-1])
        self.assertTrue(any(line.startswith("ProgressValue(phase='fetching'") for line in lines))
        self.assertEqual(274, self.start().account.get().users.managed)


class Mirrored(Scene):
    def equal(self, mirror: Mirror, client: Client) -> None:
        mirror.catch_up(client)
        self.assertEqual({user.id: user for user in each(client.user.list, limit=1000)}, mirror.users)

    def test_r_usr_2_whoever_applies_the_changes_has_the_same_directory(self) -> None:
        """Random changes, some by syncs, with the mirror catching up now and then."""
        chance = random.Random(7)
        client, mirror = self.start("--tests-per-day", "0", "--syncs-per-day", "0"), Mirror()
        path = self.connect(client, crowd(250))
        client.integration.enable("People", wait=True)
        self.equal(mirror, client)
        self.assertEqual(250, len(mirror.users))
        for step in range(120):
            users = list(mirror.users)
            match chance.randrange(5):
                case 0:
                    client.user.create("Guest", f"Number {step}")
                case 1:
                    client.user.update(chance.choice(users), first_name=f"Step {step}")
                case 2:
                    user = chance.choice(users)
                    client.user.delete(user)
                    self.assertIn(user, mirror.users)
                case 3 if step % 4 == 0:
                    path.write_text(crowd(chance.randrange(200, 260)))
                    client.integration.sync("People", wait=True)
            if chance.random() < 0.7 or step > 100:
                self.equal(mirror, client)
        self.equal(mirror, client)

    def test_r_usr_2_after_a_restore_the_mirror_begins_anew(self) -> None:
        client, mirror = self.start(), Mirror()
        for number in range(5):
            client.user.create("Ann", f"Number {number}")
        for since in (1, 6):  # so many changes after the restore, fewer and more than were lost
            backup = self.folder / f"backup{since}.sqlite"
            client.store.backup(str(backup))
            for number in range(4):
                client.user.create("Bo", f"Number {number}")
            self.equal(mirror, client)
            with Client.start(backup) as restored:
                for number in range(since):
                    restored.user.create("Cy", f"Number {number}")
                before = mirror.store
                self.equal(mirror, restored)
                self.assertNotEqual(before, mirror.store)
            self.equal(mirror, client)
        with Client.start(options=["--memory"]) as empty:
            self.equal(mirror, empty)
            self.assertEqual({}, mirror.users)

    def test_who_follows_hears_of_changes_by_itself(self) -> None:
        client = self.start()
        client.user.create("Ann", "Berg")
        caught_up = threading.Semaphore(0)

        class Told(Mirror):
            def catch_up(self, agent: Client) -> None:
                super().catch_up(agent)
                caught_up.release()

        def follow() -> None:
            with contextlib.suppress(errors.ConnectionClosed):
                mirror.follow(client)

        mirror = Told()
        thread = threading.Thread(target=follow)
        thread.start()
        user = client.user.create("Bo", "Ek")
        client.user.delete(user.id)
        with Client.start(self.folder / "users.sqlite") as other:
            other.user.create("Cy", "Dahl")
        while sorted(user.last_name for user in mirror.users.values()) != ["Berg", "Dahl"]:
            self.assertTrue(caught_up.acquire(timeout=10), "nobody told the mirror")
        client.close()
        thread.join(10)
        self.assertFalse(thread.is_alive())


class Flask(Scene):
    def test_it_has_thirty_lines(self) -> None:
        lines = (EXAMPLES / "flask_backend.py").read_text().splitlines()
        self.assertLessEqual(len([line for line in lines if line]), 30)

    def browser(self, client: Client, role: types.Role) -> flask.testing.FlaskClient:
        app = create_app(client)
        app.secret_key = "of this test"
        browser = app.test_client()
        with browser.session_transaction() as session:
            session["user"] = client.user.create("Ann", role, role=role).id
        return browser

    def post(self, browser: flask.testing.FlaskClient, path: str, **params: Any) -> tuple[int, Any]:
        answer = browser.post(f"/hris/{path}", json=params)
        return answer.status_code, answer.get_json()

    def test_an_administrator_goes_the_whole_way(self) -> None:
        client = self.start()
        browser = self.browser(client, "administrator")
        status, refusal = self.post(browser, "feature/enable", feature="hrisIntegration")
        self.assertEqual((409, "acceptanceRequired"), (status, refusal["kind"]))
        self.assertIn("text", refusal["terms"])
        steps: list[tuple[str, dict[str, Any]]] = [
            ("feature/enable", {"feature": "hrisIntegration", "acceptSubprocessor": True}),
            ("integration/connect", {"connector": "demo", "authorization": {"kind": "none", "fields": {}}, "name": "Demo"}),
            ("integration/configure", {"integration": "Demo", "configuration": {}}),
        ]
        for path, params in steps:
            self.assertEqual(200, self.post(browser, path, **params)[0], path)
        told: Iterator[Any] = iter(browser.get("/hris/events").response)
        self.assertTrue(next(told).startswith(b":"))
        status, test = self.post(browser, "integration/runTest", integration="Demo", wait=True)
        self.assertEqual((200, 274), (status, test["run"]["summary"]["created"]))
        event = json.loads(next(told).decode().removeprefix("data: "))
        self.assertEqual(test["run"]["id"], event["run"]["id"])
        file = browser.get(f"/hris/runs/{test['run']['id']}/created.csv")
        self.assertEqual((200, 275), (file.status_code, len(file.text.splitlines())))
        self.assertRegex(file.headers["Content-Disposition"], "^attachment; filename=.*created.*csv")
        self.assertEqual(200, self.post(browser, "integration/enable", integration="Demo", wait=True)[0])
        self.assertEqual(274, client.account.get().users.managed)

    def test_nobody_else_gets_anywhere(self) -> None:
        client = self.start()
        browser = self.browser(client, "employee")
        chief = client.user.create("Bo", "Ek", role="administrator")
        self.assertEqual(403, self.post(browser, "user/list")[0])
        self.assertEqual(403, self.post(browser, "user/list", actor=chief.id)[0], "a browser must not choose who it is")
        self.assertEqual(403, browser.get("/hris/events").status_code)
        self.assertEqual(403, browser.get("/hris/runs/r1/created.csv").status_code)
        stranger = create_app(client)
        stranger.secret_key = "of this test"
        self.assertEqual(401, stranger.test_client().post("/hris/user/list", json={}).status_code)
        administrator = self.browser(client, "administrator")
        self.assertEqual(encode(client.user.get(user=chief.id)), self.post(administrator, "user/get", user=chief.id)[1])
        self.assertEqual(403, self.post(administrator, "store/check")[0], "pages are not the host")
        self.assertEqual(415, administrator.post("/hris/user/list", data={"limit": "1"}).status_code, "a form of another site")
