/// Makes the rows of a plan, once it is settled who stays, who comes and who goes.
struct RowMaker<Mirror: Directory> {
    let rules: Ruleset
    let mirror: Mirror
    let deletions: Deletions<Mirror>.Outcome
    /// In external ID order.
    var candidates: [Candidate]
    /// Whom this run creates, by external ID, each with a number of its own.
    let created: [String: Int]
    /// How users are shown in references, by id.
    private var shown: [String: String] = [:]
    /// The nodes of users by external ID, as far as somebody asked; none if they do not exist after the run.
    private var nodes: [String: Int?] = [:]
    /// By attribute, as far as somebody asked.
    var circles: [String: Circles] = [:]

    /// Users that this run deletes.
    var deleted: Set<String> { deletions.applied }

    init(rules: Ruleset, mirror: Mirror, deletions: Deletions<Mirror>.Outcome, candidates: [Candidate]) {
        self.rules = rules
        self.mirror = mirror
        self.deletions = deletions
        self.candidates = candidates
        var created: [String: Int] = [:]
        for candidate in candidates where candidate.isCreate && candidate.refusal == nil { created[candidate.externalID] = created.count }
        self.created = created
    }

    mutating func make(_ shapes: inout ShapeTable, into plan: inout Plan) throws {
        var changes = candidates.map(\.changes)
        var problems = candidates.map(\.problems)
        for (_, attribute) in rules.mappings where attribute.type == .user {
            try resolve(attribute, &changes, &problems)
        }
        var segments: [Plan.NewSegment] = []
        for (index, candidate) in candidates.enumerated() {
            for problem in problems[index] { plan.summary.warn(problem) }
            if let row = try guardedRow(candidate) { plan.guarded.append(row) }
            let isConflict = candidate.refusal != nil
            if changes[index].isEmpty, !isConflict {
                plan.summary.unchanged += 1
                if problems[index].isEmpty, let user = candidate.user { note(candidate, user.attributes.keys, user.participation.on, &shapes, &plan) }
                continue
            }
            var row = Row(
                category: isConflict ? .conflict : candidate.isCreate ? .created : .updated, employeeID: candidate.employeeID,
                externalID: candidate.externalID, userID: candidate.user?.id, reason: candidate.refusal, matchedBy: candidate.matchedBy,
                needsLink: candidate.needsLink && !isConflict, changes: changes[index], problems: problems[index],
                wantedReferences: candidate.desired.references.compactMapValues(\.value))
            row.values = try values(of: candidate.user, after: row.changes)
            if !isConflict {
                segments += newSegments(row)
                if problems[index].isEmpty { note(candidate, row.values.attributes.keys, row.values.participation ?? false, &shapes, &plan) }
            }
            plan.rows.append(row)
        }
        list(segments, into: &plan)
        for (row, user) in deletions.rows {
            var row = row
            row.values = try values(of: user, after: [])
            if row.category == .deleted { row.changes = goingValues(row, user) }
            plan.rows.append(row)
        }
    }

    /// Remembers somebody about whom nothing will be left to do or to say.
    private func note(_ candidate: Candidate, _ having: some Collection<String>, _ participates: Bool, _ shapes: inout ShapeTable, _ plan: inout Plan) {
        guard let record = candidate.record, !candidate.needsLink, candidate.guarded.isEmpty, candidate.user?.guarded.isEmpty ?? true, !candidate.hasOtherOrder else { return }
        let mapped = having.filter { rules.attributes[$0] != nil }.sorted()
        guard let shape = shapes.place(paths: record.paths, having: mapped, participates: participates) else { return }
        plan.recognisable.append(Plan.Recognisable(externalID: candidate.externalID, fingerprint: record.fingerprint, until: record.until, shape: shape))
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
        return try targets.filter { !deleted.contains($0) }.map { try show($0) }
    }

    /// What stands in the graph for somebody with this external ID, which begins with the integration's prefix: an even number for a user, an odd
    /// one for somebody whom the run creates; nil: nobody has it after the run.
    mutating func node(_ externalID: String) throws -> Int? {
        if let number = created[externalID] { return number << 1 | 1 }
        if let known = nodes[externalID] { return known }
        let holder = try mirror.user(externalID: externalID)
        let node: Int? = holder.flatMap { deleted.contains($0.id) ? nil : self.node(ofUser: $0.id) }
        nodes[externalID] = .some(node)
        return node
    }

