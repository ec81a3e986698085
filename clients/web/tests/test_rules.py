"""The pages know no rule: behind them is an agent that answers from the protocol's examples, or whatever a test says, and that is what they show."""

import http.server
import json
import pathlib
import tempfile
import threading
import urllib.parse

from playwright.sync_api import expect

from support import ROOT, BrowserTest, Site


def example(path: str) -> dict:
    return json.loads((ROOT / "protocol/examples" / path).read_text("utf-8"))


RUN = {"id": "r9", "integration": "i1", "kind": "test", "trigger": "manual", "state": "fetching", "startedAt": "2026-01-05T08:00:00.000Z", "revision": 0, "progress": {"read": 40, "total": 160}}
INTEGRATION = {"id": "i1", "connector": "acme", "name": "Acme", "prefix": "acme-", "state": "connected", "enabled": False, "configured": False, "revision": 0, "secrets": [], "quota": {"testsLeft": 17, "manualSyncsLeft": 0}}

FORM = {
    "type": "object",
    "required": ["subdomain", "key"],
    "properties": {
        "key": {"type": "string", "title": "API key", "description": "Under Settings › API.", "x-secret": True, "x-order": 2},
        "subdomain": {"type": "string", "title": "Subdomain", "description": "What stands before .acme.example.", "x-order": 1},
        "region": {"type": "string", "title": "Region", "enum": ["eu", "us"], "default": "eu", "x-order": 3},
        "state": {"type": "string", "title": "State", "x-order": 4, "x-visible-when": {"region": ["us"]}},
        "sandbox": {"type": "boolean", "title": "Sandbox", "x-order": 5},
        "pageSize": {"type": "integer", "title": "Page size", "x-order": 6},
        "columns": {"type": "object", "title": "Columns", "additionalProperties": {"type": "string"}, "x-order": 7},
    },
}
CONNECTOR = {
    "id": "acme", "name": "Acme HR", "supports": example("Connector/bamboohr.json")["supports"], "limitations": ["Managers come a day late."],
    "authorizations": [
        {"kind": "apiKey", "title": "API key", "form": FORM, "help": "Ask an administrator of Acme for a key."},
        {"kind": "authorizationCode", "title": "Sign in at Acme", "form": {"type": "object", "properties": {}}, "help": "You are sent to Acme and back."},
    ],
}


class ExampleTest(BrowserTest):
    agent = str(pathlib.Path(__file__).with_name("example-agent.js"))
    answers: dict[str, dict] = {}

    def start(self) -> Site:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        answers, self.log = pathlib.Path(folder.name, "answers.json"), pathlib.Path(folder.name, "calls.jsonl")
        answers.write_text(json.dumps(self.answers))
        return Site(self.agent, (), {"EXAMPLES": str(answers), "CALLS": str(self.log)})

    def setUp(self) -> None:
        super().setUp()
        self.page.goto(self.site.entrance)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def calls(self, method: str) -> list[dict]:
        lines = (json.loads(line) for line in self.log.read_text("utf-8").splitlines())
        return [{name: value for name, value in line["params"].items() if name != "actor"} for line in lines if line["method"] == method]


class Examples(ExampleTest):
    PATHS = [
        "/settings/features", "/settings/integrations", "/settings/integrations/new", "/settings/integrations/new/bamboohr", "/settings/integrations/int_01J6", "/settings/integrations/int_01J6?tab=attributeMapping",
        "/settings/integrations/int_01J6?tab=filters", "/settings/integrations/int_01J6?tab=advanced", "/settings/integrations/int_01J6/reconnect", "/settings/integrations/int_01J6/runs",
        "/settings/integrations/int_01J6/explain?employeeId=117", "/runs/run_01J8", "/runs/run_01J8/compare?with=run_01J9", "/users", "/users/new", "/users/usr_01J7", "/mass-edit", "/settings/attributes",
        "/settings/attributes/department", "/notifications", "/settings/notifications", "/settings/account", "/settings/audit",
    ]

    def test_every_page_shows_the_examples_of_the_protocol(self) -> None:
        for path in self.PATHS:
            with self.subTest(path):
                self.go(path)
                expect(self.page.get_by_role("heading", level=1)).to_be_visible()
                expect(self.page.locator("main[aria-busy]")).to_have_count(0)
                expect(self.page.get_by_role("heading", level=1)).not_to_have_text("This page cannot be shown")


