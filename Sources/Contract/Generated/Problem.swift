// Made from protocol/ by `swift run generate`; do not edit. Sources: 2a109ab02f3ef59e
import JSON

/// Something a person should know, or has to mend.
public struct Problem: ContractValue {
    /// Whether it must be mended.
    public var severity: ProblemSeverity
    /// Stable, for programs.
    public var code: String
    /// For people.
    public var message: String
    /// Where in a configuration, or which column.
    public var path: String?
    /// Where in a file, from 1.
    public var line: Int?
    /// Whom it is about: an external ID or a user's id.
    public var subject: String?

    public init(severity: ProblemSeverity, code: String, message: String, path: String? = nil, line: Int? = nil, subject: String? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.subject = subject
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["severity", "code", "message", "path", "line", "subject"])
        self.severity = try members.required("severity")
        self.code = try members.required("code")
        self.message = try members.required("message")
        self.path = try members.optional("path")
        self.line = try members.optional("line")
        self.subject = try members.optional("subject")
        try members.check("line", self.line, in: 1...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("severity", severity)
        writer.member("code", code)
        writer.member("message", message)
        writer.member("path", path)
        writer.member("line", line)
        writer.member("subject", subject)
        writer.endObject()
    }
}

/// Whether it must be mended or deserves a second look.
public enum ProblemSeverity: String, ContractEnum {
    case error
    case warning
}
