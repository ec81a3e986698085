import Foundation
import Provisioning
import Store
import Testing

@Suite struct MigrationTests {
    static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data")

    /// `schema-1.sql` is a dump of a database that the first released step made: a demo integration, configured, sealed under the key 5e5e…, and a user.
    @Test("A database of the first schema is brought to today's, with all that is in it", arguments: ["one process", "two processes"])
    func first(_ processes: String) async throws {
        let files = try TemporaryStore()
        let dump = try String(contentsOf: Self.data.appending(path: "schema-1.sql"), encoding: .utf8)
        try sqlite(files.path, dump)
        let key = KeySource.command("echo \(String(repeating: "5e", count: 32))")
        let stores = try await withThrowingTaskGroup(of: Store.self) { group in
            for _ in 0..<(processes == "one process" ? 1 : 4) { group.addTask { [path = files.path] in try Store(.file(path: path), keys: key) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let store = try #require(stores.first)
        #expect(try store.check() == [])
        var integration = try #require(try store.read { try $0.integration("Demo") })
        #expect(integration.state == .connected && integration.isConfigured && integration.prefix == "demo-")
        #expect(!integration.isRestricted && integration.grant == 0)
        #expect(try store.read { try $0.authorization(integration: integration.id) } == Authorization(kind: .none, fields: [:]))
        #expect(try store.read { try $0.user(emailKey: "ada@example.org") }?.role == .administrator)
        // What the new step is for works.
        integration.isRestricted = true
        try store.write { writing in
            try writing.update(integration)
            try writing.set(Tokens(access: "a"), integration: integration.id)
        }
        let again = try Store(.file(path: files.path), keys: key)
        #expect(try again.read { try $0.integration("Demo")?.isRestricted } == true)
        #expect(try again.read { try $0.tokens(integration: integration.id) } == Tokens(access: "a"))
    }
}
