@testable import Provisioning

extension Model {
    /// What everyone wanted asks of the mapped attributes, after the safeguard (R-SAFE-3).
    mutating func wishAttributes() {
        for index in people.indices where people[index].decision == .wanted {
            for (field, attribute) in mappings {
                people[index].wishes[attribute.key] = wish(people[index].employee, field: field, attribute: attribute)
            }
        }
        for (_, attribute) in mappings {
            let key = attribute.key
            let having = people.indices.filter { people[$0].decision == .wanted && people[$0].user?.attributes[key] != nil }
            let losing = having.filter { people[$0].wishes[key] == .clear }
            let fires = having.count >= 20 && losing.count * 100 > having.count * 50
            if fires { plan.summary.safeguards.append(.attribute(key)) }
            for index in people.indices where people[index].decision == .wanted {
                guard let user = people[index].user ?? people[index].link else { continue }
                switch people[index].wishes[key] {
                case .clear?:
                    if user.guarded.contains(key) {
                        people[index].wishes[key] = .keep
                    } else if fires, user.attributes[key] != nil {
                        plan.guardFields[user.id, default: []].insert(key)
                        people[index].wishes[key] = .keep
                    }
                case .set?, .refer?:
                    if user.guarded.contains(key) { plan.unguardFields[user.id, default: []].insert(key) }
                default: break
                }
            }
        }
    }

    /// The changes of an existing user but for its attributes.
    func standardChanges(_ employee: Employee, _ user: User) -> [Change] {
        var changes: [Change] = []
        let first = text(employee, "first_name")!, last = text(employee, "last_name")!
        if first != user.firstName { changes.append(Change(.firstName, from: .text(user.firstName), to: .text(first))) }
        if last != user.lastName { changes.append(Change(.lastName, from: .text(user.lastName), to: .text(last))) }
        if let address = address(employee), user.email.map(Text.fold) != Text.fold(address) {
            changes.append(Change(.email, from: user.email.map { .text($0) }, to: .text(address)))
        }
        if let language = language(employee), language != user.language {
            changes.append(Change(.language, from: .text(user.language), to: .text(language)))
        }
        if let code = kioskCode(employee), user.kioskCode.map({ Text.sameBytes($0, code) }) != true {
            changes.append(Change(.kioskCode, from: user.kioskCode.map { .text($0) }, to: .text(code)))
        }
        let stored = user.participation.startDate
        if let stored, stored > world.rules.today, user.participation.startDateIsSynced {
            switch start(employee) {
            case .unavailable: break
            case .nothing: changes.append(Change(.participationStartDate, from: .date(stored), to: nil))
            case .value(let day): if day != stored { changes.append(Change(.participationStartDate, from: .date(stored), to: .date(day))) }
            }
        }
        return changes
    }

    mutating func compareStandardFields() {
        let toggles = configuration.lifecycle.userState == .toggleParticipation
        let matched = people.indices.filter { people[$0].decision == .wanted && people[$0].user != nil }
        let on = matched.filter { people[$0].user!.participation.on }
        let losing = on.filter { toggles && isActive(people[$0].employee) == false }
        let fires = on.count >= 20 && losing.count * 100 > on.count * 50
        if fires { plan.summary.safeguards.append(.participation) }
        for index in people.indices where people[index].decision == .wanted {
            let employee = people[index].employee
            if toggles, let user = people[index].link { guardLink(user, isActive(employee), fires) }
            guard let user = people[index].user else {
                people[index].changes = creation(employee)
                continue
            }
            people[index].changes = standardChanges(employee, user)
            if address(employee) == nil, user.email != nil { warn("noUsableEmail", subject: user.externalID) }
            let active = isActive(employee)
            if toggles, active == true, user.guarded.contains("participation") { plan.unguardFields[user.id, default: []].insert("participation") }
            if toggles, let active, active != user.participation.on {
                if !active, user.guarded.contains("participation") { continue }
                if !active, fires {
                    plan.guardFields[user.id, default: []].insert("participation")
                    continue
                }
                people[index].changes.append(Change(.participation, from: .boolean(!active), to: .boolean(active)))
            }
        }
        for person in people where person.decision == .wanted {
            for wish in person.wishes.values where wish == .unusable { warn("valueUnusable", subject: externalID(person.employee.id!)) }
        }
        for index in people.indices where people[index].decision == .wanted {
            people[index].changes += attributeChanges(people[index].wishes, people[index].user)
        }
    }

    private mutating func guardLink(_ user: User, _ active: Bool?, _ fires: Bool) {
        if active == true, user.guarded.contains("participation") { plan.unguardFields[user.id, default: []].insert("participation") }
        if active == false, fires, user.participation.on, !user.guarded.contains("participation") {
            plan.guardFields[user.id, default: []].insert("participation")
        }
    }

    /// All but references.
    func attributeChanges(_ wishes: [String: ModelWish], _ user: User?) -> [Change] {
        var changes: [Change] = []
        for (_, attribute) in mappings where attribute.type != .user {
            let old = user?.attributes[attribute.key]
            switch wishes[attribute.key] {
            case .clear?: if let old { changes.append(Change(.attribute(attribute.key), from: shown(old), to: nil)) }
            case .set(let new)?: if new != old { changes.append(Change(.attribute(attribute.key), from: old.map(shown), to: shown(new))) }
            default: break
            }
        }
        return changes
    }

    func creation(_ employee: Employee) -> [Change] {
        var changes: [Change] = []
        changes.append(Change(.firstName, to: .text(text(employee, "first_name")!)))
        changes.append(Change(.lastName, to: .text(text(employee, "last_name")!)))
        if let address = address(employee) { changes.append(Change(.email, to: .text(address))) }
        changes.append(Change(.externalID, to: .text(externalID(employee.id!))))
        changes.append(Change(.language, to: .text(language(employee) ?? world.rules.account.defaultLanguage)))
        let off = configuration.lifecycle.userState == .toggleParticipation && isActive(employee) == false
        changes.append(Change(.participation, to: .boolean(!off)))
        if case .value(let day) = start(employee) { changes.append(Change(.participationStartDate, to: .date(day))) }
        if let code = kioskCode(employee) { changes.append(Change(.kioskCode, to: .text(code))) }
        return changes
    }

    func shown(_ value: AttributeValue) -> RowValue {
        switch value {
        case .choice(let name): .text(name)
        case .date(let day): .date(day)
        case .number(let number): .number(number)
        case .users(let ids): .references(ids.map(shown))
        }
    }

    /// How a node of the reference graph is shown: a user's external ID, else its id.
    func shown(_ node: String) -> String {
        if let user = world.users.first(where: { $0.id == node }) { return user.externalID ?? user.id }
        return String(node.dropFirst("new:".count))
    }

    /// R-SAFE-7.
    mutating func checkIdentity() {
        let matched = people.filter { $0.decision == .wanted && $0.user != nil }
        let changed = matched.filter { person in
            person.changes.contains { $0.field == .lastName } && person.changes.contains { $0.field == .email }
        }
        if changed.count >= 5, changed.count * 100 > matched.count * 10 { plan.summary.safeguards.append(.identity) }
    }
}
