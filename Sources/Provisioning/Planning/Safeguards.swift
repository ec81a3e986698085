/// What a run may not do to many people at once (R-SAFE-1, -3, -7): counted as one person after the other passes, before conflicts.
struct Safeguards {
    let rules: Ruleset
    /// Those who were recognised, and so lose nothing.
    let recognised: Recognised
    private var matched = 0, strangers = 0
    private var counts: [Count]

    private struct Count {
        let safeguard: Safeguard
        var having = 0, losing = 0
    }

    /// Values that at least this many people must have before their loss is suspicious.
    static let smallest = 20

    init(rules: Ruleset, recognised: Recognised) {
        self.rules = rules
        self.recognised = recognised
        counts = Safeguards.guarded(by: rules).map { Count(safeguard: $0) }
    }

    /// What nobody may lose together with many others, in the order of the mappings.
    private static func guarded(by rules: Ruleset) -> [Safeguard] {
        rules.mappings.map { .attribute($0.attribute.key) } + (rules.configuration.lifecycle.userState == .toggleParticipation ? [.participation] : [])
    }

    /// Counts somebody in, if matched by external ID.
    mutating func count(_ candidate: Candidate) {
        guard candidate.matchedBy == .externalId, let user = candidate.user else { return }
        matched += 1
        if !Text.sameBytes(user.lastName, candidate.desired.lastName), candidate.wantedEmailKey != nil { strangers += 1 }
        for index in counts.indices {
            let (has, loses, _) = state(counts[index].safeguard, candidate, user)
            if has { counts[index].having += 1 }
            if has && loses { counts[index].losing += 1 }
        }
    }

    /// R-SAFE-7: at least 5 and more than 10 % of the matched users change both last name and address, also from none.
    var isIdentityMismatch: Bool { strangers >= 5 && strangers * 10 > matched + recognised.count }

    /// What too many would lose at once (R-SAFE-3), in the order of the mappings.
    var tripped: [Safeguard] {
        counts.compactMap { count in
            let others = switch count.safeguard {
            case .attribute(let key): recognised.count { $0.having.contains(key) }
            default: recognised.count(where: \.participates)
            }
            let having = count.having + others
            return having >= Safeguards.smallest && count.losing * 2 > having ? count.safeguard : nil
        }
    }

    /// Takes back what somebody would lose and a safeguard guards, from this run on or from an earlier one; also of somebody whom a test would link.
    func keepBack(from candidate: inout Candidate, _ tripped: Set<Safeguard>, _ plan: inout Plan) {
        guard let user = candidate.user else { return }
        for count in counts {
            let name = count.safeguard.guardName
            let (has, loses, gains) = state(count.safeguard, candidate, user)
            let wasGuarded = user.guarded.contains(name)
            if gains, wasGuarded { plan.unguardFields[user.id, default: []].insert(name) }
            guard has, loses, wasGuarded || tripped.contains(count.safeguard) else { continue }
            switch count.safeguard {
            case .attribute(let key):
                if rules.attributes[key]?.type == .user { candidate.desired.references[key] = .keep } else { candidate.desired.attributes[key] = .keep }
            default: candidate.desired.participation = .keep
            }
            candidate.guarded.insert(name)
            if !wasGuarded { plan.guardFields[user.id, default: []].insert(name) }
        }
    }

    private func state(_ safeguard: Safeguard, _ candidate: Candidate, _ user: User) -> (has: Bool, loses: Bool, gains: Bool) {
        let desired = candidate.desired
        guard case .attribute(let key) = safeguard else { return (user.participation.on, desired.participation == .set(false), desired.participation == .set(true)) }
        if rules.attributes[key]?.type == .user {
            return (user.attributes[key] != nil, desired.references[key] == .clear, desired.references[key]?.value != nil)
        }
        return (user.attributes[key] != nil, desired.attributes[key] == .clear, desired.attributes[key]?.value != nil)
    }
}

extension Safeguard {
    /// As users carry it while it is guarded.
    fileprivate var guardName: String { if case .attribute(let key) = self { key } else { description } }
}
