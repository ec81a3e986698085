internal import Crypto
internal import Foundation
internal import GRDB
import Provisioning

extension Store {
    /// Seals every secret under another key, in one transaction: whatever happens, the old key opens all of them or the new one does.
    ///
    /// `source` nil: a new key takes the place of the one in the key file, which is kept beside it for older backups. Otherwise the store is to be
    /// opened with `source` from now on, and this one still has the old key. `audit` writes about it in the same transaction.
    public func rekey(to source: KeySource?, audit: (Writing) throws -> Void = { _ in }) throws {
        var file: KeyFile?
        if source == nil {
            guard case .file(let path) = context.keys.source else {
                throw StoreError.keyUnavailable("The key does not come from a file, so it is not this program's to exchange. Make a new one and name it with one of the --new-key options.")
            }
            file = KeyFile(path)
        }
        try write { writing in
            // Opened first: that also ends an exchange that was broken off.
            let old = try writing.hasSecrets() ? writing.key() : nil
            let fresh = try file.map { (file) throws(StoreError) in try file.makeNext() } ?? Keys(source ?? .memory).key(.nothing)
            if let old, Keys.fingerprint(old) == Keys.fingerprint(fresh) {
                throw StoreError.keyUnavailable("The new key is the one that is in use; nothing was changed.")
            }
            try writing.reseal(under: fresh)
            try audit(writing)
        }
        try file?.settle()
        // Nothing sealed under the old key stays in the log.
        _ = try? emptyLog()
    }

    /// For a key that is lost: erases what nobody can open any more. The integrations need a new authorization. Gives their ids.
    public func forgetSecrets(audit: (Writing) throws -> Void = { _ in }) throws -> [String] {
        try write { writing in
            let ids = try writing.forgetSecrets()
            try audit(writing)
            return ids
        }
    }
}

extension Writing {
    fileprivate func reseal(under fresh: SymmetricKey) throws(StoreError) {
        try reseal("integration", "id", "authorization", fresh) { .authorization($0) }
        try reseal("attempt", "integration", "sealed", fresh) { .attempt($0) }
        try reseal("token", "integration", "sealed", fresh) { .tokens($0) }
        try set(.keyCheck, Keys.fingerprint(fresh))
    }

    private func reseal(_ table: String, _ id: String, _ column: String, _ fresh: SymmetricKey, _ owner: (Int64) -> SealOwner) throws(StoreError) {
        let found = try all("SELECT \(id), \(column) FROM \(table) WHERE \(column) IS NOT NULL") { (row: $0[0] as Int64, sealed: $0[1] as Data) }
        for (row, sealed) in found {
            let bytes = try Keys.seal(open(sealed, belongingTo: owner(row)).encoded(), fresh, owner(row))
            try execute("UPDATE \(table) SET \(column) = ? WHERE \(id) = ?", [bytes, row])
        }
    }

    fileprivate func forgetSecrets() throws(StoreError) -> [String] {
        var forgotten: [String] = []
        for var integration in try integrations() {
            let row = try Identifier.integration.required(integration.id)
            let isSealed = try number("SELECT EXISTS (SELECT 1 FROM integration WHERE id = ? AND authorization IS NOT NULL)", [row]) == 1
            if integration.state == .authorizing {
                try deleteIntegration(id: integration.id)
            } else if isSealed {
                try eraseSecrets(integration: integration.id)
                integration.state = .needsAuthorization
                integration.nextSyncAt = nil
                try update(integration)
                forgotten.append(integration.id)
            } else {
                try eraseAttempt(integration: integration.id)
            }
        }
        return forgotten
    }
}
