/// One connection to one HRIS.
public struct Integration: Sendable, Equatable {
    public var id: String
    /// The connector's id.
    public var connector: String
    /// Unique in the account.
    public var name: String
    /// Begins the external IDs of its users, for ever.
    public var prefix: String
    public var state: State
    public var enabled: Bool
    /// Of the configuration; 0: never configured.
    public var revision: Int
    /// When the configuration last changed; nil: never configured.
    public var configuredAt: Timestamp?
    /// The next sync of the schedule (R-RUN-4); nil: none.
    public var nextSyncAt: Timestamp?
    /// The slot of the daily schedule, from which it does not drift.
    public var scheduleAnchor: Timestamp?
    /// How often the sync of this slot has been tried again (0–3).
    public var retries: Int
    public var createdAt: Timestamp
    /// An actor chose what it reaches: it stays within what actors may, whoever starts a run.
    public var isRestricted: Bool
    /// Counts its authorizations, so that what was got with an older one is known as such.
    public var grant: Int

    public enum State: String, Sendable, CaseIterable { case authorizing, connected, needsAuthorization, disconnected }

    public init(
        id: String, connector: String, name: String, prefix: String, state: State = .connected, enabled: Bool = false, revision: Int = 0,
        configuredAt: Timestamp? = nil, nextSyncAt: Timestamp? = nil, scheduleAnchor: Timestamp? = nil, retries: Int = 0, createdAt: Timestamp,
        isRestricted: Bool = false, grant: Int = 0
    ) {
        self.id = id
        self.connector = connector
        self.name = name
        self.prefix = prefix
        self.state = state
        self.enabled = enabled
        self.revision = revision
        self.configuredAt = configuredAt
        self.nextSyncAt = nextSyncAt
        self.scheduleAnchor = scheduleAnchor
        self.retries = retries
        self.createdAt = createdAt
        self.isRestricted = isRestricted
        self.grant = grant
    }

    public var isConfigured: Bool { revision > 0 }
}
