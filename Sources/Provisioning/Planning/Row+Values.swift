extension Row.Values {
    /// The user as it is; `show`: how rows name users.
    init(_ user: User, show: (String) throws -> String) rethrows {
        self.init(
            firstName: user.firstName, lastName: user.lastName, email: user.email, language: user.language, participation: user.participation.on,
            participationStartDate: user.participation.startDate, kioskCode: user.kioskCode)
        for (key, value) in user.attributes {
            if case .users(let ids) = value { attributes[key] = .references(try ids.map(show)) } else { attributes[key] = RowValue(value) }
        }
    }

    public mutating func apply(_ change: Change) {
        switch (change.field, change.to) {
        case (.firstName, .text(let text)?): firstName = text
        case (.lastName, .text(let text)?): lastName = text
        case (.email, let value): email = value?.text
        case (.language, .text(let text)?): language = text
        case (.participation, .boolean(let on)?): participation = on
        case (.participationStartDate, let value): if case .date(let day)? = value { participationStartDate = day } else { participationStartDate = nil }
        case (.kioskCode, let value): kioskCode = value?.text
        case (.attribute(let key), let value): attributes[key] = value
        default: break
        }
    }
}

extension Row {
    /// Every value that goes with a deleted user.
    func goingValues(_ user: User) -> [Change] {
        var changes: [Change] = []
        func gone(_ field: UserField, _ value: RowValue?) {
            if let value { changes.append(Change(field, from: value)) }
        }
        gone(.firstName, values.firstName.map { .text($0) })
        gone(.lastName, values.lastName.map { .text($0) })
        gone(.email, values.email.map { .text($0) })
        gone(.externalID, user.externalID.map { .text($0) })
        gone(.language, values.language.map { .text($0) })
        gone(.participation, values.participation.map { .boolean($0) })
        gone(.participationStartDate, values.participationStartDate.map { .date($0) })
        gone(.kioskCode, values.kioskCode.map { .text($0) })
        for (key, value) in values.attributes.sorted(by: { $0.key < $1.key }) { gone(.attribute(key), value) }
        return changes
    }
}

extension RowValue {
    public var text: String? { if case .text(let text) = self { text } else { nil } }
}
