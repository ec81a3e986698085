import Provisioning
import Testing

@Suite struct RulesSafeguardTests {
    private func users(_ range: ClosedRange<Int>, _ change: (inout User) -> Void = { _ in }) -> [User] { range.map { user("\($0)", change) } }
    private func employees(_ range: ClosedRange<Int>, _ fields: [String: FieldValue] = [:]) -> [Employee] { range.map { employee("\($0)", fields) } }

    @Test("R-SAFE-1 more than the percentage of the managed users, and exactly it", arguments: [
        (100, 50, 50, false), (100, 49, 50, true), (10, 9, 10, false), (10, 8, 10, true), (100, 100, 1, false), (100, 99, 1, false), (100, 98, 1, true),
        (3, 1, 100, false), (1, 1, 50, false),
    ])
    func share(managed: Int, delivered: Int, percent: Int, holds: Bool) throws {
        var scene = Scene(users(1...managed), employees(1...delivered) + [employee("new")])
        scene.configuration.advanced.deletionSafeguardPercent = percent
        let plan = try scene.plan()
        #expect(plan.summary.safeguards == (holds ? [.deletion] : []))
        #expect(plan.summary.deletionsHeld == (holds ? managed - delivered : 0))
        #expect(plan.summary.deleted == (holds ? 0 : managed - delivered))
        #expect(plan.hold.count == plan.summary.deletionsHeld)
        #expect(plan.fate("new") == "created")
    }

    @Test("R-SAFE-1 protected and held ones count on neither side, other users do not count")
    func basis() throws {
        // 4 count; 2 of them go.
        let protected = users(5...8) { $0.role = .administrator }, held = users(9...12) { $0.held = true }
        let others = [User(id: "a", firstName: "A", lastName: "B"), User(id: "o", externalID: "o-1", firstName: "O", lastName: "P")]
        var scene = Scene(users(1...4) + protected + held + others, employees(1...2))
        #expect(try scene.plan().summary.safeguards.isEmpty)
        #expect(try scene.plan().summary.deleted == 2)
        scene.employees.removeLast()
        #expect(try scene.plan().summary.safeguards == [.deletion])
    }

    @Test("R-SAFE-1 once held stays held, whatever the share, until the employee is wanted again")
    func staysHeld() throws {
        var scene = Scene(users(1...10), employees(1...10))
        scene.users[9].held = true
        #expect(try scene.plan().release == ["u10"])
        scene.employees.removeLast()
        let plan = try scene.plan()
        #expect(plan.fate("10") == "deleted absent held")
        #expect(plan.summary.safeguards.isEmpty && plan.hold.isEmpty && plan.release.isEmpty)
        var nameless = employee("10")
        nameless.fields["last_name"] = nil
        scene.employees.append(nameless)
        #expect(try scene.plan().release.isEmpty)
    }

    @Test("R-SAFE-3 a value that 20 have and more than half would lose is cleared for nobody", arguments: [
        (20, 10, false), (20, 11, true), (19, 19, false), (20, 20, true), (40, 20, false), (40, 21, true),
    ])
    func clearing(having: Int, losing: Int, guards: Bool) throws {
        var scene = Scene(users(1...having) { $0.attributes["team"] = .choice("Blue") }, employees(1...losing) + employees(losing + 1...having + 1, ["department": "Bleu"]))
        scene.map("department", to: "team")
        scene.employees[0].fields["last_name"] = "Ås"
        let plan = try scene.plan()
        #expect(plan.summary.safeguards == (guards ? [.attribute("team")] : []))
        #expect(plan.guardFields.count == (guards ? losing : 0))
        #expect(plan.changes("1").count == (guards ? 1 : 2))
        #expect(plan.summary.updated == (guards ? 1 : losing))
    }

    @Test("R-SAFE-3 changed values are applied, and references that merely do not resolve are no clearing")
    func changesApplied() throws {
        var scene = Scene(users(1...20) { $0.attributes["boss"] = .users(["u1"]) }, employees(1...20, ["manager.id": "nobody"]))
        scene.map("manager", to: "boss")
        #expect(try scene.plan().summary.safeguards.isEmpty)
        #expect(try scene.plan().summary.updated == 20)
        for index in 1..<13 { scene.employees[index].fields["manager.id"] = nil }
        scene.employees[13].fields["manager.id"] = "3"
        let plan = try scene.plan()
        #expect(plan.summary.safeguards == [.attribute("boss")])
        #expect(plan.changes("14") == ["attributes.boss: (h-1) → (h-3)"])
        #expect(plan.row("2") == nil && plan.guardFields["u2"] == ["boss"])
    }

    @Test("R-SAFE-3 participation is not switched off for more than half of 20", arguments: [(20, 10, false), (20, 11, true), (19, 19, false)])
    func participation(on: Int, losing: Int, guards: Bool) throws {
        var scene = Scene(users(1...on), employees(1...losing, ["employment_status": "inactive"]) + employees(losing + 1...on + 1, ["employment_status": "active"]))
        scene.configuration.lifecycle.userState = .toggleParticipation
        let plan = try scene.plan()
        #expect(plan.summary.safeguards == (guards ? [.participation] : []))
        #expect(plan.summary.updated == (guards ? 0 : losing))
        #expect(plan.guardFields.count == (guards ? losing : 0))
    }

