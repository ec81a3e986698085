internal import Crypto
internal import Foundation
import JSON

/// Sealing secrets with AES-GCM (R-CON-4). What a blob belongs to is sealed in with it, so that blobs cannot be exchanged.
extension Reading {
    func open(_ sealed: Data, belongingTo owner: String) throws(StoreError) -> JSONValue {
        let key = try key()
        let bytes: [UInt8]
        do {
            bytes = try Array(AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Array(owner.utf8)))
        } catch {
            throw .keyUnavailable("The stored secrets do not open: the key is not the one they were sealed with. Put it back, or reconnect the integration.")
        }
        do { return try JSONValue(parsing: bytes) } catch { throw .damaged("Opened secrets cannot be read.") }
    }

    /// The key, which must be the one that is in use.
    fileprivate func key() throws(StoreError) -> SymmetricKey {
        let isInUse = try hasSecrets()
        let key = try context.keys.key(mayCreate: !isInUse)
        if isInUse, let expected = try meta(.keyCheck), expected != Keys.fingerprint(key) {
            throw .keyUnavailable("The key is not the one that the stored secrets were sealed with. Put the old one back, or reconnect the integrations.")
        }
        return key
    }

    private func hasSecrets() throws(StoreError) -> Bool {
        try number("SELECT EXISTS (SELECT 1 FROM integration WHERE authorization IS NOT NULL) OR EXISTS (SELECT 1 FROM attempt)") == 1
    }
}

extension Writing {
    func seal(_ value: JSONValue, belongingTo owner: String) throws(StoreError) -> Data {
        let key = try key()
        let sealed = try Keys.seal(value.encoded(), key, owner)
        try set(.keyCheck, Keys.fingerprint(key))
        return sealed
    }
}

extension Keys {
    /// Tells keys apart and tells nothing about them.
    static func fingerprint(_ key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("staffetta key check".utf8), using: key)
        return code.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    static func seal(_ bytes: [UInt8], _ key: SymmetricKey, _ owner: String) throws(StoreError) -> Data {
        do {
            guard let sealed = try AES.GCM.seal(bytes, using: key, authenticating: Array(owner.utf8)).combined else {
                throw StoreError.keyUnavailable("Nothing can be sealed with this key.")
            }
            return sealed
        } catch {
            throw .keyUnavailable("Nothing can be sealed with this key.")
        }
    }
}
