import Foundation
import JSON
import Testing

@testable import Simulator

/// `hris-simulator` as a process.
@Suite struct ProcessTests {
    /// Beside the test bundle, where the build puts it.
    static let binary: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("hris-simulator")
    }()

    private func start(_ arguments: [String], input: String) throws -> (process: Process, output: FileHandle, errors: FileHandle) {
        let process = Process(), stdin = Pipe(), stdout = Pipe(), stderr = Pipe()
        process.executableURL = Self.binary
        process.arguments = arguments
        (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        return (process, stdout.fileHandleForReading, stderr.fileHandleForReading)
    }

    @Test("it announces its port and what each format needs in one line, serves with its faults, and ends with SIGTERM at once") func life() async throws {
        let (process, output, _) = try start(["--company", "-", "--fault", "serverError:2", "--key", "k-1"], input: "{\"id\": \"7\", \"last_name\": \"Novak\"}\n")
        let line = output.availableData
        let announced = try JSONValue(parsing: Array(line))
        #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1 && line.last == UInt8(ascii: "\n"))
        #expect(announced["pid"]?.int == Int(process.processIdentifier))
        let scim = announced["formats"]?["scim"]
        #expect(scim?["connector"]?.string == "scim" && scim?["authorization"]?["fields"]?["bearerToken"]?.string == "k-1")
        #expect(announced["formats"]?.object?.names == ["apideck", "bamboohr", "personio", "hibob", "scim"])
        let users = (scim?["url"]?.string ?? "") + "/Users"
        try await Client.with(Company()) { client async throws in
            #expect(try await client.send("GET", users, [("Authorization", "Bearer k-1")]).json?["Resources"]?.array?.first?["id"]?.string == "7")
            #expect(try await client.send("GET", users, [("Authorization", "Bearer k-1")]).status == 500)
        }
        process.terminate()
        let asked = ContinuousClock.now
        process.waitUntilExit()
        #expect(ContinuousClock.now - asked < .seconds(2))
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM)
    }

    @Test("what makes no sense is refused with the reason, before anything is served", arguments: [
        (["--company", "/nowhere/at/all"], "", "/nowhere/at/all cannot be read"), (["--company", "-"], "{}\n{\n", "-: line 2 is not JSON"),
        (["--company", "-", "--fault", "slo"], "", "slo: no such fault; there are unauthorized"), ([], "", "--company"),
    ]) func refusals(arguments: [String], input: String, words: String) throws {
        let (process, output, errors) = try start(arguments, input: input)
        let said = String(decoding: errors.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
        #expect(said.contains(words), "\(said)")
        #expect(output.readDataToEndOfFile().isEmpty)
    }
}
