/// Sorts the people of a snapshot: wanted ones become candidates, the others rows or counts.
struct Sorting<Mirror: Directory> {
    let rules: Ruleset
    let decider: Decider
    let mirror: Mirror
    private let mapper: Mapper

    /// Wanted employees who were read, in external ID order.
    var candidates: [Candidate] = []
    var skipped: [Row] = []
    /// The users, by number, whose employee is wanted or skipped; at first those who were recognised.
    var kept: NumberSet
    /// By number of the user, what became of the other delivered employees.
    var fates: [Int: Decision] = [:]
    /// Who is excluded, has no user, and can be recognised next time.
    var outsiders: [(id: String, record: Candidate.Record, exclusion: Row.Reason)] = []
    private let intake: Intake
    /// With nobody there, as before the first sync, nobody need be looked for.
    private let managedCount: Int
    private var unknownStatuses: Set<String> = []

    init(rules: Ruleset, decider: Decider, mirror: Mirror, intake: Intake, managedCount: Int) {
        self.rules = rules
        self.decider = decider
        self.mirror = mirror
        self.intake = intake
        self.managedCount = managedCount
        kept = intake.recognised
        mapper = Mapper(rules: rules, decider: decider)
    }

    /// Throws `NeedsEveryRecord` if somebody was recognised and came with another record besides.
    mutating func sort(_ snapshot: Snapshot, into plan: inout Plan) throws {
        try warnOfRepeats(snapshot, &plan)
        if rules.configuration.attributeMapping.kioskCode != nil, rules.kioskSource == nil {
            plan.summary.warn(Problem(.warning, "kioskMappingRests", "The kiosk code mapping rests, because the account's kiosk login type is not employeeId.", path: "attributeMapping.kioskCode"))
        }
        let outsiderMarks = intake.outsiderMarks
        var linked: Set<String> = []
        for place in snapshot.order {
            let person = snapshot.person(place)
            let employee = person.employee
            let externalID = rules.prefix + person.id
            let user = managedCount == 0 ? nil : try mirror.user(externalID: externalID)
            let number = user.flatMap { mirror.number(ofUser: $0.id) }
            if let number { if intake.recognised.contains(number) { throw NeedsEveryRecord() } }
            else if !outsiderMarks.isEmpty, outsiderMarks.contains(intake.mark(ofID: person.id)) { throw NeedsEveryRecord() }
            let decision = decider.decide(employee, isExisting: user != nil)
            if let number {
                switch decision {
                case .wanted, .skipped: kept.insert(number)
                case .notDelivered, .excluded: fates[number] = decision
                }
            }
            if decision != .notDelivered {
                plan.summary.employees += 1
                noteStatus(of: employee)
            }
            switch decision {
            case .notDelivered: break
            case .skipped(let reason): skipped.append(skippedRow(employee, externalID: externalID, user: user, reason))
            case .excluded(let reason):
                plan.summary.exclude(1, reason)
                if user == nil, let record = record(of: person) { outsiders.append((person.id, record, reason)) }
            case .wanted:
                let desired = mapper.desired(employee, externalID: externalID)
                let match = try user.map { ($0, Row.MatchedBy.externalId) } ?? match(desired, linked: &linked).map { ($0, .email) }
                var candidate = Candidate(employeeID: person.id, externalID: externalID, user: match?.0, matchedBy: match?.1, desired: desired)
                candidate.problems = desired.problems
                if desired.email == .keep, match?.0.email != nil {
                    candidate.problems.append(Problem(.warning, "noUsableEmail", "The HRIS delivers no usable address, so the user keeps the one it has.", path: "emails", subject: externalID))
                }
                candidate.record = record(of: person)
                candidate.isActive = decider.status(of: employee) != .notActive
                if let user, user.held { plan.release.insert(user.id) }
                candidates.append(candidate)
            }
        }
        for place in snapshot.withoutID {
            plan.summary.employees += 1
            skipped.append(skippedRow(snapshot.employee(place), externalID: nil, user: nil, .missingId))
        }
        for word in unknownStatuses.sorted() {
            plan.summary.warn(Problem(.warning, "statusUnknown", "The employment status “\(word)” is not known, so nothing follows from it; known are active, inactive, terminated and other.", path: "employment_status"))
        }
    }

    /// By address, among users without any external ID, each at most once (R-PLAN-2).
    private func match(_ desired: DesiredUser, linked: inout Set<String>) throws -> User? {
        guard rules.matching == .externalIDThenEmail, let email = desired.email.value,
            let user = try mirror.user(emailKey: Text.fold(email)), user.externalID == nil, linked.insert(user.id).inserted
        else { return nil }
        return user
    }

    private mutating func noteStatus(of employee: Employee) {
        if case .unknown(let word?) = decider.status(of: employee) { unknownStatuses.insert(word) }
    }

    /// By what the person could be recognised next time; nil: there would be something to say about it anyway.
    private func record(of person: Snapshot.Person) -> Candidate.Record? {
        guard let fingerprint = person.fingerprint, person.employee.unavailable.isEmpty, decider.unavailable.isEmpty else { return nil }
        if case .unknown(_?) = decider.status(of: person.employee) { return nil }
        return Candidate.Record(fingerprint: fingerprint, until: decider.nextDay(of: person.employee) ?? Recognition.Entry.never, paths: person.paths)
    }

    private func skippedRow(_ employee: Employee, externalID: String?, user: User?, _ reason: Row.Reason) -> Row {
        Row(
            category: .skipped, employeeID: employee.id, externalID: externalID, userID: user?.id, reason: reason,
            matchedBy: user == nil ? nil : .externalId,
            values: Row.Values(
                firstName: employee.text("first_name") ?? user?.firstName, lastName: employee.text("last_name") ?? user?.lastName, email: user?.email))
    }

    /// R-PLAN-8: the last read wins; told only where it makes a difference.
    private func warnOfRepeats(_ snapshot: Snapshot, _ plan: inout Plan) throws {
        var told: Set<String> = []
        for (earlier, last) in snapshot.repeats {
            guard let id = last.id, !told.contains(id) else { continue }
            let externalID = rules.prefix + id
            let isExisting = try mirror.user(externalID: externalID) != nil
            let before = decider.decide(earlier, isExisting: isExisting), after = decider.decide(last, isExisting: isExisting)
            if before == after, before != .wanted || mapper.desired(earlier, externalID: externalID) == mapper.desired(last, externalID: externalID) { continue }
            told.insert(id)
            plan.summary.warn(Problem(.warning, "employeeRepeated", "The HRIS delivered this employee more than once and not the same each time; the last one counts.", subject: externalID))
        }
    }
}
