import Contract
import Provisioning

extension Provisioning.Configuration {
    /// Replaces the sections that a patch gives; says what in them has no meaning.
    mutating func apply(_ patch: Contract.ConfigurationPatch) -> [Provisioning.Problem] {
        var problems: [Provisioning.Problem] = []
        if let section = patch.lifecycle { lifecycle = Provisioning.Lifecycle(section, &problems) }
        if let section = patch.attributeMapping {
            attributeMapping = AttributeMapping(
                mappings: section.mappings.map { Mapping(field: $0.field, attribute: $0.attribute) },
                kioskCode: section.kioskCode.flatMap { KioskSource(rawValue: $0.rawValue) })
        }
        if let section = patch.filters {
            filters = section.enumerated().compactMap { index, filter in Provisioning.Filter(filter, path: "filters[\(index)]", &problems) }
        }
        if let section = patch.advanced {
            advanced = Advanced(
                syncPersonalEmail: section.syncPersonalEmail, referenceEmployeeId: section.referenceEmployeeId,
                deletionSafeguardPercent: section.deletionSafeguardPercent)
        }
        return problems
    }
}

extension Provisioning.Lifecycle {
    init(_ section: Contract.Lifecycle, _ problems: inout [Provisioning.Problem]) {
        self.init(
            userState: UserState(rawValue: section.userState.rawValue) ?? .doNothing,
            participationStart: .directly, absence: Absence(rawValue: section.absence.rawValue) ?? .delete)
        switch section.participationStart.kind {
        case .directly: break
        case .afterMonths: participationStart = months(section.participationStart.months, "lifecycle.participationStart", &problems)
        }
        switch section.userRemoval.kind {
        case .never: userRemoval = nil
        case .directly: userRemoval = .directly
        case .afterMonths: userRemoval = months(section.userRemoval.months, "lifecycle.userRemoval", &problems)
        }
    }

    private func months(_ months: Int?, _ path: String, _ problems: inout [Provisioning.Problem]) -> Offset {
        guard let months else {
            problems.append(Provisioning.Problem(.error, "monthsMissing", "afterMonths needs the number of months, 1 to 60.", path: path + ".months"))
            return .directly
        }
        return .afterMonths(months)
    }
}

extension Provisioning.Filter {
    /// nil: there is a problem with its shape.
    init?(_ filter: Contract.Filter, path: String, _ problems: inout [Provisioning.Problem]) {
        var fault: (code: String, message: String)?
        var test: Test?
        switch filter.kind {
        case .values:
            if filter.condition != nil { fault = ("filterMixed", "A filter of kind values takes no condition.") }
            test = .values(filter.values ?? [], matchEmpty: filter.matchEmpty ?? false)
        case .date:
            let operation = filter.condition.flatMap { Operator(rawValue: $0.operator.rawValue) } ?? .on
            if filter.values != nil || filter.matchEmpty == true {
                fault = ("filterMixed", "A filter of kind date takes a condition and no values.")
            }
            switch (filter.condition?.date.flatMap { Day($0) }, filter.condition?.daysFromToday) {
            case (let day?, nil): test = .date(operation, .day(day))
            case (nil, let days?) where abs(days) <= 100_000: test = .date(operation, .daysFromToday(days))
            default: fault = ("filterConditionInvalid", "A filter of kind date needs a condition with either a date or a number of days from today (at most 100,000).")
            }
        }
        guard fault == nil, let test else {
            if let fault { problems.append(Provisioning.Problem(.error, fault.code, fault.message, path: path)) }
            return nil
        }
        self.init(field: filter.field, mode: Mode(rawValue: filter.mode.rawValue) ?? .include, test: test)
    }
}

extension Contract.Configuration {
    init(_ configuration: Provisioning.Configuration) {
        let lifecycle = configuration.lifecycle
        self.init(
            lifecycle: Contract.Lifecycle(
                userState: Contract.UserState(rawValue: lifecycle.userState.rawValue) ?? .doNothing,
                participationStart: {
                    if case .afterMonths(let months) = lifecycle.participationStart { .init(kind: .afterMonths, months: months) } else { .init(kind: .directly) }
                }(),
                userRemoval: {
                    switch lifecycle.userRemoval {
                    case nil: .init(kind: .never)
                    case .directly?: .init(kind: .directly)
                    case .afterMonths(let months)?: .init(kind: .afterMonths, months: months)
                    }
                }(),
                absence: Contract.Absence(rawValue: lifecycle.absence.rawValue) ?? .delete),
            attributeMapping: Contract.AttributeMapping(
                mappings: configuration.attributeMapping.mappings.map { Contract.FieldMapping(field: $0.field, attribute: $0.attribute) },
                kioskCode: configuration.attributeMapping.kioskCode.flatMap { Contract.KioskCodeSource(rawValue: $0.rawValue) }),
            filters: configuration.filters.map(Contract.Filter.init),
            advanced: Contract.AdvancedSettings(
                syncPersonalEmail: configuration.advanced.syncPersonalEmail, referenceEmployeeId: configuration.advanced.referenceEmployeeId,
                deletionSafeguardPercent: configuration.advanced.deletionSafeguardPercent))
    }
}

extension Contract.Filter {
    init(_ filter: Provisioning.Filter) {
        let mode = Contract.FilterMode(rawValue: filter.mode.rawValue) ?? .include
        switch filter.test {
        case .values(let values, let matchEmpty):
            self.init(field: filter.field, mode: mode, kind: .values, values: values, matchEmpty: matchEmpty)
        case .date(let operation, let reference):
            let name = Contract.DateOperator(rawValue: operation.rawValue) ?? .on
            let condition = switch reference {
            case .day(let day): Contract.DateCondition(operator: name, date: day.description)
            case .daysFromToday(let days): Contract.DateCondition(operator: name, daysFromToday: days)
            }
            self.init(field: filter.field, mode: mode, kind: .date, condition: condition)
        }
    }
}
