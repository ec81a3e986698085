/// Why an employee does or does not become a user: the planner's own questions, told to an administrator.
public struct Explanation: Sendable, Equatable {
    public var steps: [Step] = []
    public var decision: Outcome

    public struct Step: Sendable, Equatable {
        /// Its number.
        public var rule: String
        public var question: String
        public var answer: String
        public var because: String

        public init(_ rule: String, _ question: String, _ answer: String, _ because: String) {
            self.rule = rule
            self.question = question
            self.answer = answer
            self.because = because
        }
    }

    /// What becomes of the employee, as far as it can be seen without the others.
    public enum Outcome: String, Sendable, CaseIterable {
        /// Nobody is delivered and nobody is a user.
        case notDelivered
        case skipped, excluded, created, updated, unchanged, deleted
        /// Found by its address only; a sync would meet a conflict until the user is linked.
        case needsLink
        /// Not wanted, but never deleted by a sync; a safeguard holds the deletion; the configuration keeps absent users.
        case protected, held, kept
        /// A user whom this integration does not manage.
        case unmanaged
    }

    public init(steps: [Step] = [], decision: Outcome) {
        self.steps = steps
        self.decision = decision
    }
}

/// Explains one employee by the rules of a run.
public struct Explainer<Mirror: Directory> {
    private let rules: Ruleset
    private let decider: Decider
    private let mirror: Mirror

    /// `unavailable`: fields that no employee of the newest run had any more (R-SAFE-8).
    public init(rules: Ruleset, unavailable: Set<String>, mirror: Mirror) {
        self.rules = rules
        decider = Decider(rules: rules, unavailable: unavailable)
        self.mirror = mirror
    }

    /// `employee`: nil if the HRIS does not deliver it. `id`: by which it was asked for.
    public func explain(_ employee: Employee?, id: String?) throws -> Explanation {
        let externalID = (employee?.id ?? id).map { rules.prefix + $0 }
        let user = try externalID.flatMap { try mirror.user(externalID: $0) }
        guard let employee else {
            let step = Explanation.Step("R-PLAN-1", "Does the HRIS deliver the employee?", "no", id.map { "the HRIS knows no employee with the id \($0)" } ?? "the HRIS knows no such employee")
            return try end([step], .notDelivered, nil, user)
        }
        var steps: [Explanation.Step] = []
        let words = ExplanationText(rules: rules, decider: decider, employee: employee)
        let decision = decider.decide(employee, isExisting: user != nil) { steps.append(words.step($0)) }
        return try end(steps, decision, employee, user)
    }

    private func end(_ steps: [Explanation.Step], _ decision: Decision, _ employee: Employee?, _ user: User?) throws -> Explanation {
        switch decision {
        case .skipped:
            return Explanation(steps: steps, decision: .skipped)
        case .wanted:
            guard let employee else { return Explanation(steps: steps, decision: .skipped) }
            return try wanted(steps, employee, user)
        case .notDelivered:
            guard let user else { return Explanation(steps: steps, decision: .notDelivered) }
            let deletes = rules.configuration.lifecycle.absence == .delete
            let step = Explanation.Step(
                "R-LIFE-5", "Are users deleted whose employee is no longer delivered?", deletes ? "yes" : "no", "the lifecycle's absence is \(rules.configuration.lifecycle.absence.rawValue)")
            return deletes ? unwanted(steps + [step], user) : Explanation(steps: steps + [step], decision: .kept)
        case .excluded:
            guard let user else {
                return Explanation(steps: steps + [.init("R-PLAN-2", "Is the employee a user already?", "no", "no user has the external ID, so nobody is created")], decision: .excluded)
            }
            return unwanted(steps, user)
        }
    }

    /// A user who is to go.
    private func unwanted(_ steps: [Explanation.Step], _ user: User) -> Explanation {
        var steps = steps
        steps.append(matched(user))
        let isProtected = rules.account.protectAdministrators && user.role.isProtected
        steps.append(.init(
            "R-SAFE-6", "Is the user protected from deletion?", isProtected ? "yes" : "no",
            "its role is \(user.role.rawValue)\(rules.account.protectAdministrators ? "" : ", and the account does not protect administrators")"))
        if isProtected { return Explanation(steps: steps, decision: .protected) }
        steps.append(.init(
            "R-SAFE-1", "Is the deletion held back?", user.held ? "yes" : "no",
            user.held ? "a sync wanted to delete too many users at once and has held this one since; integration/sync with plan and includeHeld deletes it" : "no sync has held it; whether the next one would delete too many at once shows in a test"))
        return Explanation(steps: steps, decision: user.held ? .held : .deleted)
    }

    private func wanted(_ steps: [Explanation.Step], _ employee: Employee, _ user: User?) throws -> Explanation {
        let externalID = rules.prefix + (employee.id ?? "")
        let desired = Mapper(rules: rules, decider: decider).desired(employee, externalID: externalID)
        guard let user else {
            let email = desired.email.value
            if let email, let other = try mirror.user(emailKey: Text.fold(email)) {
                if other.externalID == nil {
                    let step = Explanation.Step(
                        "R-PLAN-2", "Is the employee a user already?", "yes, by address",
                        "the user \(other.id) has the address \(email) and no external ID; link it by uploading the test's file of updated users, or apply the test with its plan. Until then a sync meets a conflict")
                    return Explanation(steps: steps + [step], decision: .needsLink)
                }
                let step = Explanation.Step("R-PLAN-6", "Is its address free?", "no", "the user \(other.id) with the external ID \(other.externalID ?? "") has it; unless that user gives it up in the same run, this is a conflict")
                return Explanation(steps: steps + [matched(nil), step], decision: .created)
            }
            return Explanation(steps: steps + [matched(nil)], decision: .created)
        }
        var candidate = Candidate(employeeID: employee.id ?? "", externalID: externalID, user: user, matchedBy: .externalId, desired: desired)
        for name in user.guarded {
            // What a safeguard guards is not cleared (R-SAFE-3).
            if desired.attributes[name] == .clear { candidate.desired.attributes[name] = .keep }
            if desired.references[name] == .clear { candidate.desired.references[name] = .keep }
            if name == "participation", desired.participation == .set(false) { candidate.desired.participation = .keep }
        }
        let fields = try Comparison(rules: rules).changes(candidate).map(\.field.description) + changedReferences(candidate, user)
        let step = Explanation.Step(
            "R-PLAN-3", "Does any managed field differ?", fields.isEmpty ? "no" : "yes", fields.isEmpty ? "all of them agree with the HRIS" : fields.joined(separator: ", "))
        return Explanation(steps: steps + [matched(user), step], decision: fields.isEmpty ? .unchanged : .updated)
    }

    /// Keys of `user` attributes that point to others than the HRIS says, of those who are users.
    private func changedReferences(_ candidate: Candidate, _ user: User) throws -> [String] {
        try candidate.desired.references.sorted { $0.key < $1.key }.compactMap { key, wish in
            let old: Set<String> = if case .users(let ids)? = user.attributes[key] { Set(ids) } else { [] }
            let new: Set<String> = switch wish {
            case .keep: old
            case .clear: []
            case .set(let ids): Set(try ids.compactMap { try mirror.user(externalID: rules.prefix + $0)?.id }.filter { $0 != user.id })
            }
            return old == new ? nil : "attributes.\(key)"
        }
    }

    private func matched(_ user: User?) -> Explanation.Step {
        .init(
            "R-PLAN-2", "Is the employee a user already?", user == nil ? "no" : "yes, by external ID",
            user.map { "the user \($0.id) has the external ID \($0.externalID ?? "")" } ?? "no user has its external ID or its address")
    }
}
