import Provisioning

/// All that a plan depends on: the rules, the mirror and what the HRIS delivered.
struct World: Sendable {
    var rules: Ruleset
    var users: [User]
    var employees: [Employee]

    /// The same world seen by a test (external ID, then address) or by a sync (external ID only).
    func matching(_ matching: Ruleset.Matching) -> World {
        var copy = self
        copy.rules.matching = matching
        return copy
    }

    func planned() throws -> Plan { try Planner(rules: rules, mirror: ListMirror(users: users)).plan(employees) }
}

/// A mirror that is a list.
struct ListMirror: Directory {
    var users: [User]

    func userCount() -> Int { users.count }
    func managedUsers(prefix: String, _ body: (User) -> Void) {
        for user in users where user.externalID?.utf8.starts(with: prefix.utf8) == true { body(user) }
    }
    func user(emailKey: String) -> User? { users.first { $0.email.map(Text.fold) == emailKey } }
    func user(kioskCode: String) -> User? { users.first { $0.kioskCode.map { Text.sameBytes($0, kioskCode) } ?? false } }
    func user(externalID: String) -> User? { users.first { $0.externalID.map { Text.sameBytes($0, externalID) } ?? false } }
    func reference(toUser id: String) -> String? { users.first { $0.id == id }.map { $0.externalID ?? $0.id } }
    func references(attribute: String, _ body: (String, [String]) -> Void) {
        for user in users { if case .users(let ids)? = user.attributes[attribute] { body(user.id, ids) } }
    }
}
