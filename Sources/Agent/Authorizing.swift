import Contract
import Foundation
import JSON
import Provisioning
import Store
import Wire

/// The authorisation code flow (R-CON-2, R-CON-3): begun by connect or reconnect, completed with what the HRIS sends back.
extension Agent {
    /// How long an attempt waits for a person to come back from the HRIS.
    static let attemptMinutes: Int64 = 30

    /// An attempt to be stored, and where the person is to be sent; nil: this kind of authorization needs none.
    func begin(
        _ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, _ actor: Actor
    ) throws -> (attempt: AuthorizationAttempt, request: AuthorizeRequest)? {
        guard authorization.kind == .authorizationCode else { return nil }
        let redirect = try redirectURI(authorization)
        let flow = try connections.codeFlow(entry, authorization, isRestricted: actor != .host)
        // 256 bits each; RFC 7636 (4.1) asks for 43 characters of a verifier.
        let attempt = AuthorizationAttempt(
            authorization: authorization, state: unguessable(), verifier: unguessable(), expiresAt: time.now.adding(seconds: Agent.attemptMinutes * 60),
            isRestricted: actor != .host)
        let url = try flow.url(state: attempt.state, verifier: attempt.verifier, redirectURI: redirect)
        return (attempt, AuthorizeRequest(url: url, state: attempt.state, expiresAt: attempt.expiresAt.description))
    }

    /// Exchanges the code, proves what came of it, and only then stores it. Whatever fails leaves everything as it was.
    func authorize(_ name: String, state: String, code: String?, error: String?, actor: Actor) async throws -> Provisioning.Integration {
        let found = try store.read { reading -> Provisioning.Integration in
            try requireFeature(reading)
            return try self.integration(name, reading)
        }
        let entry = try entry(found.connector)
        guard entry.authorizations.contains(where: { $0.kind == .authorizationCode }) else {
            throw RPCError(.unsupported, "The connector of \(found.name) is not authorized by a code; reconnect it with one of the ways that connector/get shows.")
        }
        // A code works once, so nobody else is to try it meanwhile.
        return try await driver.leases.alone("authorization \(found.id)", store) {
            let attempt = try store.read { reading in
                try requireNoRun(found, reading)
                return try self.attempt(found, state, reading)
            }
            let isRestricted = attempt.isRestricted || actor != .host
            guard let code else { throw refused(error ?? "") }
            let flow = try connections.codeFlow(entry, attempt.authorization, isRestricted: isRestricted)
            let tokens: Tokens
            do {
                tokens = try await flow.exchange(code: code, verifier: attempt.verifier, redirectURI: try redirectURI(attempt.authorization))
            } catch let error as ConnectorError {
                let error = Redaction(entry.secrets(attempt.authorization) + [code, attempt.verifier, state]).error(error)
                if case .authorizationRequired(let message) = error { throw ConnectorError.authorizationRejected(message) }
                throw error
            }
            let proved = try await prove(entry, attempt.authorization, tokens, isRestricted: isRestricted)
            return try store.write { writing in
                var integration = try self.integration(found.id, writing)
                try requireNoRun(integration, writing)
                // Disconnected, expired or begun anew while the HRIS was asked.
                _ = try self.attempt(integration, state, writing)
                let onlySecrets = try replace(&integration, entry, attempt.authorization, proved, isRestricted: isRestricted, writing)
                try writing.audit("integration/authorize", actor, subject: integration.id, at: time.now, after: ["onlySecrets": .bool(onlySecrets)])
                return integration
            }
        }
    }

    /// The attempt that waits for exactly this answer.
    private func attempt(_ integration: Provisioning.Integration, _ state: String, _ reading: Reading) throws -> AuthorizationAttempt {
        guard let attempt = try reading.attempt(integration: integration.id), attempt.expiresAt > time.now else {
            throw RPCError(.authorizationRejected, "No authorization of \(integration.name) is waiting for an answer: it was completed already, or its time is over. Begin again with integration/connect or integration/reconnect.")
        }
        guard isSame(attempt.state, state) else {
            throw RPCError(.authorizationRejected, "This state is not the one that \(integration.name) is waiting for, so the answer belongs to something else. Use the address that the newest attempt gave.")
        }
        return attempt
    }

    private func refused(_ error: String) -> RPCError {
        let words = String(String.UnicodeScalarView(error.unicodeScalars.prefix(200).filter { $0.properties.generalCategory != .control }))
        return RPCError(.authorizationRejected, "The HRIS refused the authorization: “\(words)”. Nothing was changed.")
    }

    private func redirectURI(_ authorization: Provisioning.Authorization) throws -> String {
        let text = authorization.redirectURI ?? ""
        if let parts = URLComponents(string: text), parts.scheme?.isEmpty == false, parts.fragment == nil, parts.host?.isEmpty == false || parts.scheme?.contains(".") == true { return text }
        let message = text.isEmpty
            ? "The address to which the HRIS sends the browser back is missing (redirectUri)." : "The redirectUri is no absolute address without a fragment."
        throw RPCError(.configurationInvalid, message, data: ["problems": [Problem(.error, "settingInvalid", message, path: "authorization.redirectUri").json]])
    }

    private func unguessable() -> String {
        Data(random(32)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Takes the same time wherever they differ.
    private func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        return one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Scheduler {
    /// A new connection whose attempt has expired disappears, and its name and prefix are free again; a reconnect's leaves the old secrets (R-CON-3).
    func expireAttempts() throws {
        let now = time.now
        guard try !store.read({ try $0.expiredAttempts(now: now) }).isEmpty else { return }
        let gone = try store.write { writing -> [Provisioning.Integration] in
            var gone: [Provisioning.Integration] = []
            for id in try writing.expiredAttempts(now: now) {
                guard var integration = try writing.integration(id) else { continue }
                if integration.state == .authorizing {
                    try writing.deleteIntegration(id: id)
                    integration.state = .disconnected
                    gone.append(integration)
                } else {
                    try writing.eraseAttempt(integration: id)
                }
                try writing.audit("integration/authorize", .host, subject: id, at: now, after: ["expired": true])
            }
            return gone
        }
        for integration in gone { driver.announce(integration) }
    }
}
