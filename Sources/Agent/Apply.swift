import Provisioning
import Store

/// Carries out the rows of a plan, exactly and in their order: deletes, updates, creates, references (R-PLAN-5), in one transaction (R-PLAN-9); and
/// keeps them and what it did to whom.
///
/// No more than one row is in memory at a time: what comes later is read again from where the rows are kept.
struct Apply {
    private let writing: Writing
    private let kept: RowWriter
    private let now: Timestamp
    private let types: [String: AttributeType]
    private let referenceKeys: Set<String>
    /// Names that segments have, by attribute key, as far as somebody asked.
    private var segments: [String: Set<String>] = [:]
    /// Of those to be deleted.
    private var leaving: [String] = []
    /// Whether an update gives away, or takes, what only one can have; whether one sets references.
    private var movesIdentities = false, setsReferences = false

    init(_ writing: Writing, keepingIn kept: RowWriter, now: Timestamp) throws {
        self.writing = writing
        self.kept = kept
        self.now = now
        types = Dictionary(try writing.attributes().map { ($0.key, $0.type) }, uniquingKeysWith: { first, _ in first })
        referenceKeys = Set(types.filter { $0.value == .user }.keys)
    }

    mutating func run(_ source: inout some PlanRows) throws {
        let start = try writing.lastSequence()
        try source.makeExisting { row, user in try take(row, user) }
        try keepOthers(source.plan)
        for id in leaving { try writing.deleteUser(id: id, now: now) }
        CrashPoint.deleted.reached()
        try update()
        CrashPoint.updated.reached()
        var firstCreated = Int.max
        try source.makeCreated { row in
            try kept.append(row)
            let number = try create(row)
            firstCreated = min(firstCreated, number)
            return number
        }
        CrashPoint.created.reached()
        if setsReferences { try kept.eachChange(.updated) { try setReferences($0) } }
        try source.eachReferenceOfCreated { number, key, targets in try writing.addReferences(ofNewUser: number, attribute: key, to: targets) }
        CrashPoint.referred.reached()
        try writing.mark(source.plan, now: now)
        // New users have the greatest numbers.
        try writing.eachChange(since: start, below: firstCreated) { change throws(StoreError) in try kept.appendAfter(change) }
    }

    private mutating func take(_ row: Row, _ user: User?) throws {
        try kept.append(row)
        guard let user else { return }
        switch row.category {
        case .deleted where !row.held:
            try kept.appendBefore(user)
            leaving.append(user.id)
        case .updated:
            try kept.appendBefore(user)
            movesIdentities = movesIdentities || row.movesIdentity
            setsReferences = setsReferences || !row.references(referenceKeys).isEmpty
        default: break
        }
    }

    /// Those who change without a row of their own: who refer to somebody deleted, who are marked.
    private func keepOthers(_ plan: Plan) throws {
        var ids = Marks(plan).users
        for id in leaving { ids.formUnion(try writing.referrers(of: id)) }
        for user in try writing.users(ids: ids.sorted()) { try kept.appendBefore(user) }
    }

    // MARK: Updates

    private mutating func update() throws {
        // Addresses and codes may move from one to another, in a ring even: whoever gives one up does so first.
        var moving: [String: User] = [:]
        if movesIdentities {
            try kept.eachChange(.updated) { row in
                guard row.movesIdentity, let known = try row.userID.flatMap({ try writing.user(id: $0) }) else { return }
                var user = known
                try change(&user, row)
                moving[user.id] = user
            }
            try writing.giveUp(moving.values.sorted { $0.sequence < $1.sequence })
        }
        try kept.eachChange(.updated) { row in
            guard let id = row.userID else { return }
            if let user = moving[id] { return try writing.updateColumns(user, now: now) }
            guard let known = try writing.user(id: id) else { return }
            var user = known
            try change(&user, row)
            if user != known { try writing.updateColumns(user, now: now) }
        }
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
        guard let type = types[key], type != .user else { return }
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

    private func setReferences(_ row: Row) throws {
        let changes = row.references(referenceKeys)
        guard !changes.isEmpty, let externalID = row.externalID, let known = try writing.user(externalID: externalID) else { return }
        var user = known
        for (key, names) in changes {
            let ids = try names.compactMap { try writing.number(ofName: $0) }.compactMap { number in try writing.user(number: number)?.id }
            user.attributes[key] = ids.isEmpty ? nil : .users(ids)
        }
        if user != known { _ = try writing.update(user, now: now) }
    }

    // MARK: Creates

    /// Its number.
    private mutating func create(_ row: Row) throws -> Int {
        var user = User(id: "", firstName: "", lastName: "")
        try change(&user, row)
        user = try writing.insert(user, now: now)
        guard let number = writing.number(ofUser: user.id) else { throw StoreError.notFound(user.id) }
        kept.appendCreated(number: number, sequence: user.sequence)
        return number
    }
}

extension Row {
    /// Whether it changes what only one user can have.
    fileprivate var movesIdentity: Bool {
        changes.contains { change in
            switch change.field {
            case .email, .externalID, .kioskCode: true
            default: false
            }
        }
    }
}
