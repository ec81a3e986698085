import JSON
import Simulator
import Testing

/// What `hris-simulator` announces is what a connector takes, as it stands there.
@Suite struct AnnouncementTests {
    private static let formats = ["apideck", "bamboohr", "personio", "hibob", "scim"]

    private func scene(_ format: String, _ body: (Simulator, Folder, _ announced: JSONValue) async throws -> Void) async throws {
        let simulator = try await Simulator.start(company: try Company(parsing: Array(CodeFlowTests.people.utf8)))
        let folder = try Folder()
        _ = try await call(folder.database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        let announced = try JSONValue(parsing: Array(simulator.announcement.utf8))["formats"]?[format]
        do { try await body(simulator, folder, try #require(announced)) } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
    }

    /// Everybody is read.
    private func test(_ folder: Folder) async throws {
        _ = try await call(folder.database, "integration/configure", ["integration": "i1", "configuration": [:]])
        let test = try await call(folder.database, "integration/runTest", ["integration": "i1"], "--allow-http", "127.0.0.1")
        #expect(test["run"]?["state"] == "succeeded" && test["run"]?["summary"]?["created"] == 2, "\(test)")
    }

    @Test("integration/connect takes the announced authorization", arguments: formats) func program(_ format: String) async throws {
        try await scene(format) { simulator, folder, announced in
            let params: JSONValue = ["connector": announced["connector"] ?? .null, "authorization": announced["authorization"] ?? .null]
            _ = try await call(folder.database, "integration/connect", params, "--allow-http", "127.0.0.1")
            try await test(folder)
        }
    }

    @Test("staffetta connect takes the announced fields and address as answers to its form", arguments: formats) func terminal(_ format: String) async throws {
        try await scene(format) { simulator, folder, announced in
            let connector = try #require(announced["connector"]?.string), kind = try #require(announced["authorization"]?["kind"]?.string)
            let entry = try await call(folder.database, "connector/get", ["connector": .string(connector)])
            let form = try #require(entry["authorizations"]?.array?.first { $0["kind"]?.string == kind }?["form"]?["properties"]?.object)
            var answers: [String] = []
            for question in form.members.sorted(by: { ($0.value["x-order"]?.int ?? 0) < ($1.value["x-order"]?.int ?? 0) }) {
                let isAddress = ["baseUrl", "url"].contains(question.name)
                let answer = isAddress ? announced["url"]?.string : announced["authorization"]?["fields"]?[question.name]?.string
                answers.append((answer ?? "") + "\n")
            }
            let outcome = try await staffetta(
                ["connect", connector, "--kind", kind, "--database", folder.database, "--allow-http", "127.0.0.1"], input: Array(answers.joined().utf8))
            #expect(outcome.exit == .status(0), "\(outcome)")
            try await test(folder)
        }
    }
}
