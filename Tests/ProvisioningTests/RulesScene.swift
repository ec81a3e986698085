import Provisioning

/// A sync on 23 November 2026 under a plain configuration: what a rule's test changes is what it is about.
struct Scene {
    var rules = Ruleset(
        configuration: Configuration(), account: Account(languages: ["en", "sv"]), today: Day("2026-11-23")!, prefix: "h-",
        attributes: WorldMaker.attributes, segments: ["team": ["Blue": "Blue", "Bleu": "Blue"]], matching: .externalID)
    var users: [User] = []
    var employees: [Employee] = []

    init(_ users: [User] = [], _ employees: [Employee] = []) {
        self.users = users
        self.employees = employees
    }

    var configuration: Configuration {
        get { rules.configuration }
        set { rules.configuration = newValue }
    }
    var world: World { World(rules: rules, users: users, employees: employees) }

    func plan() throws -> Plan { try world.planned() }

    /// What becomes of one employee id: category, reason, `held`; `none` without a row.
    func fate(_ id: String = "7") throws -> String { try plan().fate(id) }

    mutating func map(_ field: String, to attribute: String) { configuration.attributeMapping.mappings.append(.init(field: field, attribute: attribute)) }
    mutating func filter(_ field: String, _ mode: Filter.Mode, _ values: [String], matchEmpty: Bool = false) {
        configuration.filters.append(Filter(field: field, mode: mode, test: .values(values, matchEmpty: matchEmpty)))
    }
}

extension Plan {
    func row(_ id: String) -> Row? { rows.first { $0.employeeID == id } }
    func fate(_ id: String) -> String {
        guard let row = row(id) else { return "none" }
        return [row.category.rawValue, row.reason?.rawValue, row.held ? "held" : nil].compactMap(\.self).joined(separator: " ")
    }
    /// The changes of a row as text: `email: “a@x” → “b@x”`.
    func changes(_ id: String) -> [String] { row(id)?.changes.map(\.line) ?? [] }
    var warningCodes: [String] { summary.warnings.map(\.code) }
}

/// Ann Ek, of whom more may be said.
func employee(_ id: String? = "7", _ fields: [String: FieldValue] = [:], email: String? = nil) -> Employee {
    var employee = Employee(id: id, fields: ["first_name": "Ann", "last_name": "Ek"].merging(fields) { _, given in given })
    if let email { employee.emails = [.init(address: email, type: .primary)] }
    return employee
}

/// The user of `employee(id)`, in every managed field the same.
func user(_ id: String = "7", email: String? = nil, _ change: (inout User) -> Void = { _ in }) -> User {
    var user = User(id: "u\(id)", externalID: "h-\(id)", firstName: "Ann", lastName: "Ek", email: email)
    change(&user)
    return user
}

extension FieldValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
}
