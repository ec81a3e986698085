import Foundation
import JSON
import Testing

/// A disk that is full: it is said what to do, and nothing is lost or half done.
@Suite(.serialized, .enabled(if: SmallDisk.isPossible, SmallDisk.need)) struct FullDiskTests {
    /// Connected to 400 people on a disk of 8 MB; the next sync brings 3,000.
    private func scene() async throws -> (SmallDisk, people: String, before: String) {
        let disk = try SmallDisk(kilobytes: 8_192)
        let people = try disk.folder.manyPeople(400)
        func call(_ method: String, _ params: JSONValue) async throws { _ = try await CommandTests.call(disk.database, method, params) }
        try await call("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        try await call("integration/connect", ["connector": "file", "name": "People", "authorization": ["kind": "none", "fields": ["path": .string(people)]]])
        try await call("integration/configure", ["integration": "People", "configuration": [:]])
        try await call("integration/enable", ["integration": "People", "confirm": true])
        _ = try disk.folder.manyPeople(3_000)
        return (disk, people, try CrashWorld.mirror(disk.database))
    }

    @Test("R-SAFE-4, R-PLAN-9 a sync on a disk that fills up has happened or not, and can be repeated when there is room")
    func sync() async throws {
        var failures = 0
        for room in [0, 4, 16, 40, 100, 200, 400, 800, 1_200, 1_600] {
            let (disk, _, before) = try await scene()
            try disk.fill(leaving: room)
            let outcome = try await staffetta(["call", "integration/sync", #"{"integration":"People"}"#, "--database", disk.database])
            if outcome.exit == .status(0) {
                #expect(try CrashWorld.mirror(disk.database) != before, "\(room) kB")
            } else {
                failures += 1
                #expect(outcome.exit == .status(1))
                #expect(outcome.errors.contains("disk is full") && outcome.errors.contains("free some room"), "\(room) kB: \(outcome.errors)")
                #expect(try CrashWorld.mirror(disk.database) == before, "\(room) kB")
            }
            try disk.empty()
            let check = try await staffetta(["check", "--database", disk.database])
            #expect(check.output == "The database is in order.\n", "\(room) kB: \(check)")
            let again = try await staffetta(["call", "integration/sync", #"{"integration":"People"}"#, "--database", disk.database, "--syncs-per-day", "0"])
            #expect(again.exit == .status(0), "\(room) kB: \(again)")
            #expect(try await call(disk.database, "account/get")["users"]?["total"] == 3_000)
        }
        #expect(failures >= 5, "the disk was never full: \(failures)")
    }

    @Test("edits, mass edits, backups and exports: storeFull or fileUnavailable, and nothing half done")
    func others() async throws {
        let (disk, _, before) = try await scene()
        var csv = "First name;Last name\r\n"
        for number in 1...2_000 { csv += "First\(number);Last\(number)\r\n" }
        _ = try disk.folder.write(csv, to: "edit.csv")
        try disk.fill(leaving: 60)
        let edit = try await refusal(disk.database, "user/massEdit", ["path": .string(disk.folder.path + "/edit.csv")])
        #expect(edit["code"] == 6004 && edit["data"]?["kind"] == "storeFull", "\(edit.text)")
        #expect(edit["message"]?.string?.contains("free some room") == true, "\(edit.text)")
        let backup = try await refusal(disk.database, "store/backup", ["path": .string(disk.file("copy.sqlite"))])
        #expect(backup["data"]?["kind"] == "storeFull", "\(backup.text)")
        let export = try await refusal(disk.database, "user/export", ["path": .string(disk.file("users.csv"))])
        #expect(export["data"]?["kind"] == "fileUnavailable" && export["message"]?.string?.contains("full") == true, "\(export.text)")
        let left = try FileManager.default.contentsOfDirectory(atPath: (disk.database as NSString).deletingLastPathComponent)
        #expect(Set(left).isSubset(of: ["users.sqlite", "users.sqlite-wal", "users.sqlite-shm", "users.sqlite.key", "users.sqlite.runs", "ballast"]), "\(left)")
        try disk.empty()
        #expect(try CrashWorld.mirror(disk.database) == before)
        _ = try await call(disk.database, "user/massEdit", ["path": .string(disk.folder.path + "/edit.csv")])
        #expect(try await call(disk.database, "account/get")["users"]?["total"] == 2_400)
    }

    @Test("a session goes on when there is room again, and says once what is wrong") func session() async throws {
        let (disk, _, _) = try await scene()
        try await withChild(["--database", disk.database]) { child in
            child.request(0, "initialize")
            _ = try await child.response(0)
            try disk.fill(leaving: 0)
            var refused = 0
            for number in 1...40 {
                child.request(number, "user/create", ["firstName": "Ada", "lastName": .string(String(repeating: "x", count: 200))])
                let response = try await child.response(number)
                if response["error"] != nil { refused += 1 }
                if let error = response["error"] { #expect(error["data"]?["kind"] == "storeFull", "\(error.text)") }
            }
            #expect(refused > 0)
            #expect(try await child.result(100, "user/list", ["limit": 1])["items"]?.array?.count == 1, "reading goes on")
            try disk.empty()
            _ = try await child.result(101, "user/create", ["firstName": "Ada", "lastName": "Byron"])
            child.notify("exit")
            _ = try await child.end()
            #expect(await child.log().split(separator: "\n").count < 5)
        }
    }

    @Test("a read-only disk: fileUnavailable, and what to mend") func readOnly() async throws {
        let (disk, _, _) = try await scene()
        try disk.makeReadOnly()
        for command in [["serve"], ["call", "user/list"], ["run-due"]] {
            let outcome = try await staffetta(command + ["--database", disk.database])
            #expect(outcome.exit == .status(1) && outcome.output.isEmpty, "\(outcome)")
            #expect(outcome.errors.contains(disk.database) && outcome.errors.contains("Read-only"), "\(outcome.errors)")
        }
    }
}
