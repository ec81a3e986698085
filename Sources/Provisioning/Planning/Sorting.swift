/// Sorts the people of a snapshot: wanted ones become candidates, the others rows or counts.
struct Sorting {
    let rules: Ruleset
    let decider: Decider
    let managed: [String: User]
    private let mapper: Mapper

    /// Wanted employees in external ID order.
    var candidates: [Candidate] = []
    var skipped: [Row] = []
    /// By external ID, what became of each delivered employee.
    var fates: [String: Decision] = [:]
    private var unknownStatuses: Set<String> = []

    init(rules: Ruleset, decider: Decider, managed: [String: User]) {
        self.rules = rules
        self.decider = decider
        self.managed = managed
        mapper = Mapper(rules: rules, decider: decider)
    }

    mutating func sort(_ snapshot: Snapshot, mirror: some Directory, into plan: inout Plan) throws {
        warnOfRepeats(snapshot, &plan)
        if rules.configuration.attributeMapping.kioskCode != nil, rules.kioskSource == nil {
            plan.summary.warn(Problem(.warning, "kioskMappingRests", "The kiosk code mapping rests, because the account's kiosk login type is not employeeId.", path: "attributeMapping.kioskCode"))
        }
        var linked: Set<String> = []
        for (id, employee) in snapshot.people {
            let externalID = rules.prefix + id
            let user = managed[externalID]
            let decision = decider.decide(employee, isExisting: user != nil)
            fates[externalID] = decision
            if decision != .notDelivered {
                plan.summary.employees += 1
                noteStatus(of: employee)
            }
            switch decision {
            case .notDelivered: break
            case .skipped(let reason): skipped.append(skippedRow(employee, externalID: externalID, user: user, reason))
            case .excluded(let reason): count(reason, &plan.summary)
            case .wanted:
                let desired = mapper.desired(employee, externalID: externalID)
                let match = try user.map { ($0, Row.MatchedBy.externalId) } ?? match(desired, linked: &linked, mirror: mirror).map { ($0, .email) }
                var candidate = Candidate(employeeID: id, externalID: externalID, user: match?.0, matchedBy: match?.1, desired: desired)
                candidate.problems = desired.problems
                if desired.email == .keep, match?.0.email != nil {
                    candidate.problems.append(Problem(.warning, "noUsableEmail", "The HRIS delivers no usable address, so the user keeps the one it has.", path: "emails", subject: externalID))
                }
                if let user, user.held { plan.release.insert(user.id) }
                candidates.append(candidate)
            }
        }
        for employee in snapshot.withoutID {
            plan.summary.employees += 1
            skipped.append(skippedRow(employee, externalID: nil, user: nil, .missingId))
        }
        for word in unknownStatuses.sorted() {
            plan.summary.warn(Problem(.warning, "statusUnknown", "The employment status “\(word)” is not known, so nothing follows from it; known are active, inactive, terminated and other.", path: "employment_status"))
        }
    }

    /// By address, among users without any external ID, each at most once (R-PLAN-2).
    private func match(_ desired: DesiredUser, linked: inout Set<String>, mirror: some Directory) throws -> User? {
        guard rules.matching == .externalIDThenEmail, let email = desired.email.value,
            let user = try mirror.user(emailKey: Text.fold(email)), user.externalID == nil, linked.insert(user.id).inserted
        else { return nil }
        return user
    }

    private mutating func noteStatus(of employee: Employee) {
        if case .unknown(let word?) = decider.status(of: employee) { unknownStatuses.insert(word) }
    }

    private func count(_ reason: Row.Reason, _ summary: inout Summary) {
        switch reason {
        case .filtered: summary.filtered += 1
        case .ended: summary.ended += 1
        default: summary.inactive += 1
        }
    }

    private func skippedRow(_ employee: Employee, externalID: String?, user: User?, _ reason: Row.Reason) -> Row {
        Row(
            category: .skipped, employeeID: employee.id, externalID: externalID, userID: user?.id, reason: reason,
            matchedBy: user == nil ? nil : .externalId,
            values: Row.Values(
                firstName: employee.text("first_name") ?? user?.firstName, lastName: employee.text("last_name") ?? user?.lastName, email: user?.email))
    }

    /// R-PLAN-8: the last read wins; told only where it makes a difference.
    private func warnOfRepeats(_ snapshot: Snapshot, _ plan: inout Plan) {
        var told: Set<String> = []
        for (earlier, last) in snapshot.repeats {
            guard let id = last.id, !told.contains(id) else { continue }
            let externalID = rules.prefix + id
            let isExisting = managed[externalID] != nil
            let before = decider.decide(earlier, isExisting: isExisting), after = decider.decide(last, isExisting: isExisting)
            if before == after, before != .wanted || mapper.desired(earlier, externalID: externalID) == mapper.desired(last, externalID: externalID) { continue }
            told.insert(id)
            plan.summary.warn(Problem(.warning, "employeeRepeated", "The HRIS delivered this employee more than once and not the same each time; the last one counts.", subject: externalID))
        }
    }
}
