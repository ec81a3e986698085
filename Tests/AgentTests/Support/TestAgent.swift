import Agent
import Connectors
import Foundation
import JSON
import Logging
import Provisioning
import Store
import Synchronization
import Wire

/// An agent with a clock that stands still, a scripted HRIS beside the connectors there are, and a client that is connected to it.
final class TestAgent: Sendable {
    let agent: Agent
    let store: Store
    let clock: VirtualClock
    let hris: ScriptedHRIS
    let client: TestClient

    static let start = Timestamp("2026-01-05T08:00:00Z") ?? Timestamp(milliseconds: 0)

    struct TestCatalog: ConnectorCatalog {
        let hris: ScriptedHRIS
        var entries: [ConnectorEntry] { Catalog().entries + [ScriptedConnector.entry, ScriptedConnector.codeEntry] }
        func connector(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any Connector {
            id.hasPrefix("scripted") ? ScriptedConnector(hris: hris, setup: setup) : try Catalog().connector(id, setup)
        }
        func codeFlow(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any CodeFlow {
            id == "scripted-code" ? ScriptedCodeFlow(hris: hris) : try Catalog().codeFlow(id, setup)
        }
    }

    /// `at`: where the database is; nil: in memory. `isSession`: begins with `initialize`, so that notifications flow.
    init(
        at path: String? = nil, now: Timestamp = TestAgent.start, hris: ScriptedHRIS = ScriptedHRIS(), catalog: (any ConnectorCatalog)? = nil, isSession: Bool = false,
        maximumMessage: Int = 16 << 20,
        options change: (inout Options) -> Void = { _ in }
    ) async throws {
        store = try Store(path.map { .file(path: $0) } ?? .memory, keys: path.map { .file($0 + ".key") } ?? .memory)
        clock = VirtualClock(now)
        self.hris = hris
        var options = Options(version: "0.0.0")
        change(&options)
        agent = Agent(
            store: store, catalog: catalog ?? TestCatalog(hris: hris), time: clock, options: options, log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            random: Self.countedBytes())
        try agent.recover()
        client = TestClient(agent, maximumMessage: maximumMessage)
        if isSession {
            try await call("initialize", [:])
            client.connection.notify("initialized")
        }
    }

    deinit { client.connection.closeInput() }

    /// Other bytes each time, and the same in each test.
    private static func countedBytes() -> @Sendable (Int) -> [UInt8] {
        let last = Mutex<UInt8>(0)
        return { count in
            let number = last.withLock { last in
                last &+= 1
                return last
            }
            return [UInt8](repeating: number, count: count)
        }
    }

    /// The result, or the error that was answered.
    @discardableResult
    func call(_ method: String, _ params: JSONValue = [:]) async throws -> JSONValue { try await client.call(method, params) }

    /// The kind of the error that a request is answered with; nil: it was carried out.
    func refusal(_ method: String, _ params: JSONValue = [:]) async throws -> RPCError? {
        do {
            try await call(method, params)
            return nil
        } catch let error as RPCError { return error }
    }

    /// Ends the connection and closes the database, as when the process goes.
    func end() async throws {
        client.connection.closeInput()
        _ = await client.connection.awaitEnd()
        try store.close()
    }

    // MARK: The way to a running integration

    func enableFeature() async throws { try await call("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true]) }

    /// Connected and configured, with the feature on.
    func connected(_ configuration: JSONValue = [:], name: String = "Acme", prefix: String = "acme-", to employees: [Employee]? = nil) async throws {
        if let employees { hris.deliver(employees) }
        try await enableFeature()
        try await call("integration/connect", [
            "connector": "scripted", "name": .string(name), "prefix": .string(prefix), "authorization": ["kind": "bearer", "fields": ["token": "s3cret-token", "tenant": "one"]],
        ])
        try await call("integration/configure", ["integration": .string(name), "configuration": configuration])
    }

    func test(_ name: String = "Acme") async throws -> JSONValue { try await call("integration/runTest", ["integration": .string(name), "wait": true])["run"] ?? .null }
    func sync(_ name: String = "Acme") async throws -> JSONValue { try await call("integration/sync", ["integration": .string(name), "wait": true])["run"] ?? .null }

    /// Enables without asking back; the first sync has ended.
    @discardableResult
    func enable(_ name: String = "Acme") async throws -> JSONValue {
        try await call("integration/enable", ["integration": .string(name), "confirm": true, "wait": true])["run"] ?? .null
    }

    func advance(hours: Int = 0, minutes: Int = 0, seconds: Int = 0) async throws {
        try await call("clock/advance", ["seconds": JSONValue(hours * 3600 + minutes * 60 + seconds)])
    }

    func items(_ method: String, _ params: JSONValue = [:]) async throws -> [JSONValue] { try await call(method, params)["items"]?.array ?? [] }

    /// Everything that a refused request must leave as it was: people, attributes, segments, integrations, configurations, settings, notifications.
    func dump() async throws -> String {
        var parts = [try await call("user/list", ["limit": 1000]), try await call("account/get"), try await call("feature/list"), try await call("notification/list")]
        for attribute in try await items("attribute/list") {
            parts.append(attribute)
            if attribute["type"] == "choice" { parts.append(try await call("segment/list", ["attribute": attribute["key"] ?? .null])) }
        }
        for integration in try await items("integration/list") {
            var kept = integration.object ?? [:]
            // A failed run is told; what it was to change is not touched.
            for name in ["lastTest", "lastSync", "quota", "running"] { kept[name] = nil }
            parts.append(.object(kept))
            parts.append(try await call("integration/configuration", ["integration": integration["id"] ?? .null]))
        }
        parts.append(try await call("user/changes", ["since": 0, "limit": 1000]))
        return parts.map(\.text).joined(separator: "\n")
    }
}

/// A folder that goes with its owner.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "agent-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: file(name)))
        return file(name)
    }
}

extension JSONValue {
    subscript(path: String...) -> JSONValue? { path.reduce(self as JSONValue?) { $0?[$1] } }
    var kind: String? { self["data"]?["kind"]?.string }
    /// `created updated deleted unchanged conflicts skipped` of a run.
    var counts: String {
        let summary = self["summary"]
        return ["created", "updated", "deleted", "unchanged", "conflicts", "skipped"].map { "\(summary?[$0]?.int ?? -1)" }.joined(separator: " ")
    }
    var state: String? { self["state"]?.string }
}
