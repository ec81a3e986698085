/// A wanted employee with its user, if there is one, on the way to becoming a row.
struct Candidate {
    let employeeID: String
    let externalID: String
    /// The user matched by external ID, or in a test by address.
    let user: User?
    let matchedBy: Row.MatchedBy?
    var desired: DesiredUser
    /// All but references, which can be resolved only when it is known who exists after the run.
    var changes: [Change] = []
    /// Why the row is a conflict (R-PLAN-6, R-PLAN-7).
    var refusal: Row.Reason?
    var problems: [Problem] = []
    /// What a safeguard does not let it lose (R-SAFE-3): attribute keys and `participation`.
    var guarded: Set<String> = []
    /// By what it can be recognised next time, should nothing be left to do or to say; nil: by nothing.
    var record: Record?
    /// false: the HRIS says that the person is not (R-LIFE-1).
    var isActive = true
    /// The HRIS names the same people in another order than the user does, so that the user does not tell what the record says.
    var hasOtherOrder = false

    struct Record {
        var fingerprint: Fingerprint
        /// The first day on which it may mean something else.
        var until: Day
        /// The number of the set of its fields.
        var paths: Int
    }

    /// Matched by address: to be linked (R-PLAN-2).
    var needsLink: Bool { matchedBy == .email }
    /// What a sync would create.
    var isCreate: Bool { user == nil }

    /// The address it wants and does not have; a change that folding hides is none (R-MAP-3). Links keep what they have.
    var wantedEmailKey: String? {
        if needsLink { return nil }
        guard let email = desired.email.value else { return nil }
        let key = Text.fold(email)
        return user?.email.map { Text.fold($0) } == key ? nil : key
    }

    /// The kiosk code it wants and does not have.
    var wantedKioskCode: String? {
        guard let code = desired.kioskCode.value, user?.kioskCode.map({ Text.sameBytes($0, code) }) != true else { return nil }
        return code
    }
}
