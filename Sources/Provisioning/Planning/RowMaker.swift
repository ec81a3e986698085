/// Makes the rows of a plan, once it is settled who stays, who comes and who goes.
struct RowMaker<Mirror: Directory> {
    let rules: Ruleset
    let mirror: Mirror
    /// By external ID.
    let managed: [String: User]
    /// Users that this run deletes.
    let deleted: Set<String>
    /// How users are shown in references, by id.
    private var shown: [String: String]

    init(rules: Ruleset, mirror: Mirror, managed: [String: User], deleted: Set<String>) {
        self.rules = rules
        self.mirror = mirror
        self.managed = managed
        self.deleted = deleted
        shown = Dictionary(uniqueKeysWithValues: managed.values.map { ($0.id, $0.externalID ?? $0.id) })
    }

    mutating func make(_ candidates: [Candidate], deletions: [(row: Row, user: User)], into plan: inout Plan) throws {
        var changes = candidates.map(\.changes)
        var problems = candidates.map(\.problems)
        for (_, attribute) in rules.mappings where attribute.type == .user {
            try resolve(attribute, candidates, &changes, &problems)
        }
        var segments: [Plan.NewSegment] = []
        for (index, candidate) in candidates.enumerated() {
            for problem in problems[index] { plan.summary.warn(problem) }
            if let row = try guardedRow(candidate) { plan.guarded.append(row) }
            if changes[index].isEmpty, candidate.refusal == nil {
                plan.summary.unchanged += 1
                continue
            }
            var row = Row(
                category: candidate.refusal != nil ? .conflict : candidate.isCreate ? .created : .updated, employeeID: candidate.employeeID,
                externalID: candidate.externalID, userID: candidate.user?.id, reason: candidate.refusal, matchedBy: candidate.matchedBy,
                needsLink: candidate.needsLink && candidate.refusal == nil, changes: changes[index], problems: problems[index],
                wantedReferences: candidate.desired.references.compactMapValues(\.value))
            row.values = try values(of: candidate.user, after: row.changes)
            if candidate.refusal == nil { segments += newSegments(row) }
            plan.rows.append(row)
        }
        list(segments, into: &plan)
        for (row, user) in deletions {
            var row = row
            row.values = try values(of: user, after: [])
            if row.category == .deleted { row.changes = goingValues(row, user) }
            plan.rows.append(row)
        }
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

    // MARK: References

    private mutating func resolve(_ attribute: Attribute, _ candidates: [Candidate], _ changes: inout [[Change]], _ problems: inout [[Problem]]) throws {
        let key = attribute.key
        var existing = Set(managed.values.filter { !deleted.contains($0.id) }.compactMap(\.externalID))
        for candidate in candidates where candidate.isCreate && candidate.refusal == nil { existing.insert(candidate.externalID) }

        // What this run does not set: everybody's references but those of the people it sets them for.
        var setting: Set<String> = []
        for candidate in candidates where candidate.refusal == nil && !candidate.needsLink && candidate.desired.references[key] ?? .keep != .keep {
            if let user = candidate.user { setting.insert(user.id) }
        }
        var current: [(String, [String])] = []
        try mirror.references(attribute: key) { person, targets in current.append((person, targets)) }
        var settled: [String: [String]] = [:]
        for (person, targets) in current where !deleted.contains(person) && !setting.contains(person) {
            settled[try show(person)] = try targets.filter { !deleted.contains($0) }.map { try show($0) }
        }
        let asked = candidates.map { candidate in
            candidate.desired.references[key]?.value?.map { rules.prefix + $0 } ?? []
        }
        let wished = candidates.indices.compactMap { index in
            candidates[index].refusal == nil ? (person: name(candidates[index]), targets: asked[index].filter(existing.contains)) : nil
        }
        var graph = ReferenceGraph(settled: settled, wished: wished)
        for (index, candidate) in candidates.enumerated() {
            let old = try candidate.user.map { try references(of: $0, key) } ?? []
            var new: [String] = []
            switch candidate.desired.references[key] ?? .keep {
            case .clear: break
            case .keep: new = try candidate.user.map { user in try remaining(of: user, key) } ?? []
            case .set:
                // A refused row and one that only a test would link are shown on their own; they take no part in the graph.
                let counts = candidate.refusal == nil && !candidate.needsLink
                for target in asked[index] {
                    if !existing.contains(target) {
                        problems[index].append(.unresolved(attribute, target, of: candidate.externalID))
                    } else if counts ? graph.add(from: name(candidate), to: target) : graph.allows(from: name(candidate), to: target) {
                        new.append(target)
                    } else {
                        problems[index].append(.cycle(attribute, target, of: candidate.externalID))
                    }
                }
            }
            if Set(old) != Set(new) {
                changes[index].append(Change(.attribute(key), from: old.isEmpty ? nil : .references(old), to: new.isEmpty ? nil : .references(new)))
            }
        }
    }

    /// The name of a candidate's person in the graph.
    private func name(_ candidate: Candidate) -> String {
        candidate.needsLink ? candidate.user?.id ?? candidate.externalID : candidate.externalID
    }

    private mutating func show(_ user: String) throws -> String {
        if let known = shown[user] { return known }
        let reference = try mirror.reference(toUser: user) ?? user
        shown[user] = reference
        return reference
    }

    private mutating func references(of user: User, _ key: String) throws -> [String] {
        guard case .users(let targets)? = user.attributes[key] else { return [] }
        return try targets.map { try show($0) }
    }

    /// Those that stay when the run's deletions have gone (R-USR-4).
    private mutating func remaining(of user: User, _ key: String) throws -> [String] {
        guard case .users(let targets)? = user.attributes[key] else { return [] }
        return try targets.filter { !deleted.contains($0) }.map { try show($0) }
    }

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

    mutating func apply(_ change: Change) {
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
