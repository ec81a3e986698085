/// Whether the users as they would be after a mass edit can be: unique, licensed, without circles.
struct FinalState {
    let edit: MassEdit

    func check(_ outcome: inout MassEdit.Outcome) {
        checkUniqueness(&outcome)
        checkLicences(&outcome)
        for attribute in edit.attributes where attribute.type == .user { checkCycles(attribute, &outcome) }
    }

    private func checkUniqueness(_ outcome: inout MassEdit.Outcome) {
        let going = Set(outcome.deletes.map(\.id)), edited = Set(outcome.edits.compactMap(\.before?.id))
        let staying = edit.users.filter { !going.contains($0.id) && !edited.contains($0.id) }
        for (column, key) in [
            (Column.email, { (user: User) in user.email.map { Text.fold($0) } }), (.externalID, { $0.externalID }), (.kioskCode, { $0.kioskCode }),
        ] {
            var holders: [String: Int] = [:]
            for user in staying { if let value = key(user) { holders[value] = 0 } }
            for change in outcome.edits {
                guard let value = key(change.after) else { continue }
                if let line = holders[value] {
                    let whose = line == 0 ? "another user who keeps it" : "line \(line) too"
                    outcome.fault(change.line, "taken", "This value belongs to \(whose); it must be unique.", path: column.title(edit.attributes))
                } else {
                    holders[value] = change.line
                }
            }
        }
    }

    private func checkLicences(_ outcome: inout MassEdit.Outcome) {
        guard let limit = edit.account.licenseLimit else { return }
        var count = edit.users.count - outcome.deletes.count
        for change in outcome.edits where change.before == nil {
            count += 1
            if count > limit { outcome.fault(change.line, "licenseLimit", "The account's licence limit of \(limit) users is reached.") }
        }
    }

    /// A line whose reference would close a circle is at fault (R-MAP-8 leaves such a reference out; a person can mend the file instead).
    private func checkCycles(_ attribute: Attribute, _ outcome: inout MassEdit.Outcome) {
        let key = attribute.key
        let going = Set(outcome.deletes.map(\.id))
        let setting = Set(outcome.edits.filter { $0.references[key] != nil }.compactMap(\.before?.id))
        var settled: [String: [String]] = [:]
        for user in edit.users where !going.contains(user.id) && !setting.contains(user.id) {
            if case .users(let targets)? = user.attributes[key] { settled["u:" + user.id] = targets.filter { !going.contains($0) }.map { "u:" + $0 } }
        }
        func name(_ target: MassEdit.Target) -> String {
            switch target {
            case .user(let id): "u:" + id
            case .edit(let position): "e:\(position)"
            }
        }
        let wished = outcome.edits.enumerated().compactMap { position, change in
            change.references[key].map { (person: change.before.map { "u:" + $0.id } ?? "e:\(position)", targets: $0.map(name)) }
        }
        guard !wished.isEmpty else { return }
        for change in outcome.edits {
            for case .user(let id) in change.references[key] ?? [] where going.contains(id) {
                outcome.fault(change.line, "referenceUnknown", "\(attribute.name) names somebody whom this file deletes.", path: attribute.name)
            }
        }
        var graph = ReferenceGraph(settled: settled, wished: wished)
        for (position, change) in outcome.edits.enumerated() {
            let person = change.before.map { "u:" + $0.id } ?? "e:\(position)"
            for target in change.references[key] ?? [] where !graph.add(from: person, to: name(target)) {
                outcome.fault(change.line, "referenceCycle", "This \(attribute.name) would close a circle.", path: attribute.name)
            }
        }
    }
}
