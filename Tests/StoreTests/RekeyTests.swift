import Foundation
import Provisioning
import Store
import Testing

/// Exchanging the key: whatever interrupts it, one of the two keys opens everything.
@Suite struct RekeyTests {
    let authorization = Authorization(kind: .apiKey, fields: ["apiKey": .text("marker-41ac"), "subdomain": .text("acme")])
    let tokens = Tokens(access: "marker-access", refresh: "marker-refresh", expiresAt: noon)

    func connected(_ files: TemporaryStore) throws -> Store {
        let store = try files.open()
        try store.write { writing in
            _ = try writing.insert(integration("HR", prefix: "hr-"))
            try writing.set(authorization, secrets: ["apiKey"], integration: "i1", now: noon)
            try writing.set(tokens, integration: "i1")
            var new = integration("New", prefix: "new-")
            new.state = .authorizing
            _ = try writing.insert(new)
            try writing.set(AuthorizationAttempt(authorization: authorization, state: "s", verifier: "v", expiresAt: noon), integration: "i2")
        }
        return store
    }

    func expectOpen(_ store: Store, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let (found, given, attempt) = try store.read { (try $0.authorization(integration: "i1"), try $0.tokens(integration: "i1"), try $0.attempt(integration: "i2")) }
        #expect(found == authorization, sourceLocation: sourceLocation)
        #expect(given == tokens, sourceLocation: sourceLocation)
        #expect(attempt?.state == "s", sourceLocation: sourceLocation)
    }

    func keyFiles(_ files: TemporaryStore) throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: files.directory) where name.hasPrefix("key") {
            #expect(try files.mode(files.directory + "/" + name) == 0o600)
            found[name] = try String(contentsOfFile: files.directory + "/" + name, encoding: .utf8)
        }
        return found
    }

    @Test("A new key takes the place of the file's; other processes go on, and older backups open with the key that is kept")
    func inPlace() throws {
        let files = try TemporaryStore()
        let store = try connected(files)
        let other = try files.open()
        try expectOpen(other)
        let backup = files.directory + "/backup.sqlite"
        try store.backup(to: backup)
        let old = try #require(try keyFiles(files)["key"])
        try store.rekey(to: nil)
        let now = try keyFiles(files)
        #expect(now["key"] != old && now.count == 2)
        #expect(now.first { $0.key.hasPrefix("key.old-") }?.value == old)
        try expectOpen(store)
        try expectOpen(other)
        try expectOpen(try files.open())
        try expectOpen(try Store(.file(path: backup), keys: .file(files.keyPath)))
        try store.rekey(to: nil)
        try expectOpen(other)
        try expectOpen(try Store(.file(path: backup), keys: .file(files.keyPath)))
        #expect(try keyFiles(files).count == 3)
    }

    /// The steps of the exchange, and the files as a crash after each leaves them.
    @Test("A crash after any step of the exchange leaves a key that opens everything, and the next use ends it", arguments: ["new key written", "sealed", "old key kept", "done"], [false, true])
    func crash(after step: String, again: Bool) throws {
        let files = try TemporaryStore()
        let store = try connected(files)
        let next = files.keyPath + ".new"
        if step == "new key written" {
            try String(repeating: "ab", count: 32).write(toFile: next, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: next)
        } else {
            let old = try #require(try keyFiles(files)["key"])
            try store.rekey(to: nil)
            if step != "done" {
                // Back to where the names have not been exchanged yet.
                try FileManager.default.moveItem(atPath: files.keyPath, toPath: next)
                try old.write(toFile: files.keyPath, atomically: false, encoding: .utf8)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.keyPath)
                if step == "sealed" {
                    let kept = try #require(try keyFiles(files).keys.first { $0.hasPrefix("key.old-") })
                    try FileManager.default.removeItem(atPath: files.directory + "/" + kept)
                }
            }
        }
        if again { try files.open().rekey(to: nil) }
        try expectOpen(try files.open())
        try expectOpen(try files.open())
        #expect(try keyFiles(files)["key.new"] == nil || step == "new key written" && !again)
    }

    @Test("To another source: a new file is made, the same key is refused, and a source without a key changes nothing")
    func elsewhere() throws {
        let files = try TemporaryStore()
        let store = try connected(files)
        let current = try #require(try keyFiles(files)["key"]).trimmingCharacters(in: .whitespacesAndNewlines)
        for bad in [KeySource.file(files.keyPath), .command("echo \(current)"), .environment("STAFFETTA_TEST_UNSET"), .command("exit 3"), .file(files.directory + "/no/folder/key")] {
            #expect { try store.rekey(to: bad) } throws: { isKeyUnavailable($0) }
            try expectOpen(try files.open())
        }
        let new = files.directory + "/key2"
        try store.rekey(to: .file(new))
        try expectOpen(try Store(.file(path: files.path), keys: .file(new)))
        #expect { try files.open().read { try $0.tokens(integration: "i1") } } throws: { isKeyUnavailable($0) }
        let fromCommand = try Store(.file(path: files.path), keys: .command("cat '\(new)'"))
        #expect { try fromCommand.rekey(to: nil) } throws: { isKeyUnavailable($0) }
        try expectOpen(fromCommand)
    }

    @Test("The key comes from a file descriptor, read once")
    func descriptor() throws {
        let files = try TemporaryStore()
        let store = try connected(files)
        let handle = try #require(FileHandle(forReadingAtPath: files.keyPath))
        let number = dup(handle.fileDescriptor)
        let other = try Store(.file(path: files.path), keys: .descriptor(number))
        try expectOpen(other)
        try expectOpen(other)
        // Closed; the number may be another file's by now.
        var (key, now) = (stat(), stat())
        #expect(fstat(handle.fileDescriptor, &key) == 0 && (fstat(number, &now) != 0 || now.st_ino != key.st_ino || now.st_dev != key.st_dev))
        try store.rekey(to: nil)
        #expect { try other.read { try $0.tokens(integration: "i1") } } throws: { isKeyUnavailable($0) }
    }

    @Test("A lost key: the secrets are erased, the integrations need authorization, and all goes on with a new key")
    func forget() throws {
        let files = try TemporaryStore()
        let store = try connected(files)
        try store.write { writing in
            _ = try writing.insert(integration("File", prefix: "file-"))
            try writing.set(Authorization(kind: .none, fields: ["path": .text("/people.csv")]), secrets: [], integration: "i3", now: noon)
        }
        try FileManager.default.removeItem(atPath: files.keyPath)
        let lost = try files.open()
        #expect { try lost.read { try $0.authorization(integration: "i1") } } throws: { isKeyUnavailable($0, saying: "--forget-secrets") }
        #expect(try lost.read { try $0.authorization(integration: "i3") }?.fields == ["path": .text("/people.csv")], "what holds no secret needs no key")
        #expect(try lost.forgetSecrets() == ["i1"])
        #expect(try lost.read { try $0.integration("i1")?.state } == .needsAuthorization)
        #expect(try lost.read { try $0.integration("New") } == nil, "it never came to be")
        #expect(try lost.read { try $0.integration("i3")?.state } == .connected)
        try lost.write { try $0.set(authorization, secrets: ["apiKey"], integration: "i1", now: noon) }
        #expect(try files.open().read { try $0.authorization(integration: "i1") } == authorization)
    }

    private func isKeyUnavailable(_ error: any Error, saying words: String = "") -> Bool {
        if case .keyUnavailable(let message)? = error as? StoreError { words.isEmpty || message.contains(words) } else { false }
    }
}
