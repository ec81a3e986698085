"""What the agent refuses, and how a person hears of it."""

import re

from playwright.sync_api import expect

from support import BrowserTest


class Refusals(BrowserTest):
    def set_up(self) -> None:
        self.welcome()
        self.enable_feature()
        self.connect_demo()
        self.save()

    def alert(self):
        return self.page.get_by_role("alert")

    def test_without_the_feature_nothing_can_be_connected(self) -> None:
        self.welcome()
        self.go("/settings/integrations")
        self.see("First enable the feature")
        self.go("/settings/integrations/new/demo")
        self.click("Save")
        self.alert().get_by_role("link", name="Go to Features").click()
        self.heading("Features")

    def test_the_fourth_test_of_a_day_has_to_wait(self) -> None:
        self.set_up()
        for left in ("3 tests", "2 tests", "1 test"):
            self.click("Test integration")
            self.see(f"{left} left in these 24 hours.")
            self.click("Cancel")
            self.run_test()
        self.click("Test integration")
        self.see("0 tests left in these 24 hours. The next one is free on 6 Jan 2026, 08:00.")
        self.click("Run test")
        expect(self.alert()).to_contain_text("At most 3 tests can be run in 24 hours")
        self.click("Cancel")
        self.advance(86_400)
        self.run_test()

    def test_a_file_that_is_not_there_or_not_allowed_is_no_connection(self) -> None:
        self.welcome()
        self.enable_feature()
        self.go("/settings/integrations/new/file")
        for path, refusal in ((str(self.site.files / "nobody.csv"), "nobody.csv"), ("/etc/passwd", "--files")):
            self.page.get_by_label("Path").fill(path)
            self.click("Save")
            expect(self.alert()).to_contain_text(refusal)
        self.assertEqual(self.call("integration/list")["items"], [])

    def test_a_stale_revision_is_never_saved_over_unasked(self) -> None:
        self.set_up()
        self.page.get_by_label("Toggle participation").check()
        self.call("integration/configure", {"integration": "Demo company", "configuration": {"advanced": {"deletionSafeguardPercent": 30}}})
        self.click("Save")
        self.see("Somebody else saved meanwhile")
        self.click("Cancel")
        expect(self.alert()).to_contain_text("Not saved")
        saved = self.call("integration/configuration", {"integration": "Demo company"})["configuration"]
        self.assertEqual((saved["lifecycle"]["userState"], saved["advanced"]["deletionSafeguardPercent"]), ("doNothing", 30))
        self.click("Discard")
        expect(self.page.get_by_label("Do nothing")).to_be_checked()
        self.page.get_by_label("Toggle participation").check()
        self.save()
        saved = self.call("integration/configuration", {"integration": "Demo company"})["configuration"]
        self.assertEqual((saved["lifecycle"]["userState"], saved["advanced"]["deletionSafeguardPercent"]), ("toggleParticipation", 30))

    def test_leaving_with_changes_that_are_not_saved_is_asked_about(self) -> None:
        self.set_up()
        self.page.get_by_label("Toggle participation").check()
        self.click("Users", "link")
        self.see("Leave without saving?")
        self.click("Cancel")
        expect(self.page.get_by_label("Toggle participation")).to_be_checked()
        self.click("Users", "link")
        self.click("Leave without saving")
        self.heading("Users")

    def test_a_stale_plan_names_what_has_changed(self) -> None:
        self.adventure_works()
        self.welcome()
        self.enable_feature()
        person = self.call("user/create", {"firstName": "Rob", "lastName": "Walters", "email": "rob0@adventure-works.com"})
        self.connect_file()
        self.save()
        self.run_test()
        self.click("See the results", "link")
        self.call("user/update", {"user": person["id"], "firstName": "Robert"})
        self.click("Apply this test")
        self.click("Apply")
        self.see("This test is out of date")
        self.see("User: Robert Walters")
        self.assertEqual(self.call("account/get")["users"]["managed"], 0)

    def test_a_configuration_that_breaks_a_rule_is_refused_with_every_fault(self) -> None:
        self.set_up()
        self.click("Filters", "tab")
        self.click("+ Add filter")
        self.page.get_by_label("HRIS field").select_option("department")
        self.click("Attribute mapping", "tab")
        self.click("+ Add mapping")
        self.page.get_by_label("HRIS field").select_option("title")
        self.click("Save")
        expect(self.alert().get_by_role("listitem")).to_have_count(2)
        self.click("Discard")
        expect(self.page.get_by_text("You have changes that are not saved.")).to_be_hidden()

    def test_the_safeguard_and_conflicts_reach_the_administrator(self) -> None:
        self.adventure_works()
        self.welcome()
        self.enable_feature()
        self.call("user/create", {"firstName": "Somebody", "lastName": "Else", "email": "terri0@adventure-works.com"})
        self.connect_file()
        self.save()
        self.click("Enable")
        expect(self.page.get_by_role("dialog")).to_be_visible()
        self.click("Enable anyway")
        self.heading(re.compile("^Sync of"))
        expect(self.page.locator("main .badge").first).to_have_text("Succeeded")
        self.category("Conflicts")
        expect(self.page.locator("tbody tr").filter(has_text="Another user has this email address")).to_have_count(1)
        self.adventure_works(lambda people: people[:50])
        self.advance(86_400)
        self.go("/notifications")
        expect(self.page.locator("article").filter(has_text="deletion safeguard")).to_have_count(1)
        expect(self.page.locator("article").filter(has_text="failed to add 1 users because their email addresses already exist")).to_have_count(2)
        self.page.locator("article").filter(has_text="deletion safeguard").get_by_role("link").click()
        self.see("240 deletions would be more than this integration allows at once")
        self.assertEqual(self.call("account/get")["users"]["total"], 291)
        self.go("/notifications")
        self.click("Mark all as read")
        expect(self.page.get_by_text("New", exact=True)).to_have_count(0)
        expect(self.page.get_by_role("button", name="Notifications", exact=True)).to_be_visible()

    def test_disconnecting_with_the_users_asks_twice(self) -> None:
        self.set_up()
        self.run_test()
        self.click("Enable")
        self.heading(re.compile("^Sync of"))
        expect(self.page.locator("main .badge").first).to_have_text("Succeeded")
        self.go("/settings/integrations/i1")
        self.click("More…")
        self.click("Disconnect")
        self.page.get_by_label("The users of this integration").select_option("delete")
        self.click("Disconnect")
        expect(self.page.get_by_role("dialog").last).to_contain_text("would be deleted for good")
        self.click("Delete them")
        self.see(re.compile("Disconnected"))
        self.assertEqual(self.call("account/get")["users"]["total"], 1)


class Superusers(BrowserTest):
    def test_every_request_is_made_for_the_chosen_administrator(self) -> None:
        page = self.page
        self.welcome()
        self.call("user/create", {"firstName": "Sam", "lastName": "Holm", "role": "superuser"})
        self.go("/users")
        page.get_by_label("Acting as").select_option(label="Sam Holm (superuser)")
        expect(page.get_by_label("Acting as")).to_have_value("u2")
        self.click("Ada Berg", "link")
        page.get_by_label("First name").fill("Eva")
        self.click("Save")
        expect(page.get_by_role("alert")).to_contain_text("administrator")
        self.go("/users/u2")
        page.get_by_label("Last name").fill("Holmes")
        self.save()
        self.go("/settings/audit")
        expect(page.locator("tbody tr").first).to_contain_text("u2")
        expect(page.locator("tbody tr").first).to_contain_text("user/update")
