import Provisioning
import Testing

@Suite struct RulesLifecycleTests {
    @Test("R-LIFE-1 the four words in any case; a word not known never deletes, and is a warning", arguments: [
        ("active", "none"), ("ACTIVE", "none"), ("inactive", "deleted inactive"), ("Terminated", "deleted inactive"), ("OTHER", "deleted inactive"),
        ("on leave", "warning"), (nil, "none"),
    ])
    func status(word: String?, expected: String) throws {
        var scene = Scene([user("7"), user("8")], [employee("7"), employee("8")])
        scene.employees[0].fields["employment_status"] = word.map { .text($0) }
        scene.configuration.lifecycle.userState = .delete
        let plan = try scene.plan()
        #expect(plan.fate("7") == (expected == "warning" ? "none" : expected))
        #expect(plan.warningCodes == (expected == "warning" ? ["statusUnknown"] : []))
    }

    @Test("R-LIFE-2 participation by user state and status", arguments: [
        (.toggleParticipation, "active", false, "participation: false → true"), (.toggleParticipation, "inactive", true, "participation: true → false"),
        (.toggleParticipation, "gone", true, nil), (.toggleParticipation, "gone", false, nil), (.delete, "active", false, nil), (.doNothing, "inactive", true, nil),
        (.doNothing, "active", false, nil),
    ] as [(Lifecycle.UserState, String, Bool, String?)])
    func participation(state: Lifecycle.UserState, status: String, on: Bool, expected: String?) throws {
        var scene = Scene([user { $0.participation.on = on }], [employee("7", ["employment_status": .text(status)])])
        scene.configuration.lifecycle.userState = state
        #expect(try scene.plan().changes("7") == (expected.map { [$0] } ?? []))
    }

    @Test("R-LIFE-2 a created user takes part, but not under toggleParticipation when not active; under delete it is not created", arguments: [
        (.toggleParticipation, "inactive", false), (.toggleParticipation, "active", true), (.toggleParticipation, "gone", true), (.doNothing, "inactive", true),
        (.delete, "inactive", nil), (.delete, "gone", true),
    ] as [(Lifecycle.UserState, String, Bool?)])
    func created(state: Lifecycle.UserState, status: String, on: Bool?) throws {
        var scene = Scene([], [employee("7", ["employment_status": .text(status)])])
        scene.configuration.lifecycle.userState = state
        let plan = try scene.plan()
        #expect(plan.row("7")?.values.participation == on)
        #expect(plan.summary.inactive == (on == nil ? 1 : 0))
    }

