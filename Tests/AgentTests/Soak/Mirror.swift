/// What the users must be after each sync that counts.
struct Mirror: Equatable {
    struct User: Equatable {
        var first: String
        var last: String
        var email: String
        var department: String?
        var manager: String?
        var isHeld = false
    }

    private(set) var users: [String: User] = [:]
    private(set) var heldEver = 0
    private(set) var deleted = 0

    /// `unknown`: of whom the department was not delivered. `holdsAbsent`: who was delivered, in a reading that deletes nobody for being absent.
    /// `keepsManagers`: they were not delivered.
    mutating func sync(_ wanted: [String: Company.Person], unknown: Set<String> = [], holdsAbsent delivered: Set<String>? = nil, keepsManagers: Bool = false) {
        let known = Set(users.keys)
        // Of those who are new and whose department is not known it cannot be said whether they are wanted.
        let wanted = wanted.filter { known.contains($0.key) || !unknown.contains($0.key) }
        var going = users.filter { id, user in wanted[id] == nil && !user.isHeld }.map(\.key)
        if let delivered { going = going.filter { delivered.contains($0) } }
        let counted = users.values.count { !$0.isHeld }
        if going.count * 2 > counted {
            for id in going { users[id]?.isHeld = true }
            heldEver += going.count
        } else {
            for id in going { users[id] = nil }
            deleted += going.count
        }
        for (id, person) in wanted {
            let old = users[id]
            users[id] = User(first: person.first, last: person.last, email: person.email, department: unknown.contains(id) ? old?.department : person.department, manager: keepsManagers ? old?.manager : nil)
        }
        let ids = Set(users.keys)
        for (id, person) in wanted where !keepsManagers { users[id]?.manager = person.manager.flatMap { ids.contains($0) ? $0 : nil } }
        // Whoever is gone is nobody's manager; whom no sync touches keeps the one that is left.
        for (id, user) in users where user.manager.map({ !ids.contains($0) }) ?? false { users[id]?.manager = nil }
    }
}
