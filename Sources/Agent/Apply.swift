import Provisioning
import Store

/// Carries out the rows of a plan, exactly and in their order: deletes, updates, creates, references (R-PLAN-5). One transaction (R-PLAN-9).
struct Apply {
    let writing: Writing
    let now: Timestamp
    let attributes: [String: Attribute]
    /// Everybody whom the rows name, as they were, by id.
    let before: [String: User]
    /// Names that segments have, by attribute key, as far as somebody asked.
    private var segments: [String: Set<String>] = [:]

    init(writing: Writing, now: Timestamp, before: [String: User]) throws {
        self.writing = writing
        self.now = now
        self.before = before
        attributes = Dictionary(try writing.attributes().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `rows` is called for each category in turn, so that they need not all be in memory.
    /// Gives the users that were created.
    mutating func run(_ rows: (Row.Category) throws -> [Row]) throws -> [UserEffect] {
        for row in try rows(.deleted) where !row.held {
            if let id = row.userID { try writing.deleteUser(id: id, now: now) }
        }
        CrashPoint.deleted.reached()
        let updated = try rows(.updated)
        var users: [(before: User, after: User)] = []
        for row in updated {
            guard let known = row.userID.flatMap({ before[$0] }) else { continue }
            var user = known
            try change(&user, row)
            if user != known { users.append((known, user)) }
        }
        // All at once, since addresses and codes may move from one to another, in a ring even.
        try writing.updateColumns(users, now: now)
        CrashPoint.updated.reached()
        let rows = try rows(.created)
        var created: [(id: String, sequence: Int64)] = []
        created.reserveCapacity(rows.count)
        for row in rows {
            var user = User(id: "", firstName: "", lastName: "")
            try change(&user, row)
            user = try writing.insert(user, now: now)
            created.append((user.id, user.sequence))
        }
        CrashPoint.created.reached()
        for row in updated { try setReferences(row) }
        for (index, row) in rows.enumerated() { try addReferences(created[index].id, row) }
        CrashPoint.referred.reached()
        return created.map { .created(id: $0.id, sequence: $0.sequence) }
    }

    /// All changes but references.
    private mutating func change(_ user: inout User, _ row: Row) throws {
        for change in row.changes {
            switch (change.field, change.to) {
            case (.firstName, .text(let text)?): user.firstName = text
            case (.lastName, .text(let text)?): user.lastName = text
            case (.email, let value): user.email = value?.text
            case (.externalID, let value): user.externalID = value?.text
            case (.language, .text(let text)?): user.language = text
            case (.participation, .boolean(let on)?): user.participation.on = on
            case (.participationStartDate, .date(let day)?):
                user.participation.startDate = day
                user.participation.startDateIsSynced = true
            case (.participationStartDate, _):
                user.participation.startDate = nil
                user.participation.startDateIsSynced = false
            case (.kioskCode, let value): user.kioskCode = value?.text
            case (.attribute(let key), let value): try set(key, value, of: &user)
            default: break
            }
        }
    }

    private mutating func set(_ key: String, _ value: RowValue?, of user: inout User) throws {
        guard let attribute = attributes[key], attribute.type != .user else { return }
        switch value {
        case nil: user.attributes[key] = nil
        case .text(let name)?:
            try makeSegment(key, name)
            user.attributes[key] = .choice(name)
        case .date(let day)?: user.attributes[key] = .date(day)
        case .number(let number)?: user.attributes[key] = .number(number)
        case .boolean?, .references?: break
        }
    }

    private mutating func makeSegment(_ key: String, _ name: String) throws {
        if segments[key]?.contains(name) ?? false { return }
        if try writing.segment(attribute: key, spelled: name) == nil { try writing.insertSegment(attribute: key, name: name) }
        segments[key, default: []].insert(name)
    }

    // MARK: References

    private func references(_ row: Row) -> [(key: String, names: [String])] {
        row.changes.compactMap { change in
            guard case .attribute(let key) = change.field, attributes[key]?.type == .user else { return nil }
            return if case .references(let names)? = change.to { (key, names) } else { (key, []) }
        }
    }

    /// Rows name users by external ID, else by id.
    private func numbers(_ names: [String]) throws -> [Int] {
        try names.compactMap { name in try writing.number(externalID: name) ?? writing.user(id: name).flatMap { writing.number(ofUser: $0.id) } }
    }

    private func setReferences(_ row: Row) throws {
        let changes = references(row)
        guard !changes.isEmpty, let externalID = row.externalID, let known = try writing.user(externalID: externalID) else { return }
        var user = known
        for (key, names) in changes {
            let ids = try numbers(names).compactMap { number in try writing.user(number: number)?.id }
            user.attributes[key] = ids.isEmpty ? nil : .users(ids)
        }
        if user != known { _ = try writing.update(user, now: now) }
    }

    private func addReferences(_ user: String, _ row: Row) throws {
        for (key, names) in references(row) where !names.isEmpty {
            let numbers = try numbers(names)
            if numbers.isEmpty { continue }
            try writing.addReferences(ofNewUser: user, attribute: key, to: numbers)
        }
    }
}

extension Writing {
    /// Carries a plan out and tells what it did to whom.
    func apply(_ plan: Plan, now: Timestamp) throws -> [UserEffect] {
        let before = try usersTouched(by: plan)
        let start = try lastSequence()
        var apply = try Apply(writing: self, now: now, before: before)
        let created = try apply.run { category in plan.rows.filter { $0.category == category } }
        try mark(plan, now: now)
        // New users have the greatest numbers.
        var firstCreated = Int.max
        if case .created(let id, _)? = created.first { firstCreated = number(ofUser: id) ?? .max }
        var effects: [(sequence: Int64, effect: UserEffect)] = []
        try eachChange(since: start, below: firstCreated) { change in
            switch change {
            case .changed(let user): if let known = before[user.id] { effects.append((user.sequence, UserEffect.changed(before: known, after: user))) }
            case .deleted(let id, let sequence): if let known = before[id] { effects.append((sequence, UserEffect.deleted(known))) }
            }
        }
        effects.sort { $0.sequence < $1.sequence }
        return effects.map(\.effect) + created
    }

    /// Everybody, as they are now, whom the plan changes or deletes, or who refers to somebody it deletes.
    private func usersTouched(by plan: Plan) throws -> [String: User] {
        var ids = Marks(plan).users
        for row in plan.rows where row.category == .updated || row.category == .deleted {
            guard let id = row.userID else { continue }
            ids.insert(id)
            if row.category == .deleted, !row.held { ids.formUnion(try referrers(of: id)) }
        }
        return Dictionary(try users(ids: ids.sorted()).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
