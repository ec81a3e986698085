@testable import Provisioning

extension Model {
    /// Users by id; somebody to be created by `new:` and its external ID.
    private func node(_ person: Person) -> String { person.user?.id ?? "new:" + externalID(person.employee.id!) }

    /// Who carries the external ID after the run; nil: nobody.
    private func resolve(_ employeeID: String) -> String? {
        if let user = user(externalID: externalID(employeeID)) { return isDeleted(user.id) ? nil : user.id }
        return people.first { $0.isApplied && $0.employee.id.map { Text.sameBytes($0, employeeID) } ?? false }.map(node)
    }

    private func reaches(_ from: String, _ goal: String, _ edges: [String: [String]]) -> Bool {
        var seen: Set<String> = [], open = [from]
        while let next = open.popLast() {
            if next == goal { return true }
            if seen.insert(next).inserted { open += edges[next] ?? [] }
        }
        return false
    }

    private func references(_ user: User, _ key: String) -> [String] {
        if case .users(let ids)? = user.attributes[key] { return ids }
        return []
    }

    /// R-MAP-8, R-USR-4.
    mutating func setReferences() {
        for (_, attribute) in mappings where attribute.type == .user {
            let key = attribute.key
            var edges: [String: [String]] = [:]
            for user in world.users where !isDeleted(user.id) {
                let isSet = people.contains { person in
                    guard person.isApplied, person.user?.id == user.id else { return false }
                    switch person.wishes[key] {
                    case .refer?, .clear?: return true
                    default: return false
                    }
                }
                if !isSet { edges[user.id] = references(user, key).filter { !isDeleted($0) } }
            }
            for index in people.indices where people[index].isApplied || people[index].link != nil {
                if let user = people[index].link {
                    link(index, user, key, edges)
                    continue
                }
                let person = people[index], this = node(person)
                switch person.wishes[key] {
                case .refer(let ids)?: edges[this] = point(this, at: ids, subject: externalID(person.employee.id!), &edges)
                case .clear?: edges[this] = []
                default: break
                }
                let old = person.user.map { references($0, key) } ?? []
                let new = edges[this] ?? []
                if Set(old) != Set(new) { people[index].changes.append(referenceChange(key, old, new)) }
            }
        }
    }

    /// Those found by address see the references of the others, but take no part in them, for they do not in a sync (R-PLAN-10).
    private mutating func link(_ index: Int, _ user: User, _ key: String, _ edges: [String: [String]]) {
        guard people[index].linkConflict == nil else { return }
        var edges = edges
        let old = references(user, key)
        switch people[index].wishes[key] {
        case .refer(let ids)?: edges[user.id] = point(user.id, at: ids, subject: externalID(people[index].employee.id!), &edges)
        case .clear?: edges[user.id] = []
        default: break
        }
        if Set(old) != Set(edges[user.id]!) { people[index].linkReferences.append(referenceChange(key, old, edges[user.id]!)) }
    }

    func referenceChange(_ key: String, _ old: [String], _ new: [String]) -> Change {
        Change(
            .attribute(key), from: old.isEmpty ? nil : .references(old.map { shown($0) }), to: new.isEmpty ? nil : .references(new.map { shown($0) }))
    }

    /// Those of `ids` that resolve and close no circle.
    private mutating func point(_ this: String, at ids: [String], subject: String, _ edges: inout [String: [String]]) -> [String] {
        edges[this] = []
        for id in ids {
            guard let target = resolve(id) else {
                warn("referenceUnresolved", subject: subject)
                continue
            }
            if reaches(target, this, edges) {
                warn("referenceCycle", subject: subject)
                continue
            }
            edges[this]!.append(target)
        }
        return edges[this]!
    }
}
