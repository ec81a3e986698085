import Foundation
import JSON
import Testing

/// `staffetta call`, for scripts.
@Suite struct CallTests {
    @Test("the result is one line on stdout") func result() async throws {
        let outcome = try await staffetta(["call", "attribute/list", "--memory"])
        #expect(outcome.output == #"{"items":[]}"# + "\n")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.exit == .status(0))
    }

    @Test("an error is JSON on stderr, with status 1 and nothing on stdout", arguments: [
        ("user/nothing", "{}", "methodNotFound"), ("user/get", #"{"user":"u9"}"#, "notFound"), ("user/list", #"{"limt":3}"#, "invalidParams"),
        ("feature/enable", #"{"feature":"hrisIntegration"}"#, "acceptanceRequired"),
    ])
    func error(_ method: String, _ params: String, _ kind: String) async throws {
        let outcome = try await staffetta(["call", method, params, "--memory"])
        #expect(outcome.exit == .status(1))
        #expect(outcome.output.isEmpty)
        let error = try #require(try? JSONValue(parsing: Array(outcome.errors.utf8)), "\(outcome.errors)")
        #expect(error["data"]?["kind"]?.string == kind)
        #expect(error["code"]?.int != nil && error["message"]?.string?.isEmpty == false)
    }

    @Test("- reads the parameters from stdin") func fromInput() async throws {
        let outcome = try await staffetta(["call", "user/create", "-", "--memory"], input: Array("{\"firstName\": \"Zoë\",\n \"lastName\": \"O'Hara\"}\n".utf8))
        #expect(outcome.exit == .status(0))
        #expect(try JSONValue(parsing: Array(outcome.output.utf8))["firstName"]?.string == "Zoë")
    }

    @Test("parameters that are no object are refused in a sentence", arguments: ["[1]", "7", "{x", "", "{} {}"])
    func badParams(_ params: String) async throws {
        let outcome = try await staffetta(["call", "user/list", params, "--memory"])
        #expect(outcome.exit == .status(1))
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: The parameters ") && outcome.errors.hasSuffix("\n"), "\(outcome.errors)")
    }

    @Test("a call that starts a run prints it when it has ended; a run that failed is status 1") func waits() async throws {
        let folder = try Folder()
        let people = try folder.manyPeople(500)
        try await folder.connect(people)
        let run = try await call(folder.database, "integration/runTest", ["integration": "People"])["run"]
        #expect(run?["state"]?.string == "succeeded")
        #expect(run?["summary"]?["created"]?.int == 500)
        try FileManager.default.removeItem(atPath: people)
        let outcome = try await staffetta(["call", "integration/runTest", #"{"integration":"People"}"#, "--database", folder.database])
        #expect(outcome.exit == .status(1))
        #expect(try JSONValue(parsing: Array(outcome.errors.utf8))["data"]?["kind"]?.string == "fileUnavailable")
        #expect(try outcome.messages.first?["run"]?["state"]?.string == "failed")
    }

    @Test("a call that must not wait starts the run all the same, and it is finished before the command leaves") func withoutWaiting() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(500))
        let run = try await call(folder.database, "integration/runTest", ["integration": "People", "wait": false])["run"]
        #expect(run?["state"]?.string != "succeeded")
        #expect(try await call(folder.database, "run/get", ["integration": "People"])["state"]?.string == "succeeded")
    }
}
