import Contract
import Wire

/// Stands behind a connection when the database cannot be opened: answers every request with why, so that also a client that sees
/// nothing but the protocol hears it.
public struct UnopenedAgent: MessageHandler {
    private let error: RPCError

    public init(_ error: RPCError) { self.error = error }

    public func effect(of method: String) -> Effect? { Method(name: method)?.effect }
    public func answer(_ call: Call) throws(RPCError) -> [UInt8] { throw error }
    public func perform(_ call: Call) async throws(RPCError) -> [UInt8] { throw error }
}
