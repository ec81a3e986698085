import Provisioning

/// Small worlds with tiny alphabets, so that everything collides.
struct WorldMaker {
    var random: SplitMix64
    var today = Day(number: 0)

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    static let ids = ["7", "07", "x", "X", "8", "10", "9", "\u{E9}"]
    static let addresses = [
        "a@x", "A@X", "b@x", "c@x", "B@x", "d@x", "stra\u{DF}e@x", "STRASSE@x", "STRA\u{1E9E}E@x", "\u{E9}@x", "e\u{301}@x", "\u{C9}@X", "bad", "a b@x", "@x", "a@b@c",
    ]
    static let choices: [FieldValue] = [
        .text("Blue"), .text("blue"), .text("BLUE"), .text("Red"), .text("Rouge"), .text("1"), .number("1"), .number("1.0"), .boolean(true), .list([]),
        .list([.text("Red")]), .list([.text("Red"), .text("Blue")]), .object, .text("12.5"), .text("2020-02-29"), .list([.object]),
    ]
    static let prefix = "h-"
    static let attributes = [
        Attribute(key: "team", name: "Team", type: .choice), Attribute(key: "born", name: "Born", type: .date),
        Attribute(key: "fte", name: "FTE", type: .number), Attribute(key: "boss", name: "Boss", type: .user), Attribute(key: "buddy", name: "Buddy", type: .user),
    ]

    mutating func world() -> World {
        today = random.pick([Day(year: 2024, month: 3, day: 1)!, Day(year: 2023, month: 2, day: 28)!, Day(year: 2026, month: 11, day: 23)!])
        let rules = rules()
        return random.chance(4) ? large(rules) : small(rules)
    }

    /// Other settings for the same mirror, on the same day.
    mutating func rules(like old: Ruleset) -> Ruleset {
        var new = rules()
        (new.segments, new.presence) = (old.segments, old.presence)
        return new
    }

    private mutating func rules() -> Ruleset {
        var configuration = Configuration()
        let offsets: [Lifecycle.Offset] = [.directly, .afterMonths(1), .afterMonths(3)]
        configuration.lifecycle.userState = random.pick(Lifecycle.UserState.allCases)
        configuration.lifecycle.participationStart = random.pick(offsets)
        configuration.lifecycle.userRemoval = random.chance(50) ? random.pick(offsets) : nil
        configuration.lifecycle.absence = random.chance(80) ? .delete : .keep
        configuration.advanced.syncPersonalEmail = random.chance(60)
        configuration.advanced.deletionSafeguardPercent = random.pick([1, 50, 50, 75, 100, 100])
        for (attribute, fields) in [
            ("team", ["department", "custom_fields.c"]), ("born", ["birthday", "custom_fields.c"]), ("fte", ["custom_fields.n", "custom_fields.c"]),
            ("boss", ["manager", "manager.id"]), ("buddy", ["custom_fields.b"]), ("gone", ["title"]),
        ] where random.chance(60) {
            configuration.attributeMapping.mappings.append(.init(field: random.pick(fields), attribute: attribute))
        }
        if random.chance(55) { configuration.attributeMapping.kioskCode = random.pick(Configuration.KioskSource.allCases) }
        for _ in 0..<random.pick([0, 0, 0, 1, 1, 2]) { configuration.filters.append(filter()) }
        let account = Account(
            defaultLanguage: "en", languages: ["en", "sv", "de"], licenseLimit: random.chance(40) ? random.upTo(8) : nil,
            kioskLogin: random.chance(80) ? .employeeId : .code, protectAdministrators: random.chance(80))
        var segments: [String: [String: String]] = [:]
        if random.chance(80) { segments["team"] = ["Blue": "Blue", "Bleu": "Blue"] }
        if random.chance(40) { segments["team", default: [:]].merge(["Red": "Red", "Rouge": "Red"]) { old, _ in old } }
        var presence: [String: Int] = [:]
        for field in ["department", "employment_status", "employment_end_date", "employment_start_date", "custom_fields.c", "birthday", "manager.id"]
        where random.chance(12) { presence[field] = random.pick([3, 19, 20, 25]) }
        return Ruleset(
            configuration: configuration, account: account, today: today, prefix: Self.prefix, attributes: Self.attributes, segments: segments,
            presence: presence, matching: random.chance(50) ? .externalID : .externalIDThenEmail)
    }

