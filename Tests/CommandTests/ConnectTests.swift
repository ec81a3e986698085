import Foundation
import JSON
import Testing

/// `staffetta connect`, with its answers piped in.
@Suite struct ConnectTests {
    func people(_ folder: Folder) throws -> String { try folder.write("id,first_name,last_name,mail\n1,Ada,Berg,ada@example.org\n", to: "people.csv") }

    func enabled() async throws -> Folder {
        let folder = try Folder()
        _ = try await call(folder.database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        return folder
    }

    func connect(_ folder: Folder, _ arguments: String..., answers: [String]) async throws -> Outcome {
        try await staffetta(["connect"] + arguments + ["--database", folder.database], input: Array(answers.map { $0 + "\n" }.joined().utf8))
    }

    @Test("asks the questions of the form in their order, and connects") func file() async throws {
        let folder = try await enabled()
        let outcome = try await connect(folder, "file", "--name", "People", answers: [try people(folder), "2", "emails=mail", ""])
        #expect(outcome.exit == .status(0), "\(outcome)")
        #expect(outcome.output.hasPrefix("Connected: People. Its users have external IDs that begin with “file-”.\n"), "\(outcome.output)")
        let questions = ["Path", "Format", "Columns"].compactMap { outcome.errors.range(of: "\n\($0)")?.lowerBound }
        #expect(questions.count == 3 && questions == questions.sorted(), "\(outcome.errors)")
        let integration = try await call(folder.database, "integration/get", ["integration": "People"])
        #expect(integration["state"] == "connected" && integration["connector"] == "file")
        // The commands that it names work.
        let next = outcome.output.split(separator: "\n").filter { $0.contains("staffetta call") }
        #expect(next.count == 2)
        for line in next {
            let params = try #require(line.firstMatch(of: /call (\S+) '([^']+)'/))
            _ = try await call(folder.database, String(params.1), try JSONValue(parsing: Array(params.2.utf8)))
        }
    }

    @Test("what is not needed may be left empty; a question that does not apply is not asked") func defaults() async throws {
        let folder = try await enabled()
        let path = try folder.write("[{\"id\":\"1\",\"first_name\":\"Ada\",\"last_name\":\"Berg\"}]", to: "people.json")
        let outcome = try await connect(folder, "file", answers: [path, "json"])
        #expect(outcome.exit == .status(0), "\(outcome)")
        #expect(!outcome.errors.contains("Columns"))
        #expect(try await connect(folder, "demo", answers: []).exit == .status(0))
    }

    @Test("a wrong answer, an end of the input or a refusal is told, and nothing is connected", arguments: [
        ["/missing.csv", "", ""], ["", "", ""], ["/people.csv", "xml"], ["/people.csv", "csv", "no sign"], [],
    ])
    func wrong(_ answers: [String]) async throws {
        let folder = try await enabled()
        let outcome = try await connect(folder, "file", answers: answers)
        #expect(outcome.exit == .status(1), "\(outcome)")
        #expect(outcome.errors.contains("\nError: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try await call(folder.database, "integration/list")["items"] == [])
    }

    @Test("before the terms are accepted it shows them and how to accept them; an unknown connector is told") func feature() async throws {
        let folder = try Folder()
        let off = try await connect(folder, "demo", answers: [])
        #expect(off.exit == .status(1))
        #expect(off.errors.contains("feature/enable") && off.errors.contains("acceptSubprocessor"), "\(off.errors)")
        let command = try #require(off.errors.firstMatch(of: /call feature\/enable '([^']+)'/))
        _ = try await call(folder.database, "feature/enable", try JSONValue(parsing: Array(command.1.utf8)))
        #expect(try await connect(folder, "demo", answers: []).exit == .status(0))
        let unknown = try await connect(folder, "nothing", answers: [])
        #expect(unknown.errors.contains("There is no connector “nothing”") && unknown.exit == .status(1), "\(unknown.errors)")
    }

    @Test("--reconnect gives an integration new settings; --confirm takes over users; --prefix is checked") func options() async throws {
        let folder = try await enabled()
        let path = try people(folder)
        #expect(try await connect(folder, "file", "--name", "People", answers: [path, "", ""]).exit == .status(0))
        let again = try await connect(folder, "file", "--reconnect", "People", answers: [path, "csv", ""])
        #expect(again.output.hasPrefix("Reconnected: People."), "\(again)")
        _ = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Berg", "externalId": "x-1"])
        #expect(try await connect(folder, "demo", "--prefix", "x-", answers: []).errors.contains("1 user has an external ID already"))
        #expect(try await connect(folder, "demo", "--prefix", "x-", "--confirm", answers: []).exit == .status(0))
        #expect(try await connect(folder, "demo", "--prefix", "y", answers: []).errors.contains("A prefix has 2 to 32 characters"))
    }

    @Test("hosts for --allow-http and --allow-host are checked", arguments: ["--allow-http", "--allow-host"]) func hosts(_ option: String) async throws {
        let wrong = try await staffetta([option, "http://127.0.0.1", "--memory"])
        #expect(wrong.exit == .status(64) && wrong.errors.contains("is no host"), "\(wrong)")
        #expect(try await staffetta([option, "127.0.0.1", option, "hr.example.org", "--memory"]).exit == .status(0))
    }
}
