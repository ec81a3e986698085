/// Who gets an address or a kiosk code that more than one wants (R-PLAN-6).
struct Conflicts {
    let emails: Claims
    let codes: Claims
    /// Users that this run deletes, and does not hold, by number.
    let deleted: NumberSet

    /// Sets `refusal` of everybody who cannot have what it wants. They are in external ID order.
    func settle(_ wanted: inout [Wanted]) {
        let emails = Contest(emails, deleted), codes = Contest(codes, deleted)
        var fallen: [Int32] = []
        for person in Set(emails.losers.keys).union(codes.losers.keys).sorted() {
            wanted[Int(person)].refusal = switch (emails.losers[person], codes.losers[person]) {
            case (.taken?, _): .emailTaken
            case (.duplicate?, _): .emailDuplicate
            case (nil, .taken?): .kioskCodeTaken
            case (nil, _): .kioskCodeDuplicate
            }
            fallen.append(person)
        }
        cascade(&wanted, fallen, emails, codes)
    }

    private enum Loss { case taken, duplicate }

    private struct Contest {
        let claims: Claims
        /// By person.
        private(set) var losers: [Int32: Loss] = [:]
        private var winners: ClaimTable

        init(_ claims: Claims, _ deleted: NumberSet) {
            self.claims = claims
            winners = ClaimTable(claims.all.count)
            for (place, claim) in claims.all.enumerated() {
                if claim.holder >= 0, !deleted.contains(claim.holder), !claims.leavers.contains(claim.holder) {
                    losers[claim.person] = .taken
                } else if winners.insert(place, of: claims.all) != nil {
                    losers[claim.person] = .duplicate
                }
            }
        }

        /// Who was to have what the person keeps if it is refused.
        func winner(leftBy person: Int32) -> Int32? {
            claims.leaving[person].flatMap { winners.place(of: $0, in: claims.all) }.map { claims.all[$0].person }
        }
    }

    /// A refused update keeps its old address and code, so whoever had won those falls too, until nothing changes. Nobody moves up.
    private func cascade(_ wanted: inout [Wanted], _ losers: [Int32], _ emails: Contest, _ codes: Contest) {
        var fallen = losers
        var lostEmail: Set<Int32> = [], lostCode: Set<Int32> = []
        while let person = fallen.popLast() {
            for (contest, isEmail) in [(emails, true), (codes, false)] {
                guard let winner = contest.winner(leftBy: person), winner != person else { continue }
                if isEmail { lostEmail.insert(winner) } else { lostCode.insert(winner) }
                if wanted[Int(winner)].refusal == nil {
                    wanted[Int(winner)].refusal = isEmail ? .emailTaken : .kioskCodeTaken
                    fallen.append(winner)
                }
            }
        }
        // The first reason in the rule's order is the row's, whatever fell first here.
        for person in lostEmail where wanted[Int(person)].refusal == .kioskCodeTaken && lostCode.contains(person) && codes.losers[person] == nil {
            wanted[Int(person)].refusal = .emailTaken
        }
    }
}
