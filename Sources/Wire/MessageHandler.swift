import JSON

/// What stands behind a connection. Results are encoded JSON without line feeds.
public protocol MessageHandler: Sendable {
    /// nil: there is no such method.
    func effect(of method: String) -> Effect?
    /// Whether a `read` is so short that it may be answered on the thread that reads the input, where nothing can overtake it.
    func isQuick(_ method: String) -> Bool
    /// Answers a `read`, `local` or `control` call. May block; runs on one thread at a time per connection, `control` calls apart.
    func answer(_ call: Call) throws(RPCError) -> [UInt8]
    /// Answers a `remote` call. What it does before it first suspends is done before later calls of the connection begin.
    func perform(_ call: Call) async throws(RPCError) -> [UInt8]
    /// A notification from the client that the connection itself does not know; in order with the calls.
    func received(_ call: Call)
    /// The connection became a session (its `initialize` was answered).
    func opened(_ client: any Client)
    /// A script's input has ended and all its requests are answered: returns when the work it started has ended, too.
    func drain(_ client: any Client) async
    /// Nothing comes from or goes to this client any more.
    func closed(_ client: any Client)
}

extension MessageHandler {
    public func isQuick(_ method: String) -> Bool { false }
    public func received(_ call: Call) {}
    public func opened(_ client: any Client) {}
    public func drain(_ client: any Client) async {}
    public func closed(_ client: any Client) {}
}
