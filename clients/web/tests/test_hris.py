"""An HR system over HTTP: wrong credentials, the right ones, signing in there, and an authorisation that is revoked."""

import json
import os
import pathlib
import subprocess

from playwright.sync_api import expect

from support import ROOT, STAFFETTA, START, BrowserTest

SIMULATOR = os.environ.get("HRIS_SIMULATOR", str(pathlib.Path(STAFFETTA).with_name("hris-simulator")))


class BambooHR(BrowserTest):
    options = ("--virtual-clock", START, "--allow-http", "127.0.0.1", "--allow-host", "127.0.0.1")

    def setUp(self) -> None:
        command = [SIMULATOR, "--company", str(ROOT / "Tests/Data/adventureworks/employees.apideck.jsonl")]
        self.simulator = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(self.stop)
        assert self.simulator.stdout
        self.announced = json.loads(self.simulator.stdout.readline())
        self.bamboohr = self.announced["formats"]["bamboohr"]
        super().setUp()
        self.welcome()
        self.enable_feature()
        self.go("/settings/integrations/new")
        self.page.get_by_label("Search HR systems").fill("bamboohr")
        self.page.get_by_role("link", name="BambooHR", exact=True).click()
        self.heading("Connect BambooHR")

    def stop(self) -> None:
        self.simulator.terminate()
        self.simulator.wait(20)
        assert self.simulator.stdout
        self.simulator.stdout.close()

    def form(self, label: str):
        return self.page.locator("form").get_by_label(label)

    def test_wrong_credentials_are_told_in_the_systems_words_and_right_ones_read_its_people(self) -> None:
        self.form("Company domain").fill("adventureworks")
        self.form("Other address").fill(self.bamboohr["url"])
        expect(self.form("API key")).to_have_attribute("type", "password")
        self.form("API key").fill("wrong-key-8c1f")
        self.click("Save")
        expect(self.page.get_by_role("alert")).to_contain_text("BambooHR")
        expect(self.page.get_by_role("alert")).not_to_contain_text("8c1f")
        self.assertEqual(self.call("integration/list")["items"], [])
        self.form("API key").fill(self.bamboohr["authorization"]["fields"]["apiKey"])
        self.click("Save")
        self.heading("BambooHR")
        self.click("Attribute mapping", "tab")
        self.map_field("department")
        self.save()
        self.run_test()
        self.see("Test finished: 290 created")

    def test_one_signs_in_at_the_system_and_comes_back_connected(self) -> None:
        self.form("Authorisation").select_option(label="Sign in with BambooHR")
        oauth = self.announced["oauth"]["client"]
        for label, text in (("Company domain", "adventureworks"), ("Client id", oauth["clientId"]), ("Client secret", oauth["clientSecret"]), ("Other address", self.bamboohr["url"])):
            self.form(label).fill(text)
        self.click("Save")
        self.heading("BambooHR")
        self.see("Connected")
        self.assertNotIn("code=", self.page.url)
        self.assertEqual(self.call("integration/list")["items"][0]["state"], "connected")
