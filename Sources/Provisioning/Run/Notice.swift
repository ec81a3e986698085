/// A notification to administrators and superusers (R-NOT).
public struct Notice: Sendable, Equatable {
    public var id: String
    public var kind: Kind
    public var severity: Severity
    public var title: String
    public var text: String
    public var at: Timestamp
    public var integration: String?
    public var run: String?
    /// Encoded JSON object; names people by id only.
    public var data: String
    /// User ids, fixed when it is created (R-NOT-2).
    public var recipients: [String]

    public enum Severity: String, Sendable, CaseIterable { case info, warning, error }
    public enum Kind: String, Sendable, CaseIterable {
        case testResultsReady, licenseLimitExceeded, deletionSafeguard, userConflicts, syncFailed, authorizationRequired, attributeSafeguard
    }

    public init(
        id: String, kind: Kind, severity: Severity, title: String, text: String, at: Timestamp, integration: String? = nil, run: String? = nil,
        data: String = "{}", recipients: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.severity = severity
        self.title = title
        self.text = text
        self.at = at
        self.integration = integration
        self.run = run
        self.data = data
        self.recipients = recipients
    }
}
