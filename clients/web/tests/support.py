"""A gateway with an agent of its own, and a browser before it."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from playwright.sync_api import Page, expect, sync_playwright

ROOT = pathlib.Path(__file__).parents[3]
STAFFETTA = os.environ.get("STAFFETTA", str(ROOT / ".build/debug/staffetta"))
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
START = "2026-01-05T08:00:00Z"

expect.set_options(timeout=20_000)


class Site:
    """The pages on an agent of their own, whose clock stands still."""

    def __init__(self, agent: str = STAFFETTA, options: tuple[str, ...] = ("--virtual-clock", START), environment: dict[str, str] | None = None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="staffetta-web-"))
        self.files = self.folder / "files"
        self.files.mkdir()
        command = ["node", str(ROOT / "clients/web/gateway/main.js"), "--agent", agent, "--database", str(self.folder / "people.sqlite"), "--files", str(self.files), "--port", "0"]
        self.process = subprocess.Popen(command + [f"--agent-option={each}" for each in options], stdout=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})})
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.search(r"http\S+", line)
        assert found, f"the gateway said: {line!r}"
        self.entrance = found.group()
        self.address = self.entrance.split("/enter")[0]

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        assert self.process.stdout
        self.process.stdout.close()
        shutil.rmtree(self.folder)


class BrowserTest(unittest.TestCase):
    """A fresh site and a fresh browser window for each test; whatever the browser complains about is a failure."""

    agent = STAFFETTA
    options: tuple[str, ...] = ("--virtual-clock", START)

    @classmethod
    def setUpClass(cls) -> None:
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()

    def start(self) -> Site:
        return Site(self.agent, self.options)

    def setUp(self) -> None:
        self.site = self.start()
        self.addCleanup(self.site.close)
        self.complaints: list[str] = []
        self.page = self.window()

    def tearDown(self) -> None:
        self.assertEqual(self.complaints, [])

    def window(self, **options) -> Page:
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 860}, "locale": "en-GB", "timezone_id": "UTC", **options})
        self.addCleanup(context.close)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self.complaints.append(f"{page.url}: {message.text}") if message.type in ("error", "warning") else None)
        return page

    # What a person does again and again.

    def go(self, path: str) -> None:
        self.page.goto(self.site.address + path)

    def heading(self, name: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)

    def click(self, name: str | re.Pattern[str], role: str = "button") -> None:
        self.page.get_by_role(role, name=name, exact=isinstance(name, str)).click()

    def see(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def welcome(self, first: str = "Ada", last: str = "Berg", email: str = "ada.berg@example.org") -> None:
        self.page.goto(self.site.entrance)
        for label, text in (("First name", first), ("Last name", last), ("Email optional", email)):
            self.page.get_by_label(label).fill(text)
        self.click("Create the first administrator")
        self.heading("Features")

    def enable_feature(self) -> None:
        self.go("/settings/features")
        self.click("Enable")
        self.page.get_by_label("I have read this").check()
        self.click("Accept")
        self.see("HRIS Integration is on.")

    def connect_demo(self) -> None:
        self.go("/settings/integrations/new")
        self.click("Demo company", "link")
        self.click("Save")
        self.heading("Demo company")

    def connect_file(self, name: str = "employees.csv") -> None:
        self.go("/settings/integrations/new")
        self.page.get_by_label("Search HR systems").fill("file")
        self.click(re.compile("^File"), "link")
        self.page.get_by_label("Path").fill(str(self.site.files / name))
        self.click("Save")
        self.heading(re.compile("^File"))

    def map_field(self, field: str) -> None:
        """One more mapping, to a new attribute with the name that is proposed."""
        count = self.page.locator(".mapping").count()
        self.click("+ Add mapping")
        line = self.page.locator(".mapping").nth(count)
        line.get_by_label("HRIS field").select_option(field)
        line.get_by_label("Attribute").select_option("+")
        self.click("Create")
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def category(self, name: str) -> None:
        self.page.get_by_role("navigation", name="Categories").get_by_role("link", name=re.compile(name)).click()

    def save(self) -> None:
        self.click("Save")
        self.see("Saved.")

    def run_test(self) -> None:
        self.click("Test integration")
        self.click("Run test")
        expect(self.page.get_by_role("dialog")).to_have_count(0)
        newest = self.call("run/list", {"kind": "test", "limit": 1})["items"][0]
        self.call("run/wait", {"run": newest["id"]})
        self.see(re.compile("^Test finished"))

    def call(self, method: str, params: dict | None = None, page: Page | None = None) -> dict:
        """A call as the page makes it, to see or prepare what no page is about."""
        script = """async ([method, params]) => (await fetch("/api/call", {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify({method, params})})).json()"""
        answer = (page or self.page).evaluate(script, [method, params or {}])
        self.assertIn("result", answer, answer)
        return answer["result"]

    def advance(self, seconds: int) -> None:
        script = """async (seconds) => (await fetch("/api/clock", {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify({seconds})})).json()"""
        self.assertIn("result", self.page.evaluate(script, seconds))

    def adventure_works(self, change=lambda lines: lines) -> None:
        """The file of the people of Adventure Works, as it is or with its lines changed."""
        lines = (ROOT / "Tests/Data/adventureworks/employees.csv").read_text("utf-8").splitlines()
        (self.site.files / "employees.csv").write_text("\n".join([lines[0], *change(lines[1:])]) + "\n", "utf-8")
