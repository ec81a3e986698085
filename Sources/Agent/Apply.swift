import Provisioning
import Store

/// Carries out the rows of a plan, exactly and in their order: deletes, updates, creates, references (R-PLAN-5). One transaction (R-PLAN-9).
struct Apply {
    let writing: Writing
    let now: Timestamp
    let attributes: [String: Attribute]

    /// `rows` is called for each category in turn, so that they need not all be in memory.
    /// Gives the ids of the users that were created.
    func run(_ rows: (Row.Category) throws -> [Row]) throws -> Set<String> {
        for row in try rows(.deleted) where !row.held {
            if let id = row.userID { try writing.deleteUser(id: id, now: now) }
        }
        let updated = try rows(.updated)
        var users: [User] = []
        for row in updated {
            guard let id = row.userID, let known = try writing.user(id: id) else { continue }
            var user = known
            try change(&user, row)
            if user != known { users.append(user) }
        }
        // All at once, since addresses and codes may move from one to another, in a ring even.
        _ = try writing.update(users, now: now)
        let created = try rows(.created)
        var ids: Set<String> = []
        for row in created {
            var user = User(id: "", firstName: "", lastName: "")
            try change(&user, row)
            ids.insert(try writing.insert(user, now: now).id)
        }
        for row in updated + created { try setReferences(row) }
        return ids
    }

    /// All changes but references.
    private func change(_ user: inout User, _ row: Row) throws {
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

    private func set(_ key: String, _ value: RowValue?, of user: inout User) throws {
        guard let attribute = attributes[key], attribute.type != .user else { return }
        switch value {
        case nil: user.attributes[key] = nil
        case .text(let name)?:
            if try writing.segment(attribute: key, spelled: name) == nil { try writing.insertSegment(attribute: key, name: name) }
            user.attributes[key] = .choice(name)
        case .date(let day)?: user.attributes[key] = .date(day)
        case .number(let number)?: user.attributes[key] = .number(number)
        case .boolean?, .references?: break
        }
    }

    private func setReferences(_ row: Row) throws {
        let changes = row.changes.filter { if case .attribute(let key) = $0.field { attributes[key]?.type == .user } else { false } }
        guard !changes.isEmpty, let externalID = row.externalID, let known = try writing.user(externalID: externalID) else { return }
        var user = known
        for change in changes {
            guard case .attribute(let key) = change.field else { continue }
            let names: [String] = if case .references(let names)? = change.to { names } else { [] }
            let ids = try names.compactMap { name in try writing.user(externalID: name)?.id ?? writing.user(id: name)?.id }
            user.attributes[key] = ids.isEmpty ? nil : .users(ids)
        }
        if user != known { _ = try writing.update(user, now: now) }
    }
}

extension Writing {
    /// Carries a plan out and tells what it did to whom.
    func apply(_ plan: Plan, now: Timestamp) throws -> [UserEffect] {
        let before = try usersTouched(by: plan)
        let start = try lastSequence()
        let attributes = Dictionary(try attributes().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let created = try Apply(writing: self, now: now, attributes: attributes).run { category in plan.rows.filter { $0.category == category } }
        try mark(plan, now: now)
        var effects: [UserEffect] = []
        for change in try changes(since: start, limit: .max - 1).changes {
            switch change {
            case .changed(let user):
                if let known = before[user.id] {
                    effects.append(UserEffect(before: known, after: user))
                } else if created.contains(user.id) {
                    effects.append(UserEffect(before: nil, after: user))
                }
            case .deleted(let id, _): if let known = before[id] { effects.append(UserEffect(before: known, after: nil)) }
            }
        }
        return effects
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
