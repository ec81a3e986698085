import JSON

/// What stands behind a connection. Results are encoded JSON.
public protocol MessageHandler: Sendable {
    /// nil: there is no such method.
    func effect(of method: String) -> Effect?
    /// Answers a `read`, `local` or `control` call. May block; runs on one thread at a time per connection, `control` calls apart.
    func answer(_ call: Call) throws(RPCError) -> [UInt8]
    /// Answers a `remote` call.
    func perform(_ call: Call) async throws(RPCError) -> [UInt8]
    /// A notification from the client that the connection itself does not know.
    func received(_ call: Call)
    /// The connection became a session (its `initialize` was answered).
    func opened(_ client: any Client)
    func closed(_ client: any Client)
}
