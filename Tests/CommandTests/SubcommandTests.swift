import Foundation
import JSON
import Testing

/// The other subcommands, and what is said about them.
@Suite struct SubcommandTests {
    @Test("--version is a version and nothing else") func version() async throws {
        let outcome = try await staffetta(["--version"])
        #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(outcome.output)")
        #expect(outcome.exit == .status(0))
    }

    @Test("--help has a sentence for every subcommand, and each has help of its own") func help() async throws {
        let outcome = try await staffetta(["--help"])
        #expect(outcome.exit == .status(0))
        let list = try #require(outcome.output.range(of: "SUBCOMMANDS:\n"))
        let end = try #require(outcome.output.range(of: "\n\n", range: list.upperBound..<outcome.output.endIndex))
        var lines: [[Substring]] = []
        for line in outcome.output[list.upperBound..<end.lowerBound].split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") {
            lines.append(line.split(separator: " "))
        }
        let names = lines.map { String($0[0]) }
        #expect(Set(names).isSuperset(of: ["serve", "call", "run-due", "check", "backup", "protocol", "demo"]))
        for (name, line) in zip(names, lines) {
            #expect(line.count > 3, "\(name) has no sentence")
            let help = try await staffetta(["help", name])
            #expect(help.exit == .status(0))
            #expect(help.output.contains("USAGE: staffetta \(name)"))
        }
    }

    @Test("a wrong command line is answered with a sentence and status 64", arguments: [
        ["--bogus"], ["call"], ["backup"], ["--memory", "--database", "x"], ["--log-level", "loud"], ["--tests-per-day", "-1"], ["--tests-per-day=-1"],
        ["--syncs-per-day", "many"], ["--virtual-clock", "tomorrow"], ["--key-env", "A", "--key-file", "b"], ["--max-message=0"], ["--max-message=-5"], ["nothing"],
    ])
    func usage(_ arguments: [String]) async throws {
        let outcome = try await staffetta(arguments)
        #expect(outcome.exit == .status(64))
        #expect(outcome.output.isEmpty)
        let sentence = try #require(outcome.errors.split(separator: "\n").first)
        #expect(sentence.hasPrefix("Error: ") && sentence.count > 20, "\(outcome.errors)")
    }

    @Test("protocol prints the OpenRPC document with the methods that initialize names") func document() async throws {
        let printed = try await staffetta(["protocol"])
        #expect(printed.exit == .status(0))
        let document = try JSONValue(parsing: Array(printed.output.utf8))
        let documented = Set(try #require(document["methods"]?.array).compactMap { $0["name"]?.string })
        let messages = try await staffetta("--memory", lines: [Child.request(1, "initialize"), Child.request(2, "rpc.discover")]).messages
        let served = Set(try #require(messages.first?["result"]?["methods"]?.array).compactMap(\.string))
        // Served with --virtual-clock alone.
        #expect(documented.subtracting(served).isSubset(of: ["clock/get", "clock/advance", "initialized", "exit"]), "\(documented.subtracting(served))")
        #expect(served.isSubset(of: documented), "\(served.subtracting(documented))")
        #expect(messages.last?["result"] == document)
    }

    @Test("check says that a database is in order, and does not make one") func check() async throws {
        let folder = try Folder()
        let missing = try await staffetta(["check", "--database", folder.database])
        #expect(missing.exit == .status(1))
        #expect(missing.errors.contains("There is no database \(folder.database)"), "\(missing.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.database))
        _ = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Byron"])
        let outcome = try await staffetta(["check", "--database", folder.database])
        #expect(outcome.exit == .status(0))
        #expect(outcome.output == "The database is in order.\n")
    }

    @Test("backup copies a database that is in use, never over a file, and makes none") func backup() async throws {
        let folder = try Folder()
        let copy = folder.path + "/copy.sqlite"
        let missing = try await staffetta(["backup", "--database", folder.database, copy])
        #expect(missing.exit == .status(1))
        #expect(!FileManager.default.fileExists(atPath: copy) && !FileManager.default.fileExists(atPath: folder.database))
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            _ = try await child.result(1, "user/create", ["firstName": "Ada", "lastName": "Byron"])
            #expect(try await staffetta(["backup", "--database", folder.database, copy]).exit == .status(0))
            let before = try Data(contentsOf: URL(fileURLWithPath: copy))
            let again = try await staffetta(["backup", "--database", folder.database, copy])
            #expect(again.exit == .status(1))
            #expect(again.errors == "Error: Cannot create \(copy): File exists.\n")
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
        }
        #expect(try mode(copy) == 0o600)
        #expect(try await call(copy, "user/list")["items"]?.array?.first?["firstName"]?.string == "Ada")
    }

    @Test("demo plays the six steps, in a folder of its own") func demo() async throws {
        let folder = try Folder()
        let place = folder.path + "/demo"
        let outcome = try await staffetta(["demo", "--directory", place], environment: ["HOME": folder.path, "XDG_DATA_HOME": ""])
        #expect(outcome.exit == .status(0))
        #expect(outcome.errors.isEmpty, "\(outcome.errors)")
        let steps = outcome.output.split(separator: "\n").compactMap { $0.firstMatch(of: /^([1-6])  [A-Z]/)?.output.1 }
        #expect(steps == ["1", "2", "3", "4", "5", "6"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["demo"])
        let again = try await staffetta(["demo", "--directory", place])
        #expect(again.exit == .status(1))
        #expect(again.errors.contains("is not empty"), "\(again.errors)")
    }

    @Test("run-due runs what is due, once; status 1 if it failed") func runDue() async throws {
        let folder = try Folder()
        let people = try folder.manyPeople(20)
        try await folder.connect(people)
        _ = try await call(folder.database, "integration/enable", ["integration": "People", "confirm": true])
        let early = try await staffetta(["run-due", "--database", folder.database])
        #expect(early.output.isEmpty && early.exit == .status(0))
        let tomorrow = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 24 * 3_600 + 60))
        let due = try await staffetta(["run-due", "--database", folder.database, "--virtual-clock", tomorrow])
        #expect(due.output.contains("succeeded") && due.exit == .status(0), "\(due)")
        let again = try await staffetta(["run-due", "--database", folder.database, "--virtual-clock", tomorrow])
        #expect(again.output.isEmpty && again.exit == .status(0))
        try FileManager.default.removeItem(atPath: people)
        let dayAfter = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 48 * 3_600 + 60))
        let failed = try await staffetta(["run-due", "--database", folder.database, "--virtual-clock", dayAfter])
        #expect(failed.output.contains("failed") && failed.output.contains("There is no file"), "\(failed)")
        #expect(failed.exit == .status(1))
    }
}

/// The permission bits of a file.
func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}
