/// The planner's questions and answers in an administrator's words.
struct ExplanationText {
    let rules: Ruleset
    let decider: Decider
    let employee: Employee

    func step(_ asked: Decider.Asked) -> Explanation.Step {
        switch asked {
        case .isDelivered(let yes):
            Explanation.Step("R-PLAN-1", "Does the HRIS deliver the employee?", answer(yes), yes ? "it was read just now" : "the HRIS marks it as deleted")
        case .isSyncable(let missing):
            Explanation.Step("R-MAP-2", "Does it have id, first name and last name?", answer(missing == nil), missing.map(name) ?? "id \(employee.id ?? ""), \(text("first_name")) \(text("last_name"))")
        case .passes(let filter, let matches):
            Explanation.Step("R-FIL-1", "Does it pass the filter “\(describe(filter))”?", matches.map { answer($0 == (filter.mode == .include)) } ?? "not known, so it counts as passed", value(filter.field))
        case .isScopeKnown(let yes):
            Explanation.Step("R-MAP-9", "Could all filters be answered?", answer(yes), yes ? "every field they need was delivered" : "a filter's field is unavailable, and a new employee is created only when all are answered")
        case .isEmployed(let yes):
            Explanation.Step("R-LIFE-4", "Is it still employed?", answer(yes), employment)
        case .isWantedByStatus(let yes):
            Explanation.Step("R-LIFE-2", "Does its status want a user?", answer(yes), status)
        case .isStartKnown(let yes):
            Explanation.Step("R-LIFE-3", "Is it known when it would begin to participate?", answer(yes), start)
        }
    }

    private func answer(_ yes: Bool) -> String { yes ? "yes" : "no" }

    private func text(_ path: String) -> String { employee.text(path) ?? "" }

    /// `department is “Design”`.
    private func value(_ path: String) -> String {
        let path = FieldPath.canonical(path)
        if decider.isUnavailable(path, in: employee) { return "the HRIS could not deliver \(path)" }
        switch employee.value(at: path) {
        case nil, .list([])?: return "\(path) has no value"
        case .list(let elements)?: return "\(path) is \(elements.map { "“\($0.scalarText ?? "…")”" }.joined(separator: ", "))"
        case let value?: return "\(path) is “\(value.scalarText ?? "…")”"
        }
    }

    private func describe(_ filter: Filter) -> String {
        let test: String
        switch filter.test {
        case .values(let values, let matchEmpty):
            test = "= " + (values + (matchEmpty ? ["(no value)"] : [])).joined(separator: " or ")
        case .date(let comparison, .day(let day)): test = "\(comparison.rawValue) \(day)"
        case .date(let comparison, .daysFromToday(let days)): test = "\(comparison.rawValue) \(rules.today.adding(days: days)) (\(days) days from today)"
        }
        return "\(filter.mode.rawValue) \(filter.field) \(test)"
    }

    private func name(_ missing: Row.Reason) -> String {
        switch missing {
        case .missingId: "it has no id"
        case .missingFirstName: "it has no first name"
        default: "it has no last name"
        }
    }

    private var employment: String {
        let end = value("employment_end_date")
        return switch rules.configuration.lifecycle.userRemoval {
        case nil: "users are never removed by their end date"
        case .directly?: "today is \(rules.today); \(end), \(value("employment_start_date")); users are removed on the day after the end date"
        case .afterMonths(let months)?: "today is \(rules.today); \(end), \(value("employment_start_date")); users are removed \(months) months after the end date"
        }
    }

    private var status: String {
        let state = rules.configuration.lifecycle.userState
        let what = value("employment_status")
        return switch (state, decider.status(of: employee)) {
        case (.delete, .unknown): "\(what); a status that is not known never deletes"
        case (.delete, _): "\(what); people who are not active get no user"
        case (.toggleParticipation, _): "\(what); the status decides only about participation"
        case (.doNothing, _): "the status is not used"
        }
    }

    private var start: String {
        switch rules.configuration.lifecycle.participationStart {
        case .directly: "it begins directly"
        case .afterMonths(let months): "\(value("employment_start_date")); it begins \(months) months later"
        }
    }
}