    @Test("R-LIFE-3 start of a created user", arguments: [
        (.directly, "2026-11-01", nil), (.afterMonths(1), "2026-11-01", "2026-12-01"), (.afterMonths(1), "2026-01-31", "2026-02-28"),
        (.afterMonths(1), "2024-01-31", "2024-02-29"), (.afterMonths(60), "2026-11-30", "2031-11-30"), (.afterMonths(1), nil, nil), (.afterMonths(1), "0000-00-00", nil),
        (.afterMonths(3), "2026-11-30", "2027-02-28"), (.afterMonths(1), "soon", "skipped"),
    ] as [(Lifecycle.Offset, String?, String?)])
    func start(offset: Lifecycle.Offset, date: String?, expected: String?) throws {
        var scene = Scene([], [employee()])
        scene.employees[0].fields["employment_start_date"] = date.map { .text($0) }
        scene.configuration.lifecycle.participationStart = offset
        let plan = try scene.plan()
        #expect(plan.fate("7") == (expected == "skipped" ? "skipped unavailable" : "created"))
        if expected != "skipped" { #expect(plan.row("7")?.values.participationStartDate?.description == expected) }
    }

    @Test("R-LIFE-3 a stored date follows while it is a sync's and lies in the future", arguments: [
        ("2026-11-24", true, "2026-12-01", "2026-11-24 → 2027-01-01"), ("2026-11-24", true, nil, "2026-11-24 → -"), ("2026-11-24", true, "soon", nil),
        ("2026-11-24", false, "2026-12-01", nil), ("2026-11-23", true, "2026-12-01", nil), ("2026-11-22", true, "2026-12-01", nil), (nil, true, "2026-12-01", nil),
        ("2027-01-01", true, "2026-12-01", nil), ("2026-11-24", true, "2026-01-01", "2026-11-24 → 2026-02-01"),
    ] as [(String?, Bool, String?, String?)])
    func storedStart(stored: String?, synced: Bool, date: String?, expected: String?) throws {
        var scene = Scene([user { $0.participation = .init(startDate: stored.flatMap { Day($0) }, startDateIsSynced: synced) }], [employee()])
        scene.employees[0].fields["employment_start_date"] = date.map { .text($0) }
        scene.configuration.lifecycle.participationStart = .afterMonths(1)
        #expect(try scene.plan().changes("7") == (expected.map { ["participationStartDate: \($0)"] } ?? []))
    }

    @Test("R-LIFE-4 removal", arguments: [
        (.directly, nil, "2026-11-23", false), (.directly, nil, "2026-11-22", true), (.directly, nil, "2026-11-24", false), (.directly, nil, nil, false),
        (.afterMonths(1), nil, "2026-10-23", false), (.afterMonths(1), nil, "2026-10-22", true), (nil, nil, "2020-01-01", false),
        // An earlier employment's end (rehire).
        (.directly, "2026-11-22", "2026-11-21", false), (.directly, "2026-11-22", "2026-11-22", true), (.directly, "2026-12-01", "2026-11-01", false),
        (.directly, "soon", "2026-11-01", false), (.directly, "1899-01-01", "2026-11-01", true), (.directly, nil, "soon", false),
        (.directly, nil, "1899-12-31", false), (.directly, nil, "0000-00-00", false), (.directly, nil, "1900-01-01", true), (.directly, nil, "2151-01-01", false),
    ] as [(Lifecycle.Offset?, String?, String?, Bool)])
    func removal(offset: Lifecycle.Offset?, start: String?, end: String?, ended: Bool) throws {
        var scene = Scene([user("7"), user("8")], [employee("7"), employee("8")])
        scene.employees[0].fields["employment_start_date"] = start.map { .text($0) }
        scene.employees[0].fields["employment_end_date"] = end.map { .text($0) }
        scene.configuration.lifecycle.userRemoval = offset
        #expect(try scene.fate() == (ended ? "deleted ended" : "none"))
        scene.users.removeFirst()
        #expect(try scene.fate() == (ended ? "none" : "created"))
    }

    @Test("R-LIFE-4 31 January and one month is the last of February, that day included", arguments: [
        ("2027-02-28", false), ("2027-03-01", true), ("2028-02-29", false),
    ])
    func monthEnd(today: String, ended: Bool) throws {
        var scene = Scene([user("7"), user("8")], [employee("7"), employee("8")])
        scene.rules.today = Day(today)!
        scene.employees[0].fields["employment_end_date"] = .text(today.hasPrefix("2028") ? "2028-01-31" : "2027-01-31")
        scene.configuration.lifecycle.userRemoval = .afterMonths(1)
        #expect(try scene.fate() == (ended ? "deleted ended" : "none"))
    }

    @Test("R-LIFE-4 holds whatever the status says")
    func endedAndActive() throws {
        var scene = Scene([user("7"), user("8")], [employee("7", ["employment_status": "active", "employment_end_date": "2026-01-01"]), employee("8")])
        scene.configuration.lifecycle.userRemoval = .directly
        scene.configuration.lifecycle.userState = .delete
        #expect(try scene.fate() == "deleted ended")
    }

    @Test("R-LIFE-5 absence", arguments: [(Lifecycle.Absence.delete, "deleted absent"), (.keep, "none")])
    func absence(absence: Lifecycle.Absence, expected: String) throws {
        var scene = Scene([user("7"), user("8")], [employee("8")])
        scene.configuration.lifecycle.absence = absence
        #expect(try scene.fate() == expected)
        var gone = employee("7")
        gone.deleted = true
        scene.employees.append(gone)
        #expect(try scene.fate() == expected)
    }

    @Test("R-LIFE-6 the defaults harm nobody")
    func defaults() {
        let lifecycle = Configuration().lifecycle
        #expect(lifecycle.userState == .doNothing && lifecycle.participationStart == .directly && lifecycle.userRemoval == nil && lifecycle.absence == .delete)
    }

    @Test("R-MAP-9 an unavailable status or date never deletes", arguments: ["employment_status", "employment_end_date", "employment_start_date"])
    func unavailable(path: String) throws {
        var scene = Scene([user("7"), user("8")], [employee("7", ["employment_status": "inactive"]), employee("8")])
        if path != "employment_status" { scene.employees[0].fields = employee("7", ["employment_end_date": "2026-01-01"]).fields }
        scene.configuration.lifecycle.userState = .delete
        scene.configuration.lifecycle.userRemoval = .directly
        #expect(try scene.fate() != "none")
        scene.employees[0].unavailable = [path]
        #expect(try scene.fate() == "none")
    }
}
