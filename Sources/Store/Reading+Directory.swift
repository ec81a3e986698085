internal import GRDB
import Provisioning

extension Reading: Directory {
    public func managedUsers(prefix: String, _ body: (User) -> Void) throws(StoreError) {
        try eachUser("WHERE external_id >= ? AND external_id < ?", [prefix, prefix + Reading.last], body)
    }

    public func reference(toUser id: String) throws(StoreError) -> String? {
        guard let row = Identifier.user.row(id) else { return nil }
        return try first("SELECT external_id FROM user WHERE id = ?", [row]) { $0[0] as String? ?? id }
    }

    public func references(attribute key: String, _ body: (String, [String]) -> Void) throws(StoreError) {
        var current: Int?
        var targets: [String] = []
        try referenceNumbers(attribute: key) { user, target in
            if let current, current != user {
                body(Identifier.user.text(Int64(current)), targets)
                targets = []
            }
            current = user
            targets.append(Identifier.user.text(Int64(target)))
        }
        if let current { body(Identifier.user.text(Int64(current)), targets) }
    }

    // MARK: By number, which is that of the row

    public func number(ofUser id: String) -> Int? { Identifier.user.row(id).map { Int($0) } }

    public func id(ofNumber number: Int) -> String { Identifier.user.text(Int64(number)) }

    public func user(number: Int) throws(StoreError) -> User? { try user(id: Identifier.user.text(Int64(number))) }

    public func number(externalID: String) throws(StoreError) -> Int? { try number("external_id", externalID) }
    public func number(emailKey: String) throws(StoreError) -> Int? { try number("email_key", emailKey) }
    public func number(kioskCode: String) throws(StoreError) -> Int? { try number("kiosk_code", kioskCode) }

    public func exemptCount(prefix: String, protected: Bool) throws(StoreError) -> Int {
        // The roles stand in the statement twice, so that the index of those with special roles is found.
        let roles = User.Role.allCases.filter(\.isProtected).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let special = "SELECT id FROM user WHERE role <> 'employee' AND role IN (\(roles)) AND external_id >= ?1 AND external_id < ?2"
        let held = "SELECT id FROM user WHERE held = 1 AND external_id >= ?1 AND external_id < ?2"
        return try number("SELECT count(*) FROM (\(protected ? "\(special) UNION \(held)" : held))", [prefix, prefix + Reading.last])
    }

    public func managedNumbers(prefix: String, _ body: (Int) -> Void) throws(StoreError) {
        let statement = try RawStatement(db, "SELECT id FROM user WHERE external_id >= ? AND external_id < ?")
        statement.bind(1, prefix)
        statement.bind(2, prefix + Reading.last)
        while try statement.step() { body(Int(statement.int(0))) }
    }

    public func referrers(toNumber number: Int) throws(StoreError) -> [Int] {
        var found: [Int] = []
        try eachNumber("SELECT DISTINCT user FROM reference WHERE target = ?", [Int64(number)]) { found.append(Int($0.int(0))) }
        return found
    }

    public func referenceNumbers(attribute key: String, _ body: (Int, Int) -> Void) throws(StoreError) {
        guard let attribute = try row(ofAttribute: key) else { return }
        try eachNumber("SELECT user, target FROM reference WHERE attribute = ? ORDER BY user, position", [attribute.row]) { body(Int($0.int(0)), Int($0.int(1))) }
    }

    public func numbersChanged(since sequence: Int64) throws(StoreError) -> NumberSet {
        var numbers = NumberSet()
        for table in ["user", "tombstone"] {
            try eachNumber("SELECT id FROM \(table) WHERE sequence > ?", [sequence]) { numbers.insert(Int($0.int(0))) }
        }
        return numbers
    }
}
