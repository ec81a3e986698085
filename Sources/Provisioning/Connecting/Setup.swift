/// What a connector is made with.
public struct ConnectorSetup: Sendable {
    public var authorization: Authorization
    public var tokens: any TokenKeeper
    public var time: any TimeSource
    /// Somebody other than the host chose the address or asks: loopback, private and link-local addresses are out unless the operator allowed the host.
    public var isRestricted: Bool

    public init(authorization: Authorization, tokens: any TokenKeeper, time: any TimeSource, isRestricted: Bool = false) {
        self.authorization = authorization
        self.tokens = tokens
        self.time = time
        self.isRestricted = isRestricted
    }
}

/// What an authorisation server gave: secrets.
public struct Tokens: Sendable, Equatable {
    public var access: String
    public var refresh: String?
    /// nil: the server did not tell.
    public var expiresAt: Timestamp?

    public init(access: String, refresh: String? = nil, expiresAt: Timestamp? = nil) {
        self.access = access
        self.refresh = refresh
        self.expiresAt = expiresAt
    }
}

/// Keeps an integration's tokens for its connector, sealed.
public protocol TokenKeeper: Sendable {
    func tokens() async throws(ConnectorError) -> Tokens?

    /// Replaces tokens that are used up; `used` nil: there were none. One at a time for an integration: if somebody else has replaced `used` meanwhile,
    /// theirs are given and `fetch` is not called, since a rotated refresh token works only once. What `fetch` gives is stored before it is returned.
    /// Goes on to its end when its caller is cancelled: what a server has given once must not be lost.
    func renew(after used: Tokens?, _ fetch: @escaping @Sendable (Tokens?) async throws(ConnectorError) -> Tokens) async throws(ConnectorError) -> Tokens
}

/// The authorisation code flow of an HRIS (R-CON-2), with PKCE (RFC 7636).
public protocol CodeFlow: Sendable {
    /// Where the administrator is to be sent.
    func url(state: String, verifier: String, redirectURI: String) throws(ConnectorError) -> String
    /// `authorizationRejected`: the authorisation server refuses the code.
    func exchange(code: String, verifier: String, redirectURI: String) async throws(ConnectorError) -> Tokens
}
