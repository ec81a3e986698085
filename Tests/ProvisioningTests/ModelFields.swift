import Provisioning

/// What one field of one employee says to the model (R-MAP-9).
enum ModelReading<Value: Equatable>: Equatable {
    case unavailable
    case nothing
    case value(Value)
}

/// What an employee asks of one mapped attribute.
enum ModelWish: Equatable {
    /// Unavailable.
    case keep
    /// Not usable: keep, with a warning.
    case unusable
    case clear
    case set(AttributeValue)
    /// Employee ids.
    case refer([String])
}

extension Model {
    func isUnavailable(_ employee: Employee, _ path: String) -> Bool { employee.isUnavailable(path) || vanished.contains(path) }

    /// nil: no value. An empty list is no value.
    func raw(_ employee: Employee, _ path: String) -> FieldValue? {
        let value = employee.value(at: path == "manager" ? "manager.id" : path)
        return value == .list([]) ? nil : value
    }

    func text(_ employee: Employee, _ path: String) -> String? { raw(employee, path)?.scalarText }

    /// R-MAP-7; nil: cannot be read.
    func parseDate(_ value: FieldValue) -> ModelReading<Day>? {
        guard case .text(let text) = value else { return nil }
        let characters = Array(text.utf8)
        guard characters.count >= 10 else { return nil }
        for (index, byte) in characters.prefix(10).enumerated() {
            if index == 4 || index == 7 { if byte != 0x2D { return nil } } else if byte < 0x30 || byte > 0x39 { return nil }
        }
        if characters.count > 10, characters[10] != 0x54, characters[10] != 0x20 { return nil }
        let year = Int(String(decoding: characters[0..<4], as: UTF8.self))!
        if year < 1900 || year > 2150 { return .nothing }
        let month = Int(String(decoding: characters[5..<7], as: UTF8.self))!, day = Int(String(decoding: characters[8..<10], as: UTF8.self))!
        return Day(year: year, month: month, day: day).map { .value($0) }
    }

    /// A date that decides; what cannot be read is unavailable (R-MAP-7).
    func decidingDate(_ employee: Employee, _ path: String) -> ModelReading<Day> {
        if isUnavailable(employee, path) { return .unavailable }
        guard var value = raw(employee, path) else { return .nothing }
        if case .list(let elements) = value, elements.count == 1 { value = elements[0] }
        return parseDate(value) ?? .unavailable
    }

    /// true: active, false: not active, nil: unknown (R-LIFE-1).
    func isActive(_ employee: Employee) -> Bool? {
        if isUnavailable(employee, "employment_status") { return nil }
        switch text(employee, "employment_status").map(Text.fold) {
        case "active": return true
        case "inactive", "terminated", "other": return false
        default: return nil
        }
    }

    /// R-MAP-3.
    func address(_ employee: Employee) -> String? {
        if employee.isUnavailable("emails") { return nil }
        for type in [Employee.EmailType.primary, .work, .secondary, .personal, .other] {
            if type == .personal, !configuration.advanced.syncPersonalEmail { continue }
            for email in employee.emails where email.type == type {
                let address = Text.normalized(email.address)
                if EmailAddress.isValid(address) { return address }
            }
        }
        return nil
    }

    /// R-MAP-10.
    func kioskCode(_ employee: Employee) -> String? {
        guard world.rules.account.kioskLogin == .employeeId else { return nil }
        switch configuration.attributeMapping.kioskCode {
        case nil: return nil
        case .id?: return employee.id
        case .employeeNumber?: return isUnavailable(employee, "employee_number") ? nil : text(employee, "employee_number")
        }
    }

    /// When participation starts for somebody created today; `.nothing`: directly (R-LIFE-3).
    func start(_ employee: Employee) -> ModelReading<Day> {
        guard case .afterMonths(let months) = configuration.lifecycle.participationStart else { return .nothing }
        switch decidingDate(employee, "employment_start_date") {
        case .unavailable: return .unavailable
        case .nothing: return .nothing
        case .value(let day): return .value(plus(day, months: months))
        }
    }

    /// R-LIFE-4, by counting days down until the date exists.
    func plus(_ day: Day, months: Int) -> Day {
        var (year, month, number) = day.civil
        for _ in 0..<months {
            month += 1
            if month == 13 { month = 1; year += 1 }
        }
        while true {
            if let found = Day(year: year, month: month, day: number) { return found }
            number -= 1
        }
    }

    /// R-MAP-6 to R-MAP-9.
    func wish(_ employee: Employee, field: String, attribute: Attribute) -> ModelWish {
        if isUnavailable(employee, field) { return .keep }
        guard var value = raw(employee, field) else { return .clear }
        if attribute.type == .user {
            var ids: [String] = []
            var elements = [value]
            if case .list(let list) = value { elements = list }
            for element in elements {
                guard let id = element.scalarText else { return .unusable }
                if !ids.contains(where: { Text.sameBytes($0, id) }) { ids.append(id) }
            }
            return .refer(ids)
        }
        if case .list(let elements) = value {
            if elements.count > 1 { return .unusable }
            value = elements[0]
        }
        switch attribute.type {
        case .choice:
            guard let text = value.scalarText else { return .unusable }
            return .set(.choice(world.rules.segments[attribute.key]?[text] ?? text))
        case .date:
            switch parseDate(value) {
            case nil, .unavailable?: return .unusable
            case .nothing?: return .clear
            case .value(let day)?: return .set(.date(day))
            }
        case .number:
            let literal: String
            switch value {
            case .number(let text), .text(let text): literal = text
            default: return .unusable
            }
            guard literal.allSatisfy({ "+-.eE0123456789".contains($0) }), let number = Double(literal), number.isFinite else { return .unusable }
            return .set(.number(number))
        case .user: return .unusable
        }
    }

    /// R-FIL-2, R-FIL-3; nil: unavailable.
    func matches(_ filter: Filter, _ employee: Employee) -> Bool? {
        let field = filter.field == "manager" ? "manager.id" : filter.field
        if isUnavailable(employee, field) { return nil }
        switch filter.test {
        case .values(let values, let matchEmpty):
            guard let value = raw(employee, field) else { return matchEmpty }
            var elements = [value]
            if case .list(let list) = value { elements = list }
            for element in elements {
                for wanted in values where !Text.fold(wanted).isEmpty {
                    if element.scalarText.map(Text.fold) == Text.fold(wanted) { return true }
                }
            }
            return false
        case .date(let comparison, let reference):
            let day: Day
            switch decidingDate(employee, field) {
            case .unavailable: return nil
            case .nothing: return false
            case .value(let found): day = found
            }
            let other = switch reference {
            case .day(let fixed): fixed
            case .daysFromToday(let days): Day(number: world.rules.today.number + Int32(days))
            }
            return switch comparison {
            case .before: day.number < other.number
            case .onOrBefore: day.number <= other.number
            case .on: day.number == other.number
            case .onOrAfter: day.number >= other.number
            case .after: day.number > other.number
            }
        }
    }
}
