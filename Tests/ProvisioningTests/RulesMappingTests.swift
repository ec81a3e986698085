import Provisioning
import Testing

@Suite struct RulesMappingTests {
    @Test("R-MAP-1 names, address, external ID and language are synced without a mapping, nothing else is")
    func alwaysSynced() throws {
        let scene = Scene([], [employee("7", ["title": "Boss", "department": "Blue"], email: "a@x")])
        #expect(
            try scene.plan().changes("7") == [
                "firstName: - → “Ann”", "lastName: - → “Ek”", "email: - → “a@x”", "externalId: - → “h-7”", "language: - → “en”", "participation: - → true",
            ])
    }

    @Test("R-MAP-2 without id or name an employee is skipped, and its user stays", arguments: [
        ("first_name", "skipped missingFirstName"), ("last_name", "skipped missingLastName"),
    ])
    func missingName(field: String, fate: String) throws {
        var nameless = employee()
        nameless.fields[field] = nil
        #expect(try Scene([], [nameless]).fate() == fate)
        #expect(try Scene([user()], [nameless]).fate() == fate)
        #expect(try Scene([user()], [nameless]).plan().summary.deleted == 0)
    }

    @Test("R-MAP-2 with an employee without id nobody is deleted as absent, in that run only")
    func missingID() throws {
        var scene = Scene([user("7"), user("8"), user("9"), user("10")], [employee(nil), employee("7"), employee("8"), employee("9", ["department": "Red"])])
        scene.filter("department", .exclude, ["red"])
        scene.configuration.advanced.deletionSafeguardPercent = 25
        let plan = try scene.plan()
        #expect(plan.fate("10") == "deleted absent held")
        #expect(plan.fate("9") == "deleted filtered")
        #expect(plan.hold.isEmpty && plan.summary.safeguards.isEmpty)
        #expect(plan.rows.contains { $0.reason == .missingId && $0.employeeID == nil })
        #expect(plan.warningCodes == ["deletionsHeldForMissingId"])
        scene.employees.removeFirst()
        scene.configuration.advanced.deletionSafeguardPercent = 50
        #expect(try scene.fate("10") == "deleted absent")
    }

    @Test("R-MAP-2 a deleted record without id is not delivered, and holds nobody")
    func deletedWithoutID() throws {
        var gone = employee(nil)
        gone.deleted = true
        let plan = try Scene([user("7"), user("8")], [gone, employee("7")]).plan()
        #expect(plan.fate("8") == "deleted absent")
        #expect(plan.summary.employees == 1)
    }

    @Test("R-MAP-3 the first valid address by type", arguments: [
        ([("o@x", .other), ("p@x", .personal), ("s@x", .secondary), ("w@x", .work), ("a@x", .primary)], true, "a@x"),
        ([("o@x", .other), ("p@x", .personal), ("s@x", .secondary), ("w@x", .work)], true, "w@x"),
        ([("o@x", .other), ("p@x", .personal), ("s@x", .secondary)], true, "s@x"),
        ([("o@x", .other), ("p@x", .personal)], true, "p@x"),
        ([("o@x", .other), ("p@x", .personal)], false, "o@x"),
        ([("p@x", .personal)], false, nil),
        ([("no", .primary), ("a b@x", .work), ("@x", .secondary), ("a@b@c", .personal), ("x@", .other), ("ok@x", .other)], true, "ok@x"),
        ([("1@x", .work), ("2@x", .work)], true, "1@x"),
        ([(String(repeating: "a", count: 253) + "@x", .primary), (String(repeating: "a", count: 252) + "@x", .work)], true, String(repeating: "a", count: 252) + "@x"),
    ] as [([(String, Employee.EmailType)], Bool, String?)])
    func address(emails: [(String, Employee.EmailType)], personal: Bool, expected: String?) throws {
        var ann = employee()
        ann.emails = emails.map { .init(address: $0.0, type: $0.1) }
        var scene = Scene([], [ann])
        scene.configuration.advanced.syncPersonalEmail = personal
        #expect(try scene.plan().row("7")?.values.email == expected)
    }

    @Test("R-MAP-3 what folding hides is no update; without usable address the old one stays, with a warning")
    func foldedAddress() throws {
        #expect(try Scene([user(email: "É@x")], [employee(email: "e\u{301}@X")]).plan().summary.unchanged == 1)
        #expect(try Scene([user(email: "STRASSE@x")], [employee(email: "straße@x")]).plan().summary.unchanged == 1)
        #expect(try Scene([user(email: "a@x")], [employee(email: "b@x")]).plan().changes("7") == ["email: “a@x” → “b@x”"])
        #expect(try Scene([user()], [employee(email: "b@x")]).plan().changes("7") == ["email: - → “b@x”"])
        let kept = try Scene([user(email: "a@x")], [employee(email: "bad")]).plan()
        #expect(kept.summary.unchanged == 1 && kept.warningCodes == ["noUsableEmail"])
    }

    @Test("R-MAP-4 a new user gets the default language, an existing one keeps its own")
    func language() throws {
        var scene = Scene([user("8") { $0.language = "sv" }], [employee("7", ["preferred_language": "xx"]), employee("8")])
        scene.rules.account.defaultLanguage = "sv"
        #expect(try scene.plan().row("7")?.values.language == "sv")
        scene.rules.account.defaultLanguage = "en"
        #expect(try scene.plan().summary.unchanged == 1)
    }

    @Test("R-MAP-5 removing a mapping leaves the values in place")
    func unmapped() throws {
        #expect(try Scene([user { $0.attributes["team"] = .choice("Blue") }], [employee()]).plan().summary.unchanged == 1)
    }

    @Test("R-MAP-6 choices: names, aliases, new segments, lists", arguments: [
        ("Blue", "unchanged"), ("Bleu", "unchanged"), (.list(["Bleu"]), "unchanged"), ("blue", "“Blue” → “blue”"), (.number("1.0"), "“Blue” → “1.0”"),
        (.boolean(true), "“Blue” → “true”"), (nil, "“Blue” → -"), (.list([]), "“Blue” → -"), (.list(["Red", "Blue"]), "warning"), (.object, "warning"),
        (.list([.object]), "warning"),
    ] as [(FieldValue?, String)])
    func choice(value: FieldValue?, expected: String) throws { try expectAttribute("team", .choice("Blue"), value, expected) }

    @Test("R-MAP-6 new segments are listed, near misses warned of")
    func newSegments() throws {
        var scene = Scene([], [employee("7", ["department": "blue"]), employee("8", ["department": "Green"]), employee("9", ["department": "GREEN"])])
        scene.map("department", to: "team")
        let plan = try scene.plan()
        #expect(plan.summary.segments.map(\.name) == ["blue", "Green", "GREEN"])
        #expect(plan.warningCodes == ["segmentNearMiss", "segmentNearMiss"])
    }

    @Test("R-MAP-6 a refused row creates no segment")
    func refusedSegment() throws {
        var scene = Scene([], [employee("7", ["department": "Green"])])
        scene.map("department", to: "team")
        scene.rules.account.licenseLimit = 0
        #expect(try scene.plan().summary.segments.isEmpty)
    }

    @Test("R-MAP-7 dates", arguments: [
        ("2020-02-29", "unchanged"), ("2020-02-29T23:59:59+14:00", "unchanged"), ("2020-02-29 10:00", "unchanged"), (.list(["2020-02-29"]), "unchanged"),
        ("1900-01-01", "2020-02-29 → 1900-01-01"), ("2150-12-31", "2020-02-29 → 2150-12-31"), ("1899-12-31", "2020-02-29 → -"), ("2151-01-01", "2020-02-29 → -"),
        ("0000-00-00", "2020-02-29 → -"), ("9999-12-31", "2020-02-29 → -"), (nil, "2020-02-29 → -"), ("2021-02-29", "warning"), ("29.02.2020", "warning"),
        ("2020-02-29x", "warning"), ("2020-2-29", "warning"), (.number("20200229"), "warning"), (.boolean(true), "warning"),
    ] as [(FieldValue?, String)])
    func date(value: FieldValue?, expected: String) throws { try expectAttribute("born", .date(Day("2020-02-29")!), value, expected) }

    @Test("R-MAP-7 numbers", arguments: [
        (.number("0.5"), "unchanged"), ("0.5", "unchanged"), ("5e-1", "unchanged"), (.list([.number("0.5")]), "unchanged"), (.number("1"), "0.5 → 1.0"),
        (.number("-2"), "0.5 → -2.0"), (nil, "0.5 → -"), ("half", "warning"), ("0x10", "warning"), ("1,5", "warning"), (.number("1e999"), "warning"),
        ("nan", "warning"), ("inf", "warning"), (.boolean(true), "warning"),
    ] as [(FieldValue?, String)])
    func number(value: FieldValue?, expected: String) throws { try expectAttribute("fte", .number(0.5), value, expected) }

    private func expectAttribute(_ key: String, _ old: AttributeValue, _ value: FieldValue?, _ expected: String) throws {
        var scene = Scene([user { $0.attributes[key] = old }], [employee()])
        scene.employees[0].fields["custom_fields.c"] = value
        scene.map("custom_fields.c", to: key)
        let plan = try scene.plan()
        #expect(plan.changes("7") == (expected.contains("→") ? ["attributes.\(key): \(expected)"] : []))
        #expect(plan.warningCodes.contains("valueUnusable") == (expected == "warning"))
    }

    @Test("R-MAP-9 an unavailable field leaves the old value", arguments: ["custom_fields.c", "custom_fields"])
    func unavailableValue(path: String) throws {
        var scene = Scene([user { $0.attributes["team"] = .choice("Blue") }], [employee()])
        scene.map("custom_fields.c", to: "team")
        scene.employees[0].unavailable = [path]
        #expect(try scene.plan().summary.unchanged == 1)
    }

    @Test("R-MAP-10 kiosk codes", arguments: [
        (.id, .employeeId, "k", "kioskCode: “old” → “7”"), (.employeeNumber, .employeeId, "k", "kioskCode: “old” → “k”"), (.employeeNumber, .employeeId, nil, nil),
        (.id, .code, "k", "rests"), (.id, .none, "k", "rests"), (nil, .employeeId, "k", nil),
    ] as [(Configuration.KioskSource?, Account.KioskLogin, String?, String?)])
    func kiosk(source: Configuration.KioskSource?, login: Account.KioskLogin, number: String?, expected: String?) throws {
        var scene = Scene([user { $0.kioskCode = "old" }], [employee()])
        scene.employees[0].fields["employee_number"] = number.map { .text($0) }
        scene.configuration.attributeMapping.kioskCode = source
        scene.rules.account.kioskLogin = login
        let plan = try scene.plan()
        #expect(plan.changes("7") == (expected == nil || expected == "rests" ? [] : [expected!]))
        #expect(plan.warningCodes == (expected == "rests" ? ["kioskMappingRests"] : []))
    }
}
