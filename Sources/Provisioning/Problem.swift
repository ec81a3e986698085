/// Something a person should know, or has to mend.
public struct Problem: Sendable, Equatable {
    public enum Severity: String, Sendable { case error, warning }

    public var severity: Severity
    /// Stable, for programs.
    public var code: String
    public var message: String
    /// Where in a configuration.
    public var path: String?
    /// Where in a file, from 1.
    public var line: Int?
    /// An external ID or a user id.
    public var subject: String?

    public init(_ severity: Severity, _ code: String, _ message: String, path: String? = nil, line: Int? = nil, subject: String? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.subject = subject
    }
}
