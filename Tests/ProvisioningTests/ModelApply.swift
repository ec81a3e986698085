import Provisioning

/// A mirror in memory after a plan's rows: deletes, updates, creates, references (R-PLAN-5).
struct ModelApply {
    var world: World
    /// `needsLink` rows too, as `sync {plan}` applies them (R-PLAN-11).
    var links: Bool

    /// The world in which the next run finds itself.
    static func after(_ plan: Plan, in world: World, links: Bool = false) -> World {
        var apply = ModelApply(world: world, links: links)
        apply.run(plan)
        return apply.world
    }

    private mutating func run(_ plan: Plan) {
        let rows = plan.rows.filter { links || !$0.needsLink }
        for row in rows where row.category == .deleted && !row.held { delete(row.userID!) }
        for row in rows where row.category == .updated { change(row.userID!, row) }
        for row in rows where row.category == .created {
            let id = "made-" + row.externalID!
            world.users.append(User(id: id, externalID: row.externalID, firstName: "", lastName: ""))
            change(id, row)
        }
        // Now that everybody is there who will be.
        for row in rows where row.category == .updated || row.category == .created { point(row) }
        for index in world.users.indices {
            let id = world.users[index].id
            if plan.hold.contains(id) { world.users[index].held = true }
            if plan.release.contains(id) { world.users[index].held = false }
            world.users[index].guarded.formUnion(plan.guardFields[id] ?? [])
            world.users[index].guarded.subtract(plan.unguardFields[id] ?? [])
        }
        for segment in plan.summary.segments { world.rules.segments[segment.attribute, default: [:]][segment.name] = segment.name }
        world.rules.presence = plan.presence
    }

    private mutating func delete(_ id: String) {
        world.users.removeAll { $0.id == id }
        for index in world.users.indices {
            for case (let key, .users(let targets)) in world.users[index].attributes where targets.contains(id) {
                let rest = targets.filter { $0 != id }
                world.users[index].attributes[key] = rest.isEmpty ? nil : .users(rest)
            }
        }
    }

    private mutating func change(_ id: String, _ row: Row) {
        guard let index = world.users.firstIndex(where: { $0.id == id }) else { return }
        for change in row.changes {
            let text = change.to?.text
            switch change.field {
            case .firstName: world.users[index].firstName = text!
            case .lastName: world.users[index].lastName = text!
            case .email: world.users[index].email = text
            case .externalID: world.users[index].externalID = text
            case .language: world.users[index].language = text!
            case .participation: world.users[index].participation.on = change.to == .boolean(true)
            case .participationStartDate:
                if case .date(let day)? = change.to {
                    world.users[index].participation.startDate = day
                    world.users[index].participation.startDateIsSynced = true
                } else {
                    world.users[index].participation.startDate = nil
                }
            case .kioskCode: world.users[index].kioskCode = text
            case .attribute(let key):
                switch change.to {
                case .text(let name)?: world.users[index].attributes[key] = .choice(name)
                case .number(let number)?: world.users[index].attributes[key] = .number(number)
                case .date(let day)?: world.users[index].attributes[key] = .date(day)
                case .references?, .boolean?: break
                case nil: world.users[index].attributes[key] = nil
                }
            }
        }
    }

    private mutating func point(_ row: Row) {
        guard let index = world.users.firstIndex(where: { $0.id == row.userID || $0.id == "made-" + (row.externalID ?? "") }) else { return }
        for change in row.changes {
            guard case .attribute(let key) = change.field, case .references(let names)? = change.to else { continue }
            world.users[index].attributes[key] = .users(names.map { name in world.users.first { ($0.externalID ?? $0.id) == name || $0.id == name }?.id ?? name })
        }
    }
}

extension World {
    /// A user as a row shows it (R-RES-2).
    func shown(_ user: User) -> Row.Values {
        var attributes: [String: RowValue] = [:]
        for (key, value) in user.attributes {
            attributes[key] = switch value {
            case .choice(let name): .text(name)
            case .date(let day): .date(day)
            case .number(let number): .number(number)
            case .users(let ids): .references(ids.map { id in users.first { $0.id == id }.map { $0.externalID ?? $0.id } ?? "dangling" })
            }
        }
        return Row.Values(
            firstName: user.firstName, lastName: user.lastName, email: user.email, language: user.language, participation: user.participation.on,
            participationStartDate: user.participation.startDate, kioskCode: user.kioskCode, attributes: attributes)
    }

    /// What every mirror promises (R-USR-1, R-USR-4); nil: kept.
    var brokenPromise: String? {
        func repeated(_ keys: [String]) -> Bool { Set(keys.map { Array($0.utf8) }).count != keys.count }
        if repeated(users.compactMap { $0.email.map(Text.fold) }) { return "an address twice" }
        if repeated(users.compactMap(\.kioskCode)) { return "a kiosk code twice" }
        if repeated(users.compactMap(\.externalID)) { return "an external ID twice" }
        for user in users {
            for case .users(let ids) in user.attributes.values where !ids.allSatisfy({ id in users.contains { $0.id == id } }) { return "a dangling reference" }
        }
        return nil
    }
}