    private mutating func filter() -> Filter {
        let mode = random.pick(Filter.Mode.allCases)
        if random.chance(40) {
            let reference: Filter.DateReference = random.chance(50) ? .daysFromToday(random.upTo(4) - 2) : .day(today.adding(days: random.upTo(2) - 1))
            let field = random.pick(["employment_start_date", "employment_end_date", "birthday", "custom_fields.d"])
            return Filter(field: field, mode: mode, test: .date(random.pick(Filter.Operator.allCases), reference))
        }
        var values: [String] = []
        for _ in 0..<random.upTo(2) { values.append(random.pick(["BLUE", "red", "1", "true", "7", "\u{C9}", " ", "active", "1.0", "A@x", "STRASSE@x"])) }
        let field = random.pick(["department", "custom_fields.c", "manager", "manager.id", "id", "employment_status", "emails", "custom_fields.b"])
        return Filter(field: field, mode: mode, test: .values(values, matchEmpty: values.isEmpty || random.chance(25)))
    }

    mutating func dateText() -> String {
        let around = today.adding(days: random.upTo(2) - 1), sign = random.pick([0, -1, -3, 1])
        return switch random.upTo(11) {
        case 0: "1899-12-31"
        case 1: "2151-01-01"
        case 2: "0000-00-00"
        case 3: "soon"
        case 4: "2023-02-29"
        case 5: "\(around)T10:00:00Z"
        case 6: "\(around) 23:59"
        case 7: "2024-01-31"
        default: "\(around.adding(months: sign))"
        }
    }

    mutating func employee(id: String?) -> Employee {
        var employee = Employee(id: id)
        if !random.chance(4) { employee.fields["first_name"] = .text(random.pick(["Ann", "Bo", "ann"])) }
        if !random.chance(4) { employee.fields["last_name"] = .text(random.pick(["Ek", "Ås"])) }
        for _ in 0..<random.pick([0, 1, 1, 1, 2]) {
            employee.emails.append(.init(address: random.pick(Self.addresses), type: random.pick(Employee.EmailType.allCases)))
        }
        if random.chance(70) { employee.fields["employment_status"] = .text(random.pick(["active", "Active", "INACTIVE", "terminated", "other", "leave", "gone", "activ\u{E9}"])) }
        for field in ["employment_start_date", "employment_end_date", "birthday", "custom_fields.d"] where random.chance(50) {
            employee.fields[field] = .text(dateText())
        }
        if random.chance(60) { employee.fields["department"] = .text(random.pick(["Blue", "blue", "Red", "Bleu", "Rouge", "Green", "GREEN"])) }
        if random.chance(60) { employee.fields["custom_fields.c"] = random.pick(Self.choices) }
        if random.chance(30) { employee.fields["custom_fields.n"] = random.pick([.number("1"), .number("1.0"), .text("0.5"), .text("0x10"), .text("many"), .number("1e999"), .text("1e1")]) }
        if random.chance(50) { employee.fields["manager.id"] = random.chance(90) ? .text(random.pick(Self.ids)) : random.pick([.number("7"), .list([.text("x"), .text("7")]), .object]) }
        if random.chance(40) { employee.fields["custom_fields.b"] = .list((0..<random.upTo(3)).map { _ in random.chance(95) ? .text(random.pick(Self.ids)) : .object }) }
        if random.chance(60) { employee.fields["employee_number"] = .text(random.pick(["7", "07", "k"])) }
        if random.chance(30) { employee.fields["preferred_language"] = .text(random.pick(["sv", "SV-se", "sv_FI", "German", "svenska", "EN", "fr", "xx"])) }
        if random.chance(5) { employee.deleted = true }
        if random.chance(15) {
            let path = random.pick([
                "custom_fields", "custom_fields.c", "employment_status", "employment_start_date", "employment_end_date", "manager", "manager.id", "department", "birthday",
                "emails", "employee_number", "preferred_language",
            ])
            employee.unavailable.insert(path)
            if random.chance(70) {
                employee.fields[path] = nil
                if path == "emails" { employee.emails = [] }
            }
        }
        return employee
    }

