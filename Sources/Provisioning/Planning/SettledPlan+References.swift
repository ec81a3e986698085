/// References need the whole picture (R-MAP-8): who exists after the run, and where a circle would close.
extension SettledPlan {
    /// Who names somebody.
    enum Position: Hashable {
        /// Places among the wanted, and among those who were called back.
        case wanted(Int), recalled(Int)
    }

    /// A reference that is left out.
    struct Rejection: Hashable {
        let attribute: String
        let position: Position
        /// The employee id.
        let target: String
    }

    private var referenceAttributes: [Attribute] { rules.mappings.map(\.attribute).filter { $0.type == .user } }

    /// Whose references this run may have to touch although they were recognised: those who refer to somebody who is deleted, and those who might be
    /// part of a circle. They become candidates who want what they have. Gives their number.
    mutating func recall(_ recognised: NumberSet, isBehind: Bool) throws -> Int {
        if recognised.isEmpty { return 0 }
        var numbers = NumberSet()
        try deletions.appliedNumbers.forEach { number in
            for referrer in try mirror.referrers(toNumber: number) where recognised.contains(referrer) { numbers.insert(referrer) }
        }
        for attribute in referenceAttributes {
            // The graph is as the last sync left it, without circles among the recognised, unless somebody wants something new.
            guard isBehind || references[attribute.key] != nil else { continue }
            let circles = try circles(attribute.key)
            circles.members.forEach { node in if node & 1 == 0, recognised.contains(node >> 1) { numbers.insert(node >> 1) } }
        }
        try numbers.forEach { number in
            if let user = try mirror.user(number: number), let candidate = try candidate(asItIs: user) { recalled.append(candidate) }
        }
        recalled.sort { precedesInExternalIDOrder($0.employeeID, $1.employeeID) }
        return numbers.count
    }

