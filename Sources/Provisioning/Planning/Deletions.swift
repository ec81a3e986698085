/// Which managed users go, and which of these deletions are held back.
struct Deletions<Mirror: Directory> {
    let rules: Ruleset
    let mirror: Mirror

    struct Outcome {
        /// Deletions, held ones too, and protected users as `skipped`; without values yet.
        var rows: [(row: Row, user: User)] = []
        /// The users that are really deleted.
        var applied: Set<String> = []
        var appliedNumbers = NumberSet()
    }

    /// `kept`: the users, by number, whose employee is wanted or skipped (R-PLAN-3); `fates`: what became of other employees' users.
    func decide(managedCount: Int, kept: NumberSet, fates: [Int: Decision], anyoneWithoutID: Bool, into plan: inout Plan) throws -> Outcome {
        var outcome = Outcome()
        var counted: [Int] = []
        var heldForMissingID = 0
        for number in try candidates(managedCount, kept, fates) {
            guard let reason = reason(fates[number]), let user = try mirror.user(number: number), let externalID = user.externalID else { continue }
            var row = Row(
                category: .deleted, employeeID: String(decoding: externalID.utf8.dropFirst(rules.prefix.utf8.count), as: UTF8.self), externalID: externalID, userID: user.id,
                reason: reason, matchedBy: .externalId)
            if rules.account.protectAdministrators, user.role.isProtected {
                row.category = .skipped
                row.reason = .protectedRole
            } else if user.held {
                row.held = true
            } else if anyoneWithoutID, reason == .absent {
                // A record without id may be this very person's (R-MAP-2).
                row.held = true
                heldForMissingID += 1
            } else {
                counted.append(outcome.rows.count)
            }
            outcome.rows.append((row, user))
        }
        if heldForMissingID > 0 {
            plan.summary.warn(Problem(.warning, "deletionsHeldForMissingId", "Employees without id were delivered, so \(heldForMissingID) absent users are not deleted in this run."))
        }
        // R-SAFE-1. Strictly more than the percentage.
        let basis = managedCount - (try mirror.exemptCount(prefix: rules.prefix, protected: rules.account.protectAdministrators))
        let tooMany = counted.count * 100 > rules.configuration.advanced.deletionSafeguardPercent * basis
        if tooMany { plan.summary.safeguards.append(.deletion) }
        for index in counted {
            let user = outcome.rows[index].user
            if tooMany {
                outcome.rows[index].row.held = true
                plan.hold.insert(user.id)
            } else {
                outcome.applied.insert(user.id)
                if let number = mirror.number(ofUser: user.id) { outcome.appliedNumbers.insert(number) }
            }
        }
        return outcome
    }

    /// The managed users who may have to go. Where everybody is there, as on most days, nobody has to be looked for.
    private func candidates(_ managedCount: Int, _ kept: NumberSet, _ fates: [Int: Decision]) throws -> [Int] {
        if kept.count == managedCount { return [] }
        if rules.configuration.lifecycle.absence == .keep { return fates.keys.sorted() }
        var numbers: [Int] = []
        try mirror.managedNumbers(prefix: rules.prefix) { number in
            if !kept.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    /// R-PLAN-3: without a wanted or skipped employee a managed user goes.
    private func reason(_ fate: Decision?) -> Row.Reason? {
        switch fate {
        case nil, .notDelivered?: rules.configuration.lifecycle.absence == .delete ? .absent : nil
        case .excluded(let reason)?: reason
        case .skipped?, .wanted?: nil
        }
    }
}
