/// Makes of a reviewed test the plan of the sync that applies it (R-PLAN-11): the very same rows, but that licences are counted again, references
/// to people whom the plan links or no longer creates are resolved, and what a safeguard held back comes along if that is asked for (R-SAFE-2).
public struct ReviewedPlan<Mirror: Directory> {
    private let review: Review
    private let summary: Summary
    private let includesHeld: Bool
    private let prefix: String
    private let licenseLimit: Int?
    /// Those of type `user` that are mapped.
    private let referenceAttributes: [Attribute]
    private let mirror: Mirror
    private var rows: [Row]
    private var dropped = 0
    private var warnings: [Problem]
    private var warningCount: Int

    public init(
        rows: [Row], review: Review, summary: Summary, includesHeld: Bool, prefix: String, licenseLimit: Int?, attributes: [Attribute], mirror: Mirror
    ) {
        self.rows = rows
        self.review = review
        self.summary = summary
        self.includesHeld = includesHeld
        self.prefix = prefix
        self.licenseLimit = licenseLimit
        self.mirror = mirror
        referenceAttributes = attributes.filter { $0.type == .user && review.basis.attributes[$0.key] != nil }
        warnings = summary.warnings
        warningCount = summary.warningCount
    }

    public mutating func settle() throws -> Plan {
        let added = includesHeld ? try release() : 0
        try limitLicences()
        let linked = Set(rows.filter(\.needsLink).compactMap(\.externalID))
        for attribute in referenceAttributes { try resolve(attribute, linked: linked) }
        let kept = rows.filter { $0.category != .updated || !$0.changes.isEmpty }
        dropped = rows.count - kept.count
        rows = kept
        for index in rows.indices { rows[index].needsLink = false }
        return plan(added: added)
    }

    // MARK: Held back

    /// Deletes the held users that the test lists and clears what it guards. The number of users who had no row so far.
    private mutating func release() throws -> Int {
        var places: [String: Int] = [:]
        var released: Set<String> = []
        for index in rows.indices {
            if rows[index].category == .deleted, rows[index].held {
                rows[index].held = false
                if let id = rows[index].userID { released.insert(id) }
            }
            if rows[index].category == .updated, let id = rows[index].userID { places[id] = index }
        }
        var new: [Row] = []
        for guarded in review.guarded {
            guard let place = guarded.userID.flatMap({ places[$0] }) else {
                new.append(guarded)
                continue
            }
            for change in guarded.changes {
                rows[place].changes.removeAll { $0.field == change.field }
                rows[place].changes.append(change)
                rows[place].values.apply(change)
            }
        }
        new += try holders(of: released, besides: Set((rows + new).compactMap(\.userID)))
        let updates = rows.filter { $0.category == .updated } + new
        let order = updates.sorted { precedesInExternalIDOrder($0.employeeID ?? "", $1.employeeID ?? "") }
        rows = rows.filter { $0.category == .created } + order + rows.filter { $0.category != .created && $0.category != .updated }
        return new.count
    }

