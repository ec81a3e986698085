import Foundation
import GRDB
import JSON
import Testing

/// A company whose next sync deletes, changes and creates people. Each round of a crash test begins with a copy of it.
struct CrashWorld: Sendable {
    private let folder: Folder
    let people: Int
    /// The mirror before that sync or mass edit, and after it.
    let before: String
    let afterSync: String
    let afterMassEdit: String

    static let options = ["--virtual-clock", "2026-03-02T20:00:00Z", "--syncs-per-day", "0", "--tests-per-day", "0"]
    /// When the sync that follows the first one is due.
    static let due = ["--virtual-clock", "2026-03-03T08:00:00Z"]

    init(people: Int) async throws {
        let folder = try Folder()
        self.folder = folder
        self.people = people
        let start = ["--virtual-clock", "2026-03-02T08:00:00Z"]
        func call(_ method: String, _ params: JSONValue) async throws {
            let outcome = try await staffetta(["call", method, params.text, "--database", folder.database] + start)
            try #require(outcome.exit == .status(0), "\(method): \(outcome.errors)")
        }
        _ = try folder.write(CrashWorld.company(people, isLater: false), to: "people.csv")
        try await call("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        try await call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await call("attribute/create", ["key": "hired", "name": "Hired", "type": "date"])
        try await call("attribute/create", ["key": "manager", "name": "Manager", "type": "user"])
        try await call("integration/connect", [
            "connector": "file", "name": "People", "authorization": ["kind": "none", "fields": ["path": .string(folder.path + "/people.csv")]],
        ])
        try await call("integration/configure", [
            "integration": "People",
            "configuration": ["attributeMapping": ["mappings": [
                ["field": "department", "attribute": "department"], ["field": "employment_start_date", "attribute": "hired"], ["field": "manager", "attribute": "manager"],
            ]]],
        ])
        try await call("integration/enable", ["integration": "People", "confirm": true])
        before = try CrashWorld.mirror(folder.database)
        _ = try folder.write(CrashWorld.company(people, isLater: true), to: "people.csv")
        _ = try folder.write(CrashWorld.massEdit(people), to: "edit.csv")
        let synced = try CrashWorld.copy(folder), edited = try CrashWorld.copy(folder)
        try #require(await staffetta(synced.sync()).exit == .status(0))
        afterSync = try CrashWorld.mirror(synced.database)
        try #require(await staffetta(edited.massEdit()).exit == .status(0))
        afterMassEdit = try CrashWorld.mirror(edited.database)
        try #require(Set([before, afterSync, afterMassEdit]).count == 3)
    }

    /// A database as before, in a folder of its own; the people's file is where it always was.
    func round() throws -> Folder { try CrashWorld.copy(folder) }

    private static func copy(_ folder: Folder) throws -> Folder {
        let copy = try Folder()
        for name in ["users.sqlite", "users.sqlite.key", "edit.csv"] where FileManager.default.fileExists(atPath: folder.path + "/" + name) {
            try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
        }
        return copy
    }

    /// The database file as each round begins with it.
    var bytes: Data { get throws { try Data(contentsOf: URL(filePath: folder.database)) } }

    /// Runs `body` while the HR system's file is not there.
    func withoutPeople<T>(_ body: () async throws -> T) async throws -> T {
        let (file, hidden) = (folder.path + "/people.csv", folder.path + "/hidden.csv")
        try FileManager.default.moveItem(atPath: file, toPath: hidden)
        let result: Result<T, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        try FileManager.default.moveItem(atPath: hidden, toPath: file)
        return try result.get()
    }

    /// Everything that is known about users, their attributes and segments, and the change sequence, as one text.
    static func mirror(_ database: String) throws -> String {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: database, configuration: configuration)
        return try queue.read { db in
            var hasher = Hasher()
            var counts: [String] = []
            for table in ["user", "reference", "user_guard", "tombstone", "segment", "spelling", "attribute", "meta"] {
                // SQLite's to write down: twenty thousand users take a while in Swift without optimisation.
                let row = try db.columns(in: table).map { "quote(\"\($0.name)\")" }.joined(separator: " || ',' || ")
                let found = try Row.fetchOne(db, sql: "SELECT count(*), group_concat(line, char(10)) FROM (SELECT \(row) AS line FROM \(table) ORDER BY line)")
                hasher.combine(found?[1] as String?)
                counts.append("\((found?[0] as Int?) ?? 0) \(table)")
            }
            return counts.joined(separator: ", ") + " #\(hasher.finalize())"
        }
    }

    private static func company(_ count: Int, isLater: Bool) -> String {
        var text = "id,first_name,last_name,email,department,employment_start_date,manager_id\n"
        for number in 1...(isLater ? count + count / 10 : count) {
            // Later every tenth has left, every seventh has moved, and a tenth is new.
            if isLater, number <= count, number % 10 == 0 { continue }
            let moved = isLater && number % 7 == 0
            let manager = number > 20 ? "\(moved ? 1 + number % 9 : 11 + number % 9)" : ""
            text += "\(number),First\(number),Last\(number)\(moved ? "son" : ""),person\(number)@example.org,Department \(moved ? 40 + number % 5 : number % 20),2020-01-\(10 + number % 20),\(manager)\n"
        }
        return text
    }

    /// Changes a fifth, creates a twentieth.
    private static func massEdit(_ count: Int) -> String {
        var text = "External ID;First name;Last name;Email;Department\r\n"
        for number in stride(from: 5, through: count, by: 5) { text += "file-\(number);Edited\(number);;;Edited\r\n" }
        for number in stride(from: 20, through: count, by: 20) { text += "hand-\(number);New\(number);Person;new\(number)@example.org;Edited\r\n" }
        return text
    }
}

extension Folder {
    func sync() -> [String] { ["call", "integration/sync", #"{"integration":"People"}"#, "--database", database] + CrashWorld.options }
    func test() -> [String] { ["call", "integration/runTest", #"{"integration":"People"}"#, "--database", database] + CrashWorld.options }
    func undo() -> [String] { ["call", "run/undo", #"{"integration":"People"}"#, "--database", database] + CrashWorld.options }
    func massEdit() -> [String] {
        ["call", "user/massEdit", (["path": .string(path + "/edit.csv")] as JSONValue).text, "--database", database] + CrashWorld.options
    }
    var copy: String { path + "/copy.sqlite" }
    func backup() -> [String] { ["backup", copy, "--database", database] }
    func restore() -> [String] { ["restore", copy, "--database", database] }

    /// The newest run, after whatever the next start puts in order.
    func newestRun() async throws -> JSONValue {
        let outcome = try await staffetta(["call", "run/get", #"{"integration":"People"}"#, "--database", database] + CrashWorld.options)
        try #require(outcome.exit == .status(0), "\(outcome.errors)")
        return try JSONValue(parsing: Array(outcome.output.utf8))
    }

    func isInOrder(_ place: String? = nil) async throws -> Bool {
        try await staffetta(["check", "--database", place ?? database]).output == "The database is in order.\n"
    }

    var rowFiles: [String] { (try? FileManager.default.contentsOfDirectory(atPath: database + ".runs")) ?? [] }
}
