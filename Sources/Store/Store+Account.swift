internal import GRDB
import JSON
import Provisioning

/// Whether a feature is on, and who accepted its terms (R-ACC-1).
public struct FeatureState: Sendable, Equatable {
    public var enabled: Bool
    public var acceptance: Acceptance?

    public struct Acceptance: Sendable, Equatable {
        public var at: Timestamp
        /// A user id, or `host`.
        public var by: String
        /// Of the terms.
        public var version: String

        public init(at: Timestamp, by: String, version: String) {
            self.at = at
            self.by = by
            self.version = version
        }
    }

    public init(enabled: Bool = false, acceptance: Acceptance? = nil) {
        self.enabled = enabled
        self.acceptance = acceptance
    }
}

/// What there is one of.
enum MetaKey {
    case store, sequence, account, keyCheck
    case feature(String)

    var text: String {
        switch self {
        case .store: "store"
        case .sequence: "sequence"
        case .account: "account"
        case .keyCheck: "keyCheck"
        case .feature(let name): "feature.\(name)"
        }
    }
}

extension Reading {
    /// Random; another one in each backup, so that a change feed cannot go on across a restore (R-USR-2).
    public func storeID() throws(StoreError) -> String {
        guard let id = try meta(.store) else { throw .damaged("The store has no id.") }
        return id
    }

    /// The account's settings (R-ACC-4); nil: they have never been changed.
    public func account() throws(StoreError) -> Account? {
        guard let value = try json(.account) else { return nil }
        guard let zone = value["timeZone"]?.string.flatMap({ AccountTimeZone($0) }),
            let login = value["kioskLogin"]?.string.flatMap({ Account.KioskLogin(rawValue: $0) })
        else { throw .damaged("The account's settings cannot be read.") }
        return Account(
            timeZone: zone, defaultLanguage: value["defaultLanguage"]?.string ?? "en", languages: value["languages"]?.array?.compactMap(\.string) ?? [],
            licenseLimit: value["licenseLimit"]?.int, kioskLogin: login, protectAdministrators: value["protectAdministrators"]?.bool ?? true)
    }

    /// Off, and never accepted, unless it has been set.
    public func feature(_ name: String) throws(StoreError) -> FeatureState {
        guard let value = try json(.feature(name)) else { return FeatureState() }
        var state = FeatureState(enabled: value["enabled"]?.bool ?? false)
        if let acceptance = value["acceptance"], let at = acceptance["at"]?.int {
            state.acceptance = FeatureState.Acceptance(
                at: Timestamp(milliseconds: Int64(at)), by: acceptance["by"]?.string ?? "", version: acceptance["version"]?.string ?? "")
        }
        return state
    }

    func meta(_ key: MetaKey) throws(StoreError) -> String? {
        try first("SELECT value FROM meta WHERE key = ?", [key.text]) { $0[0] as String }
    }

    private func json(_ key: MetaKey) throws(StoreError) -> JSONValue? {
        guard let text = try meta(key) else { return nil }
        return try JSONText.parse(text)
    }
}

extension Writing {
    public func set(_ account: Account) throws(StoreError) {
        var value: JSONValue = [
            "timeZone": .string(account.timeZone.name), "defaultLanguage": .string(account.defaultLanguage),
            "languages": .array(account.languages.map { .string($0) }), "kioskLogin": .string(account.kioskLogin.rawValue),
            "protectAdministrators": .bool(account.protectAdministrators),
        ]
        if let limit = account.licenseLimit { value = value.adding("licenseLimit", JSONValue(limit)) }
        try set(.account, value.text)
    }

    public func set(feature name: String, _ state: FeatureState) throws(StoreError) {
        var value: JSONValue = ["enabled": .bool(state.enabled)]
        if let acceptance = state.acceptance {
            value = value.adding("acceptance", [
                "at": JSONValue(Int(acceptance.at.milliseconds)), "by": .string(acceptance.by), "version": .string(acceptance.version),
            ])
        }
        try set(.feature(name), value.text)
    }

    func set(_ key: MetaKey, _ value: String?) throws(StoreError) {
        if let value {
            try execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [key.text, value])
        } else {
            try execute("DELETE FROM meta WHERE key = ?", [key.text])
        }
    }
}
