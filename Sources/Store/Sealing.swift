internal import Crypto
internal import Foundation
import JSON

/// What a sealed blob belongs to. It is sealed in with it, so that blobs cannot be exchanged.
enum SealOwner {
    case authorization(Int64)
    case tokens(Int64)
    case attempt(Int64)

    var bytes: [UInt8] {
        switch self {
        case .authorization(let row): Array("integration \(row) authorization".utf8)
        case .tokens(let row): Array("integration \(row) tokens".utf8)
        case .attempt(let row): Array("integration \(row) attempt".utf8)
        }
    }
}

/// Sealing secrets with AES-GCM (R-CON-4).
extension Reading {
    func open(_ sealed: Data, belongingTo owner: SealOwner) throws(StoreError) -> JSONValue {
        let key = try key()
        let bytes: [UInt8]
        do {
            bytes = try Array(AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: owner.bytes))
        } catch {
            throw .damaged("A sealed secret does not open under its key.")
        }
        do { return try JSONValue(parsing: bytes) } catch { throw .damaged("Opened secrets cannot be read.") }
    }

    /// The key, which must be the one that is in use.
    func key() throws(StoreError) -> SymmetricKey { try context.keys.key(hasSecrets() ? .sealed(under: meta(.keyCheck)) : .nothing) }

    func hasSecrets() throws(StoreError) -> Bool {
        try number("""
            SELECT EXISTS (SELECT 1 FROM integration WHERE authorization IS NOT NULL) OR EXISTS (SELECT 1 FROM attempt)
                OR EXISTS (SELECT 1 FROM token)
            """) == 1
    }
}

extension Writing {
    func seal(_ value: JSONValue, belongingTo owner: SealOwner) throws(StoreError) -> Data {
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

    static func seal(_ bytes: [UInt8], _ key: SymmetricKey, _ owner: SealOwner) throws(StoreError) -> Data {
        do {
            guard let sealed = try AES.GCM.seal(bytes, using: key, authenticating: owner.bytes).combined else {
                throw StoreError.keyUnavailable("Nothing can be sealed with this key.")
            }
            return sealed
        } catch {
            throw .keyUnavailable("Nothing can be sealed with this key.")
        }
    }
}
