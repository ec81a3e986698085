/// One line of a plan: a person and what happens to them. Stored as it is, shown, exported, applied.
public struct Row: Sendable, Equatable {
    public var category: Category
    public var employeeID: String?
    public var externalID: String?
    /// nil: the user does not exist yet.
    public var userID: String?
    public var reason: Reason?
    public var matchedBy: MatchedBy?
    /// The user was found by address and must be given its external ID before a sync can manage it (R-PLAN-2).
    public var needsLink: Bool
    /// A deletion that a safeguard holds back (R-SAFE-1, R-MAP-2).
    public var held: Bool
    public var changes: [Change]
    public var problems: [Problem]
    /// The user as it is to be after the row (for a deletion: as it was), for the CSV files (R-RES-2).
    public var values: Values
    /// All employee ids that the HRIS names per `user` attribute, so that applying a test can resolve people whom the plan itself links (R-PLAN-11).
    public var wantedReferences: [String: [String]]

    public init(
        category: Category, employeeID: String? = nil, externalID: String? = nil, userID: String? = nil, reason: Reason? = nil,
        matchedBy: MatchedBy? = nil, needsLink: Bool = false, held: Bool = false, changes: [Change] = [], problems: [Problem] = [],
        values: Values = Values(), wantedReferences: [String: [String]] = [:]
    ) {
        self.category = category
        self.employeeID = employeeID
        self.externalID = externalID
        self.userID = userID
        self.reason = reason
        self.matchedBy = matchedBy
        self.needsLink = needsLink
        self.held = held
        self.changes = changes
        self.problems = problems
        self.values = values
        self.wantedReferences = wantedReferences
    }

    public enum Category: String, Sendable, CaseIterable { case created, updated, deleted, conflict, skipped }
    public enum MatchedBy: String, Sendable { case externalId, email }

    public enum Reason: String, Sendable, CaseIterable {
        case missingId, missingFirstName, missingLastName, unavailable, protectedRole
        case absent, filtered, ended, inactive
        case emailTaken, emailDuplicate, kioskCodeTaken, kioskCodeDuplicate, licenseLimit
    }

    /// A user's values as rows show them: choices by name, references as external IDs, else user ids.
    public struct Values: Sendable, Equatable {
        public var firstName: String?
        public var lastName: String?
        public var email: String?
        public var language: String?
        public var participation: Bool?
        public var participationStartDate: Day?
        public var kioskCode: String?
        public var attributes: [String: RowValue]

        public init(
            firstName: String? = nil, lastName: String? = nil, email: String? = nil, language: String? = nil, participation: Bool? = nil,
            participationStartDate: Day? = nil, kioskCode: String? = nil, attributes: [String: RowValue] = [:]
        ) {
            self.firstName = firstName
            self.lastName = lastName
            self.email = email
            self.language = language
            self.participation = participation
            self.participationStartDate = participationStartDate
            self.kioskCode = kioskCode
            self.attributes = attributes
        }
    }
}

/// One field of a row, with its old and its new value; nil: none.
public struct Change: Sendable, Equatable {
    public var field: UserField
    public var from: RowValue?
    public var to: RowValue?

    public init(_ field: UserField, from: RowValue? = nil, to: RowValue? = nil) {
        self.field = field
        self.from = from
        self.to = to
    }
}

/// A field of a user, named as `changes[].field` names it.
public enum UserField: Sendable, Hashable, CustomStringConvertible {
    case firstName, lastName, email, externalID, language, participation, participationStartDate, kioskCode
    /// By key.
    case attribute(String)

    public var description: String {
        switch self {
        case .firstName: "firstName"
        case .lastName: "lastName"
        case .email: "email"
        case .externalID: "externalId"
        case .language: "language"
        case .participation: "participation"
        case .participationStartDate: "participationStartDate"
        case .kioskCode: "kioskCode"
        case .attribute(let key): "attributes.\(key)"
        }
    }

    public init?(_ text: String) {
        if text.hasPrefix("attributes.") {
            self = .attribute(String(text.dropFirst("attributes.".count)))
            return
        }
        let plain: [UserField] = [.firstName, .lastName, .email, .externalID, .language, .participation, .participationStartDate, .kioskCode]
        guard let field = plain.first(where: { $0.description == text }) else { return nil }
        self = field
    }
}

/// A value as rows show it.
public enum RowValue: Sendable, Equatable {
    case text(String)
    case boolean(Bool)
    case number(Double)
    case date(Day)
    /// References: external IDs, else user ids.
    case references([String])
}
