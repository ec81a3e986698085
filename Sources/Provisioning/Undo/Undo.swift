/// What takes a sync back, as far as that is possible (R-RES-6).
public struct Undo: Sendable {
    /// Ids of users whom the sync created and nobody has changed since.
    public var remove: [String] = []
    /// Users as they are to be, whose fields nobody has changed since.
    public var revert: [User] = []
    /// Users whom the sync deleted, as they were.
    public var recreate: [User] = []
    /// What stays as it is, and why.
    public var untouched: [Problem] = []

    public init() {}
}

/// Finds out how to take a sync back: pure, from what it did and a consistent view of the mirror.
public struct UndoPlanner<Mirror: Directory> {
    private let effects: [UserEffect]
    private let attributes: [Attribute]
    private let licenseLimit: Int?
    private let mirror: Mirror
    private let current: (String) throws -> User?
    /// The name of the segment that is spelled so now; nil: there is none any more.
    private let segment: (_ attribute: String, _ spelling: String) throws -> String?

    private var undo = Undo()
    /// Each user as it is to be, with as it is now; those to be created again have none.
    private var goals: [(goal: User, now: User?)] = []

    public init(
        effects: [UserEffect], attributes: [Attribute], licenseLimit: Int?, mirror: Mirror, current: @escaping (String) throws -> User?,
        segment: @escaping (_ attribute: String, _ spelling: String) throws -> String?
    ) {
        self.effects = effects
        self.attributes = attributes
        self.licenseLimit = licenseLimit
        self.mirror = mirror
        self.current = current
        self.segment = segment
    }

    public mutating func plan() throws -> Undo {
        for effect in effects {
            switch effect {
            case .created(let id, let sequence): try remove(id, sequence)
            case .deleted(let before): try recreate(before)
            case .changed(let before, let after): try revert(before, after)
            }
        }
        try settleIdentities()
        try limitLicences()
        for attribute in attributes where attribute.type == .user { try settleReferences(attribute) }
        for (goal, now) in goals {
            guard let now else {
                undo.recreate.append(goal)
                continue
            }
            if goal != now { undo.revert.append(goal) }
        }
        return undo
    }

    // MARK: One user each

    private mutating func remove(_ id: String, _ sequence: Int64) throws {
        guard let now = try current(id) else { return }
        if now.sequence == sequence {
            undo.remove.append(now.id)
        } else {
            keep(now, "changedSince", "The user was created by this run and has been changed since, so it stays.")
        }
    }

    private mutating func recreate(_ before: User) throws {
        guard try current(before.id) == nil else { return }
        var goal = before
        for (key, value) in before.attributes { goal.attributes[key] = try restorable(value, key, of: before) }
        goals.append((goal, nil))
    }

    private mutating func revert(_ before: User, _ after: User) throws {
        guard let now = try current(after.id) else {
            keep(after, "deletedSince", "The user has been deleted since, so its fields cannot be taken back.")
            return
        }
        var goal = now
        func field<Value: Equatable>(_ path: WritableKeyPath<User, Value>, _ name: String?) {
            guard before[keyPath: path] != after[keyPath: path] else { return }
            if now[keyPath: path] == after[keyPath: path] {
                goal[keyPath: path] = before[keyPath: path]
            } else if let name {
                changedSince(now, name)
            }
        }
        field(\.firstName, "firstName")
        field(\.lastName, "lastName")
        field(\.email, "email")
        field(\.externalID, "externalId")
        field(\.language, "language")
        field(\.participation.on, "participation")
        field(\.participation.start, "participationStartDate")
        field(\.kioskCode, "kioskCode")
        field(\.held, nil)
        field(\.guarded, nil)
        for key in Set(before.attributes.keys).union(after.attributes.keys).sorted() where before.attributes[key] != after.attributes[key] {
            guard now.attributes[key] == after.attributes[key] else {
                changedSince(now, "attributes.\(key)")
                continue
            }
            guard let old = before.attributes[key] else {
                goal.attributes[key] = nil
                continue
            }
            if let value = try restorable(old, key, of: now) { goal.attributes[key] = value }
        }
        goals.append((goal, now))
    }

    /// nil: the attribute or the segment is not there any more, which is told.
    private mutating func restorable(_ value: AttributeValue, _ key: String, of user: User) throws -> AttributeValue? {
        guard attributes.contains(where: { $0.key == key }) else {
            keep(user, "attributeGone", "The attribute has been deleted since, so its old value is gone.", path: "attributes.\(key)")
            return nil
        }
        guard case .choice(let name) = value else { return value }
        if let name = try segment(key, name) { return .choice(name) }
        keep(user, "segmentGone", "The old segment has been deleted since, so the value cannot come back.", path: "attributes.\(key)")
        return nil
    }

    // MARK: Licences and uniqueness

    /// In the order in which they were deleted, while the number of users allows.
    private mutating func limitLicences() throws {
        guard let licenseLimit else { return }
        var free = licenseLimit - (try mirror.userCount() - undo.remove.count)
        var fitting: [(goal: User, now: User?)] = []
        for (goal, now) in goals {
            if now != nil {
                fitting.append((goal, now))
            } else if free > 0 {
                free -= 1
                fitting.append((goal, nil))
            } else {
                keep(goal, "licenseLimit", "The user cannot be created again, because the licence limit of \(licenseLimit) users is reached.")
            }
        }
        goals = fitting
    }

