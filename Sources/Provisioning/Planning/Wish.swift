/// What a snapshot says about one value of a user.
enum Wish<Value: Sendable & Equatable>: Sendable, Equatable {
    /// Nothing is said: leave what is there.
    case keep
    case clear
    case set(Value)

    var value: Value? { if case .set(let value) = self { value } else { nil } }
}

/// The user that a wanted employee asks for.
struct DesiredUser: Sendable, Equatable {
    var firstName: String
    var lastName: String
    /// Never `clear`: without a usable address the old one stays (R-MAP-3).
    var email: Wish<String>
    var language: Wish<String>
    var participation: Wish<Bool>
    /// For a new user, or one whose date a sync set and which still lies in the future (R-LIFE-3).
    var startDate: Wish<Day>
    var kioskCode: Wish<String>
    /// By attribute key, all but those of type `user`.
    var attributes: [String: Wish<AttributeValue>]
    /// By key of a `user` attribute: the employee ids that the HRIS names.
    var references: [String: Wish<[String]>]
    var problems: [Problem]
}

/// Translates employees into the users they ask for (R-MAP).
struct Mapper {
    let rules: Ruleset
    let decider: Decider
    private let languages: Languages
    private let mappings: [(field: String, attribute: Attribute)]

    init(rules: Ruleset, decider: Decider) {
        self.rules = rules
        self.decider = decider
        languages = Languages(rules.account.languages)
        mappings = rules.mappings
    }

    func desired(_ employee: Employee, externalID: String) -> DesiredUser {
        var problems: [Problem] = []
        var attributes: [String: Wish<AttributeValue>] = [:]
        var references: [String: Wish<[String]>] = [:]
        for (field, attribute) in mappings {
            if decider.isUnavailable(field, in: employee) {
                if attribute.type == .user { references[attribute.key] = .keep } else { attributes[attribute.key] = .keep }
                continue
            }
            let value = employee.value(at: field)
            let reading: Result<Void, Unusable>
            switch attribute.type {
            case .user:
                let wish = Mapper.references(value)
                references[attribute.key] = wish.get(orKeep: .keep)
                reading = wish.map { _ in }
            case .choice, .date, .number:
                let wish = convert(value, to: attribute)
                attributes[attribute.key] = wish.get(orKeep: .keep)
                reading = wish.map { _ in }
            }
            if case .failure(let unusable) = reading {
                problems.append(Problem(.warning, "valueUnusable", "The field \(field) \(unusable.why), so the old value of \(attribute.name) stays.", path: field, subject: externalID))
            }
        }
        return DesiredUser(
            firstName: employee.text("first_name") ?? "", lastName: employee.text("last_name") ?? "", email: email(of: employee),
            language: language(of: employee), participation: participation(of: employee), startDate: startDate(of: employee),
            kioskCode: kioskCode(of: employee), attributes: attributes, references: references, problems: problems)
    }

    // MARK: Standard fields

    private func email(of employee: Employee) -> Wish<String> {
        if decider.isUnavailable("emails", in: employee) { return .keep }
        for type in Employee.EmailType.allCases where type != .personal || rules.configuration.advanced.syncPersonalEmail {
            for email in employee.emails where email.type == type {
                let address = Text.normalized(email.address)
                if EmailAddress.isValid(address) { return .set(address) }
            }
        }
        return .keep
    }

    private func language(of employee: Employee) -> Wish<String> {
        guard !decider.isUnavailable("preferred_language", in: employee), let text = employee.text("preferred_language") else { return .keep }
        return languages.resolve(text).map { .set($0) } ?? .keep
    }

    private func participation(of employee: Employee) -> Wish<Bool> {
        guard rules.configuration.lifecycle.userState == .toggleParticipation else { return .keep }
        return switch decider.status(of: employee) {
        case .active: .set(true)
        case .notActive: .set(false)
        case .unknown: .keep
        }
    }

    private func startDate(of employee: Employee) -> Wish<Day> {
        switch decider.participationStart(of: employee) {
        case .none: .clear
        case .unavailable: .keep
        case .day(let day): .set(day)
        }
    }

    private func kioskCode(of employee: Employee) -> Wish<String> {
        let code: String? = switch rules.kioskSource {
        case nil: nil
        case .id?: employee.id
        case .employeeNumber?: decider.isUnavailable("employee_number", in: employee) ? nil : employee.text("employee_number")
        }
        return code.map { .set($0) } ?? .keep
    }

    // MARK: Mapped attributes

    /// A value that the attribute cannot take; the old value stays.
    struct Unusable: Error { var why: String }

    private func convert(_ raw: FieldValue?, to attribute: Attribute) -> Result<Wish<AttributeValue>, Unusable> {
        guard let value = FieldReading.single(raw) else { return .success(.clear) }
        switch attribute.type {
        case .choice:
            guard let text = value.scalarText else { return .failure(Unusable(why: "is a list of several values or structured, not one value")) }
            let name = Text.normalized(text)
            if name.isEmpty { return .success(.clear) }
            return .success(.set(.choice(rules.segments[attribute.key]?[name] ?? name)))
        case .date:
            return switch FieldReading.date(value) {
            case .none: .success(.clear)
            case .day(let day): .success(.set(.date(day)))
            case .unreadable: .failure(Unusable(why: "is no date of the form YYYY-MM-DD"))
            }
        case .number:
            guard let number = FieldReading.number(value) else { return .failure(Unusable(why: "is no number")) }
            return .success(.set(.number(number == 0 ? 0 : number)))  // -0 is 0.
        case .user:
            return .success(.keep)
        }
    }

    /// Employee ids, one or a list, in the HRIS's order without repeats (R-MAP-8).
    private static func references(_ value: FieldValue?) -> Result<Wish<[String]>, Unusable> {
        let elements: [FieldValue] = switch value {
        case nil: []
        case .list(let elements)?: elements
        case let single?: [single]
        }
        var ids: [String] = []
        for element in elements {
            switch element {
            case .text(let id), .number(let id): if !ids.contains(id) { ids.append(id) }
            case .boolean, .list, .object: return .failure(Unusable(why: "names no employee id"))
            }
        }
        return .success(ids.isEmpty ? .clear : .set(ids))
    }
}

extension Result {
    fileprivate func get(orKeep fallback: Success) -> Success { if case .success(let value) = self { value } else { fallback } }
}
