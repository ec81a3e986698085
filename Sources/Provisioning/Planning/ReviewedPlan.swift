/// Makes of a reviewed test the plan of the sync that applies it (R-PLAN-11): the very same rows, but that licences are counted again, references
/// to people whom the plan links or no longer creates are resolved, and what a safeguard held back comes along if that is asked for (R-SAFE-2).
public struct ReviewedPlan<Mirror: Directory> {
    let review: Review
    let summary: Summary
    let includesHeld: Bool
    let prefix: String
    let licenseLimit: Int?
    /// Those of type `user` that are mapped.
    let referenceAttributes: [Attribute]
    let mirror: Mirror
    var rows: [Row]
    var dropped = 0
    var warnings: [Problem]
    var warningCount: Int

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

    // MARK: The plan

    /// Whom licences keep out bring no segments.
    private var newValues: Set<Plan.NewSegment> {
        var values: Set<Plan.NewSegment> = []
        for row in rows where row.category == .created || row.category == .updated {
            for change in row.changes {
                if case .attribute(let key) = change.field, let name = change.to?.text { values.insert(Plan.NewSegment(attribute: key, name: name)) }
            }
        }
        return values
    }

    private func plan(added: Int) -> Plan {
        var plan = Plan()
        plan.rows = rows
        plan.summary = summary
        plan.summary.warnings = warnings
        plan.summary.warningCount = warningCount
        plan.summary.unchanged += dropped - added
        plan.summary.safeguards.removeAll { $0 == .identity || includesHeld }
        plan.summary.count(rows)
        let segments = newValues
        plan.summary.segments.removeAll { !segments.contains($0) }
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