    func node(ofUser id: String) -> Int? { mirror.number(ofUser: id).map { $0 << 1 } }

    // MARK: Values

    /// The user as it is after `changes`.
    private mutating func values(of user: User?, after changes: [Change]) throws -> Row.Values {
        var values = try user.map { user in try Row.Values(user) { try show($0) } } ?? Row.Values()
        for change in changes { values.apply(change) }
        return values
    }

    /// Every value that goes with a deleted user.
    private func goingValues(_ row: Row, _ user: User) -> [Change] {
        let values = row.values
        var changes: [Change] = []
        func gone(_ field: UserField, _ value: RowValue?) {
            if let value { changes.append(Change(field, from: value)) }
        }
        gone(.firstName, values.firstName.map { .text($0) })
        gone(.lastName, values.lastName.map { .text($0) })
        gone(.email, values.email.map { .text($0) })
        gone(.externalID, user.externalID.map { .text($0) })
        gone(.language, values.language.map { .text($0) })
        gone(.participation, values.participation.map { .boolean($0) })
        gone(.participationStartDate, values.participationStartDate.map { .date($0) })
        gone(.kioskCode, values.kioskCode.map { .text($0) })
        for (key, value) in values.attributes.sorted(by: { $0.key < $1.key }) { gone(.attribute(key), value) }
        return changes
    }

    // MARK: Segments

    private func newSegments(_ row: Row) -> [Plan.NewSegment] {
        row.changes.compactMap { change in
            guard case .attribute(let key) = change.field, case .text(let name)? = change.to, rules.segments[key]?[name] == nil else { return nil }
            return Plan.NewSegment(attribute: key, name: name)
        }
    }

    /// Each new segment once, and a warning where one differs from another only by its spelling (R-MAP-6).
    private func list(_ segments: [Plan.NewSegment], into plan: inout Plan) {
        var seen: Set<Plan.NewSegment> = []
        var spellings: [String: [String: String]] = rules.segments.mapValues { names in
            Dictionary(names.keys.map { (Text.fold($0), $0) }, uniquingKeysWith: { min($0, $1) })
        }
        for segment in segments where seen.insert(segment).inserted {
            plan.summary.segments.append(segment)
            let fold = Text.fold(segment.name)
            if let near = spellings[segment.attribute]?[fold] {
                plan.summary.warn(Problem(.warning, "segmentNearMiss", "The segment “\(segment.name)” of \(segment.attribute) would be created beside “\(near)”, which differs only in spelling; an alias would join them.", path: "attributes.\(segment.attribute)"))
            } else {
                spellings[segment.attribute, default: [:]][fold] = segment.name
            }
        }
    }
}

extension Row.Values {
    /// The user as it is; `show`: how rows name users.
    init(_ user: User, show: (String) throws -> String) rethrows {
        self.init(
            firstName: user.firstName, lastName: user.lastName, email: user.email, language: user.language, participation: user.participation.on,
            participationStartDate: user.participation.startDate, kioskCode: user.kioskCode)
        for (key, value) in user.attributes {
            if case .users(let ids) = value { attributes[key] = .references(try ids.map(show)) } else { attributes[key] = RowValue(value) }
        }
    }

    public mutating func apply(_ change: Change) {
        switch (change.field, change.to) {
        case (.firstName, .text(let text)?): firstName = text
        case (.lastName, .text(let text)?): lastName = text
        case (.email, let value): email = value?.text
        case (.language, .text(let text)?): language = text
        case (.participation, .boolean(let on)?): participation = on
        case (.participationStartDate, let value): if case .date(let day)? = value { participationStartDate = day } else { participationStartDate = nil }
        case (.kioskCode, let value): kioskCode = value?.text
        case (.attribute(let key), let value): attributes[key] = value
        default: break
        }
    }
}

extension RowValue {
    public var text: String? { if case .text(let text) = self { text } else { nil } }
}