class AgainstTheRules(ExampleTest):
    answers = {
        "integration/get": {"result": INTEGRATION},
        "integration/runTest": {"result": {"run": RUN}},
        "integration/enable": {"result": {"integration": {**INTEGRATION, "enabled": True, "state": "dreaming"}}},
        "run/list": {"result": {"items": [RUN]}},
        "run/get": {"result": RUN},
        "user/massEdit": {"result": {"created": 5, "updated": 0, "deleted": 9, "unchanged": 0, "segmentsCreated": [], "problems": []}},
        "run/rows": {"result": {"items": [{"category": "created", "userId": "u1", "firstName": "Zoe", "held": True, "reason": "becauseOfTheMoon", "changes": [{"field": "shoeSize", "from": 41, "to": 42}]}]}},
    }

    def test_what_the_agent_allows_is_done_whatever_the_rules_say(self) -> None:
        page = self.page
        # Nothing is configured or tested, and a test runs: enabling is the agent's to refuse, and it does not.
        self.go("/settings/integrations/i1")
        self.see("Test is running")
        bar = page.get_by_role("progressbar")
        self.assertEqual((bar.get_attribute("value"), bar.get_attribute("max")), ("40", "160"))
        self.see("Reading employees · 40 of 160 employees")
        self.click("Enable")
        self.see("Acme is enabled. It syncs every 24 hours.")
        self.assertEqual(self.calls("integration/enable"), [{"integration": "i1"}])
        # Seventeen tests are left, so the page says seventeen.
        self.click("Test integration")
        self.see("17 tests left in these 24 hours.")
        self.click("Run test")
        expect(page.get_by_role("dialog")).to_have_count(0)
        self.assertEqual(self.calls("integration/runTest"), [{"integration": "i1"}])

    def test_a_preview_is_shown_as_it_is(self) -> None:
        self.go("/mass-edit")
        self.page.get_by_label("CSV file").set_input_files({"name": "people.csv", "mimeType": "text/csv", "buffer": "Name\r\nÅsa\r\n".encode("windows-1252")})
        self.click("Look at what would happen")
        expect(self.page.get_by_role("dialog")).to_contain_text("0 users updated, 5 created, 9 deleted, 0 unchanged")
        self.assertEqual(self.calls("user/massEdit"), [{"csv": "Name\r\nÅsa\r\n", "preview": True}])


class UnknownWords(ExampleTest):
    answers = {
        "integration/get": {"result": {**INTEGRATION, "state": "dreaming"}},
        "run/get": {"result": {**RUN, "state": "succeeded", "trigger": "byMoonlight", "summary": example("Run/" + sorted(path.name for path in (ROOT / "protocol/examples/Run").glob("*.json") if "summary" in path.read_text() and not path.name.startswith("invalid-"))[0])["summary"]}},
        "run/rows": {"result": {"items": [{"category": "created", "firstName": "Zoe", "reason": "becauseOfTheMoon", "changes": [{"field": "shoeSize", "from": 41, "to": 42}]}]}},
    }

    def test_words_that_are_not_known_yet_are_shown_as_they_are(self) -> None:
        self.go("/settings/integrations/i1")
        self.see("dreaming")
        self.go("/runs/r9?category=created")
        self.see("byMoonlight")
        self.see("Because of the moon")
        self.see("shoeSize")


