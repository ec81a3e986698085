import Foundation
import GRDB
import JSON
import Testing

/// `staffetta rekey`, and where the key comes from.
@Suite struct RekeyCommandTests {
    static let key = String(repeating: "5e", count: 32)

    /// A database with a sealed secret, which `demo` and `file` do not have: an earlier version sealed all authorizations.
    func sealed() throws -> (folder: Folder, key: String) {
        let folder = try Folder()
        let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/schema-1.sql")
        let database = try DatabaseQueue(path: folder.database)
        try database.writeWithoutTransaction { db in try db.execute(sql: String(contentsOf: data, encoding: .utf8)) }
        try database.close()
        let key = try folder.write(Self.key + "\n", to: "users.sqlite.key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        return (folder, key)
    }

    /// Whether the secret opens: a test reads with it.
    func opens(_ folder: Folder, _ options: String..., environment: [String: String] = [:]) async throws -> Bool {
        let outcome = try await staffetta(["call", "integration/fields", #"{"integration": "Demo"}"#, "--database", folder.database] + options, environment: environment)
        if outcome.exit != .status(0) { #expect(outcome.errors.contains("keyUnavailable"), "\(outcome.errors)") }
        return outcome.exit == .status(0)
    }

    @Test("in place: a new key in the file, the old one beside it, all modes 0600, told what to do") func inPlace() async throws {
        let (folder, key) = try sealed()
        let outcome = try await staffetta(["rekey", "--database", folder.database])
        #expect(outcome.exit == .status(0) && outcome.output.contains("sealed under a new key"), "\(outcome)")
        #expect(try await opens(folder))
        #expect(try String(contentsOfFile: key, encoding: .utf8) != Self.key + "\n")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) { #expect(try mode(folder.path + "/" + name) & 0o077 == 0, "\(name)") }
        #expect(try await call(folder.database, "audit/list", ["method": "rekey"])["items"]?.array?.count == 1)
    }

    @Test("to a file, an environment variable, a command; the old key no longer opens") func elsewhere() async throws {
        let (folder, _) = try sealed()
        let file = folder.path + "/new.key"
        #expect(try await staffetta(["rekey", "--database", folder.database, "--new-key-file", file]).output.contains("--key-file \(file)"))
        #expect(try await opens(folder, "--key-file", file))
        #expect(try await !opens(folder))
        let fresh = String(repeating: "7c", count: 32)
        let toEnvironment = try await staffetta(["rekey", "--database", folder.database, "--key-file", file, "--new-key-env", "STAFFETTA_NEW"], environment: ["STAFFETTA_NEW": fresh])
        #expect(toEnvironment.output.contains("--key-env STAFFETTA_NEW"), "\(toEnvironment)")
        #expect(try await opens(folder, "--key-env", "STAFFETTA_NEW", environment: ["STAFFETTA_NEW": fresh]))
        #expect(try await staffetta(["rekey", "--database", folder.database, "--key-command", "echo \(fresh)", "--new-key-command", "echo \(Self.key)"]).exit == .status(0))
        #expect(try await opens(folder))
    }

    @Test("a key from a file descriptor; one that is not open is told before anything happens") func descriptor() async throws {
        let (folder, key) = try sealed()
        let script = #""$0" call integration/fields '{"integration": "Demo"}' --database "$1" --key-fd 7 7<"$2""#
        let shell = try Child(["-c", script, Child.binary, folder.database, key], of: "/bin/sh")
        try await shell.expectEnd(.status(0))
        for number in ["999", "0", "2"] {
            let closed = try await staffetta(["--database", folder.database, "--key-fd", number])
            #expect(closed.exit == .status(64) && closed.errors.contains("file descriptor \(number) is not open"), "\(closed)")
        }
    }

    @Test("killed at any moment, one of the keys opens everything; the next use goes on") func killed() async throws {
        let (folder, _) = try sealed()
        for round in 0..<12 {
            let child = try Child(["rekey", "--database", folder.database])
            // From before its start to after its end, which is some 20 ms later.
            try await Task.sleep(for: .milliseconds(round * 3))
            await child.stop()
            #expect(try await opens(folder), "round \(round)")
        }
        #expect(try await staffetta(["rekey", "--database", folder.database]).exit == .status(0))
        #expect(try await opens(folder))
    }

    @Test("a lost key is told with the way out, which then works") func lost() async throws {
        let (folder, key) = try sealed()
        try FileManager.default.removeItem(atPath: key)
        let told = try await staffetta(["call", "integration/fields", #"{"integration": "Demo"}"#, "--database", folder.database])
        #expect(told.errors.contains(key) && told.errors.contains("staffetta rekey --forget-secrets"), "\(told.errors)")
        #expect(!FileManager.default.fileExists(atPath: key), "no new key is made while secrets depend on the old one")
        let outcome = try await staffetta(["rekey", "--forget-secrets", "--database", folder.database])
        #expect(outcome.output.contains("Erased the secrets of: Demo."), "\(outcome)")
        #expect(try await call(folder.database, "integration/get", ["integration": "Demo"])["state"] == "needsAuthorization")
        #expect(try await staffetta(["connect", "demo", "--reconnect", "Demo", "--database", folder.database]).exit == .status(0))
        #expect(try await opens(folder))
        #expect(!FileManager.default.fileExists(atPath: key), "what sends nothing needs no key")
    }

    @Test("what cannot be meant is refused", arguments: [
        ["--memory"], ["--new-key-file", "a", "--new-key-env", "B"], ["--forget-secrets", "--new-key-env", "B"], ["--new-key-fd", "1"],
    ])
    func usage(_ arguments: [String]) async throws {
        #expect(try await staffetta(["rekey"] + arguments).exit == .status(64))
    }

    @Test("rekey makes no database, and a source without a key changes nothing") func failures() async throws {
        let folder = try Folder()
        #expect(try await staffetta(["rekey", "--database", folder.database]).errors.contains("There is no database"))
        #expect(!FileManager.default.fileExists(atPath: folder.database))
        let (sealed, _) = try sealed()
        for arguments in [["--new-key-env", "STAFFETTA_UNSET"], ["--new-key-command", "exit 1"], ["--new-key-command", "echo \(Self.key)"]] {
            let outcome = try await staffetta(["rekey", "--database", sealed.database] + arguments)
            #expect(outcome.exit == .status(1) && outcome.errors.hasPrefix("Error: "), "\(outcome)")
            #expect(try await opens(sealed))
        }
    }
}
