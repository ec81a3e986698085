import Provisioning
import Testing

@Suite struct RulesPlanTests {
    @Test("R-PLAN-1 the questions in their order")
    func order() throws {
        // Each answers every later question with no as well.
        var scene = Scene([user("7"), user("8"), user("9"), user("10")], [employee("7"), employee("8"), employee("9"), employee("10")])
        scene.filter("department", .include, ["blue"])
        scene.configuration.lifecycle.userRemoval = .directly
        scene.configuration.lifecycle.userState = .delete
        scene.configuration.advanced.deletionSafeguardPercent = 100
        let no: [String: FieldValue] = ["department": "Red", "employment_end_date": "2026-01-01", "employment_status": "inactive"]
        for index in scene.employees.indices { scene.employees[index].fields.merge(no) }
        #expect(try scene.fate() == "deleted filtered")
        scene.employees[0].fields["department"] = "Blue"
        #expect(try scene.fate() == "deleted ended")
        scene.employees[0].fields["employment_end_date"] = nil
        #expect(try scene.fate() == "deleted inactive")
        scene.employees[0].fields["employment_status"] = "active"
        #expect(try scene.fate() == "none")
        scene.employees[1].fields["first_name"] = nil
        #expect(try scene.fate("8") == "skipped missingFirstName")
        scene.employees[1].deleted = true
        #expect(try scene.fate("8") == "deleted absent")
        #expect(try scene.plan().summary.employees == 3)
    }

    @Test("R-PLAN-2 a sync matches by external ID only, byte for byte; a test also by address, once")
    func matching() throws {
        let local = User(id: "local", firstName: "Ann", lastName: "Ek", email: "A@X")
        var scene = Scene([local], [employee("8", email: "a@x"), employee("7", email: "a@x")])
        #expect(try scene.plan().rows.map(\.reason) == [.emailTaken, .emailTaken])
        scene.rules.matching = .externalIDThenEmail
        let plan = try scene.plan()
        let row = try #require(plan.row("7"))
        #expect(row.category == .updated && row.matchedBy == .email && row.needsLink && row.userID == "local")
        #expect(plan.changes("7") == ["externalId: - → “h-7”"])
        #expect(plan.fate("8") == "conflict emailTaken")
        #expect(plan.summary.needsLink == 1 && plan.summary.updated == 1)
    }

    @Test("R-PLAN-2 only users without any external ID are found by address", arguments: ["h-9", "o-1", "7"])
    func notLinked(externalID: String) throws {
        var scene = Scene([User(id: "u", externalID: externalID, firstName: "Ann", lastName: "Ek", email: "a@x")], [employee("7", email: "a@x"), employee("9")])
        scene.rules.matching = .externalIDThenEmail
        #expect(try scene.fate() == "conflict emailTaken")
    }

    @Test("R-PLAN-3 create, update, unchanged, delete; the ids are compared byte for byte")
    func categories() throws {
        let plan = try Scene(
            [user("7"), user("8") { $0.firstName = "Bo" }, user("x"), user("9")], [employee("7"), employee("8"), employee("07"), employee("X"), employee("x")]
        ).plan()
        #expect(plan.rows.map { "\($0.category.rawValue) \($0.employeeID ?? "-")" } == ["created 07", "created X", "updated 8", "deleted 9"])
        #expect(plan.summary.unchanged == 2)
        #expect(plan.changes("8") == ["firstName: “Bo” → “Ann”"])
        #expect(plan.row("9")?.reason == .absent)
    }

    @Test("R-PLAN-5 an address freed by a delete or an update is free, in a swap and in a ring too")
    func freedAddresses() throws {
        let freed = try Scene([user("7", email: "a@x"), user("8", email: "b@x")], [employee("8", email: "c@x"), employee("9", email: "a@x"), employee("10", email: "b@x")]).plan()
        #expect(freed.summary.conflicts == 0 && freed.summary.created == 2 && freed.summary.deleted == 1)
        let swap = try Scene([user("7", email: "a@x"), user("8", email: "b@x")], [employee("7", email: "B@x"), employee("8", email: "A@x")]).plan()
        #expect(swap.summary.updated == 2 && swap.summary.conflicts == 0)
        let ring = try Scene(
            [user("7", email: "a@x"), user("8", email: "b@x"), user("9", email: "c@x")],
            [employee("7", email: "b@x"), employee("8", email: "c@x"), employee("9", email: "a@x")]
        ).plan()
        #expect(ring.summary.updated == 3 && ring.summary.conflicts == 0)
    }

    @Test("R-PLAN-5 licences freed by a delete can be used; R-PLAN-7 the rest is refused in external ID order")
    func licences() throws {
        var scene = Scene([user("7"), user("8")], [employee("8"), employee("x"), employee("10"), employee("9")])
        scene.rules.account.licenseLimit = 3
        let plan = try scene.plan()
        #expect(plan.rows.filter { $0.category == .created }.map(\.employeeID) == ["9", "10"])
        #expect(plan.fate("x") == "conflict licenseLimit")
        scene.rules.account.licenseLimit = 0
        #expect(try scene.plan().summary.conflicts == 3)
        #expect(try scene.plan().summary.deleted == 1)
        scene.rules.account.licenseLimit = nil
        #expect(try scene.plan().summary.created == 3)
    }

    @Test("R-PLAN-7 who falls for another reason takes no licence, and held users keep theirs")
    func licencesOfOthers() throws {
        var scene = Scene([user("8", email: "a@x"), user("12")], [employee("8", email: "a@x"), employee("9", email: "a@x"), employee("10")])
        scene.rules.account.licenseLimit = 2
        #expect(try scene.fate("10") == "created")
        scene.configuration.advanced.deletionSafeguardPercent = 1
        #expect(try scene.fate("10") == "conflict licenseLimit")
    }

    @Test("R-PLAN-8 of repeats the last read wins, with a warning where it makes a difference")
    func repeats() throws {
        func plan(_ employees: Employee...) throws -> Plan { try Scene([user("7"), user("8")], employees + [employee("8")]).plan() }
        var deleted = employee()
        deleted.deleted = true
        #expect(try plan(employee(), employee("7", ["title": "x"])).warningCodes.isEmpty)
        let renamed = try plan(employee("7", ["last_name": "Berg"]), employee("7", ["last_name": "Lind"]), employee("7", ["last_name": "Berg"]))
        #expect(renamed.changes("7") == ["lastName: “Ek” → “Berg”"] && renamed.warningCodes == ["employeeRepeated"])
        #expect(renamed.summary.employees == 2)
        #expect(try plan(employee(), deleted).fate("7") == "deleted absent")
        #expect(try plan(deleted, employee()).fate("7") == "none")
        #expect(try plan(deleted, employee()).warningCodes == ["employeeRepeated"])
        #expect(try plan(deleted, deleted).warningCodes.isEmpty)
    }
}
