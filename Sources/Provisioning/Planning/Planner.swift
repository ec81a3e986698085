/// Why no plan can be made at all.
public enum PlanRefusal: Error, Sendable, Equatable {
    /// No delivered employee, while users are managed (R-SAFE-4).
    case emptySnapshot(managed: Int)
}

/// Makes the plan of a run: pure, from a snapshot and a consistent view of the mirror (R-PLAN).
///
/// Tests and syncs call the very same function; they differ in how employees find their users (`Ruleset.matching`).
public struct Planner<Mirror: Directory> {
    let rules: Ruleset
    let mirror: Mirror

    public init(rules: Ruleset, mirror: Mirror) {
        self.rules = rules
        self.mirror = mirror
    }

    /// Throws `PlanRefusal`, or what the mirror throws.
    public func plan(_ employees: [Employee]) throws -> Plan {
        let snapshot = Snapshot(employees)
        var managed: [String: User] = [:]
        try mirror.managedUsers(prefix: rules.prefix) { user in
            if let externalID = user.externalID { managed[externalID] = user }
        }
        if snapshot.deliveredCount == 0, !managed.isEmpty { throw PlanRefusal.emptySnapshot(managed: managed.count) }

        var plan = Plan()
        let vanished = snapshot.vanishedFields(of: rules)
        plan.presence = rules.presence.merging(snapshot.presence) { _, now in now }
        for field in vanished.sorted() {
            plan.summary.warn(Problem(.warning, "fieldVanished", "No employee has \(field) any more, which \(rules.presence[field, default: 0]) had in an earlier run; it counts as unavailable for all.", path: field))
        }
        let decider = Decider(rules: rules, unavailable: vanished)
        var sorting = Sorting(rules: rules, decider: decider, managed: managed)
        try sorting.sort(snapshot, mirror: mirror, into: &plan)

        let safeguards = Safeguards(rules: rules)
        if safeguards.identityMismatch(sorting.candidates) { plan.summary.safeguards.append(.identity) }
        safeguards.guardValues(&sorting.candidates, &plan)
        let deletions = Deletions(rules: rules).decide(
            managed: managed, fates: sorting.fates, anyoneWithoutID: !snapshot.withoutID.isEmpty, into: &plan)

        let comparison = Comparison(rules: rules)
        for index in sorting.candidates.indices { sorting.candidates[index].changes = comparison.changes(sorting.candidates[index]) }
        try Conflicts(mirror: mirror, deleted: deletions.applied).settle(&sorting.candidates)
        try limitLicences(&sorting.candidates, freed: deletions.applied.count)

        var rows = RowMaker(rules: rules, mirror: mirror, managed: managed, deleted: deletions.applied)
        try rows.make(sorting.candidates, deletions: deletions.rows, into: &plan)
        plan.rows += sorting.skipped
        warnOfInactive(sorting, snapshot, &plan)
        sortRows(&plan.rows)
        plan.summary.count(plan.rows)
        return plan
    }

    /// R-PLAN-7: after the deletes, the remaining creates in external ID order while the number of users allows.
    private func limitLicences(_ candidates: inout [Candidate], freed: Int) throws {
        guard let limit = rules.account.licenseLimit else { return }
        var free = limit - (try mirror.userCount() - freed)
        for index in candidates.indices where candidates[index].isCreate && candidates[index].refusal == nil {
            if free > 0 { free -= 1 } else { candidates[index].refusal = .licenseLimit }
        }
    }

    /// People who are not active and would nevertheless be created, told as one number.
    private func warnOfInactive(_ sorting: Sorting, _ snapshot: Snapshot, _ plan: inout Plan) {
        let created = Set(sorting.candidates.lazy.filter { $0.isCreate && $0.refusal == nil }.map(\.employeeID))
        guard !created.isEmpty else { return }
        let inactive = snapshot.people.count { created.contains($0.id) && sorting.decider.status(of: $0.employee) == .notActive }
        guard inactive > 0 else { return }
        plan.summary.warn(Problem(.warning, "createsInactive", "\(inactive) of the people to be created are not active in the HRIS. If they should not become users, set the user state to delete, or filter by employment_status.", path: "lifecycle.userState"))
    }

    /// Categories in their order, each in external ID order, records without id last and as read.
    private func sortRows(_ rows: inout [Row]) {
        let rank = Dictionary(uniqueKeysWithValues: Row.Category.allCases.enumerated().map { ($1, $0) })
        let order = rows.indices.sorted { left, right in
            let a = rows[left], b = rows[right]
            if a.category != b.category { return rank[a.category, default: 0] < rank[b.category, default: 0] }
            switch (a.employeeID, b.employeeID) {
            case (let x?, let y?) where x != y: return precedesInExternalIDOrder(x, y)
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left < right
            }
        }
        rows = order.map { rows[$0] }
    }
}

extension Summary {
    /// Counts the rows anew.
    mutating func count(_ rows: [Row]) {
        (created, updated, needsLink, deleted, deletionsHeld, conflicts, skipped) = (0, 0, 0, 0, 0, 0, 0)
        for row in rows {
            switch row.category {
            case .created: created += 1
            case .updated:
                updated += 1
                if row.needsLink { needsLink += 1 }
            case .deleted: if row.held { deletionsHeld += 1 } else { deleted += 1 }
            case .conflict: conflicts += 1
            case .skipped: skipped += 1
            }
        }
    }
}
