import JSON

/// The error of a JSON-RPC response.
public struct RPCError: Error, Sendable, Equatable {
    public var code: Int
    /// What happened, to what, and what to do next; never a secret or personal data.
    public var message: String
    public var data: JSONValue?

    public init(code: Int, message: String, data: JSONValue? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// With `data.kind`, the error's stable name.
    public init(code: Int, kind: String, message: String) {
        self.init(code: code, message: message, data: ["kind": .string(kind)])
    }

    /// The stable name, if the error has one.
    public var kind: String? { data?["kind"]?.string }
}

/// The errors that a connection makes itself.
extension RPCError {
    public static func parseError(_ message: String) -> RPCError {
        RPCError(code: -32700, kind: "parseError", message: message)
    }

    public static func invalidRequest(_ message: String) -> RPCError {
        RPCError(code: -32600, kind: "invalidRequest", message: message)
    }

    public static func methodNotFound(_ method: String) -> RPCError {
        RPCError(code: -32601, kind: "methodNotFound", message: "there is no method \(String(method.prefix(100)))")
    }

    public static func invalidParams(_ message: String) -> RPCError {
        RPCError(code: -32602, kind: "invalidParams", message: message)
    }

    public static func internalError(_ message: String) -> RPCError {
        RPCError(code: -32603, kind: "internalError", message: message)
    }

    public static let cancelled = RPCError(code: -32800, kind: "cancelled", message: "the request was cancelled")

    public static func overloaded(_ message: String) -> RPCError {
        RPCError(code: 1001, kind: "overloaded", message: message)
    }

    public static let closing = RPCError(code: 1002, kind: "closing", message: "the agent is closing; nothing was done")

    public static func messageTooLarge(maximum: Int) -> RPCError {
        RPCError(code: 1003, kind: "messageTooLarge", message: "a message was skipped: it has more than \(maximum) bytes")
    }
}
