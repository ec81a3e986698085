/// A plan of which all is settled – who stays, who comes, who goes, who is refused – and whose rows are made one by one as they are asked for, for
/// a million of them would need gigabytes.
///
/// First come the rows of everybody who is there already, made while the mirror is as it was, then those of the people whom the run creates.
public struct SettledPlan<Mirror: Directory> {
    let rules: Ruleset
    let mirror: Mirror
    let snapshot: Snapshot
    let deletions: Deletions<Mirror>.Outcome
    let maker: CandidateMaker
    private let comparison: Comparison
    let safeguards: Safeguards
    let tripped: Set<Safeguard>
    /// In external ID order.
    var wanted: [Wanted]
    /// By place in the spool, where somebody stands among the wanted; -1: nowhere.
    let places: [Int32]
    /// By key of a `user` attribute.
    let references: [String: WantedReferences]
    /// People who were recognised and whose references this run may have to touch, in external ID order.
    var recalled: [Candidate] = []
    /// References that would close a circle.
    var rejected: Set<Rejection> = []
    /// By attribute, as far as somebody asked.
    var circles: [String: Circles] = [:]
    /// How users are shown in references, by id.
    private var shown: [String: String] = [:]
    /// The nodes of people who were not read, by employee id; none if they do not exist after the run.
    private var strangers: [String: Int?] = [:]
    private var shapes: ShapeTable
    private let skipped: [Row]
    private var notes = PlanNotes()

    /// Everything but rows: complete once all rows have been made.
    public private(set) var plan: Plan

    /// What one person comes to.
    public struct Made {
        /// nil: nothing is to be done.
        public var row: Row?
        /// As it is before the run.
        public var user: User?
        /// By what it can be recognised once the plan is applied.
        public var recognisable: Plan.Recognisable?
    }

    init(
        _ sorting: Sorting<Mirror>, wanted: [Wanted], deletions: Deletions<Mirror>.Outcome, tripped: Set<Safeguard>, recognition: Recognition?, plan: Plan
    ) {
        rules = sorting.rules
        mirror = sorting.mirror
        snapshot = sorting.snapshot
        maker = sorting.maker
        safeguards = sorting.safeguards
        places = sorting.places
        references = sorting.references
        skipped = sorting.skipped
        comparison = Comparison(rules: sorting.rules)
        shapes = ShapeTable(recognition?.shapes ?? [], sorting.snapshot.paths)
        self.wanted = wanted
        self.deletions = deletions
        self.tripped = tripped
        self.plan = plan
        for (id, record, reason) in sorting.outsiders {
            guard let shape = shapes.place(paths: record.paths, exclusion: reason) else { continue }
            self.plan.recognisable.append(Plan.Recognisable(mark: sorting.mark(ofID: id), fingerprint: record.fingerprint, until: record.until, shape: shape))
        }
        for person in wanted where person.isCreate && !person.isActive { notes.inactive += 1 }
    }

    /// Of people who had to be called back, `count` were not looked at again.
    mutating func countUnchanged(_ count: Int) { plan.summary.unchanged += count }

    // MARK: Rows

    /// Everybody but those whom the run creates, in external ID order within each category of rows.
    public mutating func makeExisting(_ body: (Made) throws -> Void) throws {
        var next = 0
        for index in wanted.indices where !wanted[index].isCreate {
            let person = snapshot.person(Int(wanted[index].place))
            while next < recalled.count, precedesInExternalIDOrder(recalled[next].employeeID, person.id) {
                try body(make(recalled[next], .recalled(next), hasWishes: false))
                next += 1
            }
            let user = try wanted[index].isNew ? nil : mirror.user(number: wanted[index].number)
            var candidate = maker.candidate(person, user: user, matchedBy: user == nil ? nil : wanted[index].isLink ? .email : .externalId)
            candidate.refusal = wanted[index].refusal
            safeguards.keepBack(from: &candidate, tripped, &plan)
            try body(make(candidate, .wanted(index), hasWishes: true))
        }
        for index in next..<recalled.count { try body(make(recalled[index], .recalled(index), hasWishes: false)) }
        var others: [(row: Row, user: User?)] = skipped.map { ($0, nil) }
        for (row, user) in deletions.rows {
            var row = row
            row.values = try values(of: user, after: [])
            if row.category == .deleted { row.changes = row.goingValues(user) }
            others.append((row, user))
        }
        for place in RowOrder.sorted(others.map(\.row)) {
            plan.summary.count(others[place].row)
            try body(Made(row: others[place].row, user: others[place].user))
        }
    }

    /// Those whom the run creates, in external ID order. `body` gives the number of the new user, if there is one now.
    public mutating func makeCreated(_ body: (Made) throws -> Int?) throws {
        for index in wanted.indices where wanted[index].isCreate {
            let candidate = maker.candidate(snapshot.person(Int(wanted[index].place)), user: nil, matchedBy: nil)
            if let number = try body(make(candidate, .wanted(index), hasWishes: true)) { wanted[index].number = number }
        }
    }

    /// When all rows have been made: what could be told only then.
    public mutating func finish() {
        notes.tell(&plan.summary, rules)
        plan.shapes = shapes.all
    }

