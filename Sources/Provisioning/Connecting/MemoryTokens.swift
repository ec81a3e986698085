/// Tokens of a connector that belongs to no integration yet (R-CON-3: nothing is stored before the proof).
public actor MemoryTokens: TokenKeeper {
    private var current: Tokens?

    public init(_ tokens: Tokens? = nil) { current = tokens }

    public func tokens() -> Tokens? { current }

    public func renew(after used: Tokens?, _ fetch: @escaping @Sendable (Tokens?) async throws(ConnectorError) -> Tokens) async throws(ConnectorError) -> Tokens {
        if let current, current != used { return current }
        let fresh = try await fetch(current)
        current = fresh
        return fresh
    }
}
