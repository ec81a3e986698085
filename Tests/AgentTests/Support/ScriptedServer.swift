import Provisioning

/// An authorization server that takes each code once and exchanges each refresh token once, as strict ones do.
struct ScriptedServer {
    var codes: Set<String> = []
    var access: Set<String> = []
    var refresh: Set<String> = []
    /// How many pairs of tokens it has given, and how often it was asked in vain.
    var given = 0
    var refused = 0
    /// The verifiers that came with codes.
    var verifiers: [String] = []

    mutating func mint() -> Tokens {
        given += 1
        access = ["access-marker-\(given)"]
        refresh.insert("refresh-marker-\(given)")
        return Tokens(access: "access-marker-\(given)", refresh: "refresh-marker-\(given)")
    }

    /// nil: it was never given, or used already.
    mutating func exchange(refresh token: String?) -> Tokens? {
        guard let token, refresh.remove(token) != nil else {
            refused += 1
            return nil
        }
        return mint()
    }
}

struct ScriptedCodeFlow: CodeFlow {
    let hris: ScriptedHRIS

    func url(state: String, verifier: String, redirectURI: String) throws(ConnectorError) -> String {
        "https://login.scripted.example/authorize?state=\(state)&challenge=of-\(verifier.prefix(4))&redirect=\(redirectURI)"
    }

    func exchange(code: String, verifier: String, redirectURI: String) async throws(ConnectorError) -> Tokens {
        let tokens = hris.with { state -> Tokens? in
            state.server.verifiers.append(verifier)
            return state.server.codes.remove(code) == nil ? nil : state.server.mint()
        }
        guard let tokens else { throw .authorizationRejected("The HRIS says: invalid_grant, there is no code “\(code)”.") }
        return tokens
    }
}

extension ScriptedConnector {
    static let codeEntry = ConnectorEntry(
        id: "scripted-code", name: "Scripted with a code",
        authorizations: [
            AuthorizationForm(
                kind: .authorizationCode, title: "Log in",
                form: #"{"type":"object","properties":{"clientSecret":{"type":"string","title":"Client secret","x-secret":true},"tenant":{"type":"string","title":"Tenant"}},"required":["clientSecret"]}"#,
                help: "Any secret will do.", secretFields: ["clientSecret"])
        ],
        supports: .init())

    /// With a token that the server still takes; else with a new one for its refresh token.
    func enter() async throws(ConnectorError) {
        if case .text(let token)? = setup.authorization.fields["token"] { hris.with { $0.restrictions.append("\(token) \(setup.isRestricted ? "restricted" : "free")") } }
        guard setup.authorization.kind == .authorizationCode else { return }
        let tokens = try await setup.tokens.tokens()
        if let tokens, hris.with({ $0.server.access.contains(tokens.access) }) { return }
        let hris = hris
        _ = try await setup.tokens.renew(after: tokens) { used throws(ConnectorError) in
            guard let fresh = hris.with({ $0.server.exchange(refresh: used?.refresh) }) else {
                throw .authorizationRequired("The HRIS says: invalid_grant for \(used?.refresh ?? "no token").")
            }
            return fresh
        }
    }
}
