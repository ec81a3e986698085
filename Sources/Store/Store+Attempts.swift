internal import Foundation
internal import GRDB
import JSON
import Provisioning

/// An authorisation by code that waits for its answer (R-CON-3).
public struct AuthorizationAttempt: Sendable, Equatable {
    /// What the caller filled in.
    public var authorization: Authorization
    /// Unguessable; comes back with the code.
    public var state: String
    /// Of PKCE (RFC 7636).
    public var verifier: String
    public var expiresAt: Timestamp
    /// An actor began it.
    public var isRestricted: Bool

    public init(authorization: Authorization, state: String, verifier: String, expiresAt: Timestamp, isRestricted: Bool = false) {
        self.authorization = authorization
        self.state = state
        self.verifier = verifier
        self.expiresAt = expiresAt
        self.isRestricted = isRestricted
    }
}

extension Reading {
    public func attempt(integration id: String) throws(StoreError) -> AuthorizationAttempt? {
        let row = try Identifier.integration.required(id)
        let found = try first("SELECT sealed, expires_at FROM attempt WHERE integration = ?", [row]) { (sealed: $0[0] as Data, at: $0[1] as Int64) }
        guard let found else { return nil }
        let value = try open(found.sealed, belongingTo: .attempt(row))
        guard let authorization = value["authorization"], let state = value["state"]?.string, let verifier = value["verifier"]?.string else {
            throw .damaged("An attempt to authorize cannot be read.")
        }
        return try AuthorizationAttempt(
            authorization: Authorization(stored: authorization), state: state, verifier: verifier, expiresAt: Timestamp(milliseconds: found.at),
            isRestricted: value["restricted"] != false)
    }

    /// Ids of the integrations whose attempts have expired.
    public func expiredAttempts(now: Timestamp) throws(StoreError) -> [String] {
        try all("SELECT integration FROM attempt WHERE expires_at <= ? ORDER BY integration", [now.milliseconds]) { Identifier.integration.text($0[0]) }
    }
}

extension Writing {
    /// Seals and stores it in the place of any other. Throws `keyUnavailable`.
    public func set(_ attempt: AuthorizationAttempt, integration id: String) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        let value: JSONValue = [
            "authorization": attempt.authorization.stored, "state": .string(attempt.state), "verifier": .string(attempt.verifier),
            "restricted": .bool(attempt.isRestricted),
        ]
        try execute("INSERT OR REPLACE INTO attempt VALUES (?, ?, ?)", [row, try seal(value, belongingTo: .attempt(row)), attempt.expiresAt.milliseconds])
    }

    public func eraseAttempt(integration id: String) throws(StoreError) {
        try execute("DELETE FROM attempt WHERE integration = ?", [Identifier.integration.required(id)])
    }
}
