import Foundation
import JSON
import Testing

/// Databases that something has cut off, scribbled over, deleted or replaced.
@Suite(.serialized) struct DamageTests {
    private static let world = Shared { try await CrashWorld(people: 200) }
    private static let commands: [[String]] = [["call", "user/list"], ["call", "user/create", #"{"firstName":"Ada","lastName":"Byron"}"#], ["run-due"], ["serve"]]

    @Test("a database that was cut off: storeDamaged, what to do, and not a byte is written to it") func truncated() async throws {
        let world = try await Self.world.value()
        let whole = try world.bytes
        for length in [0, 1, 50, 100, 511, 512, 4_095, 4_096, 8_192, whole.count / 2, whole.count - 4_096, whole.count - 1] {
            let folder = try world.round()
            let cut = whole.prefix(length)
            try cut.write(to: URL(filePath: folder.database))
            // What shows that an empty file is no new database.
            if length == 0 { try FileManager.default.createDirectory(atPath: folder.database + ".runs", withIntermediateDirectories: true) }
            for command in Self.commands {
                let outcome = try await staffetta(command + ["--database", folder.database])
                #expect(outcome.exit == .status(1) && outcome.output.isEmpty, "\(length) bytes, \(command): \(outcome)")
                #expect(outcome.errors.contains("damaged") && outcome.errors.contains("backup"), "\(length) bytes: \(outcome.errors)")
            }
            #expect(try await staffetta(["check", "--database", folder.database]).exit == .status(1))
            #expect(try Data(contentsOf: URL(filePath: folder.database)) == cut, "\(length) bytes")
        }
    }

    @Test("bytes scribbled over: no crash, no wrong kind of error, and check finds what it can") func scribbled() async throws {
        let world = try await Self.world.value()
        let whole = try world.bytes
        let seed = CrashTests.setting("STAFFETTA_SEED", or: Int.random(in: 0..<1 << 32))
        var dice = Dice(seed: UInt64(seed))
        var told = 0, kinds: Set<String> = []
        let rounds = CrashTests.setting("STAFFETTA_ROUNDS", or: 25)
        for round in 0..<rounds {
            let folder = try world.round()
            var bytes = whole
            let start = Int.random(in: 0..<whole.count, using: &dice), length = [1, 8, 100, 4_096, 20_000].randomElement(using: &dice) ?? 1
            for place in start..<min(start + length, whole.count) { bytes[place] = UInt8.random(in: 0...255, using: &dice) }
            try bytes.write(to: URL(filePath: folder.database))
            let check = try await staffetta(["check", "--database", folder.database])
            if check.exit != .status(0) { told += 1 }
            for command in [folder.sync(), folder.massEdit(), ["call", "user/list", #"{"limit":1000}"#, "--database", folder.database]] {
                let outcome = try await staffetta(command)
                #expect(outcome.exit == .status(0) || outcome.exit == .status(1), "seed \(seed), round \(round), byte \(start) + \(length), \(command[1]): \(outcome.exit)")
                guard outcome.exit == .status(1) else { continue }
                let kind = (try? JSONValue(parsing: Array(outcome.errors.utf8)))?["data"]?["kind"]?.string ?? (outcome.errors.contains("damaged") ? "storeDamaged" : outcome.errors)
                kinds.insert(kind)
            }
        }
        print("scribbled, seed \(seed): check told of \(told) of \(rounds); errors: \(kinds.sorted())")
        #expect(told > rounds / 3)
    }

    @Test("a database deleted or replaced while it is in use: told at once; put back, all goes on") func deleted() async throws {
        let world = try await Self.world.value()
        let folder = try world.round(), other = try world.round()
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            _ = try await child.result(1, "user/create", ["firstName": "Ada", "lastName": "Byron"])
            for way in ["removed", "replaced"] {
                try FileManager.default.moveItem(atPath: folder.database, toPath: folder.path + "/away")
                if way == "replaced" { try FileManager.default.copyItem(atPath: other.database, toPath: folder.database) }
                for (number, method) in ["user/create", "user/list", "integration/list"].enumerated() {
                    child.request(10 + number, method, method == "user/create" ? ["firstName": "Lost", "lastName": "Soul"] : [:])
                    let error = try await child.response(10 + number)["error"]
                    #expect(error?["data"]?["kind"] == "fileUnavailable", "\(method): \(error?.text ?? "none")")
                    let message = error?["message"]?.string ?? ""
                    #expect(message.contains(folder.database) && message.contains(way) && message.contains("restore"), "\(message)")
                }
                if way == "replaced" { #expect(try Data(contentsOf: URL(filePath: folder.database)) == world.bytes) }
                try? FileManager.default.removeItem(atPath: folder.database)
                try FileManager.default.moveItem(atPath: folder.path + "/away", toPath: folder.database)
            }
            _ = try await child.result(20, "user/create", ["firstName": "Charles", "lastName": "Babbage"])
        }
        #expect(try await call(folder.database, "user/list", ["query": "Babbage"])["items"]?.array?.count == 1)
        #expect(try await call(folder.database, "user/list", ["query": "Soul"])["items"] == [])
    }
}
