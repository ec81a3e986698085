import Provisioning
import Testing

@Suite struct RulesFilterTests {
    /// Whether employee 7 would become a user.
    private func isInScope(_ value: FieldValue?, _ filters: Filter...) throws -> Bool {
        var scene = Scene([], [employee()])
        scene.employees[0].fields["custom_fields.c"] = value
        scene.configuration.filters = filters
        let plan = try scene.plan()
        #expect(plan.summary.filtered + plan.summary.created == 1)
        return plan.summary.created == 1
    }
    private func values(_ mode: Filter.Mode, _ values: String..., matchEmpty: Bool = false) -> Filter {
        Filter(field: "custom_fields.c", mode: mode, test: .values(values, matchEmpty: matchEmpty))
    }

    @Test("R-FIL-1 every include filter by any of its values, and no exclude filter")
    func modes() throws {
        #expect(try isInScope("a", values(.include, "b", "a")))
        #expect(try !isInScope("c", values(.include, "b", "a")))
        #expect(try !isInScope("a", values(.include, "a"), values(.include, "b")))
        #expect(try isInScope("a", values(.include, "a", "b"), values(.include, "a", "c")))
        #expect(try !isInScope("a", values(.exclude, "a")))
        #expect(try isInScope("b", values(.exclude, "a")))
        #expect(try !isInScope("a", values(.include, "a"), values(.exclude, "a")))
    }

    @Test("R-FIL-2 values match by fold, numbers and booleans as JSON writes them, any element of a list, and nothing only matchEmpty")
    func matching() throws {
        for (value, wanted) in [
            ("Finance", "FINANCE"), ("straße", "STRASSE"), ("é", "E\u{301}"), (.number("1.0"), "1.0"), (.boolean(false), "False"), (.list(["x", "Finance"]), " finance "),
            (.list([.number("7")]), "7"),
        ] as [(FieldValue, String)] {
            #expect(try isInScope(value, values(.include, wanted)), "\(value)")
            #expect(try !isInScope(value, values(.exclude, wanted)), "\(value)")
        }
        #expect(try !isInScope(.number("1.0"), values(.include, "1")))
        #expect(try !isInScope(.object, values(.include, "a", matchEmpty: true)))
        for nothing in [nil, .list([])] as [FieldValue?] {
            #expect(try isInScope(nothing, values(.include, "a", matchEmpty: true)))
            #expect(try !isInScope(nothing, values(.include, "a", " ")))
            #expect(try !isInScope(nothing, values(.exclude, matchEmpty: true)))
        }
    }

    @Test("R-FIL-3 date conditions", arguments: [
        (.before, [true, false, false]), (.onOrBefore, [true, true, false]), (.on, [false, true, false]), (.onOrAfter, [false, true, true]), (.after, [false, false, true]),
    ] as [(Filter.Operator, [Bool])])
    func dates(comparison: Filter.Operator, expected: [Bool]) throws {
        for (date, isIn) in zip(["2026-11-22", "2026-11-23", "2026-11-24"], expected) {
            #expect(try isInScope(.text(date), Filter(field: "custom_fields.c", mode: .include, test: .date(comparison, .daysFromToday(0)))) == isIn)
            #expect(try isInScope(.text(date), Filter(field: "custom_fields.c", mode: .exclude, test: .date(comparison, .day(Day("2026-11-23")!)))) != isIn)
            let moved = Day(date)!.adding(days: -30).description
            #expect(try isInScope(.text(moved), Filter(field: "custom_fields.c", mode: .include, test: .date(comparison, .daysFromToday(-30)))) == isIn)
        }
        for nothing in [nil, "1899-12-31", "0000-00-00"] as [FieldValue?] {
            #expect(try !isInScope(nothing, Filter(field: "custom_fields.c", mode: .include, test: .date(comparison, .daysFromToday(0)))))
        }
    }

    @Test("R-FIL-4 a managed user whose employee is out of scope is deleted")
    func filtered() throws {
        var scene = Scene([user("7"), user("8")], [employee("7", ["department": "Red"]), employee("8")])
        scene.filter("department", .exclude, ["RED"])
        #expect(try scene.fate() == "deleted filtered")
    }

    @Test("R-MAP-9 an unavailable filter field passes for a user, the others decide; a new employee is skipped", arguments: [true, false])
    func unavailable(cannotBeRead: Bool) throws {
        var scene = Scene([user("7"), user("8")], [employee("7", ["title": "x"]), employee("8", ["title": "x"]), employee("9", ["title": "x"])])
        scene.configuration.filters = [Filter(field: "birthday", mode: .include, test: .date(.before, .daysFromToday(0)))]
        for index in scene.employees.indices {
            if cannotBeRead { scene.employees[index].fields["birthday"] = "soon" } else { scene.employees[index].unavailable = ["birthday"] }
        }
        #expect(try scene.fate("7") == "none")
        #expect(try scene.fate("9") == "skipped unavailable")
        scene.filter("title", .exclude, ["X"])
        scene.employees[1].fields["title"] = nil
        #expect(try scene.fate("7") == "deleted filtered")
        #expect(try scene.fate("8") == "none")
        #expect(try scene.fate("9") == "none")
    }
}
