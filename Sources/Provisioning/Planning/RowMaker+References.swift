/// References need the whole picture (R-MAP-8): who exists after the run, and where a circle would close.
extension RowMaker {
    /// Whose references this run may have to touch although they were recognised: those who refer to somebody who is deleted, and those who might be
    /// part of a circle. They become candidates who want what they have. Gives their number.
    mutating func recall(_ recognised: NumberSet, isBehind: Bool) throws -> Int {
        if recognised.isEmpty { return 0 }
        var recalled = NumberSet()
        try deletions.appliedNumbers.forEach { number in
            for referrer in try mirror.referrers(toNumber: number) where recognised.contains(referrer) { recalled.insert(referrer) }
        }
        for (_, attribute) in rules.mappings where attribute.type == .user {
            // The graph is as the last sync left it, without circles among the recognised, unless somebody wants something new.
            guard isBehind || candidates.contains(where: { $0.desired.references[attribute.key]?.value != nil }) else { continue }
            let circles = try circles(attribute.key)
            circles.members.forEach { node in if node & 1 == 0, recognised.contains(node >> 1) { recalled.insert(node >> 1) } }
        }
        if recalled.isEmpty { return 0 }
        try recalled.forEach { number in
            if let user = try mirror.user(number: number), let candidate = try candidate(asItIs: user) { candidates.append(candidate) }
        }
        candidates.sort { precedesInExternalIDOrder($0.employeeID, $1.employeeID) }
        return recalled.count
    }

    /// The record asks for what the user has, or it would not have been recognised.
    private mutating func candidate(asItIs user: User) throws -> Candidate? {
        guard let externalID = user.externalID else { return nil }
        var desired = DesiredUser(
            firstName: user.firstName, lastName: user.lastName, email: .keep, language: .keep, participation: .keep, startDate: .keep, kioskCode: .keep,
            attributes: [:], references: [:], problems: [])
        for (_, attribute) in rules.mappings where attribute.type == .user {
            let names = try references(of: user, attribute.key).map(employeeID)
            desired.references[attribute.key] = names.isEmpty ? .clear : .set(names)
        }
        return Candidate(employeeID: employeeID(externalID), externalID: externalID, user: user, matchedBy: .externalId, desired: desired)
    }

    private func employeeID(_ externalID: String) -> String { String(decoding: externalID.utf8.dropFirst(rules.prefix.utf8.count), as: UTF8.self) }

    /// Those who are part of a circle of references, old and wished for, or who lead into one.
    private mutating func circles(_ key: String) throws -> Circles {
        if let known = circles[key] { return known }
        var edges: [(from: Int, to: Int)] = []
        try mirror.referenceNumbers(attribute: key) { from, to in edges.append((from << 1, to << 1)) }
        for candidate in candidates where candidate.refusal == nil {
            guard let names = candidate.desired.references[key]?.value, let own = node(candidate) else { continue }
            for name in names { if let target = try node(rules.prefix + name) { edges.append((own, target)) } }
        }
        let circles = Circles(edges)
        self.circles[key] = circles
        return circles
    }

    mutating func resolve(_ attribute: Attribute, _ changes: inout [[Change]], _ problems: inout [[Problem]]) throws {
        let key = attribute.key
        var graph = try graph(key)
        for (index, candidate) in candidates.enumerated() {
            let old = try candidate.user.map { try references(of: $0, key) } ?? []
            var new: [String] = []
            switch candidate.desired.references[key] ?? .keep {
            case .clear: break
            case .keep: new = try candidate.user.map { user in try remaining(of: user, key) } ?? []
            case .set(let wanted):
                // A refused row and one that only a test would link are shown on their own; they take no part in the graph.
                let counts = candidate.refusal == nil && !candidate.needsLink
                for name in wanted.map({ rules.prefix + $0 }) {
                    guard let target = try node(name) else {
                        problems[index].append(.unresolved(attribute, name, of: candidate.externalID))
                        continue
                    }
                    // Somebody refused who was to be created stands nowhere in the graph.
                    let isAllowed = node(candidate).map { counts ? graph.add(from: $0, to: target) : graph.allows(from: $0, to: target) } ?? true
                    if isAllowed { new.append(name) } else { problems[index].append(.cycle(attribute, name, of: candidate.externalID)) }
                }
            }
            if Set(old) != Set(new) {
                changes[index].append(Change(.attribute(key), from: old.isEmpty ? nil : .references(old), to: new.isEmpty ? nil : .references(new)))
            } else if old != new {
                candidates[index].hasOtherOrder = true
            }
        }
    }

    /// Of those who are part of a circle; all others may refer to whom they like.
    private mutating func graph(_ key: String) throws -> ReferenceGraph<Int> {
        guard candidates.contains(where: { $0.desired.references[key]?.value != nil }) else { return ReferenceGraph(settled: [:], wished: []) }
        let members = try circles(key).members
        if members.isEmpty { return ReferenceGraph(settled: [:], wished: []) }
        // What this run does not set: everybody's references but those of the people it sets them for.
        var setting: Set<Int> = []
        for candidate in candidates where candidate.refusal == nil && !candidate.needsLink && candidate.desired.references[key] ?? .keep != .keep {
            if let own = candidate.user.flatMap({ node(ofUser: $0.id) }) { setting.insert(own) }
        }
        var settled: [Int: [Int]] = [:]
        try mirror.referenceNumbers(attribute: key) { from, to in
            let isThere = !deletions.appliedNumbers.contains(from) && !deletions.appliedNumbers.contains(to)
            if isThere, members.contains(from << 1), members.contains(to << 1), !setting.contains(from << 1) { settled[from << 1, default: []].append(to << 1) }
        }
        var wished: [(person: Int, targets: [Int])] = []
        for candidate in candidates where candidate.refusal == nil {
            guard let names = candidate.desired.references[key]?.value, let own = node(candidate), members.contains(own) else { continue }
            wished.append((own, try names.compactMap { try node(rules.prefix + $0) }.filter(members.contains)))
        }
        return ReferenceGraph(settled: settled, wished: wished)
    }

    /// The candidate's person in the graph.
    private func node(_ candidate: Candidate) -> Int? {
        candidate.user.map { node(ofUser: $0.id) } ?? created[candidate.externalID].map { $0 << 1 | 1 }
    }
}
