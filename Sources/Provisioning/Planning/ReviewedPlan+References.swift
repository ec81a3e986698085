extension ReviewedPlan {
    /// Only rows that name somebody who is linked, or who is no longer there after this plan, can come out differently than reviewed.
    mutating func resolve(_ attribute: Attribute, linked: Set<String>) throws {
        let key = attribute.key
        var people: [String: String] = [:]
        var deleted: Set<String> = []
        var missing: Set<String> = []
        for row in rows {
            guard let externalID = row.externalID else { continue }
            switch row.category {
            case .created: people[externalID] = externalID
            case .updated: people[externalID] = row.userID
            case .deleted where !row.held:
                if let id = row.userID { deleted.insert(id) }
                missing.insert(externalID)
            case .conflict where row.userID == nil: missing.insert(externalID)
            case .deleted, .conflict, .skipped: break
            }
        }
        let affected = rows.indices.filter { index in
            let row = rows[index]
            guard row.category == .created || row.category == .updated else { return false }
            let wanted = row.wantedReferences[key] ?? []
            let change = row.changes.contains { $0.field == .attribute(key) }
            return row.needsLink && change || wanted.contains { linked.contains(prefix + $0) } || reviewed(row, key).contains(where: missing.contains)
        }.sorted { precedesInExternalIDOrder(rows[$0].employeeID ?? "", rows[$1].employeeID ?? "") }
        guard !affected.isEmpty else { return }

        let mirror = mirror
        /// By user id, or by external ID for somebody whom this plan creates; nil: nobody after this plan.
        func person(_ name: String) throws -> String? {
            if let known = people[name] { return known }
            if missing.contains(name) || deleted.contains(name) { return nil }
            if let user = try mirror.user(externalID: name) { return user.id }
            return try mirror.reference(toUser: name) == nil ? nil : name
        }
        func name(_ row: Row) -> String { row.userID ?? row.externalID ?? "" }

        var graph = try graph(key, affected: Set(affected), deleted: deleted, linked: linked, person: person, name: name)
        var accepted: [Int: Set<String>] = [:]
        // What was reviewed comes before what is new, and what the test could count on before what hangs on a link.
        let passes: [(Row, String) -> Bool] = [
            { row, target in !row.needsLink && !linked.contains(target) }, { row, target in row.needsLink && !linked.contains(target) }, { _, target in linked.contains(target) },
        ]
        for belongs in passes {
            for index in affected {
                for target in wished(rows[index], key, linked) where belongs(rows[index], target) {
                    guard let goal = try person(target), graph.add(from: name(rows[index]), to: goal) else { continue }
                    accepted[index, default: []].insert(target)
                }
            }
        }
        for index in affected {
            let row = rows[index]
            let new = wished(row, key, linked).filter { accepted[index]?.contains($0) ?? false }
            let old = row.changes.first { $0.field == .attribute(key) }.map { change in references(change.from) } ?? reviewed(row, key)
            let isSame = try Set(old.map { try person($0) ?? $0 }) == Set(new.map { try person($0) ?? $0 })
            let change = Change(.attribute(key), from: old.isEmpty ? nil : .references(old), to: new.isEmpty ? nil : .references(new))
            let position = row.changes.firstIndex { $0.field == .attribute(key) }
            if let position { rows[index].changes.remove(at: position) }
            if !isSame { rows[index].changes.insert(change, at: position ?? rows[index].changes.count) }
            rows[index].values.attributes[key] = change.to
            try warn(index, attribute, linked: linked, accepted: accepted[index] ?? [], person: person)
        }
    }

    /// All references in force after the plan, but those of the affected rows.
    private func graph(
        _ key: String, affected: Set<Int>, deleted: Set<String>, linked: Set<String>, person: (String) throws -> String?, name: (Row) -> String
    ) throws -> ReferenceGraph<String> {
        var settled: [String: [String]] = [:]
        var current: [(String, [String])] = []
        try mirror.references(attribute: key) { holder, targets in current.append((holder, targets)) }
        for (holder, targets) in current where !deleted.contains(holder) { settled[holder] = targets.filter { !deleted.contains($0) } }
        var wishes: [(person: String, targets: [String])] = []
        for index in rows.indices where rows[index].category == .created || rows[index].category == .updated {
            let row = rows[index]
            if affected.contains(index) {
                settled[name(row)] = nil
                wishes.append((name(row), try wished(row, key, linked).compactMap(person)))
            } else if row.changes.contains(where: { $0.field == .attribute(key) }) {
                settled[name(row)] = try reviewed(row, key).compactMap(person)
            }
        }
        return ReferenceGraph(settled: settled, wished: wishes)
    }

    /// What the test has shown, and those of the HRIS's references whom the plan links, in the HRIS's order.
    private func wished(_ row: Row, _ key: String, _ linked: Set<String>) -> [String] {
        let shown = reviewed(row, key)
        guard let wanted = row.wantedReferences[key]?.map({ prefix + $0 }) else { return shown }
        return wanted.filter { shown.contains($0) || linked.contains($0) }
    }

    private func reviewed(_ row: Row, _ key: String) -> [String] { references(row.values.attributes[key]) }

    private func references(_ value: RowValue?) -> [String] { if case .references(let names)? = value { names } else { [] } }

    /// Takes back the test's warnings about people who are there now, and tells of those who are not.
    private mutating func warn(_ index: Int, _ attribute: Attribute, linked: Set<String>, accepted: Set<String>, person: (String) throws -> String?) throws {
        let path = "attributes.\(attribute.key)"
        for problem in rows[index].problems where problem.code == "referenceUnresolved" && problem.path == path {
            warningCount -= 1
            if let place = warnings.firstIndex(of: problem) { warnings.remove(at: place) }
        }
        rows[index].problems.removeAll { $0.code == "referenceUnresolved" && $0.path == path }
        for target in (rows[index].wantedReferences[attribute.key] ?? []).map({ prefix + $0 }) where !accepted.contains(target) {
            let problem: Problem
            if try person(target) == nil {
                problem = .unresolved(attribute, target, of: rows[index].externalID)
            } else if linked.contains(target) {
                problem = .cycle(attribute, target, of: rows[index].externalID)
            } else {
                continue
            }
            rows[index].problems.append(problem)
            warningCount += 1
            if warnings.count < 100 { warnings.append(problem) }
        }
    }
}

extension Problem {
    static func unresolved(_ attribute: Attribute, _ target: String, of subject: String?) -> Problem {
        Problem(.warning, "referenceUnresolved", "\(attribute.name) names the employee of \(target), who is no user after this run; it is left out.", path: "attributes.\(attribute.key)", subject: subject)
    }

    static func cycle(_ attribute: Attribute, _ target: String, of subject: String?) -> Problem {
        Problem(.warning, "referenceCycle", "\(attribute.name) \(target) would close a circle; it is left out.", path: "attributes.\(attribute.key)", subject: subject)
    }
}
