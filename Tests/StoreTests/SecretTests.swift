import Foundation
import Provisioning
import Store
import Testing

@Suite struct SecretTests {
    let authorization = Authorization(
        kind: .clientCredentials,
        fields: ["clientSecret": .text("marker-9f3a"), "subdomain": .text("acme"), "pages": .number(2.5), "strict": .boolean(true), "headers": .map(["X-Key": "marker-9f3a"])],
        redirectURI: "https://example.com/back")

    func connected(_ store: Store) throws {
        try store.write { writing in
            _ = try writing.insert(integration("HR", prefix: "hr-"))
            try writing.set(authorization, secrets: ["clientSecret", "apiKey"], integration: "i1", now: noon)
        }
    }

    @Test("R-CON-4 Secrets are sealed before they reach the file, and not in a backup either")
    func sealed() throws {
        let files = try TemporaryStore()
        let store = try files.open()
        try connected(store)
        try store.write {
            try $0.set(AuthorizationAttempt(authorization: authorization, state: "marker-9f3a", verifier: "marker-9f3a", expiresAt: noon), integration: "i1")
        }
        try store.backup(to: files.directory + "/mirror.sqlite.backup")
        #expect(try store.read { try $0.authorization(integration: "i1") } == authorization)
        let bytes = try files.bytes()
        #expect(bytes.range(of: Data("hr-".utf8)) != nil)
        #expect(bytes.range(of: Data("marker-9f3a".utf8)) == nil)
        #expect(bytes.range(of: Data("acme".utf8)) == nil)
    }

    @Test("Which secrets are set, and when, is known without the key; erasing leaves nothing")
    func names() throws {
        let files = try TemporaryStore()
        try connected(try files.open())
        let store = try Store(.file(path: files.path), keys: .file(files.directory + "/lost"))
        #expect(try store.read { try $0.secretNames(integration: "i1") } == [SecretName(name: "clientSecret", setAt: noon)])
        try store.write { try $0.eraseSecrets(integration: "i1") }
        #expect(try store.read { try $0.secretNames(integration: "i1") } == [])
        #expect(try store.read { try $0.authorization(integration: "i1") } == nil)
        // Nothing depends on the lost key any more, so a new one is made.
        try store.write { try $0.set(authorization, secrets: [], integration: "i1", now: noon) }
        #expect(try store.read { try $0.authorization(integration: "i1") } == authorization)
    }

    @Test("An attempt comes back until it is erased, and is told when it has expired")
    func attempt() throws {
        let store = try memoryStore()
        _ = try store.write { try $0.insert(integration("HR", prefix: "hr-")) }
        let attempt = AuthorizationAttempt(authorization: authorization, state: "s", verifier: "v", expiresAt: noon)
        try store.write { try $0.set(attempt, integration: "i1") }
        #expect(try store.read { try $0.attempt(integration: "i1") } == attempt)
        #expect(try store.read { try $0.expiredAttempts(now: noon.adding(seconds: -1)) } == [])
        #expect(try store.read { try $0.expiredAttempts(now: noon) } == ["i1"])
        try store.write { try $0.eraseAttempt(integration: "i1") }
        #expect(try store.read { try $0.attempt(integration: "i1") } == nil)
    }

