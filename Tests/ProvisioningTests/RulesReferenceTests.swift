import Provisioning
import Testing

@Suite struct RulesReferenceTests {
    private func scene(_ users: [User], _ employees: [Employee]) -> Scene {
        var scene = Scene(users, employees)
        scene.map("manager.id", to: "boss")
        return scene
    }
    private func under(_ id: String, _ managers: String...) -> Employee {
        employee(id, ["manager.id": managers.count == 1 ? .text(managers[0]) : .list(managers.map { .text($0) })])
    }

    @Test("R-MAP-8 resolves to users who exist after the run, among them those it creates")
    func resolves() throws {
        let plan = try scene([user("7"), user("8")], [under("7", "9", "8", "12"), employee("8"), under("9", "8")]).plan()
        #expect(plan.changes("7") == ["attributes.boss: - → (h-9, h-8)"])
        #expect(plan.changes("9").last == "attributes.boss: - → (h-8)")
        #expect(plan.warningCodes == ["referenceUnresolved"])
    }

    @Test("R-MAP-8 who is deleted or refused is nobody to refer to; who is held still is")
    func unresolved() throws {
        var deleted = scene([user("7"), user("8"), user("9")], [under("7", "9"), employee("8")])
        #expect(try deleted.plan().warningCodes == ["referenceUnresolved"])
        deleted.configuration.advanced.deletionSafeguardPercent = 1
        #expect(try deleted.plan().changes("7") == ["attributes.boss: - → (h-9)"])
        var refused = scene([user("7")], [under("7", "9"), employee("9")])
        refused.rules.account.licenseLimit = 1
        #expect(try refused.plan().warningCodes == ["referenceUnresolved"])
    }

    @Test("R-MAP-8 nobody refers to oneself, and who would close a circle is left out, the later in external ID order")
    func cycles() throws {
        let plan = try scene([], [under("10", "7"), under("7", "8"), under("8", "9"), under("9", "10"), under("x", "x")]).plan()
        #expect(plan.changes("9").last == "attributes.boss: - → (h-10)")
        #expect(!plan.changes("10").contains { $0.hasPrefix("attributes") } && !plan.changes("x").contains { $0.hasPrefix("attributes") })
        #expect(plan.summary.warnings.map(\.subject) == ["h-10", "h-x"])
    }

    @Test("R-MAP-8 references that the run does not set come first")
    func settled() throws {
        let local = User(id: "local", firstName: "Lo", lastName: "Cal", attributes: ["boss": .users(["u7"])])
        let other = user("8") { $0.attributes["boss"] = .users(["local"]) }
        var scene = scene([user("7"), other, local], [under("7", "8"), employee("8")])
        scene.employees[1].unavailable = ["manager"]
        #expect(try scene.plan().warningCodes == ["referenceCycle"])
        scene.employees[1].unavailable = []
        #expect(try scene.plan().changes("8") == ["attributes.boss: (local) → -"])
        #expect(try scene.plan().changes("7") == ["attributes.boss: - → (h-8)"])
    }

    @Test("R-MAP-8 in a test those to be linked are nobody to refer to yet (R-PLAN-10)")
    func unlinked() throws {
        let local = User(id: "local", firstName: "Ann", lastName: "Ek", email: "a@x")
        var scene = scene([user("7"), local], [under("7", "8"), employee("8", email: "a@x")])
        scene.rules.matching = .externalIDThenEmail
        let plan = try scene.plan()
        #expect(plan.changes("7").isEmpty && plan.warningCodes == ["referenceUnresolved"])
        #expect(plan.row("8")?.needsLink == true)
    }

    @Test("R-USR-4 a reference to a deleted user goes, also where the field is unavailable, as an updated row")
    func deletedTarget() throws {
        var scene = scene([user("7") { $0.attributes["boss"] = .users(["u8", "u9"]) }, user("8"), user("9")], [employee("7"), employee("9")])
        scene.employees[0].unavailable = ["manager.id"]
        #expect(try scene.plan().changes("7") == ["attributes.boss: (h-8, h-9) → (h-9)"])
    }
}
