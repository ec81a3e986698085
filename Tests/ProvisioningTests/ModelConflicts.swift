@testable import Provisioning

extension Model {
    /// What a change wants to take, as it is compared.
    private func claim(_ person: Person, _ field: UserField) -> String? {
        guard person.decision == .wanted, case .text(let text)?? = person.changes.first(where: { $0.field == field })?.to else { return nil }
        return field == .email ? Text.fold(text) : text
    }

    private func has(_ user: User, _ field: UserField) -> String? { field == .email ? user.email.map(Text.fold) : user.kioskCode }

    /// R-PLAN-6.
    mutating func resolveConflicts() {
        for (field, taken, duplicate) in [
            (UserField.email, Row.Reason.emailTaken, Row.Reason.emailDuplicate), (.kioskCode, .kioskCodeTaken, .kioskCodeDuplicate),
        ] {
            var reasons: [Int: Row.Reason] = [:]
            for index in people.indices {
                guard let wanted = claim(people[index], field) else { continue }
                let isKept = world.users.contains { user in
                    guard let held = has(user, field), Text.sameBytes(held, wanted), !isDeleted(user.id) else { return false }
                    let changes = people.contains { $0.user?.id == user.id && claim($0, field) != nil }
                    return !changes
                }
                let isLater = people[..<index].contains { claim($0, field).map { Text.sameBytes($0, wanted) } ?? false }
                if isKept { reasons[index] = taken } else if isLater { reasons[index] = duplicate }
            }
            for (index, reason) in reasons {
                if people[index].conflict == nil { people[index].conflict = reason }
                if field == .kioskCode, let link = people[index].link, link.kioskCode != claim(people[index], field) { people[index].linkConflict = reason }
            }
        }
        let first = people.map { $0.conflict }
        while true {
            let fallen = people.indices.filter { people[$0].isApplied && reason(people[$0]) != nil }
            if fallen.isEmpty { break }
            for index in fallen { people[index].conflict = .emailTaken }
        }
        for index in people.indices {
            if people[index].conflict != nil, first[index] == nil { people[index].conflict = reason(people[index]) }
            if people[index].link != nil, people[index].linkConflict == nil, isRefused(people[index], .kioskCode) { people[index].linkConflict = .kioskCodeTaken }
        }
    }

    /// Whether somebody whose update is refused keeps what this person wants.
    private func isRefused(_ person: Person, _ field: UserField) -> Bool {
        guard let wanted = claim(person, field) else { return false }
        return people.contains { other in
            other.conflict != nil && other.user.flatMap { has($0, field) }.map { Text.sameBytes($0, wanted) } ?? false
        }
    }

    /// R-PLAN-6 (4).
    private func reason(_ person: Person) -> Row.Reason? {
        isRefused(person, .email) ? .emailTaken : isRefused(person, .kioskCode) ? .kioskCodeTaken : nil
    }

    /// R-PLAN-7.
    mutating func limitLicences() {
        guard let limit = world.rules.account.licenseLimit else { return }
        var count = world.users.count - deletions.filter { !$0.held }.count
        for index in people.indices where people[index].isApplied && people[index].user == nil {
            if count < limit { count += 1 } else { people[index].conflict = .licenseLimit }
        }
    }
}