    private mutating func make(_ candidate: Candidate, _ position: Position, hasWishes: Bool) throws -> Made {
        var candidate = candidate
        var changes = hasWishes ? comparison.changes(candidate) : []
        try resolveReferences(&candidate, position, &changes)
        for problem in candidate.problems { notes.warn(problem, position.order(among: self)) }
        if let row = try guardedRow(candidate) { plan.guarded.append(row) }
        let isConflict = candidate.refusal != nil
        if changes.isEmpty, !isConflict {
            plan.summary.unchanged += 1
            guard candidate.problems.isEmpty, let user = candidate.user else { return Made() }
            return Made(user: user, recognisable: recognisable(candidate, user.attributes.keys, user.participation.on))
        }
        var row = Row(
            category: isConflict ? .conflict : candidate.isCreate ? .created : .updated, employeeID: candidate.employeeID,
            externalID: candidate.externalID, userID: candidate.user?.id, reason: candidate.refusal, matchedBy: candidate.matchedBy,
            needsLink: candidate.needsLink && !isConflict, changes: changes, problems: candidate.problems,
            wantedReferences: candidate.desired.references.compactMapValues(\.value))
        row.values = try values(of: candidate.user, after: row.changes)
        var made = Made(user: candidate.user)
        if !isConflict {
            notes.note(row, rules, position.order(among: self))
            if candidate.problems.isEmpty { made.recognisable = recognisable(candidate, row.values.attributes.keys, row.values.participation ?? false) }
        }
        plan.summary.count(row)
        made.row = row
        return made
    }

    /// Somebody about whom nothing will be left to do or to say.
    private mutating func recognisable(_ candidate: Candidate, _ having: some Collection<String>, _ participates: Bool) -> Plan.Recognisable? {
        guard let record = candidate.record, !candidate.needsLink, candidate.guarded.isEmpty, candidate.user?.guarded.isEmpty ?? true, !candidate.hasOtherOrder else { return nil }
        let mapped = having.filter { rules.attributes[$0] != nil }.sorted()
        guard let shape = shapes.place(paths: record.paths, having: mapped, participates: participates) else { return nil }
        return Plan.Recognisable(externalID: candidate.externalID, fingerprint: record.fingerprint, until: record.until, shape: shape)
    }

    /// What the user would lose but for a safeguard; nil: nothing, or its row is not applied at all.
    private mutating func guardedRow(_ candidate: Candidate) throws -> Row? {
        guard let user = candidate.user, candidate.refusal == nil, !candidate.guarded.isEmpty else { return nil }
        var row = Row(category: .updated, employeeID: candidate.employeeID, externalID: candidate.externalID, userID: user.id, matchedBy: candidate.matchedBy)
        for name in candidate.guarded.sorted() {
            // An attribute's key may be anything, `participation` too; a mapped one comes first, as in the marks that users carry.
            if let value = user.attributes[name], rules.attributes[name] != nil {
                row.changes.append(Change(.attribute(name), from: try RowValue(value) ?? .references(references(of: user, name))))
            } else if name == "participation" {
                row.changes.append(Change(.participation, from: .boolean(true), to: .boolean(false)))
            }
        }
        row.values = try values(of: user, after: row.changes)
        return row
    }

    // MARK: References, as rows show them

    mutating func show(_ user: String) throws -> String {
        if let known = shown[user] { return known }
        let reference = try mirror.reference(toUser: user) ?? user
        shown[user] = reference
        return reference
    }

    mutating func references(of user: User, _ key: String) throws -> [String] {
        guard case .users(let targets)? = user.attributes[key] else { return [] }
        return try targets.map { try show($0) }
    }

    /// Those that stay when the run's deletions have gone (R-USR-4).
    mutating func remaining(of user: User, _ key: String) throws -> [String] {
        guard case .users(let targets)? = user.attributes[key] else { return [] }
        return try targets.filter { !deletions.applied.contains($0) }.map { try show($0) }
    }

    /// What stands in the graph for the employee of this id: an even number for a user, an odd one for somebody whom the run creates; nil: nobody is
    /// that employee's user after the run.
    mutating func node(employee id: String) throws -> Int? {
        if let place = snapshot.place(ofID: id), places[place] >= 0, let node = node(wanted[Int(places[place])], orLink: false) { return node }
        if let known = strangers[id] { return known }
        let node = try mirror.number(externalID: rules.prefix + id).flatMap { deletions.appliedNumbers.contains($0) ? nil : $0 << 1 }
        strangers[id] = .some(node)
        return node
    }

    /// nil: refused to be created, and so nowhere in the graph. `orLink`: also of a user who is not yet known by that employee's id.
    func node(_ person: Wanted, orLink: Bool) -> Int? {
        if person.isNew { return person.isCreate ? Int(person.place) << 1 | 1 : nil }
        return person.isLink && !orLink ? nil : person.number << 1
    }

    /// The user as it is after `changes`.
    private mutating func values(of user: User?, after changes: [Change]) throws -> Row.Values {
        var values = try user.map { user in try Row.Values(user) { try show($0) } } ?? Row.Values()
        for change in changes { values.apply(change) }
        return values
    }
}
