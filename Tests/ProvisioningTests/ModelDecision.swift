import Provisioning

extension Model {
    /// The questions of R-PLAN-1 in their order.
    func decide(_ employee: Employee) -> Decision {
        if employee.deleted { return .notDelivered }
        if employee.id == nil { return .skipped(.missingId) }
        if text(employee, "first_name") == nil { return .skipped(.missingFirstName) }
        if text(employee, "last_name") == nil { return .skipped(.missingLastName) }
        let isNew = user(of: employee) == nil

        var unknown = false
        for filter in configuration.filters {
            switch matches(filter, employee) {
            case nil: unknown = true
            case let matched?: if matched != (filter.mode == .include) { return .excluded(.filtered) }
            }
        }
        if unknown && isNew { return .skipped(.unavailable) }

        if hasEnded(employee) { return .excluded(.ended) }
        if configuration.lifecycle.userState == .delete, isActive(employee) == false { return .excluded(.inactive) }
        if isNew, start(employee) == .unavailable { return .skipped(.unavailable) }
        return .wanted
    }

    /// R-LIFE-4.
    func hasEnded(_ employee: Employee) -> Bool {
        guard let removal = configuration.lifecycle.userRemoval, case .value(let end) = decidingDate(employee, "employment_end_date") else { return false }
        switch decidingDate(employee, "employment_start_date") {
        case .unavailable: return false
        case .nothing: break
        case .value(let start): if end < start { return false }
        }
        switch removal {
        case .directly: return world.rules.today > end
        case .afterMonths(let months): return world.rules.today > plus(end, months: months)
        }
    }

    /// Whether two records of one employee mean the same (R-PLAN-8).
    func meanTheSame(_ one: Employee, _ other: Employee) -> Bool {
        let decision = decide(one)
        if decision != decide(other) { return false }
        if decision != .wanted { return true }
        let toggles = configuration.lifecycle.userState == .toggleParticipation
        return text(one, "first_name") == text(other, "first_name") && text(one, "last_name") == text(other, "last_name")
            && address(one) == address(other) && language(one) == language(other) && kioskCode(one) == kioskCode(other)
            && (!toggles || isActive(one) == isActive(other)) && start(one) == start(other)
            && mappings.allSatisfy { wish(one, field: $0.field, attribute: $0.attribute) == wish(other, field: $0.field, attribute: $0.attribute) }
    }
}