    @Test("R-SAFE-3 once guarded stays guarded, whatever the share, until there is a value again")
    func staysGuarded() throws {
        let guarded = user {
            $0.attributes["team"] = .choice("Blue")
            $0.guarded = ["team", "participation"]
        }
        var scene = Scene([guarded], [employee("7", ["employment_status": "inactive"])])
        scene.map("department", to: "team")
        scene.configuration.lifecycle.userState = .toggleParticipation
        #expect(try scene.plan().summary.unchanged == 1)
        #expect(try scene.plan().unguardFields.isEmpty)
        scene.employees = [employee("7", ["employment_status": "active", "department": "Red"])]
        #expect(try scene.plan().unguardFields == ["u7": ["team", "participation"]])
        #expect(try scene.plan().changes("7") == ["attributes.team: “Blue” → “Red”"])
        scene.employees[0].unavailable = ["department", "employment_status"]
        #expect(try scene.plan().unguardFields.isEmpty)
    }

    @Test("R-SAFE-3 what is cleared for nobody is not cleared for those to be linked either")
    func guardedLinks() throws {
        let local = User(id: "local", firstName: "Ann", lastName: "Ek", email: "a@x", attributes: ["team": .choice("Blue")])
        var scene = Scene(users(1...20) { $0.attributes["team"] = .choice("Blue") } + [local], employees(1...20) + [employee("21", email: "a@x")])
        scene.map("department", to: "team")
        scene.rules.matching = .externalIDThenEmail
        let plan = try scene.plan()
        #expect(plan.changes("21") == ["externalId: - → “h-21”"])
        #expect(plan.guardFields["local"] == ["team"])
    }

    @Test("R-SAFE-4 no delivered employee while users are managed is no snapshot")
    func emptySnapshot() throws {
        var deleted = employee("7")
        deleted.deleted = true
        for employees in [[], [deleted], [employee("7"), deleted]] {
            #expect(throws: PlanRefusal.emptySnapshot(managed: 2)) { try Scene([user("7"), user("8")], employees).plan() }
        }
        #expect(try Scene([User(id: "local", firstName: "A", lastName: "B")], []).plan().rows.isEmpty)
        var scene = Scene([user("7"), user("8")], [employee("7")])
        scene.filter("id", .exclude, ["7"])
        #expect(try scene.plan().summary.safeguards == [.deletion])
    }

    @Test("R-SAFE-6 administrators and superusers are not deleted while protected", arguments: [
        (User.Role.administrator, true), (.superuser, true), (.analyst, false), (.employee, false),
    ])
    func protectedRoles(role: User.Role, isProtected: Bool) throws {
        var scene = Scene(users(7...9), employees(8...9))
        scene.users[0].role = role
        #expect(try scene.fate() == (isProtected ? "skipped protectedRole" : "deleted absent"))
        scene.rules.account.protectAdministrators = false
        #expect(try scene.fate() == "deleted absent")
    }

    @Test("R-SAFE-7 at least 5 and more than 10 % change last name and address, also from none", arguments: [
        (40, 4, false), (40, 5, true), (50, 5, false), (49, 5, true), (4, 4, false), (5, 5, true), (60, 6, false), (60, 7, true),
    ])
    func identity(matched: Int, changed: Int, mismatch: Bool) throws {
        var scene = Scene(users(1...matched), employees(1...matched))
        for index in 0..<matched {
            if index % 2 == 0 { scene.users[index].email = "p\(index)@x" }
            scene.employees[index].emails = [.init(address: index < changed ? "q\(index)@x" : "P\(index)@x", type: .work)]
            if index < changed { scene.employees[index].fields["last_name"] = "Other" }
        }
        #expect(try scene.plan().summary.safeguards == (mismatch ? [.identity] : []))
        for index in 0..<changed { scene.employees[index].fields["last_name"] = "Ek" }
        #expect(try scene.plan().summary.safeguards.isEmpty)
    }

    @Test("R-SAFE-8 a deciding field that 20 had and nobody has is unavailable for all", arguments: [(19, false), (20, true)])
    func vanished(before: Int, isVanished: Bool) throws {
        var scene = Scene(users(1...4), employees(1...5))
        scene.filter("department", .include, ["Blue"])
        scene.configuration.advanced.deletionSafeguardPercent = 100
        scene.rules.presence["department"] = before
        let plan = try scene.plan()
        #expect(plan.summary.deleted == (isVanished ? 0 : 4))
        #expect(plan.fate("5") == (isVanished ? "skipped unavailable" : "none"))
        #expect(plan.warningCodes == (isVanished ? ["fieldVanished"] : []))
        #expect(plan.presence["department"] == before)
        scene.employees[0].fields["department"] = "Blue"
        #expect(try scene.plan().summary.deleted == 3)
        #expect(try scene.plan().presence["department"] == 1)
        scene.employees[0].fields["department"] = .list([])
        #expect(try scene.plan().summary.deleted == (isVanished ? 0 : 4))
    }

    @Test("R-SAFE-8 covers the fields of the lifecycle", arguments: ["employment_status", "employment_end_date", "employment_start_date"])
    func vanishedLifecycle(field: String) throws {
        var scene = Scene([], [employee()])
        scene.configuration.lifecycle = Lifecycle(userState: .delete, participationStart: .afterMonths(1), userRemoval: .directly)
        scene.rules.presence[field] = 20
        #expect(try scene.plan().warningCodes == ["fieldVanished"])
        #expect(try scene.fate() == (field == "employment_start_date" ? "skipped unavailable" : "created"))
        scene.configuration.lifecycle = Lifecycle()
        #expect(try scene.plan().warningCodes.isEmpty)
    }
}
