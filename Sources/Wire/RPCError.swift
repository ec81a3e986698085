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
}