    @Test("A lost, wrong or public key is told when a secret is needed, and changes nothing", arguments: ["missing", "other", "garbage", "public"])
    func badKey(fault: String) throws {
        let files = try TemporaryStore()
        try connected(try files.open())
        let manager = FileManager.default
        switch fault {
        case "missing": try manager.removeItem(atPath: files.keyPath)
        case "other": try String(repeating: "0a", count: 32).write(toFile: files.keyPath, atomically: false, encoding: .utf8)
        case "garbage": try "no key".write(toFile: files.keyPath, atomically: false, encoding: .utf8)
        default: try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: files.keyPath)
        }
        let store = try files.open()
        #expect(try store.read { try $0.integrations().count } == 1)
        #expect { try store.read { try $0.authorization(integration: "i1") } } throws: { isKeyUnavailable($0) }
        #expect { try store.write { try $0.set(authorization, secrets: [], integration: "i1", now: noon) } } throws: { isKeyUnavailable($0) }
        #expect(manager.fileExists(atPath: files.keyPath) == (fault != "missing"))
    }

    @Test("The key can come from a command or the environment, and be exchanged for another")
    func sources() throws {
        let files = try TemporaryStore()
        let key = String(repeating: "5e", count: 32)
        let store = try Store(.file(path: files.path), keys: .command("echo \(key)"))
        try connected(store)
        try store.rekey(to: .file(files.keyPath))
        #expect(try files.mode(files.keyPath) == 0o600)
        #expect(try files.open().read { try $0.authorization(integration: "i1") } == authorization)
        let old = try Store(.file(path: files.path), keys: .command("echo \(key)"))
        #expect { try old.read { try $0.authorization(integration: "i1") } } throws: { isKeyUnavailable($0) }
        for source in [KeySource.environment("STAFFETTA_TEST_UNSET"), .command("exit 3"), .command("echo short")] {
            let store = try Store(.file(path: files.path), keys: source)
            #expect { try store.read { try $0.authorization(integration: "i1") } } throws: { isKeyUnavailable($0) }
        }
    }

    private func isKeyUnavailable(_ error: any Error) -> Bool {
        if case .keyUnavailable? = error as? StoreError { true } else { false }
    }
}

@Suite struct TokenTests {
    @Test("Tokens are sealed, and belong to one authorization")
    func tokens() throws {
        let files = try TemporaryStore()
        let store = try files.open()
        let tokens = Tokens(access: "marker-7e1d", refresh: "marker-88aa", expiresAt: noon)
        try store.write { writing in
            _ = try writing.insert(integration("HR", prefix: "hr-"))
            try writing.set(Authorization(kind: .apiKey, fields: [:]), secrets: [], integration: "i1", now: noon)
            try writing.set(tokens, integration: "i1")
        }
        #expect(try store.read { try $0.tokens(integration: "i1") } == tokens)
        #expect(try files.bytes().range(of: Data("marker-".utf8)) == nil)
        let grant = try store.read { try $0.integration("i1")?.grant }
        try store.write { try $0.set(Authorization(kind: .apiKey, fields: [:]), secrets: [], integration: "i1", now: noon) }
        #expect(try store.read { try $0.tokens(integration: "i1") } == nil)
        #expect(try store.read { try $0.integration("i1")?.grant } == grant.map { $0 + 1 })
        try store.write { try $0.set(Tokens(access: "a"), integration: "i1") }
        #expect(try store.read { try $0.tokens(integration: "i1") } == Tokens(access: "a"))
        try store.write { try $0.eraseSecrets(integration: "i1") }
        #expect(try store.read { try $0.tokens(integration: "i1") } == nil)
    }

    @Test("An authorization without secrets is kept in the clear and needs no key; one with secrets is not")
    func withoutKey() throws {
        let files = try TemporaryStore()
        let store = try Store(.file(path: files.path), keys: .environment("STAFFETTA_TEST_UNSET"))
        _ = try store.write { try $0.insert(integration("HR", prefix: "hr-")) }
        let open = Authorization(kind: .none, fields: ["path": .text("/people.csv")])
        try store.write { try $0.set(open, secrets: [], integration: "i1", now: noon) }
        #expect(try store.read { try $0.authorization(integration: "i1") } == open)
        #expect(throws: StoreError.self) { try store.write { try $0.set(open, secrets: ["path"], integration: "i1", now: noon) } }
        #expect(throws: StoreError.self) { try store.write { try $0.set(Authorization(kind: .bearer, fields: [:]), secrets: [], integration: "i1", now: noon) } }
        #expect(try store.read { try $0.authorization(integration: "i1") } == open)
    }
}
