/// Sorts the people of a snapshot, one after the other: what the whole picture needs of the wanted ones is kept, the others become rows or counts.
struct Sorting<Mirror: Directory> {
    let rules: Ruleset
    let decider: Decider
    let mirror: Mirror
    let maker: CandidateMaker
    let snapshot: Snapshot

    /// Wanted employees who were read, in external ID order.
    var wanted: [Wanted] = []
    /// By place in the spool, where somebody stands among the wanted; -1: nowhere.
    private(set) var places: [Int32]
    var skipped: [Row] = []
    /// The users, by number, whose employee is wanted or skipped; at first those who were recognised.
    var kept: NumberSet
    /// By number of the user, what became of the other delivered employees.
    var fates: [Int: Decision] = [:]
    /// Who is excluded, has no user, and can be recognised next time.
    var outsiders: [(id: String, record: Candidate.Record, exclusion: Row.Reason)] = []
    private(set) var safeguards: Safeguards
    private(set) var emails: Claims
    private(set) var codes: Claims
    /// By key of a `user` attribute.
    private(set) var references: [String: WantedReferences] = [:]
    private let intake: Intake
    /// With nobody there, as before the first sync, nobody need be looked for.
    private let hasManaged: Bool, hasUsers: Bool
    private var unknownStatuses: Set<String> = []

    init(rules: Ruleset, decider: Decider, mirror: Mirror, intake: Intake, snapshot: Snapshot, managedCount: Int) throws {
        self.rules = rules
        self.decider = decider
        self.mirror = mirror
        self.intake = intake
        self.snapshot = snapshot
        hasManaged = managedCount > 0
        hasUsers = try mirror.userCount() > 0
        kept = intake.recognised
        places = Array(repeating: -1, count: snapshot.count)
        maker = CandidateMaker(rules: rules, decider: decider)
        safeguards = Safeguards(rules: rules, recognised: Recognised(intake))
        emails = Claims(intake.key)
        codes = Claims(intake.key)
        wanted.reserveCapacity(snapshot.order.count)
    }