    /// The record asks for what the user has, or it would not have been recognised.
    private mutating func candidate(asItIs user: User) throws -> Candidate? {
        guard let externalID = user.externalID else { return nil }
        var desired = DesiredUser(
            firstName: user.firstName, lastName: user.lastName, email: .keep, language: .keep, participation: .keep, startDate: .keep, kioskCode: .keep,
            attributes: [:], references: [:], problems: [])
        for attribute in referenceAttributes {
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
        for edge in references[key]?.edges ?? [] where wanted[Int(edge.person)].refusal == nil {
            guard let own = node(wanted[Int(edge.person)], orLink: true), let target = try node(target(of: edge, key)) else { continue }
            edges.append((own, target))
        }
        let circles = Circles(edges)
        self.circles[key] = circles
        return circles
    }

    private enum Target {
        case wanted(Wanted)
        case employee(String)
    }

    private func target(of edge: WantedReferences.Edge, _ key: String) -> Target {
        if edge.target >= 0, places[Int(edge.target)] >= 0 {
            let person = wanted[Int(places[Int(edge.target)])]
            if node(person, orLink: false) != nil { return .wanted(person) }
        }
        return .employee(references[key]?.id(edge, in: snapshot) ?? "")
    }

    private mutating func node(_ target: Target) throws -> Int? {
        switch target {
        case .wanted(let person): node(person, orLink: false)
        case .employee(let id): try node(employee: id)
        }
    }

    /// Finds the references that would close a circle, in external ID order (R-MAP-8). Only where there is a circle anybody need be looked at.
    mutating func rejectCircles() throws {
        for attribute in referenceAttributes where references[attribute.key] != nil || !recalled.isEmpty {
            let key = attribute.key
            let members = try circles(key).members
            if members.isEmpty { continue }
            let wishes = try wishes(key, members)
            var graph = try graph(key, members, wishes)
            for wish in wishes {
                for (id, target) in wish.targets {
                    // A refused row and one that only a test would link are shown on their own; they take no part in the graph.
                    let isAllowed = wish.counts ? graph.add(from: wish.own, to: target) : graph.allows(from: wish.own, to: target)
                    if !isAllowed { rejected.insert(Rejection(attribute: key, position: wish.position, target: id)) }
                }
            }
        }
    }

    /// What one member of a circle asks for.
    private struct Wish {
        let employeeID: String
        let position: Position
        let own: Int
        let isRefused: Bool
        let counts: Bool
        var targets: [(id: String, node: Int)] = []
    }

    /// In external ID order.
    private mutating func wishes(_ key: String, _ members: NumberSet) throws -> [Wish] {
        var wishes: [Wish] = []
        for edge in references[key]?.edges ?? [] {
            let person = wanted[Int(edge.person)]
            guard let own = node(person, orLink: true), members.contains(own) else { continue }
            let position = Position.wanted(Int(edge.person))
            if wishes.last?.position != position {
                wishes.append(Wish(
                    employeeID: snapshot.id(Int(person.place)), position: position, own: own, isRefused: person.refusal != nil,
                    counts: person.refusal == nil && !person.isLink))
            }
            let id = references[key]?.id(edge, in: snapshot) ?? ""
            if let target = try node(target(of: edge, key)) { wishes[wishes.count - 1].targets.append((id, target)) }
        }
        for index in recalled.indices {
            guard case .set(let ids)? = recalled[index].desired.references[key], let user = recalled[index].user,
                let own = mirror.number(ofUser: user.id).map({ $0 << 1 }), members.contains(own)
            else { continue }
            var wish = Wish(employeeID: recalled[index].employeeID, position: .recalled(index), own: own, isRefused: false, counts: true)
            for id in ids { if let target = try node(employee: id) { wish.targets.append((id, target)) } }
            wishes.append(wish)
        }
        return recalled.isEmpty ? wishes : wishes.sorted { precedesInExternalIDOrder($0.employeeID, $1.employeeID) }
    }

    /// Of those who are part of a circle; all others may refer to whom they like.
    private func graph(_ key: String, _ members: NumberSet, _ wishes: [Wish]) throws -> ReferenceGraph<Int> {
        // What this run does not set: everybody's references but those of the people it sets them for.
        var setting = NumberSet()
        for person in wanted where !person.isNew && person.refusal == nil && !person.isLink && members.contains(person.number << 1) {
            if try isSet(key, person) { setting.insert(person.number) }
        }
        for candidate in recalled where candidate.desired.references[key] ?? .keep != .keep {
            if let number = candidate.user.flatMap({ mirror.number(ofUser: $0.id) }) { setting.insert(number) }
        }
        var settled: [Int: [Int]] = [:]
        try mirror.referenceNumbers(attribute: key) { from, to in
            let isThere = !deletions.appliedNumbers.contains(from) && !deletions.appliedNumbers.contains(to)
            if isThere, members.contains(from << 1), members.contains(to << 1), !setting.contains(from) { settled[from << 1, default: []].append(to << 1) }
        }
        return ReferenceGraph(settled: settled, wished: wishes.filter { !$0.isRefused }.map { wish in (wish.own, wish.targets.map(\.node).filter(members.contains)) })
    }

    /// Whether the run sets the references of somebody who has a user.
    private func isSet(_ key: String, _ person: Wanted) throws -> Bool {
        var candidate = maker.candidate(snapshot.person(Int(person.place)), user: try mirror.user(number: person.number), matchedBy: .externalId)
        var unused = Plan()
        safeguards.keepBack(from: &candidate, tripped, &unused)
        return candidate.desired.references[key] ?? .keep != .keep
    }

    /// All changes of references, in the order of the mappings.
    mutating func resolveReferences(_ candidate: inout Candidate, _ position: Position, _ changes: inout [Change]) throws {
        for attribute in referenceAttributes {
            let key = attribute.key
            let old = try candidate.user.map { try references(of: $0, key) } ?? []
            var new: [String] = []
            switch candidate.desired.references[key] ?? .keep {
            case .clear: break
            case .keep: new = try candidate.user.map { user in try remaining(of: user, key) } ?? []
            case .set(let ids):
                for id in ids {
                    let name = rules.prefix + id
                    if try node(employee: id) == nil {
                        candidate.problems.append(.unresolved(attribute, name, of: candidate.externalID))
                    } else if !rejected.isEmpty, rejected.contains(Rejection(attribute: key, position: position, target: id)) {
                        candidate.problems.append(.cycle(attribute, name, of: candidate.externalID))
                    } else {
                        new.append(name)
                    }
                }
            }
            if old == new { continue }
            if Set(old) == Set(new) {
                candidate.hasOtherOrder = true
            } else {
                changes.append(Change(.attribute(key), from: old.isEmpty ? nil : .references(old), to: new.isEmpty ? nil : .references(new)))
            }
        }
    }

    /// The references of those whom the run has created, when all of them have a number: who refers, by which attribute, to whom.
    public mutating func eachReferenceOfCreated(_ body: (Int, String, [Int]) throws -> Void) throws {
        for attribute in referenceAttributes {
            let key = attribute.key, edges = references[key]?.edges ?? []
            var start = 0
            while start < edges.count {
                let index = Int(edges[start].person)
                var targets: [Int] = []
                while start < edges.count, Int(edges[start].person) == index {
                    if wanted[index].isCreate, !isRejected(edges[start], key), let target = try number(target(of: edges[start], key)) { targets.append(target) }
                    start += 1
                }
                if !targets.isEmpty { try body(wanted[index].number, key, targets) }
            }
        }
    }

    private func isRejected(_ edge: WantedReferences.Edge, _ key: String) -> Bool {
        if rejected.isEmpty { return false }
        return rejected.contains(Rejection(attribute: key, position: .wanted(Int(edge.person)), target: references[key]?.id(edge, in: snapshot) ?? ""))
    }

    private mutating func number(_ target: Target) throws -> Int? {
        switch target {
        case .wanted(let person): person.number
        case .employee(let id): try node(employee: id).map { $0 >> 1 }
        }
    }
}

extension SettledPlan.Position {
    /// Where it comes in external ID order, of which the wanted keep the first half of each place.
    func order(among plan: SettledPlan<some Directory>) -> Int {
        switch self {
        case .wanted(let index): return index << 1 | 1
        case .recalled(let index):
            let id = plan.recalled[index].employeeID
            var low = 0, high = plan.wanted.count
            while low < high {
                let middle = (low + high) / 2
                if precedesInExternalIDOrder(plan.snapshot.id(Int(plan.wanted[middle].place)), id) { low = middle + 1 } else { high = middle }
            }
            return low << 1
        }
    }
}
