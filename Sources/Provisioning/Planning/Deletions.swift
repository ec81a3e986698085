/// Which managed users go, and which of these deletions are held back.
struct Deletions {
    let rules: Ruleset

    struct Outcome {
        /// Deletions, held ones too, and protected users as `skipped`; without values yet.
        var rows: [(row: Row, user: User)] = []
        /// The users that are really deleted.
        var applied: Set<String> = []
    }

    func decide(managed: [String: User], fates: [String: Decision], anyoneWithoutID: Bool, into plan: inout Plan) -> Outcome {
        var outcome = Outcome()
        var counted: [Int] = []
        var basis = 0
        var heldForMissingID = 0
        for (externalID, user) in managed {
            let isProtected = rules.account.protectAdministrators && user.role.isProtected
            if !isProtected, !user.held { basis += 1 }
            guard let reason = reason(fates[externalID]) else { continue }
            var row = Row(
                category: .deleted, employeeID: String(decoding: externalID.utf8.dropFirst(rules.prefix.utf8.count), as: UTF8.self), externalID: externalID, userID: user.id,
                reason: reason, matchedBy: .externalId)
            if isProtected {
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
        let tooMany = counted.count * 100 > rules.configuration.advanced.deletionSafeguardPercent * basis
        if tooMany { plan.summary.safeguards.append(.deletion) }
        for index in counted {
            let user = outcome.rows[index].user
            if tooMany {
                outcome.rows[index].row.held = true
                plan.hold.insert(user.id)
            } else {
                outcome.applied.insert(user.id)
            }
        }
        return outcome
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
