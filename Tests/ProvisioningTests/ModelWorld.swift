import Provisioning
import Synchronization

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

    func planned() throws -> Plan { try Planner(rules: rules, mirror: ListMirror(users: users)).plan(Intake(employees, today: rules.today)) }
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

    // MARK: By number

    /// Of the users changed since a recognition was made.
    var changed = NumberSet()

    func number(ofUser id: String) -> Int? { ModelNumbers.number(id) }
    func number(externalID: String) -> Int? { user(externalID: externalID).map { ModelNumbers.number($0.id) } }
    func number(emailKey: String) -> Int? { user(emailKey: emailKey).map { ModelNumbers.number($0.id) } }
    func number(kioskCode: String) -> Int? { user(kioskCode: kioskCode).map { ModelNumbers.number($0.id) } }
    func user(number: Int) -> User? { users.first { ModelNumbers.number($0.id) == number } }
    func managedCount(prefix: String) -> Int { users.count { $0.externalID?.utf8.starts(with: prefix.utf8) ?? false } }
    func exemptCount(prefix: String, protected: Bool) -> Int {
        users.count { ($0.externalID?.utf8.starts(with: prefix.utf8) ?? false) && ($0.held || protected && $0.role.isProtected) }
    }
    func managedNumbers(prefix: String, _ body: (Int) -> Void) { managedUsers(prefix: prefix) { body(ModelNumbers.number($0.id)) } }
    func referrers(toNumber number: Int) -> [Int] {
        users.filter { user in
            user.attributes.values.contains { if case .users(let ids) = $0 { ids.contains { ModelNumbers.number($0) == number } } else { false } }
        }.map { ModelNumbers.number($0.id) }
    }
    func referenceNumbers(attribute: String, _ body: (Int, Int) -> Void) {
        references(attribute: attribute) { user, targets in for target in targets { body(ModelNumbers.number(user), ModelNumbers.number(target)) } }
    }
    func lastSequence() -> Int64 { 1 }
    func numbersChanged(since sequence: Int64) -> NumberSet { changed }
}

/// A number for each id that some world has had.
enum ModelNumbers {
    private static let known = Mutex<[[UInt8]: Int]>([:])

    static func number(_ id: String) -> Int {
        known.withLock { known in
            let number = known[Array(id.utf8)] ?? known.count
            known[Array(id.utf8)] = number
            return number
        }
    }
}
