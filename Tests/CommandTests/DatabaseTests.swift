import Foundation
import GRDB
import JSON
import Testing

/// Where the database lies, and what is said when it cannot be used.
@Suite struct DatabaseTests {
    @Test("a folder that does not exist is made; database, key and rows are their owner's alone") func modes() async throws {
        let folder = try Folder()
        let database = folder.path + "/new/folder/users.sqlite"
        _ = try await call(database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        _ = try await call(database, "integration/connect", ["connector": "demo", "name": "Demo", "authorization": ["kind": "none", "fields": [:]]])
        _ = try await call(database, "integration/configure", ["integration": "Demo", "configuration": [:]])
        _ = try await call(database, "integration/runTest", ["integration": "Demo"])
        // These connectors need no key, so one is made by hand.
        #expect(try await staffetta(["rekey", "--database", database]).exit == .status(0))
        let files = try #require(FileManager.default.enumerator(atPath: folder.path + "/new")).compactMap { $0 as? String }
        #expect(files.contains { $0.hasSuffix("users.sqlite.key") } && files.contains { $0.contains("users.sqlite.runs/") }, "\(files)")
        for file in files { #expect(try mode(folder.path + "/new/" + file) & 0o077 == 0, "\(file) can be read by others") }
    }

    @Test("what leaves in order leaves one file", arguments: ["initialize", "user/list", "user/create"]) func oneFile(_ method: String) async throws {
        let folder = try Folder()
        let lines = [Child.request(1, method, method == "user/create" ? ["firstName": "Ada", "lastName": "Byron"] : [:]), Child.request(2, "user/list"), Child.request(3, "agent/status")]
        let outcome = try await staffetta("--database", folder.database, lines: lines)
        #expect(try outcome.messages.count { $0["result"] != nil } == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["users.sqlite"])
        _ = try await call(folder.database, "user/list")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["users.sqlite"])
    }

    @Test("--memory leaves nothing") func memory() async throws {
        let folder = try Folder()
        let lines = [
            Child.request(1, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true]),
            Child.request(2, "integration/connect", ["connector": "demo", "name": "Demo", "authorization": ["kind": "none", "fields": [:]]]),
            Child.request(3, "integration/configure", ["integration": "Demo", "configuration": [:]]),
            Child.request(4, "integration/enable", ["integration": "Demo", "confirm": true, "wait": true]),
        ]
        let outcome = try await staffetta(
            ["--memory"], input: Array(lines.map { $0 + "\n" }.joined().utf8), environment: ["HOME": folder.path, "XDG_DATA_HOME": folder.path, "TMPDIR": folder.path])
        #expect(try outcome.messages.last?["result"]?["run"]?["state"]?.string == "succeeded", "\(outcome)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("without --database it lies in the user's data directory", arguments: [true, false]) func standardPlace(_ isNamed: Bool) async throws {
        let folder = try Folder()
        let environment = isNamed ? ["XDG_DATA_HOME": folder.path + "/data", "HOME": "/nowhere"] : ["XDG_DATA_HOME": "", "HOME": folder.path]
        let outcome = try await staffetta(["call", "agent/status"], environment: environment)
        let path = folder.path + (isNamed ? "/data" : "/.local/share") + "/staffetta/staffetta.sqlite"
        #expect(try outcome.messages.first?["database"]?["path"]?.string == path, "\(outcome)")
        #expect(FileManager.default.fileExists(atPath: path))
    }

    static let commands: [[String]] = [["serve"], ["call", "agent/status"], ["run-due"], ["check"]]

    /// Whether it is refused with this in the one line that is said, by status 1, with nothing on stdout.
    private func expectRefusal(_ database: String, _ words: String, _ command: [String]) async throws {
        let outcome = try await staffetta(command + ["--database", database])
        #expect(outcome.exit == .status(1), "\(command)")
        #expect(outcome.output.isEmpty)
        // For programs `call` tells errors as JSON.
        #expect(outcome.errors.hasPrefix(command[0] == "call" ? #"{"code":"# : "Error: ") && outcome.errors.contains(words) && outcome.errors.split(separator: "\n").count == 1, "\(command): \(outcome.errors)")
    }

    @Test("where nothing can be written that is said", arguments: commands) func readOnly(_ command: [String]) async throws {
        // Read-only for root, too.
        let words = command == ["check"] ? "There is no database" : "/proc/sys/kernel/"
        try await expectRefusal("/proc/sys/kernel/staffetta.sqlite", words, command)
        try await expectRefusal("/proc/sys/kernel/folder/staffetta.sqlite", words, command)
    }

    @Test("a file that is no database stays as it is, and that is said", arguments: commands) func text(_ command: [String]) async throws {
        let folder = try Folder()
        let text = "First name;Last name\nAda;Byron\n" + String(repeating: "and so on\n", count: 1_000)
        let path = try folder.write(text, to: "users.csv")
        try await expectRefusal(path, "file is not a database.", command)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        try await expectRefusal(folder.path, "Is a directory", command)
    }

    @Test("a database that cannot be opened answers every request with why, in a script and in a session, and the status is 1") func unopened() async throws {
        let folder = try Folder()
        let path = try folder.write(String(repeating: "no database\n", count: 1_000), to: "users.sqlite")
        let requests = [Child.request(2, "user/list"), Child.request(3, "nothing/here"), Child.request(4, "integration/sync", ["integration": "x"])]
        for first in [[], [Child.request(1, "initialize")]] {
            try await withChild(["--database", path]) { child in
                child.write((first + requests).map { $0 + "\n" }.joined())
                var kinds: Set<String> = []
                // Before its input ends: a session would take that for the wish to leave.
                for _ in first + requests {
                    let message = try await child.message()
                    kinds.insert("\(message["id"]?.int ?? 0) \(message["error"]?["data"]?["kind"]?.string ?? "")")
                }
                child.closeInput()
                #expect(kinds.subtracting(["1 storeDamaged"]) == ["2 storeDamaged", "3 methodNotFound", "4 storeDamaged"] && kinds.count == (first + requests).count)
                try await child.expectEnd(.status(1))
                #expect(await child.log().contains("Put a backup in its place"))
            }
        }
    }

    @Test("a database from a newer version is left alone, and that is said", arguments: commands) func newer(_ command: [String]) async throws {
        let folder = try Folder()
        _ = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Byron"])
        // As a later version would leave it: one more step in the table of migrations.
        let database = try DatabaseQueue(path: folder.database)
        try await database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
        try database.close()
        try await expectRefusal(folder.database, "newer version", command)
    }
}
