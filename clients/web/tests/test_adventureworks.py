"""A company that has users already: linking, a reviewed test, what is held back, the difference, undo and why."""

import re

from playwright.sync_api import expect

from support import BrowserTest


class AdventureWorks(BrowserTest):
    def set_up(self) -> None:
        self.adventure_works()
        self.welcome("Ken", "Sanchez", "KEN0@adventure-works.com")
        self.enable_feature()
        for first, last, email in (("Roberto", "Tamburello", "roberto0@adventure-works.com"), ("Rob", "Walters", "rob0@adventure-works.com"), ("Guest", "One", "guest@example.org")):
            self.call("user/create", {"firstName": first, "lastName": last, "email": email})
        self.connect_file()
        self.click("Attribute mapping", "tab")
        self.map_field("department")
        self.map_field("manager.id")
        self.save()

    def badge(self) -> None:
        expect(self.page.locator("main .badge").first).to_have_text("Succeeded")

    def test_users_who_are_there_are_linked_by_one_click_before_the_first_sync(self) -> None:
        page = self.page
        self.set_up()
        self.run_test()
        self.click("See the results", "link")
        self.see("3 users must be linked before you enable")
        self.category("Updated")
        expect(page.locator("tbody tr")).to_have_count(3)
        expect(page.locator("tbody tr").first).to_contain_text("Found by email address")
        expect(page.locator("tbody tr").first).to_contain_text("Needs link")
        # The old value and the new one.
        expect(page.locator("tbody tr").first.locator(".changes")).to_contain_text("Sanchez")
        expect(page.locator("tbody tr").first.locator(".changes")).to_contain_text("Sánchez")

        # Enabling asks first, with the agent's own words.
        self.click("Enable")
        expect(page.get_by_role("dialog")).to_contain_text("still lack an external ID")
        expect(page.get_by_role("dialog")).not_to_contain_text("confirm: true")
        self.click("Cancel")

        # One click links; an administrator among them is asked for by name.
        self.click("Link them now")
        expect(page.get_by_role("dialog")).to_contain_text("3 users updated")
        self.click("Apply")
        expect(page.get_by_role("dialog").last).to_contain_text("Ken Sanchez")
        self.click("Go ahead")
        self.see(re.compile("Done: 3 users updated"))
        self.assertEqual(self.call("user/list", {"managed": True})["items"][0]["externalId"], "file-1")

        # The next test has nobody to link, and differs from the first one.
        self.go("/settings/integrations")
        self.click(re.compile("^File"), "link")
        self.run_test()
        self.click("See the results", "link")
        self.heading(re.compile("^Test of"))
        expect(page.get_by_text("must be linked")).to_have_count(0)
        page.get_by_label("Compare with another run").select_option(index=1)
        self.heading("The difference between two runs")
        expect(page.get_by_role("row").filter(has_text="Roberto")).to_contain_text("Different")

        self.go("/settings/integrations")
        self.click(re.compile("^File"), "link")
        self.click("Enable")
        self.heading(re.compile("^Sync of"))
        self.badge()
        self.assertEqual(self.call("account/get")["users"], {"total": 291, "managed": 290, "participating": 291})

    def test_an_edited_file_links_as_well(self) -> None:
        self.set_up()
        self.run_test()
        self.click("See the results", "link")
        with self.page.expect_download() as download:
            self.click("Download the Updated file", "link")
        lines = download.value.path().read_text("utf-8-sig").splitlines()
        edited = self.site.folder / "edited.csv"
        edited.write_text("\r\n".join(line for line in lines if "KEN0" not in line and "ken0" not in line) + "\r\n", "utf-16")
        self.page.locator("#linking-file").set_input_files(edited)
        expect(self.page.get_by_role("dialog")).to_contain_text("2 users updated")
        self.click("Apply")
        self.see(re.compile("Done: 2 users updated"))
        # A file with a fault changes nothing and names the line.
        edited.write_text("User ID;Colour\r\nu1;red\r\n")
        self.page.locator("#linking-file").set_input_files(edited)
        self.see(re.compile("There is no column “Colour”"))

    def test_a_reviewed_test_is_applied_exactly_and_the_sync_is_undone(self) -> None:
        page = self.page
        self.set_up()
        self.run_test()
        self.click("See the results", "link")
        self.click("Apply this test")
        self.click("Apply")
        expect(page.get_by_role("dialog").last).to_contain_text("Ken Sanchez")
        self.click("Link them, too")
        self.heading(re.compile("^Sync of"))
        self.badge()
        self.see(re.compile("from a reviewed test"))
        self.assertEqual(self.call("account/get")["users"]["managed"], 290)

        # Why this person?
        self.go("/users?query=terri")
        self.click("Terri Duffy", "link")
        self.click("Why this person?", "link")
        self.see(re.compile("Terri Duffy: Nothing to change"))
        expect(page.locator(".trail li").first).to_contain_text("R-")
        page.get_by_label("Find by").select_option("employeeId")
        page.get_by_label("Who").fill("100000")
        self.click("Explain")
        self.see(re.compile("no employee|not"))

        self.click("Runs", "link")
        page.get_by_role("link", name=re.compile("^Sync")).click()
        self.click("Undo this sync")
        self.click("Undo")
        self.see(re.compile("This sync was undone"))
        self.assertEqual(self.call("account/get")["users"], {"total": 4, "managed": 0, "participating": 4})
        expect(page.get_by_role("button", name="Undo this sync")).to_have_count(0)

    def test_held_deletions_stay_until_a_reviewed_test_is_applied_with_them(self) -> None:
        page = self.page
        self.set_up()
        self.run_test()
        self.click("See the results", "link")
        self.click("Apply this test")
        self.click("Apply")
        self.click("Link them, too")
        self.heading(re.compile("^Sync of"))
        self.badge()
        self.adventure_works(lambda people: people[:100])
        self.go("/settings/integrations")
        self.click(re.compile("^File"), "link")
        self.run_test()
        self.click("See the results", "link")
        self.see("190 deletions would be more than this integration allows at once")
        self.click("Apply this test")
        expect(page.get_by_role("dialog")).to_contain_text("190 deletions stay held back")
        self.click("Apply")
        self.heading(re.compile("^Sync of"))
        self.badge()
        self.assertEqual(self.call("account/get")["users"]["managed"], 290)

        self.go("/settings/integrations")
        self.click(re.compile("^File"), "link")
        self.run_test()
        self.click("See the results", "link")
        self.category("Deleted")
        expect(page.locator("tbody tr").first).to_contain_text("Held back")
        self.click("Apply with what is held back")
        expect(page.get_by_role("dialog")).to_contain_text("190 deleted")
        page.get_by_role("dialog").get_by_role("button", name="Apply with what is held back").click()
        self.heading(re.compile("^Sync of"))
        self.badge()
        self.assertEqual(self.call("account/get")["users"]["managed"], 100)

    def test_an_alias_keeps_a_spelling_from_becoming_a_segment(self) -> None:
        page = self.page
        self.set_up()
        self.go("/settings/attributes")
        self.click("Department", "link")
        page.get_by_role("button", name="New segment").first.click()
        page.get_by_label("Name").fill("Leadership")
        page.get_by_label("Aliases", exact=True).fill("Executive")
        self.click("Add to Aliases")
        self.click("Save")
        expect(page.locator("tbody tr")).to_contain_text("Executive")
        self.go("/settings/integrations")
        self.click(re.compile("^File"), "link")
        self.run_test()
        self.click("See the results", "link")
        page.get_by_text("15 new segments").click()
        expect(page.locator("details[open]")).to_contain_text("Engineering")
        expect(page.locator("details[open]")).not_to_contain_text("Executive")