    /// Managed users without a row who refer to somebody who goes now: a row each, whose change comes with the references (R-USR-4).
    private func holders(of released: Set<String>, besides known: Set<String>) throws -> [Row] {
        var ids: Set<String> = []
        for attribute in referenceAttributes {
            try mirror.references(attribute: attribute.key) { holder, targets in
                if !known.contains(holder), targets.contains(where: released.contains) { ids.insert(holder) }
            }
        }
        return try ids.compactMap { id in
            guard let name = try mirror.reference(toUser: id), name.utf8.starts(with: prefix.utf8), let user = try mirror.user(externalID: name) else { return nil }
            let values = try Row.Values(user) { try mirror.reference(toUser: $0) ?? $0 }
            return Row(
                category: .updated, employeeID: String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self), externalID: name, userID: id,
                matchedBy: .externalId, values: values)
        }
    }

    // MARK: Licences

    /// Creates that no longer fit become conflicts (R-PLAN-7).
    private mutating func limitLicences() throws {
        guard let licenseLimit else { return }
        let freed = rows.count { $0.category == .deleted && !$0.held }
        var free = licenseLimit - (try mirror.userCount() - freed)
        for index in rows.indices where rows[index].category == .created {
            if free > 0 {
                free -= 1
            } else {
                rows[index].category = .conflict
                rows[index].reason = .licenseLimit
            }
        }
        let fallen = rows.filter { $0.category == .conflict && $0.reason == .licenseLimit }
        if !fallen.isEmpty {
            rows = Row.Category.allCases.flatMap { category in
                let part = rows.filter { $0.category == category }
                return category == .conflict ? part.sorted { precedesInExternalIDOrder($0.employeeID ?? "", $1.employeeID ?? "") } : part
            }
        }
    }

    // MARK: References

    /// Only rows that name somebody who is linked, or who is no longer there after this plan, can come out differently than reviewed.
    private mutating func resolve(_ attribute: Attribute, linked: Set<String>) throws {
        let key = attribute.key
        var people: [String: String] = [:]
        var deleted: Set<String> = []
        var missing: Set<String> = []
        for row in rows {
            guard let externalID = row.externalID else { continue }
            switch row.category {
            case .created: people[externalID] = externalID
            case .updated: people[externalID] = row.userID
            case .deleted where !row.held:
                if let id = row.userID { deleted.insert(id) }
                missing.insert(externalID)
            case .conflict where row.userID == nil: missing.insert(externalID)
            case .deleted, .conflict, .skipped: break
            }
        }
        let affected = rows.indices.filter { index in
            let row = rows[index]
            guard row.category == .created || row.category == .updated else { return false }
            let wanted = row.wantedReferences[key] ?? []
            let change = row.changes.contains { $0.field == .attribute(key) }
            return row.needsLink && change || wanted.contains { linked.contains(prefix + $0) } || reviewed(row, key).contains(where: missing.contains)
        }.sorted { precedesInExternalIDOrder(rows[$0].employeeID ?? "", rows[$1].employeeID ?? "") }
        guard !affected.isEmpty else { return }

        let mirror = mirror
        /// By user id, or by external ID for somebody whom this plan creates; nil: nobody after this plan.
        func person(_ name: String) throws -> String? {
            if let known = people[name] { return known }
            if missing.contains(name) || deleted.contains(name) { return nil }
            if let user = try mirror.user(externalID: name) { return user.id }
            return try mirror.reference(toUser: name) == nil ? nil : name
        }
        func name(_ row: Row) -> String { row.userID ?? row.externalID ?? "" }

        var graph = try graph(key, affected: Set(affected), deleted: deleted, linked: linked, person: person, name: name)
        var accepted: [Int: Set<String>] = [:]
        // What was reviewed comes before what is new, and what the test could count on before what hangs on a link.
        let passes: [(Row, String) -> Bool] = [
            { row, target in !row.needsLink && !linked.contains(target) }, { row, target in row.needsLink && !linked.contains(target) }, { _, target in linked.contains(target) },
        ]
        for belongs in passes {
            for index in affected {
                for target in wished(rows[index], key, linked) where belongs(rows[index], target) {
                    guard let goal = try person(target), graph.add(from: name(rows[index]), to: goal) else { continue }
                    accepted[index, default: []].insert(target)
                }
            }
        }
        for index in affected {
            let row = rows[index]
            let new = wished(row, key, linked).filter { accepted[index]?.contains($0) ?? false }
            let old = row.changes.first { $0.field == .attribute(key) }.map { change in references(change.from) } ?? reviewed(row, key)
            let isSame = try Set(old.map { try person($0) ?? $0 }) == Set(new.map { try person($0) ?? $0 })
            let change = Change(.attribute(key), from: old.isEmpty ? nil : .references(old), to: new.isEmpty ? nil : .references(new))
            let position = row.changes.firstIndex { $0.field == .attribute(key) }
            if let position { rows[index].changes.remove(at: position) }
            if !isSame { rows[index].changes.insert(change, at: position ?? rows[index].changes.count) }
            rows[index].values.attributes[key] = change.to
            try warn(index, attribute, linked: linked, accepted: accepted[index] ?? [], person: person)
        }
    }

    /// All references in force after the plan, but those of the affected rows.
    private func graph(
        _ key: String, affected: Set<Int>, deleted: Set<String>, linked: Set<String>, person: (String) throws -> String?, name: (Row) -> String
    ) throws -> ReferenceGraph {
        var settled: [String: [String]] = [:]
        var current: [(String, [String])] = []
        try mirror.references(attribute: key) { holder, targets in current.append((holder, targets)) }
        for (holder, targets) in current where !deleted.contains(holder) { settled[holder] = targets.filter { !deleted.contains($0) } }
        var wishes: [(person: String, targets: [String])] = []
        for index in rows.indices where rows[index].category == .created || rows[index].category == .updated {
            let row = rows[index]
            if affected.contains(index) {
                settled[name(row)] = nil
                wishes.append((name(row), try wished(row, key, linked).compactMap(person)))
            } else if row.changes.contains(where: { $0.field == .attribute(key) }) {
                settled[name(row)] = try reviewed(row, key).compactMap(person)
            }
        }
        return ReferenceGraph(settled: settled, wished: wishes)
    }

    /// What the test has shown, and those of the HRIS's references whom the plan links, in the HRIS's order.
    private func wished(_ row: Row, _ key: String, _ linked: Set<String>) -> [String] {
        let shown = reviewed(row, key)
        guard let wanted = row.wantedReferences[key]?.map({ prefix + $0 }) else { return shown }
        return wanted.filter { shown.contains($0) || linked.contains($0) }
    }

    private func reviewed(_ row: Row, _ key: String) -> [String] { references(row.values.attributes[key]) }

    private func references(_ value: RowValue?) -> [String] { if case .references(let names)? = value { names } else { [] } }

    /// Takes back the test's warnings about people who are there now, and tells of those who are not.
    private mutating func warn(_ index: Int, _ attribute: Attribute, linked: Set<String>, accepted: Set<String>, person: (String) throws -> String?) throws {
        let path = "attributes.\(attribute.key)"
        for problem in rows[index].problems where problem.code == "referenceUnresolved" && problem.path == path {
            warningCount -= 1
            if let place = warnings.firstIndex(of: problem) { warnings.remove(at: place) }
        }
        rows[index].problems.removeAll { $0.code == "referenceUnresolved" && $0.path == path }
        for target in (rows[index].wantedReferences[attribute.key] ?? []).map({ prefix + $0 }) where !accepted.contains(target) {
            let problem: Problem
            if try person(target) == nil {
                problem = .unresolved(attribute, target, of: rows[index].externalID)
            } else if linked.contains(target) {
                problem = .cycle(attribute, target, of: rows[index].externalID)
            } else {
                continue
            }
            rows[index].problems.append(problem)
            warningCount += 1
            if warnings.count < 100 { warnings.append(problem) }
        }
    }

    // MARK: The plan

    private func plan(added: Int) -> Plan {
        var plan = Plan()
        plan.rows = rows
        plan.summary = summary
        plan.summary.warnings = warnings
        plan.summary.warningCount = warningCount
        plan.summary.unchanged += dropped - added
        plan.summary.safeguards.removeAll { $0 == .identity || includesHeld }
        plan.summary.count(rows)
        plan.hold = review.marks.hold
        plan.release = review.marks.release
        plan.guardFields = review.marks.guardFields
        plan.unguardFields = review.marks.unguardFields
        if includesHeld {
            for row in review.guarded {
                guard let id = row.userID else { continue }
                plan.guardFields[id] = nil
                plan.unguardFields[id, default: []].formUnion(row.changes.map(\.field.guardName))
            }
        }
        return plan
    }
}

extension UserField {
    /// As users carry it while it is guarded.
    fileprivate var guardName: String { if case .attribute(let key) = self { key } else { description } }
}

extension Problem {
    static func unresolved(_ attribute: Attribute, _ target: String, of subject: String?) -> Problem {
        Problem(.warning, "referenceUnresolved", "\(attribute.name) names the employee of \(target), who is no user after this run; it is left out.", path: "attributes.\(attribute.key)", subject: subject)
    }

    static func cycle(_ attribute: Attribute, _ target: String, of subject: String?) -> Problem {
        Problem(.warning, "referenceCycle", "\(attribute.name) \(target) would close a circle; it is left out.", path: "attributes.\(attribute.key)", subject: subject)
    }
}
