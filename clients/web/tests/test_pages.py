"""Every page: nothing the browser or the rules of accessibility complain about, light and dark, wide and narrow, by keyboard too."""

import os
import pathlib
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from support import BrowserTest

WINDOWS = {
    "light": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 860}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "has_touch": True, "is_mobile": True, "device_scale_factor": 2},
}

#: With SHOTS=FOLDER a picture of each page goes there.
SHOTS = os.environ.get("SHOTS")


class Pages(BrowserTest):
    def company(self) -> None:
        """A company in the middle of its life: users of its own, one linked, an integration with tests and syncs of every kind."""
        self.adventure_works()
        self.welcome("Ken", "Sanchez", "ken0@adventure-works.com")
        self.enable_feature()
        self.call("user/create", {"firstName": "Rob", "lastName": "Walters", "email": "rob0@adventure-works.com"})
        self.call("user/create", {"firstName": "Someone", "lastName": "Else", "email": "guest@example.org"})
        for key, name, kind in (("department", "Department", "choice"), ("manager", "Manager", "user"), ("hired", "Hired", "date")):
            self.call("attribute/create", {"key": key, "name": name, "type": kind})
        self.call("segment/create", {"attribute": "department", "name": "Leadership", "aliases": ["Executive"]})
        self.call("integration/connect", {"connector": "file", "name": "Adventure Works", "authorization": {"kind": "none", "fields": {"path": str(self.site.files / "employees.csv")}}})
        self.call("integration/configure", {"integration": "Adventure Works", "configuration": {
            "lifecycle": {"userState": "toggleParticipation", "userRemoval": {"kind": "afterMonths", "months": 3}},
            "attributeMapping": {"mappings": [{"field": "department", "attribute": "department"}, {"field": "manager.id", "attribute": "manager"}, {"field": "employment_start_date", "attribute": "hired"}]},
            "filters": [{"field": "department", "mode": "exclude", "kind": "values", "values": ["Document Control", "Tool Design"]}, {"field": "employment_start_date", "mode": "include", "kind": "date", "condition": {"operator": "onOrBefore", "daysFromToday": 0}}]}})
        self.call("integration/runTest", {"integration": "Adventure Works", "wait": True})
        self.call("integration/enable", {"integration": "Adventure Works", "confirm": True, "wait": True})
        self.advance(86_400)
        self.adventure_works(lambda people: [line.replace("Tool Design", "Purchasing").replace("Engineering Manager,Engineering", "Engineering Manager,Research and Development") for line in people if not line.startswith("29")])
        self.call("integration/runTest", {"integration": "Adventure Works", "wait": True})
        self.adventure_works(lambda people: people[:70])
        self.call("integration/sync", {"integration": "Adventure Works", "wait": True})
        self.call("integration/runTest", {"integration": "Adventure Works", "wait": True})

    PAGES = {
        "features": "/settings/features", "integrations": "/settings/integrations", "catalogue": "/settings/integrations/new", "connect": "/settings/integrations/new/file",
        "lifecycle": "/settings/integrations/i1", "mapping": "/settings/integrations/i1?tab=attributeMapping", "filters": "/settings/integrations/i1?tab=filters",
        "advanced": "/settings/integrations/i1?tab=advanced", "reconnect": "/settings/integrations/i1/reconnect", "runs": "/settings/integrations/i1/runs",
        "explain": "/settings/integrations/i1/explain?employeeId=4", "expired": "/runs/r1", "conflicts": "/runs/r3?category=conflict",
        "test": "/runs/r4?category=updated", "safeguard": "/runs/r5", "held": "/runs/r6?category=deleted", "compare": "/runs/r6/compare?with=r4", "users": "/users", "new-user": "/users/new",
        "user": "/users/u5", "mass-edit": "/mass-edit", "attributes": "/settings/attributes", "segments": "/settings/attributes/department", "notifications": "/notifications",
        "preferences": "/settings/notifications", "account": "/settings/account", "audit": "/settings/audit", "unknown": "/nowhere",
    }

    def check(self, page: Page, name: str) -> None:
        found = [f"{each['id']} ({each['impact']}): {each['nodes'][0]['html']} {each['nodes'][0]['failureSummary']}" for each in Axe().run(page).response["violations"]]
        self.assertEqual(found, [], name)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.assertLessEqual(overflow, 0, f"{name} is wider than the window")
        if SHOTS:
            page.screenshot(path=pathlib.Path(SHOTS) / f"{name}.png")

    def test_every_page_is_accessible_and_fits(self) -> None:
        self.company()
        for window, options in WINDOWS.items():
            page = self.window(**options)
            page.goto(self.site.entrance)
            for name, path in self.PAGES.items():
                with self.subTest(window=window, page=name):
                    page.goto(self.site.address + path)
                    expect(page.get_by_role("heading", level=1)).to_be_visible()
                    expect(page.locator("main[aria-busy]")).to_have_count(0)
                    if name in ("mapping", "filters"):
                        expect(page.get_by_text("Reading the fields of the HR system…")).to_have_count(0)
                    if name == "explain":
                        expect(page.locator(".trail")).to_be_visible()
                    self.check(page, f"{name}-{window}")

    def test_dialogs_menus_and_the_first_page_are_accessible(self) -> None:
        for window, options in WINDOWS.items():
            page = self.window(**options)
            page.goto(self.site.entrance)
            expect(page.get_by_role("heading", level=1)).to_have_text("Welcome to Staffetta")
            self.check(page, f"welcome-{window}")
        self.welcome()
        self.click("Enable")
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.check(self.page, "terms")
        self.page.get_by_label("I have read this").check()
        self.click("Accept")
        self.go("/settings/integrations")
        self.see("Connect your HR system")
        self.check(self.page, "integrations-empty")
        self.connect_demo()
        self.check(self.page, "configure")
        self.click("Attribute mapping", "tab")
        self.see(re.compile("Nothing is mapped yet"))
        self.click("+ Add mapping")
        self.page.get_by_label("HRIS field").select_option("department")
        self.page.get_by_label("Attribute", exact=True).select_option("+")
        self.check(self.page, "new-attribute")
        self.click("Create")
        self.click("Save")
        self.see("Saved.")
        self.check(self.page, "saved")
        self.click("More…")
        self.check(self.page, "menu")
        self.page.keyboard.press("Escape")
        self.run_test()
        self.check(self.page, "tested")
        self.page.get_by_role("button", name=re.compile("Notifications, 1 unread")).click()
        self.check(self.page, "bell")
        phone = self.window(**WINDOWS["phone"])
        phone.goto(self.site.entrance)
        expect(phone.get_by_role("heading", level=1)).to_be_visible()
        phone.get_by_role("button", name="☰ Menu").click()
        expect(phone.get_by_role("link", name="Users")).to_be_visible()
        self.check(phone, "menu-phone")
        phone.get_by_role("link", name="Users").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Users")

    def test_the_keyboard_alone_is_enough(self) -> None:
        page = self.page
        self.welcome()
        expect(page.get_by_role("heading", level=1)).to_be_focused()

        def tab_to(name: str) -> None:
            for _ in range(60):
                page.keyboard.press("Tab")
                focused = page.evaluate("(document.activeElement.ariaLabel || document.activeElement.textContent || document.activeElement.labels?.[0]?.textContent || '').trim()")
                if focused == name or page.evaluate("document.activeElement.labels?.[0]?.textContent ?? ''").startswith(name):
                    return
            self.fail(f"{name} cannot be reached by the tabulator")

        tab_to("Enable")
        page.keyboard.press("Enter")
        tab_to("I have read this")
        page.keyboard.press("Space")
        tab_to("Accept")
        page.keyboard.press("Enter")
        tab_to("Go to Integrations")
        page.keyboard.press("Enter")
        tab_to("Connect with HRIS")
        page.keyboard.press("Enter")
        tab_to("Demo company")
        page.keyboard.press("Enter")
        tab_to("Save")
        page.keyboard.press("Enter")
        self.heading("Demo company")
        tab_to("Lifecycle")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name="Attribute mapping")).to_be_focused()
        tab_to("Save")
        page.keyboard.press("Enter")
        self.see("Saved.")
        page.get_by_role("heading", level=1).focus()
        tab_to("Test integration")
        page.keyboard.press("Enter")
        tab_to("Run test")
        page.keyboard.press("Enter")
        self.see(re.compile("^Test finished"))
