import JSON
import Wire

/// From a call to the function of `AgentAPI` and back: the methods of `Wire.MessageHandler` that need the contract.
public struct Dispatch<API: AgentAPI>: Sendable {
    public let api: API

    public init(_ api: API) { self.api = api }

    /// nil: there is no such method.
    public func effect(of method: String) -> Effect? { Method(name: method)?.effect }

    func answer<P: Params, R: JSONWritable>(
        _ method: Method, _ call: Call, _ handler: (P, Call) throws(RPCError) -> R
    ) throws(RPCError) -> [UInt8] {
        let params: P = try decoded(call)
        try api.admit(method, actor: params.actor, call)
        return try handler(params, call).encoded()
    }

    func perform<P: Params, R: JSONWritable>(
        _ method: Method, _ call: Call, _ handler: (P, Call) async throws(RPCError) -> R
    ) async throws(RPCError) -> [UInt8] {
        let params: P = try decoded(call)
        try api.admit(method, actor: params.actor, call)
        return try await handler(params, call).encoded()
    }

    func decoded<P: Params>(_ call: Call) throws(RPCError) -> P {
        do { return try P(json: .object(call.params), at: "") } catch { throw RPCError(error) }
    }

    static func openRPC() -> [UInt8] {
        openRPCDocument.withUTF8Buffer { Array($0) }
    }

    static func methodNotFound(_ name: String) -> RPCError {
        RPCError(.methodNotFound, "There is no method \(String(name.prefix(100))); see the methods that initialize lists.")
    }
}

extension Method {
    private static let names: [String: Method] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// By the name on the wire, faster than by `rawValue`.
    public init?(name: String) {
        guard let method = Self.names[name] else { return nil }
        self = method
    }
}
