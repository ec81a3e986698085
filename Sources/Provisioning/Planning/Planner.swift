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
    public func settle(_ intake: Intake) throws -> SettledPlan<Mirror> {
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
        var sorting = try Sorting(rules: rules, decider: decider, mirror: mirror, intake: intake, snapshot: snapshot, managedCount: managedCount)
        try sorting.sort(into: &plan)
        if !intake.outsiders.isEmpty { try checkOutsiders(written, sorting) }

        if sorting.safeguards.isIdentityMismatch { plan.summary.safeguards.append(.identity) }
        let tripped = sorting.safeguards.tripped
        plan.summary.safeguards += tripped
        let deletions = try Deletions(rules: rules, mirror: mirror).decide(
            managedCount: managedCount, kept: sorting.kept, fates: sorting.fates, anyoneWithoutID: !snapshot.withoutID.isEmpty, into: &plan)
        var wanted = sorting.wanted
        sorting.wanted = []
        Conflicts(emails: sorting.emails, codes: sorting.codes, deleted: deletions.appliedNumbers).settle(&wanted)
        try limitLicences(&wanted, freed: deletions.applied.count)

        (plan.recognised, plan.outsiders) = (intake.recognised, intake.outsiders)
        var settled = SettledPlan(sorting, wanted: wanted, deletions: deletions, tripped: Set(tripped), recognition: intake.recognition, plan: plan)
        settled.countUnchanged(intake.recognised.count - (try settled.recall(intake.recognised, isBehind: !written.isEmpty)))
        try settled.rejectCircles()
        return settled
    }

    /// The same with all its rows.
    public func plan(_ intake: Intake) throws -> Plan {
        var settled = try settle(intake)
        var rows: [Row] = [], recognisable: [Plan.Recognisable] = []
        func take(_ made: SettledPlan<Mirror>.Made) {
            if let row = made.row { rows.append(row) }
            if let person = made.recognisable { recognisable.append(person) }
        }
        try settled.makeExisting(take)
        try settled.makeCreated {
            take($0)
            return nil
        }
        settled.finish()
        var plan = settled.plan
        plan.rows = RowOrder.sorted(rows).map { rows[$0] }
        plan.recognisable += recognisable
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
    private func limitLicences(_ wanted: inout [Wanted], freed: Int) throws {
        guard let limit = rules.account.licenseLimit else { return }
        var free = limit - (try mirror.userCount() - freed)
        for index in wanted.indices where wanted[index].isCreate {
            if free > 0 { free -= 1 } else { wanted[index].refusal = .licenseLimit }
        }
    }
}

extension Summary {
    /// Counts the rows anew.
    mutating func count(_ rows: [Row]) {
        (created, updated, needsLink, deleted, deletionsHeld, conflicts, skipped) = (0, 0, 0, 0, 0, 0, 0)
        for row in rows { count(row) }
    }

    mutating func count(_ row: Row) {
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
