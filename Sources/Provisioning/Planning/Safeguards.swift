/// What a run may not do to many people at once (R-SAFE-1, -3, -7), counted before conflicts.
struct Safeguards {
    let rules: Ruleset
    /// Those who were recognised, and so lose nothing.
    let recognised: Recognised

    /// Values that at least this many people must have before their loss is suspicious.
    static let smallest = 20

    /// R-SAFE-7: at least 5 and more than 10 % of the matched users change both last name and address, also from none.
    func identityMismatch(_ candidates: [Candidate]) -> Bool {
        var matched = recognised.count, changed = 0
        for candidate in candidates where candidate.matchedBy == .externalId {
            guard let user = candidate.user else { continue }
            matched += 1
            if !Text.sameBytes(user.lastName, candidate.desired.lastName), candidate.wantedEmailKey != nil { changed += 1 }
        }
        return changed >= 5 && changed * 10 > matched
    }

    /// R-SAFE-3: takes back clearings that hit too many at once, or that have been guarded since an earlier run.
    func guardValues(_ candidates: inout [Candidate], _ plan: inout Plan) {
        for (_, attribute) in rules.mappings {
            let key = attribute.key
            protect(&candidates, &plan, name: key, safeguard: .attribute(key), having: recognised.count { $0.having.contains(key) }) { candidate, user in
                let has = user.attributes[key] != nil
                let loses = attribute.type == .user ? candidate.desired.references[key] == .clear : candidate.desired.attributes[key] == .clear
                let gains = attribute.type == .user ? candidate.desired.references[key]?.value != nil : candidate.desired.attributes[key]?.value != nil
                return (has, loses, gains)
            } keep: { candidate in
                if attribute.type == .user { candidate.desired.references[key] = .keep } else { candidate.desired.attributes[key] = .keep }
            }
        }
        guard rules.configuration.lifecycle.userState == .toggleParticipation else { return }
        protect(&candidates, &plan, name: "participation", safeguard: .participation, having: recognised.count(where: \.participates)) { candidate, user in
            (user.participation.on, candidate.desired.participation == .set(false), candidate.desired.participation == .set(true))
        } keep: { candidate in
            candidate.desired.participation = .keep
        }
    }

    private func protect(
        _ candidates: inout [Candidate], _ plan: inout Plan, name: String, safeguard: Safeguard, having others: Int,
        state: (Candidate, User) -> (has: Bool, loses: Bool, gains: Bool), keep: (inout Candidate) -> Void
    ) {
        var having = others, losing = 0
        for candidate in candidates where candidate.matchedBy == .externalId {
            guard let user = candidate.user else { continue }
            let (has, loses, _) = state(candidate, user)
            if has { having += 1 }
            if has && loses { losing += 1 }
        }
        let tooMany = having >= Safeguards.smallest && losing * 2 > having
        if tooMany { plan.summary.safeguards.append(safeguard) }
        // Counted are those matched by external ID; kept back is what anyone would lose, also somebody whom a test would link.
        for index in candidates.indices {
            guard let user = candidates[index].user else { continue }
            let (has, loses, gains) = state(candidates[index], user)
            if gains, user.guarded.contains(name) { plan.unguardFields[user.id, default: []].insert(name) }
            guard has, loses, tooMany || user.guarded.contains(name) else { continue }
            keep(&candidates[index])
            candidates[index].guarded.insert(name)
            if !user.guarded.contains(name) { plan.guardFields[user.id, default: []].insert(name) }
        }
    }
}
