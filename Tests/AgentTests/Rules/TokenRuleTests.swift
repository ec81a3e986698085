import Contract
import Foundation
import JSON
import Provisioning
import Store
import Testing

@testable import Agent

@Suite struct TokenRuleTests {
    /// Two processes' worth of keepers of one integration, which has `tokens`.
    func keepers(_ folder: TestFolder, _ tokens: Tokens?) throws -> (stores: [Store], keepers: [StoredTokens]) {
        let stores = try (0..<2).map { _ in try Store(.file(path: folder.file("a.sqlite")), keys: .file(folder.file("key"))) }
        let integration = try stores[0].write { writing in
            let new = try writing.insert(Integration(id: "", connector: "scripted", name: "Acme", prefix: "acme-", createdAt: TestAgent.start))
            try writing.set(Authorization(kind: .bearer, fields: [:]), secrets: [], integration: new.id, now: TestAgent.start)
            if let tokens { try writing.set(tokens, integration: new.id) }
            return try writing.integration(new.id)
        }
        return (stores, stores.map { StoredTokens(store: $0, leases: Leases(), integration: integration?.id ?? "", grant: integration?.grant ?? 0) })
    }

    @Test("tokens are renewed once, however many ask in however many processes, and all get the same") func once() async throws {
        let folder = try TestFolder()
        let old = Tokens(access: "old", refresh: "r0")
        let (_, keepers) = try keepers(folder, old)
        let hris = ScriptedHRIS()
        hris.with { _ = $0.server.refresh.insert("r0") }
        let got = try await withThrowingTaskGroup(of: Tokens.self) { group in
            for number in 0..<12 {
                group.addTask {
                    try await keepers[number % 2].renew(after: old) { used throws(ConnectorError) in
                        await Task.yield()
                        guard let fresh = hris.with({ $0.server.exchange(refresh: used?.refresh) }) else { throw .authorizationRequired("used up") }
                        return fresh
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(got.map(\.access)).count == 1)
        #expect(hris.with { $0.server.given } == 1 && hris.with { $0.server.refused } == 0)
        #expect(try await keepers[1].tokens() == got.first)
    }

    @Test("what a server has given is stored even if nobody waits for it any more") func cancelled() async throws {
        let folder = try TestFolder()
        let (_, keepers) = try keepers(folder, nil)
        let (entered, go) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
        let task = Task {
            try await keepers[0].renew(after: nil) { _ throws(ConnectorError) in
                entered.continuation.finish()
                for await _ in go.stream {}
                return Tokens(access: "new", refresh: "r1")
            }
        }
        for await _ in entered.stream {}
        task.cancel()
        go.continuation.finish()
        _ = try? await task.value
        #expect(try await keepers[1].tokens() == Tokens(access: "new", refresh: "r1"))
    }

    @Test("a failed renewal stores nothing and lets the next one try") func failed() async throws {
        let folder = try TestFolder()
        let (_, keepers) = try keepers(folder, nil)
        await #expect(throws: ConnectorError.remoteUnavailable("away")) { try await keepers[0].renew(after: nil) { _ throws(ConnectorError) in throw .remoteUnavailable("away") } }
        #expect(try await keepers[1].tokens() == nil)
        #expect(try await keepers[1].renew(after: nil) { _ throws(ConnectorError) in Tokens(access: "new") } == Tokens(access: "new"))
    }

    @Test("after a reconnect nothing of the older authorization is given or stored") func reconnected() async throws {
        let folder = try TestFolder()
        let (stores, keepers) = try keepers(folder, Tokens(access: "old"))
        let store = stores[0]
        await #expect(throws: ConnectorError.self) {
            try await keepers[0].renew(after: Tokens(access: "old")) { _ throws(ConnectorError) in
                do { try store.write { try $0.set(Authorization(kind: .bearer, fields: [:]), secrets: [], integration: "i1", now: TestAgent.start) } } catch { throw .cancelled }
                return Tokens(access: "for the tenant before")
            }
        }
        #expect(try stores[1].read { try $0.tokens(integration: "i1") } == nil)
        await #expect(throws: ConnectorError.self) { try await keepers[1].tokens() }
    }

    @Test("a holder that died holds nobody up") func died() async throws {
        let folder = try TestFolder()
        let (stores, keepers) = try keepers(folder, nil)
        // A process id that is nobody's: those of Linux end at 4,194,304.
        let dead = Lease(name: "tokens i1", pid: 4_999_999, token: "t", expiresAt: SystemClock().now.adding(seconds: 3600))
        #expect(try stores[0].write { try $0.acquire(dead, now: SystemClock().now) })
        #expect(try await keepers[1].renew(after: nil) { _ throws(ConnectorError) in Tokens(access: "new") } == Tokens(access: "new"))
        #expect(try stores[0].read { try $0.lease("tokens i1", now: SystemClock().now) } == nil)
    }

    @Test("a lost key is told as such") func lostKey() async throws {
        let folder = try TestFolder()
        _ = try keepers(folder, Tokens(access: "old"))
        try FileManager.default.removeItem(atPath: folder.file("key"))
        let store = try Store(.file(path: folder.file("a.sqlite")), keys: .file(folder.file("key")))
        let keeper = StoredTokens(store: store, leases: Leases(), integration: "i1", grant: 1)
        await #expect { try await keeper.tokens() } throws: {
            if case .tokensUnavailable(kind: "keyUnavailable", _)? = $0 as? ConnectorError { true } else { false }
        }
    }

    @Test("runs, fields and explanations renew the stored tokens") func users() async throws {
        let agent = try await CodeFlowRuleTests().connected()
        for (count, method) in ["integration/fields", "integration/explain", "integration/runTest"].enumerated() {
            agent.hris.with { $0.server.access = [] }
            var params: JSONObject = ["integration": "Acme"]
            if method.hasSuffix("explain") { params["employeeId"] = "1" }
            if method.hasSuffix("runTest") { params["wait"] = true }
            let result = try await agent.call(method, .object(params))
            #expect(result["run"]?.state ?? "succeeded" == "succeeded")
            #expect(agent.hris.with { $0.server.given } == count + 2)
        }
        #expect(agent.hris.with { $0.server.refused } == 0)
    }
}
