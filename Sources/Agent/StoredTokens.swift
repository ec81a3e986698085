import Contract
import Provisioning
import Store
import Wire

/// An integration's tokens, sealed in the store. They belong to one authorization of it: after a reconnect, what still uses the older one gets none.
struct StoredTokens: TokenKeeper {
    let store: Store
    let leases: Leases
    let integration: String
    let grant: Int

    func tokens() throws(ConnectorError) -> Tokens? {
        do {
            return try store.read { reading in
                try requireGrant(reading)
                return try reading.tokens(integration: integration)
            }
        } catch { throw ConnectorError(keeping: error) }
    }

    func renew(after used: Tokens?, _ fetch: @escaping @Sendable (Tokens?) async throws(ConnectorError) -> Tokens) async throws(ConnectorError) -> Tokens {
        if let current = try tokens(), current != used { return current }
        // A task of its own, which nobody cancels: a refresh token that the server has exchanged works no more, and the new one must be stored.
        let renewal = Task { () -> Result<Tokens, ConnectorError> in
            do {
                return .success(try await leases.alone("tokens \(integration)", store) {
                    let current = try tokens()
                    // Somebody else was faster.
                    if let current, current != used { return current }
                    let fresh = try await fetch(current)
                    try await keep(fresh)
                    return fresh
                })
            } catch { return .failure(ConnectorError(keeping: error)) }
        }
        return try await renewal.value.get()
    }

    /// Patient, since the old ones may be used up: another process may hold the write lock for a long apply.
    private func keep(_ tokens: Tokens) async throws {
        for attempt in 1... {
            do {
                return try store.write { writing in
                    try requireGrant(writing)
                    try writing.set(tokens, integration: integration)
                }
            } catch StoreError.locked where attempt < 60 { try await Task.sleep(for: .milliseconds(100)) }
        }
    }

    private func requireGrant(_ reading: Reading) throws {
        guard try reading.integration(integration)?.grant == grant else {
            throw RPCError(.wrongState, "The integration was reconnected or disconnected meanwhile; begin again.")
        }
    }
}

extension ConnectorError {
    /// What reading or storing tokens comes to for the connector, which only passes it on.
    fileprivate init(keeping error: any Error) {
        if let error = error as? ConnectorError {
            self = error
            return
        }
        let error = RPCError(error)
        self = .tokensUnavailable(kind: error.kind ?? ErrorKind.internalError.rawValue, message: error.message)
    }
}
