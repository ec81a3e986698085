internal import GRDB
import Provisioning

extension Writing {
    /// Creates a user under a new id; times and sequence are set here. Throws `taken`, or `notFound` for a segment, attribute or user it refers to.
    public func insert(_ user: User, now: Timestamp) throws(StoreError) -> User {
        var user = user
        user.createdAt = now
        return try add(user, row: nil, now)
    }

    /// Creates a deleted user again under the id it had (R-RES-6); `createdAt` is kept.
    public func restore(_ user: User, now: Timestamp) throws(StoreError) -> User {
        let row = try Identifier.user.required(user.id)
        guard try number("SELECT EXISTS (SELECT 1 FROM user WHERE id = ?)", [row]) == 0 else { throw .invalid("The user \(user.id) exists.") }
        try execute("DELETE FROM tombstone WHERE id = ?", [row])
        return try add(user, row: row, now)
    }

    private func add(_ user: User, row: Int64?, _ now: Timestamp) throws(StoreError) -> User {
        var user = user
        user.updatedAt = now
        user.sequence = try nextSequence()
        let statement = try RawStatement(db, UserColumns.insert)
        try bind(user, row: row, to: statement)
        try statement.run()
        let row = db.lastInsertedRowID
        user.id = Identifier.user.text(row)
        try addReferences(of: user, row)
        try addGuards(of: user, row)
        return user
    }

    /// Writes the whole user, but `createdAt`, under a new sequence. Throws as `insert` does.
    public func update(_ user: User, now: Timestamp) throws(StoreError) -> User {
        let row = try Identifier.user.required(user.id)
        let user = try updateColumns(user, row, now)
        try execute("DELETE FROM reference WHERE user = ?", [row])
        try execute("DELETE FROM user_guard WHERE user = ?", [row])
        try addReferences(of: user, row)
        try addGuards(of: user, row)
        return user
    }

    /// As `update`, but for references and guards, which stay as they are.
    public func updateColumns(_ user: User, now: Timestamp) throws(StoreError) {
        _ = try updateColumns(user, Identifier.user.required(user.id), now)
    }

    private func updateColumns(_ user: User, _ row: Int64, _ now: Timestamp) throws(StoreError) -> User {
        var user = user
        user.updatedAt = now
        user.sequence = try nextSequence()
        let statement = try RawStatement(db, UserColumns.update)
        try bind(user, row: row, to: statement)
        try statement.run()
        guard db.changesCount == 1 else { throw .notFound(user.id) }
        return user
    }

    /// Writes many users, who may pass addresses, external IDs and kiosk codes among each other, also in a ring (R-PLAN-5).
    public func update(_ users: [User], now: Timestamp) throws(StoreError) -> [User] {
        try giveUp(users)
        var written: [User] = []
        written.reserveCapacity(users.count)
        for user in users { written.append(try update(user, now: now)) }
        return written
    }

    /// Uniqueness holds for each statement, so whoever gives something up does so first, before it gets what `users` say.
    public func giveUp(_ users: [User]) throws(StoreError) {
        for user in users {
            try execute(
                """
                UPDATE user SET email = NULL, email_key = NULL, external_id = NULL, kiosk_code = NULL
                WHERE id = ?1 AND (email_key IS NOT NULL AND email_key IS NOT ?2 OR external_id IS NOT NULL AND external_id IS NOT ?3
                    OR kiosk_code IS NOT NULL AND kiosk_code IS NOT ?4)
                """,
                [Identifier.user.required(user.id), user.email.map(Text.fold), user.externalID, user.kioskCode])
        }
    }

    /// Gives a user its first references of an attribute, in their order; numbers as of `number(externalID:)`. It counts as no further change.
    public func addReferences(ofNewUser user: Int, attribute key: String, to targets: [Int]) throws(StoreError) {
        guard let attribute = try row(ofAttribute: key) else { throw .notFound(key) }
        let statement = try RawStatement(db, "INSERT INTO reference VALUES (?, ?, ?, ?)")
        for (position, target) in targets.enumerated() {
            statement.bind(1, user)
            statement.bind(2, attribute.row)
            statement.bind(3, position)
            statement.bind(4, target)
            try statement.run()
        }
    }

    /// Deletes a user, leaving a tombstone without personal data. Gives those who referred to it, changed (R-USR-4).
    @discardableResult
    public func deleteUser(id: String, now: Timestamp) throws(StoreError) -> [User] { try deleteUsers(ids: [id], now: now) }

    /// Deletes many users at once; those who referred to some of them count as changed once.
    @discardableResult
    public func deleteUsers(ids: [String], now: Timestamp) throws(StoreError) -> [User] {
        var holders: Set<Int64> = []
        var rows: [Int64] = []
        for id in ids {
            let row = try Identifier.user.required(id)
            rows.append(row)
            try each("SELECT user FROM reference WHERE target = ?", [row]) { holders.insert($0[0]) }
            try execute("DELETE FROM reference WHERE target = ?", [row])
        }
        for row in rows {
            guard try execute("DELETE FROM user WHERE id = ?", [row]) == 1 else { throw .notFound(Identifier.user.text(row)) }
            try execute("INSERT INTO tombstone VALUES (?, ?)", [row, nextSequence()])
            holders.remove(row)
        }
        let changed = holders.sorted()
        try touch(changed, now)
        return try users(ids: changed.map(Identifier.user.text))
    }

    private func addReferences(of user: User, _ row: Int64) throws(StoreError) {
        if user.attributes.isEmpty { return }
        for attribute in try catalogue() where attribute.attribute.type == .user {
            guard case .users(let targets)? = user.attributes[attribute.attribute.key] else { continue }
            guard !targets.isEmpty, Set(targets).count == targets.count else { throw .invalid("References name each user once, and at least one.") }
            for (position, target) in targets.enumerated() {
                try execute("INSERT INTO reference VALUES (?, ?, ?, ?)", [row, attribute.row, position, Identifier.user.required(target)])
            }
        }
    }

    private func addGuards(of user: User, _ row: Int64) throws(StoreError) {
        for field in user.guarded { try execute("INSERT INTO user_guard VALUES (?, ?)", [row, field]) }
    }
}
