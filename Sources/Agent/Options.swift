import Provisioning

/// What the host decides when it starts the agent.
public struct Options: Sendable {
    public var version: String
    /// In any 24 hours per integration; 0: no limit (R-RUN-2).
    public var testsPerDay = 3
    public var syncsPerDay = 1
    /// Requests without an actor are refused (R-ACC-3).
    public var requireActor = false
    /// The only folder in which an actor may name files.
    public var files: String?

    public init(version: String) { self.version = version }
}
