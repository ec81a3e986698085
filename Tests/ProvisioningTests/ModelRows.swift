@testable import Provisioning

extension Model {
    mutating func makeRows() {
        for person in people {
            let employee = person.employee
            if person.decision != .notDelivered { plan.summary.employees += 1 }
            switch person.decision {
            case .notDelivered: break
            case .excluded(.filtered): plan.summary.filtered += 1
            case .excluded(.ended): plan.summary.ended += 1
            case .excluded: plan.summary.inactive += 1
            case .skipped(let reason): plan.rows.append(row(.skipped, employee: employee, user: person.user, reason: reason))
            case .wanted:
                if let user = person.link {
                    makeLink(person, user)
                    continue
                }
                var made = row(.created, employee: employee, user: person.user, reason: person.conflict)
                made.changes = person.changes
                if person.conflict != nil {
                    made.category = .conflict
                } else if person.user != nil {
                    made.category = .updated
                    if made.changes.isEmpty {
                        plan.summary.unchanged += 1
                        continue
                    }
                }
                plan.rows.append(made)
            }
        }
        for deletion in deletions {
            var made = row(.deleted, employee: deletion.employee, user: deletion.user, reason: deletion.reason)
            made.held = deletion.held
            made.changes = whatGoes(deletion.user)
            plan.rows.append(made)
        }
        count()
    }

    /// R-PLAN-2: such a match is updated, its external ID included.
    private mutating func makeLink(_ person: Person, _ user: User) {
        let employee = person.employee
        var made = row(.updated, employee: employee, user: user)
        made.matchedBy = .email
        if let conflict = person.linkConflict {
            made.category = .conflict
            made.reason = conflict
            made.externalID = externalID(employee.id!)
            plan.rows.append(made)
            return
        }
        made.externalID = externalID(employee.id!)
        made.needsLink = true
        made.changes = standardChanges(employee, user)
        made.changes.append(Change(.externalID, to: .text(externalID(employee.id!))))
        if configuration.lifecycle.userState == .toggleParticipation, let active = isActive(employee), active != user.participation.on {
            let guarded = !active && (user.guarded.contains("participation") || plan.summary.safeguards.contains(.participation))
            if !guarded { made.changes.append(Change(.participation, from: .boolean(!active), to: .boolean(active))) }
        }
        made.changes += attributeChanges(person.wishes, user)
        made.changes += person.linkReferences
        plan.rows.append(made)
    }

    /// Every value that goes with a user.
    func whatGoes(_ user: User) -> [Change] {
        var changes = [Change(.firstName, from: .text(user.firstName)), Change(.lastName, from: .text(user.lastName))]
        if let email = user.email { changes.append(Change(.email, from: .text(email))) }
        if let externalID = user.externalID { changes.append(Change(.externalID, from: .text(externalID))) }
        changes.append(Change(.language, from: .text(user.language)))
        changes.append(Change(.participation, from: .boolean(user.participation.on)))
        if let day = user.participation.startDate { changes.append(Change(.participationStartDate, from: .date(day))) }
        if let code = user.kioskCode { changes.append(Change(.kioskCode, from: .text(code))) }
        for (key, value) in user.attributes { changes.append(Change(.attribute(key), from: shown(value))) }
        return changes
    }

    private mutating func count() {
        let inactive = people.contains { $0.isApplied && $0.user == nil && isActive($0.employee) == false }
        if inactive { warn("createsInactive") }
        for row in plan.rows {
            switch row.category {
            case .created: plan.summary.created += 1
            case .updated:
                plan.summary.updated += 1
                if row.needsLink { plan.summary.needsLink += 1 }
            case .deleted: if row.held { plan.summary.deletionsHeld += 1 } else { plan.summary.deleted += 1 }
            case .conflict: plan.summary.conflicts += 1
            case .skipped: plan.summary.skipped += 1
            }
            guard row.category == .created || row.category == .updated else { continue }
            for change in row.changes {
                guard case .attribute(let key) = change.field, world.rules.attributes[key]?.type == .choice, case .text(let name)? = change.to else { continue }
                if world.rules.segments[key]?[name] != nil { continue }
                let segment = Plan.NewSegment(attribute: key, name: name)
                if !plan.summary.segments.contains(segment) { plan.summary.segments.append(segment) }
            }
        }
        for segment in plan.summary.segments {
            let known = Array((world.rules.segments[segment.attribute] ?? [:]).keys)
            let new = plan.summary.segments.prefix { $0 != segment }.filter { $0.attribute == segment.attribute }.map(\.name)
            if (known + new).contains(where: { Text.fold($0) == Text.fold(segment.name) }) { warn("segmentNearMiss") }
        }
    }
}
