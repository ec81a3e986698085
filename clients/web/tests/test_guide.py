"""The guide's six steps and the day after, on the demo company."""

import csv
import io
import re

from playwright.sync_api import expect

from support import BrowserTest


class Guide(BrowserTest):
    def test_from_an_empty_database_to_the_sync_of_the_second_day(self) -> None:
        page = self.page
        self.welcome()

        # Step 1: the feature, with the sub-processor's terms.
        self.click("Enable")
        self.see("this feature requires a sub-processor to handle personal data")
        self.click("Accept")  # Without the check mark nothing happens.
        expect(page.get_by_role("dialog")).to_be_visible()
        page.get_by_label("I have read this").check()
        self.click("Accept")
        self.see(re.compile("Sub-processor terms .* accepted"))

        # Step 2: connect.
        self.click("Go to Integrations", "link")
        self.heading("Integrations")
        page.get_by_role("link", name="Connect with HRIS").first.click()
        page.get_by_label("Search HR systems").fill("dem")
        self.click("Demo company", "link")
        self.click("Save")
        self.heading("Demo company")

        # Step 3: configure, in four tabs.
        self.click("Lifecycle", "tab")
        page.get_by_label("Toggle participation").check()
        page.get_by_label("User removal").select_option("directly")
        self.click("Attribute mapping", "tab")
        self.map_field("department")
        self.map_field("manager.id")
        self.see(re.compile("For example .* of 275 have a value"))
        self.click("Filters", "tab")
        self.click("+ Add filter")
        page.get_by_label("HRIS field").select_option("department")
        page.get_by_label("Mode").select_option("exclude")
        page.get_by_label("Values", exact=True).fill("SALES")
        self.click("Add to Values")
        self.click("Advanced", "tab")
        page.get_by_text("Synchronize personal email addresses", exact=True).click()
        self.see("You have changes that are not saved.")
        self.save()
        expect(page.get_by_text("You have changes that are not saved.")).to_be_hidden()

        # Step 4: test, hear of it, look at the results.
        self.click("Test integration")
        self.see("3 tests left in these 24 hours.")
        self.click("Run test")
        self.see(re.compile("^Test finished"))
        page.get_by_role("button", name=re.compile("Notifications, 1 unread")).click()
        page.locator("#notifications").get_by_role("link", name="Integration test results ready").click()
        self.heading("Test of Demo company")
        summary = self.call("run/get", {"integration": "Demo company"})["summary"]
        expect(page.get_by_role("link", name=re.compile("^Created"), exact=False).first).to_contain_text(str(summary["created"]))
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Created ({summary['created']})").click()
        text = download.value.path().read_text("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        self.assertEqual(len(rows), summary["created"])
        self.assertIn("Department", rows[0])
        self.see("Updated: no users, no file")
        expect(page.locator("tbody tr")).to_have_count(50)
        page.get_by_role("button", name="Show more").click()
        expect(page.locator("tbody tr")).to_have_count(100)
        page.get_by_label("Search in created").fill(rows[7]["Email"])
        expect(page.locator("tbody tr")).to_have_count(1)
        self.category("Conflicts")
        self.see("Several employees have this email address")

        # Step 5: enable; the first sync follows at once.
        self.click("Enable")
        self.heading("Sync of Demo company")
        expect(page.locator("main .badge").first).to_have_text("Succeeded")
        self.assertEqual(self.call("account/get")["users"]["managed"], summary["created"])

        # Step 6: notifications; the second day.
        self.advance(86_400)
        self.go("/settings/integrations")
        self.click("Demo company", "link")
        self.click("Runs", "link")
        expect(page.locator("tbody tr")).to_have_count(3)
        expect(page.locator("tbody tr").first).to_contain_text("by the schedule")
        expect(page.locator("tbody tr").first).to_contain_text("Succeeded")

    def test_what_changes_meanwhile_shows_by_itself(self) -> None:
        self.welcome()
        self.enable_feature()
        self.connect_demo()
        self.save()
        other = self.window()
        other.goto(self.site.entrance)
        other.goto(self.site.address + "/settings/integrations")
        expect(other.get_by_text("Not enabled")).to_be_visible()
        self.run_test()
        expect(other.get_by_text("274 created · 1 conflict")).to_be_visible()
        expect(other.get_by_role("button", name="Notifications, 1 unread")).to_be_visible()
        self.click("Enable")
        expect(other.get_by_text("Enabled", exact=True)).to_be_visible()

    def test_a_long_list_comes_page_by_page_and_people_are_found(self) -> None:
        self.welcome()
        self.enable_feature()
        self.connect_demo()
        self.save()
        self.run_test()
        self.click("Enable")
        self.heading("Sync of Demo company")
        expect(self.page.locator("main .badge").first).to_have_text("Succeeded")
        self.go("/users")
        expect(self.page.locator("tbody tr")).to_have_count(50)
        for count in (100, 150, 200, 250, 275):
            self.click("Show more")
            expect(self.page.locator("tbody tr")).to_have_count(count)
        expect(self.page.get_by_role("button", name="Show more")).to_have_count(0)
        self.page.get_by_label("Search users").fill("ada")
        expect(self.page.locator("tbody tr").first).to_contain_text("Ada")
        self.page.get_by_label("Every role").select_option("administrator")
        expect(self.page.locator("tbody tr")).to_have_count(1)
