/// Compares what an employee asks for with what the mirror holds.
struct Comparison {
    let rules: Ruleset
    private let mappings: [(field: String, attribute: Attribute)]

    init(rules: Ruleset) {
        self.rules = rules
        mappings = rules.mappings
    }

    /// The changes without references, in the order in which rows list them.
    func changes(_ candidate: Candidate) -> [Change] {
        let desired = candidate.desired
        guard let user = candidate.user else { return creation(candidate) }
        var changes: [Change] = []
        func text(_ field: UserField, _ old: String?, _ wish: Wish<String>, same: (String, String) -> Bool = Text.sameBytes) {
            guard case .set(let new) = wish, old.map({ same($0, new) }) != true else { return }
            changes.append(Change(field, from: old.map { .text($0) }, to: .text(new)))
        }
        text(.firstName, user.firstName, .set(desired.firstName))
        text(.lastName, user.lastName, .set(desired.lastName))
        text(.email, user.email, desired.email) { Text.fold($0) == Text.fold($1) }
        if candidate.needsLink { text(.externalID, user.externalID, .set(candidate.externalID)) }
        text(.language, user.language, desired.language)
        if case .set(let on) = desired.participation, on != user.participation.on {
            changes.append(Change(.participation, from: .boolean(user.participation.on), to: .boolean(on)))
        }
        if let change = startDateChange(user, desired.startDate) { changes.append(change) }
        text(.kioskCode, user.kioskCode, desired.kioskCode)
        for (_, attribute) in mappings where attribute.type != .user {
            let old = user.attributes[attribute.key]
            let new: AttributeValue? = switch desired.attributes[attribute.key] ?? .keep {
            case .keep: old
            case .clear: nil
            case .set(let value): value
            }
            if old != new { changes.append(Change(.attribute(attribute.key), from: old.flatMap(RowValue.init), to: new.flatMap(RowValue.init))) }
        }
        return changes
    }

    /// A date that a sync has set and that lies in the future follows the HRIS; one that has come, or was set by hand, stays (R-LIFE-3).
    private func startDateChange(_ user: User, _ wish: Wish<Day>) -> Change? {
        guard let old = user.participation.startDate, user.participation.startDateIsSynced, old > rules.today, wish != .keep, wish.value != old else { return nil }
        return Change(.participationStartDate, from: .date(old), to: wish.value.map { .date($0) })
    }

    /// Every field that gets a value.
    private func creation(_ candidate: Candidate) -> [Change] {
        let desired = candidate.desired
        var changes = [Change(.firstName, to: .text(desired.firstName)), Change(.lastName, to: .text(desired.lastName))]
        if let email = desired.email.value { changes.append(Change(.email, to: .text(email))) }
        changes.append(Change(.externalID, to: .text(candidate.externalID)))
        changes.append(Change(.language, to: .text(desired.language.value ?? rules.account.defaultLanguage)))
        changes.append(Change(.participation, to: .boolean(desired.participation.value ?? true)))
        if let day = desired.startDate.value { changes.append(Change(.participationStartDate, to: .date(day))) }
        if let code = desired.kioskCode.value { changes.append(Change(.kioskCode, to: .text(code))) }
        for (_, attribute) in mappings where attribute.type != .user {
            if let value = desired.attributes[attribute.key]?.value { changes.append(Change(.attribute(attribute.key), to: RowValue(value))) }
        }
        return changes
    }
}

extension RowValue {
    /// nil: a reference, which is shown by external ID and not by user id.
    init?(_ value: AttributeValue) {
        switch value {
        case .choice(let name): self = .text(name)
        case .date(let day): self = .date(day)
        case .number(let number): self = .number(number)
        case .users: return nil
        }
    }
}
