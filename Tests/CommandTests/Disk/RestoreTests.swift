import Foundation
import JSON
import Testing

/// Backups, and the way back from them.
@Suite(.serialized) struct RestoreTests {
    private static let world = Shared { try await CrashWorld(people: 100) }

    private func sequence(_ folder: Folder) async throws -> JSONValue { try await call(folder.database, "user/changes", ["since": 0, "limit": 1000]) }

    @Test("R-USR-2 after a restore the mirror is as it was saved, and the feed says fresh, also when one backup is restored twice") func restore() async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        #expect(try await staffetta(folder.backup()).exit == .status(0))
        var followed = try await sequence(folder)
        for round in 1...2 {
            // The backup itself is not touched: two restores begin at the same number.
            _ = try await call(folder.database, "user/create", ["firstName": "Too", "lastName": .string("Late\(round)")])
            followed = try await sequence(folder)
            let outcome = try await staffetta(folder.restore())
            #expect(outcome.exit == .status(0) && outcome.output.contains(".replaced-") && outcome.output.contains("fresh"), "\(outcome)")
            #expect(try await folder.isInOrder())
            #expect(try await call(folder.database, "user/list", ["query": "Late"])["items"] == [])
            _ = try await call(folder.database, "user/create", ["firstName": "New", "lastName": "Life\(round)"])
            let since: JSONValue = ["since": followed["next"] ?? 0, "store": followed["store"] ?? "", "limit": 1000]
            let fed = try await call(folder.database, "user/changes", since)
            #expect(fed["fresh"] == true && fed["store"] != followed["store"], "\(round)")
            #expect(fed["changes"]?.array?.count == 101)
            #expect(try mode(folder.database) == 0o600)
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".replaced-") }
        #expect(!kept.isEmpty)
        for name in kept { #expect(try mode(folder.path + "/" + name) == 0o600) }
        // Its secrets open with the key that stayed where it was.
        #expect(try await staffetta(folder.sync()).exit == .status(0))
    }

    @Test("a database in use is not replaced; who uses it is told") func inUse() async throws {
        let folder = try await Self.world.value().round()
        #expect(try await staffetta(folder.backup()).exit == .status(0))
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            _ = try await child.result(1, "user/create", ["firstName": "Ada", "lastName": "Byron"])
            let outcome = try await staffetta(folder.restore())
            #expect(outcome.exit == .status(1))
            #expect(outcome.errors == "Error: The database \(folder.database) is in use by the process \(child.pid); stop it first.\n")
            _ = try await child.result(2, "user/create", ["firstName": "Charles", "lastName": "Babbage"])
        }
        #expect(try await call(folder.database, "account/get")["users"]?["total"] == 102)
    }

    @Test("over a damaged database, with a log that belongs to it, or none at all", arguments: ["damaged", "killed", "missing", "empty"]) func over(_ state: String) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        #expect(try await staffetta(folder.backup()).exit == .status(0))
        switch state {
        case "damaged": try Data(repeating: 7, count: 9_000).write(to: URL(filePath: folder.database))
        case "empty": try Data().write(to: URL(filePath: folder.database))
        case "missing": try FileManager.default.removeItem(atPath: folder.database)
        default:
            // Leaves a write-ahead log that must not be applied to what comes in its place.
            _ = try await staffetta(folder.sync(), environment: ["STAFFETTA_CRASH_AT": "committed"])
            #expect(FileManager.default.fileExists(atPath: folder.database + "-wal"))
        }
        let outcome = try await staffetta(folder.restore())
        #expect(outcome.exit == .status(0), "\(outcome)")
        #expect(try await folder.isInOrder())
        #expect(try await call(folder.database, "account/get")["users"]?["total"] == 100)
        #expect(try await staffetta(folder.sync()).exit == .status(0))
    }

    @Test("what is no backup is refused, and the database stays", arguments: ["missing", "empty", "text", "damaged", "foreign", "newer"]) func refused(_ kind: String) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        let file = folder.copy
        switch kind {
        case "missing": break
        case "empty": try Data().write(to: URL(filePath: file))
        case "text": try Data(repeating: 65, count: 9_000).write(to: URL(filePath: file))
        case "damaged":
            #expect(try await staffetta(folder.backup()).exit == .status(0))
            var bytes = try Data(contentsOf: URL(filePath: file))
            for place in 8_192..<40_960 { bytes[place] = 0x55 }
            try bytes.write(to: URL(filePath: file))
        case "foreign": try sqlite(file, "CREATE TABLE recipe (name TEXT)")
        default:
            #expect(try await staffetta(folder.backup()).exit == .status(0))
            try sqlite(file, "INSERT INTO grdb_migrations VALUES ('999')")
        }
        let outcome = try await staffetta(folder.restore())
        #expect(outcome.exit == .status(1) && outcome.errors.hasPrefix("Error: Nothing was changed. "), "\(outcome)")
        let words = ["missing": "There is no file", "empty": "is empty", "newer": "newer version", "foreign": "not one of the agent"][kind] ?? "damaged"
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(try CrashWorld.mirror(folder.database) == world.before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.contains(".part") && !$0.contains(".replaced") })
    }
}
