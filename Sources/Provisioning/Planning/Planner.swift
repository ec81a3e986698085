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

    /// Throws `PlanRefusal`, `NeedsEveryRecord`, or what the mirror throws.
    public func plan(_ intake: Intake) throws -> Plan {
        let written = try check(intake)
        let snapshot = Snapshot(intake)
        let managedCount = try mirror.managedCount(prefix: rules.prefix)
        if snapshot.deliveredCount == 0, managedCount > 0 { throw PlanRefusal.emptySnapshot(managed: managedCount) }

        var plan = Plan()
        let vanished = snapshot.vanishedFields(of: rules)
        plan.presence = rules.presence.merging(snapshot.presence) { _, now in now }
        for field in vanished.sorted() {
            plan.summary.warn(Problem(.warning, "fieldVanished", "No employee has \(field) any more, which \(rules.presence[field, default: 0]) had in an earlier run; it counts as unavailable for all.", path: field))
        }
        // What is unavailable may let an outsider in.
        if !vanished.isEmpty, !intake.outsiders.isEmpty { throw NeedsEveryRecord() }
        let decider = Decider(rules: rules, unavailable: vanished)
        count(intake, &plan.summary)
        var sorting = Sorting(rules: rules, decider: decider, mirror: mirror, intake: intake, managedCount: managedCount)
        try sorting.sort(snapshot, into: &plan)
        if !intake.outsiders.isEmpty { try checkOutsiders(written, sorting) }

        let safeguards = Safeguards(rules: rules, recognised: Recognised(intake))
        if safeguards.identityMismatch(sorting.candidates) { plan.summary.safeguards.append(.identity) }
        safeguards.guardValues(&sorting.candidates, &plan)
        let deletions = try Deletions(rules: rules, mirror: mirror).decide(
            managedCount: managedCount, kept: sorting.kept, fates: sorting.fates, anyoneWithoutID: !snapshot.withoutID.isEmpty, into: &plan)

        let comparison = Comparison(rules: rules)
        for index in sorting.candidates.indices { sorting.candidates[index].changes = comparison.changes(sorting.candidates[index]) }
        try Conflicts(mirror: mirror, deleted: deletions.applied).settle(&sorting.candidates)
        try limitLicences(&sorting.candidates, freed: deletions.applied.count)

        var rows = RowMaker(rules: rules, mirror: mirror, deletions: deletions, candidates: sorting.candidates)
        let recalled = try rows.recall(intake.recognised, isBehind: !written.isEmpty)
        plan.summary.unchanged = intake.recognised.count - recalled
        var shapes = ShapeTable(intake.recognition?.shapes ?? [], snapshot.paths)
        plan.recognisable = sorting.outsiders.compactMap { id, record, reason in
            shapes.place(paths: record.paths, exclusion: reason).map {
                Plan.Recognisable(mark: intake.mark(ofID: id), fingerprint: record.fingerprint, until: record.until, shape: $0)
            }
        }
        try rows.make(&shapes, into: &plan)
        plan.shapes = shapes.all
        (plan.recognised, plan.outsiders) = (intake.recognised, intake.outsiders)
        plan.rows += sorting.skipped
        warnOfInactive(sorting.candidates, &plan)
        sortRows(&plan.rows)
        plan.summary.count(plan.rows)
        return plan
    }

    /// The users who have been written since the last sync. Throws `NeedsEveryRecord` if somebody who was recognised need not be as then any more:
    /// the employee is no longer at hand, and has to be compared again (R-PLAN-12).
    private func check(_ intake: Intake) throws -> NumberSet {
        guard let recognition = intake.recognition, !intake.recognised.isEmpty || !intake.outsiders.isEmpty else { return NumberSet() }
        if recognition.epoch != rules.epoch { throw NeedsEveryRecord() }
        var written = try mirror.numbersChanged(since: recognition.sequence).withReferrers(in: mirror)
        try written.forEach { number in if intake.recognised.contains(number) { throw NeedsEveryRecord() } }
        recognition.written.forEach { written.insert($0) }
        return written
    }

    /// An outsider had no user when it was last read. If somebody new has an external ID of ours and no employee, it may be the outsider's.
    private func checkOutsiders(_ written: NumberSet, _ sorting: Sorting<Mirror>) throws {
        try written.forEach { number in
            if sorting.kept.contains(number) || sorting.fates[number] != nil { return }
            if try mirror.user(number: number)?.externalID?.utf8.starts(with: rules.prefix.utf8) ?? false { throw NeedsEveryRecord() }
        }
    }

    private func count(_ intake: Intake, _ summary: inout Summary) {
        summary.employees = intake.recognised.count + intake.outsiders.count
        for (shape, count) in zip(intake.recognition?.shapes ?? [], intake.shapeCounts) {
            if let reason = shape.exclusion { summary.exclude(count, reason) }
        }
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
    private func warnOfInactive(_ candidates: [Candidate], _ plan: inout Plan) {
        let inactive = candidates.count { $0.isCreate && $0.refusal == nil && !$0.isActive }
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

extension NumberSet {
    /// With all who refer to them: by which external ID somebody goes is theirs to know, too (R-MAP-8).
    public func withReferrers(in mirror: some Directory) throws -> NumberSet {
        var all = self
        try forEach { number in
            for referrer in try mirror.referrers(toNumber: number) { all.insert(referrer) }
        }
        return all
    }
}