    /// Throws `NeedsEveryRecord` if somebody was recognised and came with another record besides.
    mutating func sort(into plan: inout Plan) throws {
        try warnOfRepeats(&plan)
        if rules.configuration.attributeMapping.kioskCode != nil, rules.kioskSource == nil {
            plan.summary.warn(Problem(.warning, "kioskMappingRests", "The kiosk code mapping rests, because the account's kiosk login type is not employeeId.", path: "attributeMapping.kioskCode"))
        }
        let outsiderMarks = intake.outsiderMarks
        var linked: Set<String> = []
        for place in snapshot.order {
            let person = snapshot.person(Int(place))
            let employee = person.employee
            let externalID = rules.prefix + person.id
            let user = hasManaged ? try mirror.user(externalID: externalID) : nil
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
                if user == nil, let record = maker.record(of: person) { outsiders.append((person.id, record, reason)) }
            case .wanted:
                let desired = maker.mapper.desired(employee, externalID: externalID)
                let match = try user.map { ($0, Row.MatchedBy.externalId) } ?? match(desired, linked: &linked).map { ($0, .email) }
                try take(maker.candidate(person, desired, user: match?.0, matchedBy: match?.1), place)
                if let user, user.held { plan.release.insert(user.id) }
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

    /// Keeps of somebody wanted what the whole picture needs.
    private mutating func take(_ candidate: Candidate, _ place: Int32) throws {
        let index = wanted.count
        let number = candidate.user.flatMap { mirror.number(ofUser: $0.id) }
        places[Int(place)] = Int32(index)
        wanted.append(Wanted(
            place: place, refusal: nil, isLink: candidate.needsLink, isNew: candidate.isCreate, isActive: candidate.isActive, number: number ?? -1))
        safeguards.count(candidate)
        if let key = candidate.wantedEmailKey {
            emails.add(key, by: index, holder: hasUsers ? try mirror.number(emailKey: key) : nil)
            if let number { emails.leave(candidate.user?.email.map(Text.fold), of: number, index) }
        }
        if let code = candidate.wantedKioskCode {
            codes.add(code, by: index, holder: hasUsers ? try mirror.number(kioskCode: code) : nil)
            if let number, !candidate.needsLink { codes.leave(candidate.user?.kioskCode, of: number, index) }
        }
        for (key, wish) in candidate.desired.references {
            guard case .set(let ids) = wish else { continue }
            for id in ids { references[key, default: WantedReferences()].add(index, id, in: snapshot) }
        }
    }

    func mark(ofID id: String) -> UInt32 { intake.mark(ofID: id) }

    /// By address, among users without any external ID, each at most once (R-PLAN-2).
    private func match(_ desired: DesiredUser, linked: inout Set<String>) throws -> User? {
        guard rules.matching == .externalIDThenEmail, hasUsers, let email = desired.email.value,
            let user = try mirror.user(emailKey: Text.fold(email)), user.externalID == nil, linked.insert(user.id).inserted
        else { return nil }
        return user
    }

    private mutating func noteStatus(of employee: Employee) {
        if case .unknown(let word?) = decider.status(of: employee) { unknownStatuses.insert(word) }
    }

    private func skippedRow(_ employee: Employee, externalID: String?, user: User?, _ reason: Row.Reason) -> Row {
        Row(
            category: .skipped, employeeID: employee.id, externalID: externalID, userID: user?.id, reason: reason,
            matchedBy: user == nil ? nil : .externalId,
            values: Row.Values(
                firstName: employee.text("first_name") ?? user?.firstName, lastName: employee.text("last_name") ?? user?.lastName, email: user?.email))
    }

    /// R-PLAN-8: the last read wins; told only where it makes a difference.
    private func warnOfRepeats(_ plan: inout Plan) throws {
        var told: Set<String> = []
        for (earlier, last) in snapshot.repeats {
            guard let id = last.id, !told.contains(id) else { continue }
            let externalID = rules.prefix + id
            let isExisting = try mirror.user(externalID: externalID) != nil
            let before = decider.decide(earlier, isExisting: isExisting), after = decider.decide(last, isExisting: isExisting)
            if before == after, before != .wanted || maker.mapper.desired(earlier, externalID: externalID) == maker.mapper.desired(last, externalID: externalID) { continue }
            told.insert(id)
            plan.summary.warn(Problem(.warning, "employeeRepeated", "The HRIS delivered this employee more than once and not the same each time; the last one counts.", subject: externalID))
        }
    }
}

/// Makes candidates of wanted employees: once to see the whole picture, and once more for their rows.
struct CandidateMaker {
    let rules: Ruleset
    let decider: Decider
    let mapper: Mapper

    init(rules: Ruleset, decider: Decider) {
        self.rules = rules
        self.decider = decider
        mapper = Mapper(rules: rules, decider: decider)
    }

    func candidate(_ person: Snapshot.Person, user: User?, matchedBy: Row.MatchedBy?) -> Candidate {
        candidate(person, mapper.desired(person.employee, externalID: rules.prefix + person.id), user: user, matchedBy: matchedBy)
    }

    func candidate(_ person: Snapshot.Person, _ desired: DesiredUser, user: User?, matchedBy: Row.MatchedBy?) -> Candidate {
        let externalID = rules.prefix + person.id
        var candidate = Candidate(employeeID: person.id, externalID: externalID, user: user, matchedBy: matchedBy, desired: desired)
        candidate.problems = desired.problems
        if desired.email == .keep, user?.email != nil {
            candidate.problems.append(Problem(.warning, "noUsableEmail", "The HRIS delivers no usable address, so the user keeps the one it has.", path: "emails", subject: externalID))
        }
        candidate.record = record(of: person)
        candidate.isActive = decider.status(of: person.employee) != .notActive
        return candidate
    }

    /// By what the person could be recognised next time; nil: there would be something to say about it anyway.
    func record(of person: Snapshot.Person) -> Candidate.Record? {
        guard let fingerprint = person.fingerprint, person.employee.unavailable.isEmpty, decider.unavailable.isEmpty else { return nil }
        if case .unknown(_?) = decider.status(of: person.employee) { return nil }
        return Candidate.Record(fingerprint: fingerprint, until: decider.nextDay(of: person.employee) ?? Recognition.Entry.never, paths: person.paths)
    }
}
