import Foundation
import GRDB
import JSON
import Testing

/// Runs `body` with a child and kills that at the end, whatever the end is.
func withChild<T: Sendable>(
    _ arguments: [String], environment: [String: String] = [:], reading: Child.Reading = .always, lifetime: Double = 60, _ body: (Child) async throws -> T
) async throws -> T {
    let child = try Child(arguments, environment: environment, reading: reading, lifetime: lifetime)
    do {
        let result = try await body(child)
        await child.stop()
        return result
    } catch {
        await child.stop()
        throw error
    }
}

/// What a command did from its start to its end.
struct Outcome {
    var exit: Exit
    var output: String
    var errors: String

    /// stdout, line by line, as JSON.
    var messages: [JSONValue] {
        get throws { try output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) } }
    }
}

/// Starts the binary, gives it all the input, and waits for its end.
func staffetta(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) async throws -> Outcome {
    try await withChild(arguments, environment: environment) { child in
        child.write(input)
        child.closeInput()
        let output = await child.output.rest()
        let errors = await child.log()
        return Outcome(exit: try await child.end(), output: String(decoding: output, as: UTF8.self), errors: errors)
    }
}

func staffetta(_ arguments: String..., lines: [String]) async throws -> Outcome {
    try await staffetta(arguments, input: Array(lines.map { $0 + "\n" }.joined().utf8))
}

/// `staffetta call` with what it gave.
func call(_ database: String, _ method: String, _ params: JSONValue = [:], _ options: String...) async throws -> JSONValue {
    let outcome = try await staffetta(["call", method, params.text, "--database", database] + options)
    #expect(outcome.exit == .status(0), "\(method): \(outcome.errors)")
    return try JSONValue(parsing: Array(outcome.output.utf8))
}

/// A folder that goes with its owner.
final class Folder: Sendable {
    let path: String
    var database: String { path + "/users.sqlite" }

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    /// Enough people that reading them takes this build a while.
    func manyPeople(_ count: Int) throws -> String {
        var text = "id,first_name,last_name,email,department\n"
        for number in 1...count { text += "\(number),First\(number),Last\(number),person\(number)@example.org,Department \(number % 20)\n" }
        return try write(text, to: "people.csv")
    }

    /// An integration “People” that reads `file`, configured.
    func connect(_ file: String) async throws {
        _ = try await call(database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        _ = try await call(database, "integration/connect", ["connector": "file", "name": "People", "authorization": ["kind": "none", "fields": ["path": .string(file)]]])
        _ = try await call(database, "integration/configure", ["integration": "People", "configuration": [:]])
    }
}

extension Child {
    func expectEnd(_ wanted: Exit, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let found = try await end()
        #expect(found == wanted, sourceLocation: sourceLocation)
    }

    /// A figure of /proc/PID/status, in kB.
    func memory(_ name: String) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + ":") })
        return try #require(line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) })
    }
}

/// What another program does to a database.
func sqlite(_ path: String, _ sql: String) throws {
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(20)
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try other.close()
}
