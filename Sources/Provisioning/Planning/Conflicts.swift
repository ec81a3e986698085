/// Who gets an address or a kiosk code that more than one wants (R-PLAN-6).
struct Conflicts<Mirror: Directory> {
    let mirror: Mirror
    /// Users that this run deletes, and does not hold.
    let deleted: Set<String>

    /// Sets `refusal` of every candidate that cannot have what it wants. Candidates are in external ID order.
    func settle(_ candidates: inout [Candidate]) throws {
        let emails = try contest(
            candidates, wanted: \.wantedEmailKey, kept: { $0.email.map(Text.fold) }, changes: { $0.wantedEmailKey != nil }, holder: mirror.user(emailKey:))
        let codes = try contest(
            candidates, wanted: \.wantedKioskCode, kept: \.kioskCode, changes: { $0.wantedKioskCode != nil && !$0.needsLink }, holder: mirror.user(kioskCode:))
        for index in candidates.indices {
            switch (emails.losers[index], codes.losers[index]) {
            case (.taken?, _): candidates[index].refusal = .emailTaken
            case (.duplicate?, _): candidates[index].refusal = .emailDuplicate
            case (nil, .taken?): candidates[index].refusal = .kioskCodeTaken
            case (nil, .duplicate?): candidates[index].refusal = .kioskCodeDuplicate
            case (nil, nil): break
            }
        }
        cascade(&candidates, emails, codes)
    }

    private enum Loss { case taken, duplicate }

    private struct Contest {
        /// By index of the candidate.
        var losers: [Int: Loss] = [:]
        /// By address or code: the index of the candidate that was to have it.
        var winners: [String: Int] = [:]
        /// By index of an update that wants to leave it: the address or code that it has.
        var leaving: [Int: String] = [:]
    }

    private func contest(
        _ candidates: [Candidate], wanted: (Candidate) -> String?, kept: (User) -> String?, changes: (Candidate) -> Bool,
        holder: (String) throws -> User?
    ) throws -> Contest {
        var contest = Contest()
        var leavers: Set<String> = []
        for (index, candidate) in candidates.enumerated() {
            guard let user = candidate.user, changes(candidate) else { continue }
            leavers.insert(user.id)
            contest.leaving[index] = kept(user)
        }
        // Holders are asked for once per address, however many want it.
        var isKept: [String: Bool] = [:]
        let hasUsers = try mirror.userCount() > 0
        for (index, candidate) in candidates.enumerated() {
            guard let key = wanted(candidate) else { continue }
            if hasUsers, isKept[key] == nil {
                isKept[key] = try holder(key).map { !deleted.contains($0.id) && !leavers.contains($0.id) } ?? false
            }
            if isKept[key] == true {
                contest.losers[index] = .taken
            } else if contest.winners[key] == nil {
                contest.winners[key] = index
            } else {
                contest.losers[index] = .duplicate
            }
        }
        return contest
    }

    /// A refused update keeps its old address and code, so whoever had won those falls too, until nothing changes. Nobody moves up.
    private func cascade(_ candidates: inout [Candidate], _ emails: Contest, _ codes: Contest) {
        var fallen = candidates.indices.filter { candidates[$0].refusal != nil }
        var lostEmail: Set<Int> = [], lostCode: Set<Int> = []
        while let index = fallen.popLast() {
            for (contest, isEmail) in [(emails, true), (codes, false)] {
                guard let kept = contest.leaving[index], let winner = contest.winners[kept], winner != index else { continue }
                if isEmail { lostEmail.insert(winner) } else { lostCode.insert(winner) }
                if candidates[winner].refusal == nil {
                    candidates[winner].refusal = isEmail ? .emailTaken : .kioskCodeTaken
                    fallen.append(winner)
                }
            }
        }
        // The first reason in the rule's order is the row's, whatever fell first here.
        for index in lostEmail where candidates[index].refusal == .kioskCodeTaken && lostCode.contains(index) && codes.losers[index] == nil {
            candidates[index].refusal = .emailTaken
        }
    }
}
