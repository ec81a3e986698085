internal import Foundation
internal import GRDB
import JSON
import Provisioning

/// A secret that is set, without the secret.
public struct SecretName: Sendable, Equatable {
    public var name: String
    public var setAt: Timestamp
    public init(name: String, setAt: Timestamp) {
        self.name = name
        self.setAt = setAt
    }
}

/// An authorisation by code that waits for its answer (R-CON-3).
public struct AuthorizationAttempt: Sendable, Equatable {
    /// What the caller filled in.
    public var authorization: Authorization
    /// Unguessable; comes back with the code.
    public var state: String
    /// Of PKCE (RFC 7636).
    public var verifier: String
    public var expiresAt: Timestamp

    public init(authorization: Authorization, state: String, verifier: String, expiresAt: Timestamp) {
        self.authorization = authorization
        self.state = state
        self.verifier = verifier
        self.expiresAt = expiresAt
    }
}

extension Reading {
    /// Opened with the key; nil: none is stored. Throws `keyUnavailable`.
    public func authorization(integration id: String) throws(StoreError) -> Authorization? {
        let row = try Identifier.integration.required(id)
        let sealed = try first("SELECT authorization FROM integration WHERE id = ?", [row]) { $0[0] as Data? }
        guard let sealed = sealed ?? nil else { return nil }
        return try Authorization(stored: open(sealed, belongingTo: Reading.owner(row)))
    }

    /// Which secrets are set, and since when, without opening them (R-CON-4).
    public func secretNames(integration id: String) throws(StoreError) -> [SecretName] {
        let row = try Identifier.integration.required(id)
        return try all("SELECT name, set_at FROM secret WHERE integration = ? ORDER BY name", [row]) {
            SecretName(name: $0[0], setAt: Timestamp(milliseconds: $0[1]))
        }
    }

    public func attempt(integration id: String) throws(StoreError) -> AuthorizationAttempt? {
        let row = try Identifier.integration.required(id)
        let found = try first("SELECT sealed, expires_at FROM attempt WHERE integration = ?", [row]) { (sealed: $0[0] as Data, at: $0[1] as Int64) }
        guard let found else { return nil }
        let value = try open(found.sealed, belongingTo: Reading.attemptOwner(row))
        guard let authorization = value["authorization"], let state = value["state"]?.string, let verifier = value["verifier"]?.string else {
            throw .damaged("An attempt to authorize cannot be read.")
        }
        return try AuthorizationAttempt(
            authorization: Authorization(stored: authorization), state: state, verifier: verifier, expiresAt: Timestamp(milliseconds: found.at))
    }

    /// Ids of the integrations whose attempts have expired.
    public func expiredAttempts(now: Timestamp) throws(StoreError) -> [String] {
        try all("SELECT integration FROM attempt WHERE expires_at <= ? ORDER BY integration", [now.milliseconds]) { Identifier.integration.text($0[0]) }
    }

    fileprivate static func owner(_ row: Int64) -> String { "integration \(row) authorization" }
    fileprivate static func attemptOwner(_ row: Int64) -> String { "integration \(row) attempt" }
}

extension Writing {
    /// Seals and stores it in the place of any other. `secrets` are the names of its secret fields. Throws `keyUnavailable`.
    public func set(_ authorization: Authorization, secrets: Set<String>, integration id: String, now: Timestamp) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        let sealed = try seal(authorization.stored, belongingTo: Reading.owner(row))
        guard try execute("UPDATE integration SET authorization = ? WHERE id = ?", [sealed, row]) == 1 else { throw .notFound(id) }
        try execute("DELETE FROM secret WHERE integration = ?", [row])
        for name in secrets where authorization.fields[name] != nil {
            try execute("INSERT INTO secret VALUES (?, ?, ?)", [row, name, now.milliseconds])
        }
    }

    /// Erases all secrets of the integration, an attempt's too (R-CON-5).
    public func eraseSecrets(integration id: String) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        try execute("UPDATE integration SET authorization = NULL WHERE id = ?", [row])
        try execute("DELETE FROM secret WHERE integration = ?", [row])
        try eraseAttempt(integration: id)
    }

    public func set(_ attempt: AuthorizationAttempt, integration id: String) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        let value: JSONValue = ["authorization": attempt.authorization.stored, "state": .string(attempt.state), "verifier": .string(attempt.verifier)]
        let sealed = try seal(value, belongingTo: Reading.attemptOwner(row))
        try execute("INSERT OR REPLACE INTO attempt VALUES (?, ?, ?)", [row, sealed, attempt.expiresAt.milliseconds])
    }

    public func eraseAttempt(integration id: String) throws(StoreError) {
        try execute("DELETE FROM attempt WHERE integration = ?", [Identifier.integration.required(id)])
    }

    /// Seals every secret again under another key.
    func reseal(with keys: Keys) throws(StoreError) {
        let fresh = try keys.key(mayCreate: true)
        let integrations = try all("SELECT id, authorization FROM integration WHERE authorization IS NOT NULL") { (row: $0[0] as Int64, sealed: $0[1] as Data) }
        for (row, sealed) in integrations {
            let bytes = try Keys.seal(open(sealed, belongingTo: Reading.owner(row)).encoded(), fresh, Reading.owner(row))
            try execute("UPDATE integration SET authorization = ? WHERE id = ?", [bytes, row])
        }
        let attempts = try all("SELECT integration, sealed FROM attempt") { (row: $0[0] as Int64, sealed: $0[1] as Data) }
        for (row, sealed) in attempts {
            let bytes = try Keys.seal(open(sealed, belongingTo: Reading.attemptOwner(row)).encoded(), fresh, Reading.attemptOwner(row))
            try execute("UPDATE attempt SET sealed = ? WHERE integration = ?", [bytes, row])
        }
        try set(.keyCheck, Keys.fingerprint(fresh))
    }
}

extension Store {
    /// Seals every secret under another key. Afterwards the store is to be opened with it; this one still has the old key.
    public func rekey(to source: KeySource) throws(StoreError) {
        do {
            try write { writing in try writing.reseal(with: Keys(source)) }
        } catch {
            throw StoreError(error)
        }
    }
}
