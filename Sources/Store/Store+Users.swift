internal import GRDB
import Provisioning

extension Reading {
    public func user(id: String) throws(StoreError) -> User? {
        guard let row = Identifier.user.row(id) else { return nil }
        return try user(row: row)
    }

    /// Those of the ids that exist, in the order of the ids.
    public func users(ids: [String]) throws(StoreError) -> [User] {
        var users: [User] = []
        for id in ids { if let user = try user(id: id) { users.append(user) } }
        return users
    }

    /// Byte for byte.
    public func user(externalID: String) throws(StoreError) -> User? { try oneUser("external_id", externalID) }

    /// `emailKey` is the fold of an address; addresses are unique by it (R-MAP-3).
    public func user(emailKey: String) throws(StoreError) -> User? { try oneUser("email_key", emailKey) }

    public func user(kioskCode: String) throws(StoreError) -> User? { try oneUser("kiosk_code", kioskCode) }

    private func oneUser(_ column: String, _ text: String) throws(StoreError) -> User? {
        try number(column, text).flatMap { (number) throws(StoreError) in try user(row: Int64(number)) }
    }

    private func user(row: Int64) throws(StoreError) -> User? {
        var found: User?
        try eachUser("WHERE user.id = ?", [row]) { found = $0 }
        return found
    }

    /// In a first sync a million people ask for their user, and nobody has one.
    func number(_ column: String, _ text: String) throws(StoreError) -> Int? {
        let statement = try RawStatement(db, "SELECT id FROM user WHERE \(column) = ?")
        statement.bind(1, text)
        defer { statement.reset() }
        return try statement.step() ? Int(statement.int(0)) : nil
    }

    /// Ids of those who refer to somebody.
    public func referrers(of id: String) throws(StoreError) -> [String] {
        guard let row = Identifier.user.row(id) else { return [] }
        return try all("SELECT DISTINCT user FROM reference WHERE target = ? ORDER BY user", [row]) { Identifier.user.text($0[0]) }
    }

    // MARK: Numbers

    public func userCount() throws(StoreError) -> Int { try number("SELECT count(*) FROM user") }

    /// Users whose external ID begins with `prefix`.
    public func managedCount(prefix: String) throws(StoreError) -> Int {
        try number("SELECT count(*) FROM user WHERE external_id >= ? AND external_id < ?", [prefix, prefix + Reading.last])
    }

    /// Users that some integration manages or has managed.
    public func managedCount() throws(StoreError) -> Int {
        var count = 0
        for (prefix, _) in try prefixes() { count += try managedCount(prefix: prefix) }
        return count
    }

    /// Users who take part on that day (R-LIFE-3).
    public func participatingCount(today: Day) throws(StoreError) -> Int {
        try userCount() - number("SELECT count(*) FROM user WHERE participating = 0")
            - number("SELECT count(*) FROM user WHERE participating = 1 AND start_date > ?", [today.number])
    }

    // MARK: Lists

    /// Users in the order of their creation, after position `after`. `query` is the beginning of a first name, last name, address or external ID,
    /// compared by fold; `managed`: whether some integration's prefix begins the external ID.
    public func users(
        query: String? = nil, prefix: String? = nil, managed: Bool? = nil, role: User.Role? = nil, after: Int64 = 0, limit: Int
    ) throws(StoreError) -> Listing<User> {
        var condition = "WHERE user.id > ?"
        var arguments: Arguments = [after]
        if let query = query.map(Text.fold), !query.isEmpty {
            // An index each; one condition with OR would be tried on every user.
            let parts = ["first_key", "last_key", "email_key", "external_key", "external_id"].map { "SELECT id FROM user WHERE \($0) >= ? AND \($0) < ?" }
            condition += " AND user.id IN (\(parts.joined(separator: " UNION ALL ")))"
            for _ in parts { arguments += [query, query + Reading.last] }
        }
        if let prefix {
            condition += " AND external_id >= ? AND external_id < ?"
            arguments += [prefix, prefix + Reading.last]
        }
        if let managed {
            condition += " AND \(managed ? "" : "NOT ")EXISTS (SELECT 1 FROM integration WHERE substr(external_id, 1, length(prefix)) = prefix)"
        }
        if let role {
            // Said twice where it can be: the index of those with special roles is not found through a parameter.
            condition += role == .employee ? " AND role = ?" : " AND role <> 'employee' AND role = ?"
            arguments.append(role.rawValue)
        }
        arguments.append(limit + 1)
        var found: [(position: Int64, item: User)] = []
        try eachUser("\(condition) ORDER BY user.id LIMIT ?", arguments) { (user) throws(StoreError) in found.append((try Identifier.user.required(user.id), user)) }
        return Listing(found, limit: limit)
    }

    /// Every user in the order of their creation.
    public func eachUser(_ body: (User) -> Void) throws(StoreError) {
        try eachUser("ORDER BY user.id", [], body)
    }

    /// Users with one of the roles, in the order of their creation.
    public func users(roles: Set<User.Role>) throws(StoreError) -> [User] {
        // The names stand in the statement, since the index of those with special roles is not found through parameters.
        let names = roles.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        let special = roles.contains(.employee) ? "" : "role <> 'employee' AND "
        var users: [User] = []
        try eachUser("WHERE \(special)role IN (\(names)) ORDER BY user.id") { users.append($0) }
        return users
    }

    /// Above all scalars that text has, so that it bounds a range of texts with a common beginning.
    static let last = "\u{10FFFF}"
}