    /// Whoever has an address, code or external ID and keeps it, keeps it; until nothing changes.
    private mutating func settleIdentities() throws {
        let removed = Set(undo.remove)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            let places = Dictionary(goals.indices.map { (goals[$0].goal.id, $0) }, uniquingKeysWith: { first, _ in first })
            /// Whether somebody else has it and, after the undo, still has it.
            func isTaken(by holder: User?, from id: String, _ kept: (User) -> Bool) -> Bool {
                guard let holder, holder.id != id, !removed.contains(holder.id) else { return false }
                return places[holder.id].map { kept(goals[$0].goal) } ?? true
            }
            var refused: Set<Int> = []
            for index in goals.indices {
                let (goal, now) = goals[index]
                if let name = goal.externalID, now?.externalID != name, try isTaken(by: mirror.user(externalID: name), from: goal.id, { $0.externalID == name }) {
                    hasChanged = true
                    if let now {
                        goals[index].goal.externalID = now.externalID
                        taken(goal, "external ID", "externalId")
                    } else {
                        refused.insert(index)
                        keep(goal, "taken", "The user cannot be created again, because another user has its external ID by now.", path: "externalId")
                        continue
                    }
                }
                if let key = goal.emailKey, now?.emailKey != key, try isTaken(by: mirror.user(emailKey: key), from: goal.id, { $0.emailKey == key }) {
                    hasChanged = true
                    goals[index].goal.email = now?.email
                    taken(goal, "address", "email")
                }
                if let code = goal.kioskCode, now?.kioskCode != code, try isTaken(by: mirror.user(kioskCode: code), from: goal.id, { $0.kioskCode == code }) {
                    hasChanged = true
                    goals[index].goal.kioskCode = now?.kioskCode
                    taken(goal, "kiosk code", "kioskCode")
                }
            }
            if !refused.isEmpty { goals = goals.indices.filter { !refused.contains($0) }.map { goals[$0] } }
        }
    }

    // MARK: References

    /// To people who are there after the undo, and without closing a circle (R-MAP-8).
    private mutating func settleReferences(_ attribute: Attribute) throws {
        let key = attribute.key
        let removed = Set(undo.remove)
        let recreated = Set(goals.lazy.filter { $0.now == nil }.map(\.goal.id))
        // Who is removed is removed from all references.
        for index in goals.indices where goals[index].goal.attributes[key] == goals[index].now?.attributes[key] {
            let targets = goals[index].goal.references(key).filter { !removed.contains($0) }
            goals[index].goal.attributes[key] = targets.isEmpty ? nil : .users(targets)
        }
        let setting = goals.indices.filter { index in
            let (goal, now) = goals[index]
            return goal.attributes[key] != nil && goal.attributes[key] != now?.attributes[key]
        }
        guard !setting.isEmpty else { return }
        let holders = Set(setting.map { goals[$0].goal.id })
        let cleared = Set(goals.filter { $0.now?.attributes[key] != nil && $0.goal.attributes[key] == nil }.map(\.goal.id))
        var current: [(String, [String])] = []
        try mirror.references(attribute: key) { holder, targets in current.append((holder, targets)) }
        var settled: [String: [String]] = [:]
        for (holder, targets) in current where !removed.contains(holder) && !holders.contains(holder) && !cleared.contains(holder) {
            settled[holder] = targets.filter { !removed.contains($0) }
        }
        let wished = setting.map { (person: goals[$0].goal.id, targets: goals[$0].goal.references(key)) }
        var graph = ReferenceGraph(settled: settled, wished: wished)
        for index in setting {
            let user = goals[index].goal
            var targets: [String] = []
            for target in user.references(key) {
                let isThere = try recreated.contains(target) || !removed.contains(target) && mirror.reference(toUser: target) != nil
                if isThere, graph.add(from: user.id, to: target) {
                    targets.append(target)
                } else {
                    keep(user, isThere ? "referenceCycle" : "referenceUnresolved", isThere ? "The old reference would close a circle by now." : "The old reference is to somebody who is no user any more.", path: "attributes.\(key)")
                }
            }
            goals[index].goal.attributes[key] = targets.isEmpty ? nil : .users(targets)
        }
    }

    // MARK: Told

    private mutating func keep(_ user: User, _ code: String, _ message: String, path: String? = nil) {
        undo.untouched.append(Problem(.warning, code, message, path: path, subject: user.externalID ?? user.id))
    }

    private mutating func changedSince(_ user: User, _ path: String) {
        keep(user, "changedSince", "The field has been changed since, so it stays as it is.", path: path)
    }

    private mutating func taken(_ user: User, _ what: String, _ path: String) {
        keep(user, "taken", "The old \(what) belongs to another user by now.", path: path)
    }
}

extension User {
    fileprivate var emailKey: String? { email.map { Text.fold($0) } }

    fileprivate func references(_ key: String) -> [String] { if case .users(let ids)? = attributes[key] { ids } else { [] } }
}

extension User.Participation {
    /// The start date, with who set it.
    fileprivate struct Start: Equatable {
        var date: Day?
        var isSynced: Bool
    }
    fileprivate var start: Start {
        get { Start(date: startDate, isSynced: startDateIsSynced) }
        set { (startDate, startDateIsSynced) = (newValue.date, newValue.isSynced) }
    }
}
