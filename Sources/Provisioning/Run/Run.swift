/// One test or sync.
public struct Run: Sendable, Equatable {
    public var id: String
    public var integration: String
    public var kind: Kind
    public var trigger: Trigger
    public var state: State
    public var startedAt: Timestamp
    public var endedAt: Timestamp?
    /// Of the configuration that it uses.
    public var revision: Int
    public var read: Int
    public var total: Int?
    public var summary: Summary?
    public var failure: Failure?
    public var resultsExpireAt: Timestamp?
    public var undoneAt: Timestamp?
    /// The actor who started it; nil: the host or the schedule.
    public var actor: String?
    /// The test that this sync applies (R-PLAN-11).
    public var plan: String?
    /// It has come to a plan, so it counts for the quota even if it failed or was cancelled later (R-RUN-2).
    public var planned: Bool

    public enum Kind: String, Sendable, CaseIterable { case test, sync }
    public enum Trigger: String, Sendable, CaseIterable { case manual, schedule, enable, plan }
    public enum State: String, Sendable, CaseIterable {
        case queued, fetching, planning, applying, succeeded, failed, cancelled
        public var isFinal: Bool { self == .succeeded || self == .failed || self == .cancelled }
    }

    /// The protocol's error, kept with the run. `data` is encoded JSON.
    public struct Failure: Sendable, Equatable {
        public var code: Int
        public var message: String
        public var data: String
        public init(code: Int, message: String, data: String) {
            self.code = code
            self.message = message
            self.data = data
        }
    }

    public init(
        id: String, integration: String, kind: Kind, trigger: Trigger, state: State = .queued, startedAt: Timestamp, endedAt: Timestamp? = nil,
        revision: Int, read: Int = 0, total: Int? = nil, summary: Summary? = nil, failure: Failure? = nil, resultsExpireAt: Timestamp? = nil,
        undoneAt: Timestamp? = nil, actor: String? = nil, plan: String? = nil, planned: Bool = false
    ) {
        self.id = id
        self.integration = integration
        self.kind = kind
        self.trigger = trigger
        self.state = state
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.revision = revision
        self.read = read
        self.total = total
        self.summary = summary
        self.failure = failure
        self.resultsExpireAt = resultsExpireAt
        self.undoneAt = undoneAt
        self.actor = actor
        self.plan = plan
        self.planned = planned
    }
}
