import Provisioning

extension World {
    /// The smallest world reached by dropping one thing after another for which `isWrong` still holds.
    func shrunk(while isWrong: (World) -> Bool) -> World {
        var best = self
        var improved = true
        while improved {
            improved = false
            var candidates = best.simpler
            var index = 0
            while index < candidates.count {
                if isWrong(candidates[index]) {
                    best = candidates[index]
                    candidates = best.simpler
                    improved = true
                } else {
                    index += 1
                }
            }
        }
        return best
    }

    /// Every world that lacks one thing of this one.
    private var simpler: [World] {
        var worlds: [World] = []
        func add(_ change: (inout World) -> Void) {
            var copy = self
            change(&copy)
            worlds.append(copy)
        }
        for index in employees.indices { add { $0.employees.remove(at: index) } }
        for index in users.indices { add { $0.removeUser(at: index) } }
        for index in rules.configuration.filters.indices { add { $0.rules.configuration.filters.remove(at: index) } }
        for index in rules.configuration.attributeMapping.mappings.indices { add { $0.rules.configuration.attributeMapping.mappings.remove(at: index) } }
        let lifecycle = rules.configuration.lifecycle, plain = Lifecycle()
        if lifecycle.userState != plain.userState { add { $0.rules.configuration.lifecycle.userState = plain.userState } }
        if lifecycle.participationStart != plain.participationStart { add { $0.rules.configuration.lifecycle.participationStart = plain.participationStart } }
        if lifecycle.userRemoval != nil { add { $0.rules.configuration.lifecycle.userRemoval = nil } }
        if lifecycle.absence != plain.absence { add { $0.rules.configuration.lifecycle.absence = plain.absence } }
        if rules.configuration.attributeMapping.kioskCode != nil { add { $0.rules.configuration.attributeMapping.kioskCode = nil } }
        if rules.configuration.advanced.deletionSafeguardPercent != 100 { add { $0.rules.configuration.advanced.deletionSafeguardPercent = 100 } }
        if rules.account.licenseLimit != nil { add { $0.rules.account.licenseLimit = nil } }
        if rules.matching != .externalID { add { $0.rules.matching = .externalID } }
        for key in rules.presence.keys { add { $0.rules.presence[key] = nil } }
        for key in rules.segments.keys where !users.contains(where: { $0.attributes[key] != nil }) { add { $0.rules.segments[key] = nil } }
        for index in employees.indices {
            for path in employees[index].fields.keys where path != "first_name" && path != "last_name" { add { $0.employees[index].fields[path] = nil } }
            for email in employees[index].emails.indices { add { $0.employees[index].emails.remove(at: email) } }
            for path in employees[index].unavailable { add { $0.employees[index].unavailable.remove(path) } }
        }
        for index in users.indices {
            let user = users[index]
            for key in user.attributes.keys { add { $0.users[index].attributes[key] = nil } }
            for key in user.guarded { add { $0.users[index].guarded.remove(key) } }
            if user.held { add { $0.users[index].held = false } }
            if user.email != nil { add { $0.users[index].email = nil } }
            if user.kioskCode != nil { add { $0.users[index].kioskCode = nil } }
            if user.role != .employee { add { $0.users[index].role = .employee } }
            if user.participation.startDate != nil { add { $0.users[index].participation.startDate = nil } }
        }
        return worlds
    }

    private mutating func removeUser(at index: Int) {
        let id = users.remove(at: index).id
        for other in users.indices {
            for case (let key, .users(let ids)) in users[other].attributes {
                let rest = ids.filter { $0 != id }
                users[other].attributes[key] = rest.isEmpty ? nil : .users(rest)
            }
        }
    }
}

extension World: CustomStringConvertible {
    var description: String {
        let lifecycle = rules.configuration.lifecycle, account = rules.account, mapping = rules.configuration.attributeMapping
        var text = "today \(rules.today), matching \(rules.matching), \(lifecycle.userState)"
        if lifecycle.participationStart != .directly { text += ", start \(lifecycle.participationStart)" }
        if let removal = lifecycle.userRemoval { text += ", removal \(removal)" }
        if lifecycle.absence == .keep { text += ", absence keep" }
        if let limit = account.licenseLimit { text += ", limit \(limit)" }
        if let kiosk = mapping.kioskCode { text += ", kiosk \(kiosk) under \(account.kioskLogin)" }
        if !rules.configuration.advanced.syncPersonalEmail { text += ", no personal addresses" }
        if rules.configuration.advanced.deletionSafeguardPercent != 100 { text += ", safeguard \(rules.configuration.advanced.deletionSafeguardPercent) %" }
        if !account.protectAdministrators { text += ", unprotected" }
        text += "\n"
        for filter in rules.configuration.filters { text += "filter \(filter)\n" }
        for mapping in mapping.mappings { text += "map \(mapping.field) to \(mapping.attribute)\n" }
        for (key, spellings) in rules.segments { text += "segments \(key) \(spellings)\n" }
        for (field, count) in rules.presence { text += "presence \(field) \(count)\n" }
        for user in users {
            text += "user \(user.id) external \(user.externalID.map(exact) ?? "-") \(user.firstName) \(user.lastName) <\(user.email.map(exact) ?? "-")> \(user.language)"
            if user.role != .employee { text += " \(user.role)" }
            text += user.participation.on ? " on" : " off"
            if let day = user.participation.startDate { text += " from \(day)\(user.participation.startDateIsSynced ? "" : " by hand")" }
            if let code = user.kioskCode { text += " code \(exact(code))" }
            if user.held { text += " held" }
            if !user.guarded.isEmpty { text += " guarded \(user.guarded.sorted())" }
            for (key, value) in user.attributes.sorted(by: { $0.key < $1.key }) { text += " \(key)=\(value)" }
            text += "\n"
        }
        for employee in employees {
            text += "employee \(employee.id.map(exact) ?? "-")\(employee.deleted ? " deleted" : "")"
            for email in employee.emails { text += " \(email.type)<\(exact(email.address))>" }
            for (path, value) in employee.fields.sorted(by: { $0.key < $1.key }) { text += " \(path)=\(value)" }
            if !employee.unavailable.isEmpty { text += " unavailable \(employee.unavailable.sorted())" }
            text += "\n"
        }
        return text
    }
}
