/// A record in the local mirror.
public struct User: Sendable, Equatable {
    /// Opaque; never used again after the user is deleted, but by undo.
    public var id: String
    public var externalID: String?
    public var firstName: String
    public var lastName: String
    /// As spelled by whoever set it; unique by `Text.fold`.
    public var email: String?
    public var language: String
    public var role: Role
    public var participation: Participation
    public var kioskCode: String?
    /// By attribute key.
    public var attributes: [String: AttributeValue]
    /// Held by the deletion safeguard (R-SAFE-1).
    public var held: Bool
    /// The managed fields whose clearing a safeguard holds back (R-SAFE-3): attribute keys and `participation`.
    public var guarded: Set<String>
    public var createdAt: Timestamp
    public var updatedAt: Timestamp
    /// Of the last change (R-USR-2).
    public var sequence: Int64

    public enum Role: String, Sendable, CaseIterable {
        case administrator, superuser, analyst, employee
        /// Never deleted by a sync while the account protects administrators (R-SAFE-6).
        public var isProtected: Bool { self == .administrator || self == .superuser }
    }

    public struct Participation: Sendable, Equatable {
        public var on: Bool
        public var startDate: Day?
        /// The date came from a sync, which alone may still move it while it lies in the future (R-LIFE-3).
        public var startDateIsSynced: Bool

        public init(on: Bool = true, startDate: Day? = nil, startDateIsSynced: Bool = false) {
            self.on = on
            self.startDate = startDate
            self.startDateIsSynced = startDateIsSynced
        }

        /// Whether the user takes part today (R-LIFE-3).
        public func isEffective(on today: Day) -> Bool { on && startDate.map { $0 <= today } ?? true }
    }

    public init(
        id: String, externalID: String? = nil, firstName: String, lastName: String, email: String? = nil, language: String = "en",
        role: Role = .employee, participation: Participation = Participation(), kioskCode: String? = nil, attributes: [String: AttributeValue] = [:],
        held: Bool = false, guarded: Set<String> = [], createdAt: Timestamp = Timestamp(milliseconds: 0),
        updatedAt: Timestamp = Timestamp(milliseconds: 0), sequence: Int64 = 0
    ) {
        self.id = id
        self.externalID = externalID
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.language = language
        self.role = role
        self.participation = participation
        self.kioskCode = kioskCode
        self.attributes = attributes
        self.held = held
        self.guarded = guarded
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.sequence = sequence
    }
}
