/// What becomes of one employee, seen alone (R-PLAN-1).
public enum Decision: Sendable, Equatable {
    /// `deleted: true`.
    case notDelivered
    /// Not synced; an existing user stays as it is.
    case skipped(Row.Reason)
    /// Not wanted; an existing user is deleted.
    case excluded(Row.Reason)
    case wanted
}

/// Decides about employees one by one, by the rules of one run.
struct Decider {
    let rules: Ruleset
    /// Fields that are unavailable for everybody (R-SAFE-8).
    let unavailable: Set<String>
    /// By place of a filter, the folds of the values that it names, blank ones left out.
    private let folds: [Set<String>]

    init(rules: Ruleset, unavailable: Set<String>) {
        self.rules = rules
        self.unavailable = unavailable
        folds = rules.configuration.filters.map { filter in
            if case .values(let values, _) = filter.test { Set(values.map(Text.fold)).subtracting([""]) } else { [] }
        }
    }

    /// The questions of R-PLAN-1 in their order, each with its answer for one employee.
    enum Asked {
        case isDelivered(Bool)
        case isSyncable(missing: Row.Reason?)
        /// nil: the field is unavailable, so the filter counts as passed.
        case passes(Filter, matches: Bool?)
        /// Of a new employee who passes as far as is known.
        case isScopeKnown(Bool)
        case isEmployed(Bool)
        case isWantedByStatus(Bool)
        /// Of a new employee.
        case isStartKnown(Bool)
    }

    /// `isExisting`: a user has this employee's external ID. `asked` hears every question that was asked; the last answer decided.
    func decide(_ employee: Employee, isExisting: Bool, asked: (Asked) -> Void = { _ in }) -> Decision {
        asked(.isDelivered(!employee.deleted))
        if employee.deleted { return .notDelivered }
        let missing = missing(in: employee)
        asked(.isSyncable(missing: missing))
        if let missing { return .skipped(missing) }
        var isScopeKnown = true
        for (place, filter) in rules.configuration.filters.enumerated() {
            let matches = matches(filter, folds[place], employee)
            asked(.passes(filter, matches: matches))
            if matches == nil { isScopeKnown = false }
            // Every include filter and no exclude filter (R-FIL-1); one on an unavailable field passes, the others still decide (R-MAP-9).
            if let matches, matches != (filter.mode == .include) { return .excluded(.filtered) }
        }
        if !isExisting {
            asked(.isScopeKnown(isScopeKnown))
            if !isScopeKnown { return .skipped(.unavailable) }
        }
        let hasEnded = hasEnded(employee)
        asked(.isEmployed(!hasEnded))
        if hasEnded { return .excluded(.ended) }
        let isInactive = rules.configuration.lifecycle.userState == .delete && status(of: employee) == .notActive
        asked(.isWantedByStatus(!isInactive))
        if isInactive { return .excluded(.inactive) }
        if !isExisting {
            let isStartKnown = participationStart(of: employee) != .unavailable
            asked(.isStartKnown(isStartKnown))
            if !isStartKnown { return .skipped(.unavailable) }
        }
        return .wanted
    }

    /// R-MAP-2.
    private func missing(in employee: Employee) -> Row.Reason? {
        if employee.id == nil { return .missingId }
        if employee.text("first_name") == nil { return .missingFirstName }
        return employee.text("last_name") == nil ? .missingLastName : nil
    }

    func isUnavailable(_ path: String, in employee: Employee) -> Bool { unavailable.contains(path) || employee.isUnavailable(path) }

    func status(of employee: Employee) -> FieldReading.Status {
        isUnavailable("employment_status", in: employee) ? .unknown(word: nil) : FieldReading.status(employee.value(at: "employment_status"))
    }

    // MARK: Scope

    /// nil: the field is unavailable.
    private func matches(_ filter: Filter, _ folds: Set<String>, _ employee: Employee) -> Bool? {
        let path = FieldPath.canonical(filter.field)
        if isUnavailable(path, in: employee) { return nil }
        let value = employee.value(at: path)
        switch filter.test {
        case .values(_, let matchEmpty):
            let elements: [FieldValue] = switch value {
            case nil: []
            case .list(let elements)?: elements
            case let single?: [single]
            }
            if elements.isEmpty { return matchEmpty }
            return elements.contains { $0.scalarText.map { folds.contains(Text.fold($0)) } ?? false }
        case .date(let comparison, let reference):
            let limit = switch reference {
            case .day(let day): day
            case .daysFromToday(let days): rules.today.adding(days: days)
            }
            switch FieldReading.date(value) {
            case .none: return false
            case .unreadable: return nil
            case .day(let day):
                return switch comparison {
                case .before: day < limit
                case .onOrBefore: day <= limit
                case .on: day == limit
                case .onOrAfter: day >= limit
                case .after: day > limit
                }
            }
        }
    }

    // MARK: Dates

    /// The first day after today on which a filter or the end date may say something else about a person who is wanted today; nil: none.
    func nextDay(of employee: Employee) -> Day? {
        var days: [Day] = []
        for filter in rules.configuration.filters {
            guard case .date(_, .daysFromToday(let distance)) = filter.test,
                case .day(let day) = FieldReading.date(employee.value(at: FieldPath.canonical(filter.field)))
            else { continue }
            // The limit moves with today: it reaches the date on the one day and has passed it on the next.
            days += [day.adding(days: -distance), day.adding(days: 1 - distance)]
        }
        if let removal = rules.configuration.lifecycle.userRemoval, case .day(let end) = date("employment_end_date", of: employee) {
            days.append(removal.added(to: end).adding(days: 1))
        }
        return days.filter { $0 > rules.today }.min()
    }

    enum DateOf: Equatable {
        case none, unavailable
        case day(Day)
    }

    private func date(_ path: String, of employee: Employee) -> DateOf {
        if isUnavailable(path, in: employee) { return .unavailable }
        return switch FieldReading.date(employee.value(at: path)) {
        case .none: .none
        case .unreadable: .unavailable
        case .day(let day): .day(day)
        }
    }

    /// R-LIFE-4: wanted until and including the end date (or so many months later), whatever the status says.
    private func hasEnded(_ employee: Employee) -> Bool {
        guard let removal = rules.configuration.lifecycle.userRemoval, case .day(let end) = date("employment_end_date", of: employee) else { return false }
        switch date("employment_start_date", of: employee) {
        case .unavailable: return false  // It might be a rehire: an unavailable start date keeps a known end date from deleting (R-MAP-9).
        case .day(let start) where end < start: return false  // The end of an earlier employment.
        case .none, .day: break
        }
        return rules.today > removal.added(to: end)
    }

    /// The date from which a user created today would take part; `none`: at once (R-LIFE-3).
    func participationStart(of employee: Employee) -> DateOf {
        guard case .afterMonths(let months) = rules.configuration.lifecycle.participationStart else { return .none }
        return switch date("employment_start_date", of: employee) {
        case .day(let start): .day(start.adding(months: months))
        case .none: .none
        case .unavailable: .unavailable
        }
    }
}

extension Employee {
    /// A scalar field as text; nil: no value.
    func text(_ path: String) -> String? {
        guard let text = fields[path]?.scalarText, !text.isEmpty else { return nil }
        return text
    }
}
