/// Everything that decides besides the snapshot and the mirror. Fixed for one run.
public struct Ruleset: Sendable {
    public var configuration: Configuration
    public var account: Account
    /// The date in the account's time zone at the run's start.
    public var today: Day
    public var prefix: String
    /// Attributes that mappings name, by key.
    public var attributes: [String: Attribute]
    /// By attribute key: each segment name and alias with the segment's name (R-MAP-6).
    public var segments: [String: [String: String]]
    /// Of the last run that had the field (R-SAFE-8).
    public var presence: [String: Int]
    public var matching: Matching

    /// How employees find their users (R-PLAN-2). It is the whole difference between the plan of a test and that of a sync.
    public enum Matching: Sendable { case externalID, externalIDThenEmail }

    public init(
        configuration: Configuration, account: Account, today: Day, prefix: String, attributes: [Attribute],
        segments: [String: [String: String]] = [:], presence: [String: Int] = [:], matching: Matching
    ) {
        self.configuration = configuration
        self.account = account
        self.today = today
        self.prefix = prefix
        self.attributes = Dictionary(attributes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        self.segments = segments
        self.presence = presence
        self.matching = matching
    }

    /// The mappings in force: those whose attribute exists.
    var mappings: [(field: String, attribute: Attribute)] {
        configuration.attributeMapping.mappings.compactMap { mapping in
            attributes[mapping.attribute].map { (FieldPath.canonical(mapping.field), $0) }
        }
    }

    /// Where kiosk codes come from, unless the mapping rests (R-MAP-10).
    var kioskSource: Configuration.KioskSource? {
        account.kioskLogin == .employeeId ? configuration.attributeMapping.kioskCode : nil
    }

    /// The fields whose values decide about people rather than describe them (R-SAFE-8).
    var decidingFields: Set<String> {
        var fields = Set(configuration.filters.map { FieldPath.canonical($0.field) })
        let lifecycle = configuration.lifecycle
        if lifecycle.userState != .doNothing { fields.insert("employment_status") }
        if lifecycle.userRemoval != nil { fields.formUnion(["employment_end_date", "employment_start_date"]) }
        if lifecycle.participationStart != .directly { fields.insert("employment_start_date") }
        return fields
    }
}