    private mutating func small(_ rules: Ruleset) -> World {
        var users: [User] = []
        let externalIDs = Self.ids.map { Self.prefix + $0 } + ["o-7", "o-x", "H-7"]
        for number in 0..<random.upTo(6) {
            let externalID = random.chance(65) ? random.pick(externalIDs) : nil
            add(user(id: "u\(number)", externalID: externalID), to: &users)
        }
        refer(&users)
        var employees: [Employee] = []
        for _ in 0..<random.upTo(7) { employees.append(employee(id: random.chance(3) ? nil : random.pick(Self.ids))) }
        return World(rules: rules, users: users, employees: employees)
    }

    private mutating func user(id: String, externalID: String?) -> User {
        var user = User(id: id, externalID: externalID, firstName: random.pick(["Ann", "Bo"]), lastName: random.pick(["Ek", "Ås"]))
        if random.chance(75) { user.email = random.pick(Array(Self.addresses.prefix(12))) }
        user.language = random.pick(["en", "sv"])
        user.role = random.chance(15) ? random.pick(User.Role.allCases) : .employee
        user.participation.on = random.chance(70)
        if random.chance(40) {
            user.participation.startDate = today.adding(days: random.upTo(2) - 1)
            user.participation.startDateIsSynced = random.chance(70)
        }
        if random.chance(40) { user.kioskCode = random.pick(["7", "07", "k", "x", "\u{E9}"]) }
        if random.chance(50) { user.attributes["team"] = .choice("Blue") }
        if random.chance(50) { user.attributes["born"] = .date(random.pick([today, Day(year: 2024, month: 1, day: 31)!])) }
        if random.chance(50) { user.attributes["fte"] = .number(random.pick([1, 0.5])) }
        user.held = random.chance(12) && externalID != nil
        for key in ["team", "born", "boss", "participation"] where random.chance(6) { user.guarded.insert(key) }
        return user
    }

    /// Adds a user, as far as the mirror's uniqueness allows.
    private func add(_ user: User, to users: inout [User]) {
        var user = user
        if users.contains(where: { $0.email.map(Text.fold) == user.email.map(Text.fold) }) { user.email = nil }
        if users.contains(where: { $0.kioskCode == user.kioskCode }) { user.kioskCode = nil }
        if let id = user.externalID, users.contains(where: { $0.externalID.map { Text.sameBytes($0, id) } ?? false }) { return }
        users.append(user)
    }

    private mutating func refer(_ users: inout [User]) {
        let ids = users.map(\.id)
        for index in users.indices {
            for key in ["boss", "buddy"] where random.chance(45) {
                var targets: [String] = []
                for _ in 0...random.upTo(1) { targets.append(random.pick(ids)) }
                users[index].attributes[key] = .users(targets[0] == targets.last ? [targets[0]] : targets)
            }
        }
    }

    /// More than twenty matched users, most of whom lose or change something: for the safeguards that count.
    private mutating func large(_ rules: Ruleset) -> World {
        var rules = rules
        if random.chance(70) { rules.configuration.filters = [] }
        var users: [User] = [], employees: [Employee] = []
        let loses = random.pick([40, 50, 60]), renames = random.pick([0, 8, 12, 25]), leaves = random.pick([0, 0, 40, 50, 55])
        for number in 1...(18 + random.upTo(6)) {
            var user = user(id: "u\(number)", externalID: Self.prefix + "\(number)")
            user.email = random.chance(90) ? "p\(number)@x" : nil
            user.kioskCode = nil
            user.participation.on = true
            if random.chance(97) { user.attributes["team"] = .choice("Blue") }
            users.append(user)
            if random.chance(leaves) { continue }
            var employee = employee(id: "\(number)")
            employee.fields["first_name"] = .text(user.firstName)
            employee.fields["last_name"] = .text(user.lastName)
            employee.emails = [.init(address: "P\(number)@x", type: .work)]
            if random.chance(renames) {
                employee.fields["last_name"] = .text("Other")
                employee.emails = [.init(address: "q\(number)@x", type: .work)]
            }
            employee.fields["department"] = random.chance(loses) ? nil : .text(random.pick(["Blue", "Red"]))
            employee.fields["employment_status"] = .text(random.chance(loses) ? "inactive" : "active")
            employee.fields["employment_end_date"] = nil
            employee.unavailable = []
            employee.deleted = false
            employees.append(employee)
        }
        refer(&users)
        for _ in 0..<random.upTo(3) { employees.append(employee(id: random.pick(Self.ids))) }
        if random.chance(30) { users.append(user(id: "o", externalID: nil)) }
        return World(rules: rules, users: users, employees: employees)
    }
}