class WrongCredentials(ExampleTest):
    answers = {
        "connector/get": {"result": CONNECTOR},
        "integration/connect": {"error": {"code": 4002, "message": "Acme HR says: this key was revoked.", "data": {"kind": "authorizationRejected"}}},
    }

    def test_the_form_is_drawn_from_its_schema_and_wrong_credentials_leave_it_as_it_is(self) -> None:
        page = self.page
        self.go("/settings/integrations/new/acme")
        self.see("Ask an administrator of Acme for a key.")
        labels = [text.replace(" optional", "") for text in page.locator(".fields label").all_inner_texts()]
        self.assertEqual(labels[:3], ["Subdomain", "API key", "Region"])
        expect(page.get_by_label("API key")).to_have_attribute("type", "password")
        expect(page.get_by_label("State optional")).to_be_hidden()
        page.get_by_label("Region").select_option("us")
        page.get_by_label("State optional").fill("Ohio")
        page.get_by_label("Region").select_option("eu")
        self.click("Save")  # What is required is missing: the browser says so, and nothing is sent.
        page.get_by_label("Subdomain").fill("nordlys")
        page.get_by_label("API key").fill("8c1f")
        page.get_by_label("Sandbox").check()
        page.get_by_label("Page size").fill("50")
        self.click("+ Add a line")
        page.get_by_label("Columns: our name").fill("first_name")
        page.get_by_label("Columns: their name").fill("Vorname")
        self.click("Save")
        expect(page.get_by_role("alert")).to_have_text("Acme HR says: this key was revoked.")
        expect(page.get_by_label("Subdomain")).to_have_value("nordlys")
        self.assertEqual(self.calls("integration/connect"), [{"connector": "acme", "name": "Acme HR", "authorization": {"kind": "apiKey", "fields": {
            "subdomain": "nordlys", "key": "8c1f", "region": "eu", "sandbox": True, "pageSize": 50, "columns": {"first_name": "Vorname"}}}}])
        self.assertNotIn("8c1f", page.url)


class SignIn(ExampleTest):
    """The code flow, with an HR system that sends everybody back at once."""

    def start(self) -> Site:
        class Acme(http.server.BaseHTTPRequestHandler):
            answer = "code=SplxlOBeZQQYbYS6WxSbIA"

            def do_GET(self) -> None:
                asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
                self.send_response(302)
                self.send_header("Location", f"{asked['redirect_uri']}?state={asked['state']}&{self.answer}")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.acme = Acme
        server = http.server.ThreadingHTTPServer(("localhost", 0), Acme)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.acme_url = f"http://localhost:{server.server_port}/authorize"
        self.answers = {"connector/get": {"result": CONNECTOR}, "integration/get": {"result": INTEGRATION}, "integration/authorize": {"result": {"integration": INTEGRATION}}}
        return super().start()

    def begin(self) -> None:
        """The gateway's port is known only now, so the page is told here where to go."""
        url = f"{self.acme_url}?state=q1w2e3&redirect_uri={urllib.parse.quote(self.site.address + '/oauth/callback')}"
        answer = {"result": {"integration": {**INTEGRATION, "state": "authorizing"}, "authorize": {"url": url, "state": "q1w2e3", "expiresAt": "2026-01-05T08:10:00.000Z"}}}
        self.page.route("**/api/call", lambda route: route.fulfill(json=answer) if '"integration/connect"' in (route.request.post_data or "") and self.sent.append(route.request.post_data_json) is None else route.continue_())

    def sign_in(self) -> None:
        self.sent: list[dict] = []
        self.begin()
        self.go("/settings/integrations/new/acme")
        self.page.get_by_label("Authorisation").select_option(label="Sign in at Acme")
        self.see("You are sent to Acme and back.")
        self.click("Save")

    def test_the_browser_goes_to_the_hr_system_and_comes_back_connected(self) -> None:
        self.sign_in()
        self.heading("Acme")
        self.assertEqual(self.sent[0]["params"]["authorization"], {"kind": "authorizationCode", "fields": {}, "redirectUri": f"{self.site.address}/oauth/callback"})
        self.assertEqual(self.calls("integration/authorize"), [{"integration": "i1", "state": "q1w2e3", "code": "SplxlOBeZQQYbYS6WxSbIA"}])
        self.assertNotIn("code=", self.page.url)

    def test_a_refusal_is_handed_on(self) -> None:
        self.acme.answer = "error=access_denied"
        self.sign_in()
        self.heading("Acme")
        self.assertEqual(self.calls("integration/authorize"), [{"integration": "i1", "state": "q1w2e3", "error": "access_denied"}])

    def test_a_state_that_this_browser_did_not_set_out_with_is_refused(self) -> None:
        self.go("/oauth/callback?state=stolen&code=evil")
        self.heading("This sign-in is not known here")
        self.assertEqual(self.calls("integration/authorize"), [])
