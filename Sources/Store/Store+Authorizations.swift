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

extension Reading {
    /// Opened with the key, unless it holds no secret; nil: none is stored. Throws `keyUnavailable`.
    public func authorization(integration id: String) throws(StoreError) -> Authorization? {
        let row = try Identifier.integration.required(id)
        let found = try first("SELECT settings, authorization FROM integration WHERE id = ?", [row]) { (settings: $0[0] as String?, sealed: $0[1] as Data?) }
        if let settings = found?.settings { return try Authorization(stored: JSONText.parse(settings)) }
        guard let sealed = found?.sealed else { return nil }
        return try Authorization(stored: open(sealed, belongingTo: .authorization(row)))
    }

    /// Which secrets are set, and since when, without opening them (R-CON-4).
    public func secretNames(integration id: String) throws(StoreError) -> [SecretName] {
        let row = try Identifier.integration.required(id)
        return try all("SELECT name, set_at FROM secret WHERE integration = ? ORDER BY name", [row]) {
            SecretName(name: $0[0], setAt: Timestamp(milliseconds: $0[1]))
        }
    }

    /// What an authorization server gave for the current authorization; nil: nothing yet. Throws `keyUnavailable`.
    public func tokens(integration id: String) throws(StoreError) -> Tokens? {
        let row = try Identifier.integration.required(id)
        guard let sealed = try first("SELECT sealed FROM token WHERE integration = ?", [row], { $0[0] as Data }) else { return nil }
        return try Tokens(stored: open(sealed, belongingTo: .tokens(row)))
    }
}

extension Writing {
    /// Stores it in the place of any other, whose tokens go. Sealed, unless its kind has no secrets: then it needs no key. `secrets` are the
    /// names of its secret fields. Throws `keyUnavailable`.
    public func set(_ authorization: Authorization, secrets: Set<String>, integration id: String, now: Timestamp) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        let isOpen = authorization.kind == .none && secrets.isEmpty
        let settings = isOpen ? authorization.stored.text : nil
        let sealed = isOpen ? nil : try seal(authorization.stored, belongingTo: .authorization(row))
        let changed = try execute(
            "UPDATE integration SET settings = ?, authorization = ?, grant_number = grant_number + 1 WHERE id = ?", [settings, sealed, row])
        guard changed == 1 else { throw .notFound(id) }
        try execute("DELETE FROM token WHERE integration = ?", [row])
        try execute("DELETE FROM secret WHERE integration = ?", [row])
        for name in secrets where authorization.fields[name] != nil {
            try execute("INSERT INTO secret VALUES (?, ?, ?)", [row, name, now.milliseconds])
        }
    }

    /// Seals and stores what an authorization server gave for the current authorization. Throws `keyUnavailable`.
    public func set(_ tokens: Tokens, integration id: String) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        try execute("INSERT OR REPLACE INTO token VALUES (?, ?)", [row, try seal(tokens.stored, belongingTo: .tokens(row))])
    }

    /// Erases all secrets of the integration, tokens and an attempt's too (R-CON-5).
    public func eraseSecrets(integration id: String) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        try execute("UPDATE integration SET settings = NULL, authorization = NULL, grant_number = grant_number + 1 WHERE id = ?", [row])
        try execute("DELETE FROM token WHERE integration = ?", [row])
        try execute("DELETE FROM secret WHERE integration = ?", [row])
        try eraseAttempt(integration: id)
    }
}
