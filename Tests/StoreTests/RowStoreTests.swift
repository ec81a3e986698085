import Foundation
import Provisioning
import Store
import Testing

@Suite struct RowStoreTests {
    static let full = Row(
        category: .updated, employeeID: "7", externalID: "hr-7", userID: "u3", reason: .emailTaken, matchedBy: .email, needsLink: true, held: true,
        changes: [
            Change(.email, from: .text("a@example.com"), to: .text("\"quoted\"@example.com")), Change(.participation, from: .boolean(false), to: .boolean(true)),
            Change(.participationStartDate, to: .date(Day(number: 20_000))), Change(.attribute("level"), from: .number(1.5)),
            Change(.attribute("manager"), from: .references(["hr-1", "u9"])), Change(.attribute("day"), from: .text("2020-01-01"), to: .date(Day(number: 1))),
        ],
        problems: [Problem(.warning, "code", "text", path: "p", line: 2, subject: "hr-7")],
        values: Row.Values(
            firstName: "Ada", lastName: "Rossi", email: "a@example.com", language: "it", participation: false, participationStartDate: Day(number: 3),
            kioskCode: "42", attributes: ["level": .number(2), "city": .text("Rome"), "manager": .references([]), "day": .date(Day(number: 5))]),
        wantedReferences: ["manager": ["1", "2"]])

    static func row(_ number: Int, _ category: Row.Category = .created, name: String = "Ada") -> Row {
        Row(category: category, employeeID: "\(number)", externalID: "hr-\(number)", values: Row.Values(firstName: name, lastName: "Rossi"))
    }

    /// In memory, and in files that go with the second value.
    static func stores() throws -> [(Store, TemporaryStore?)] {
        let files = try TemporaryStore()
        return [(try memoryStore(), nil), (try files.open(), files)]
    }

    @Test("Rows come back as they were written, in their order, by category")
    func order() throws {
        for (store, _) in try Self.stores() {
            let bare = Row(category: .skipped, reason: .missingId)
            let rows = [Self.row(2), Self.row(10), Self.full, bare]
            try store.rows.write(run: "r1", rows: rows)
            #expect(try store.rows.page(run: "r1", category: .created, limit: 9).items == Array(rows.prefix(2)))
            #expect(try store.rows.page(run: "r1", category: .updated, limit: 9).items == [Self.full])
            #expect(try store.rows.page(run: "r1", category: .skipped, limit: 9).items == [bare])
            #expect(try store.rows.count(run: "r1", category: .created) == 2)
            #expect(try store.rows.count(run: "r1", category: .deleted) == 0)
            for key in [RowStore.Key.employeeID("7"), .externalID("hr-7"), .userID("u3")] { #expect(try store.rows.row(run: "r1", key) == Self.full) }
            #expect(try store.rows.row(run: "r1", .userID("u4")) == nil)
        }
    }

    @Test("Rows are read page by page, searched, and gone through in batches")
    func pages() throws {
        for (store, _) in try Self.stores() {
            let rows = (0..<4500).map { Self.row($0, name: $0 % 1000 == 7 ? "Åsa" : "Ada") }
            try store.rows.write(run: "r1", rows: rows)
            var seen: [Row] = []
            var after: Int64? = 0
            while let position = after {
                let page = try store.rows.page(run: "r1", category: .created, after: position, limit: 1000)
                seen += page.items
                after = page.next
            }
            #expect(seen == rows)
            #expect(try store.rows.page(run: "r1", category: .created, query: "åS", limit: 9).items.map(\.employeeID) == ["7", "1007", "2007", "3007", "4007"])
            #expect(try store.rows.page(run: "r1", category: .created, query: "HR-449", limit: 99).items.count == 11)
            #expect(try store.rows.page(run: "r1", category: .created, query: "da", limit: 9).items.isEmpty)
            var walked: [Row] = []
            try store.rows.each(run: "r1") { row in
                // The store can be used meanwhile.
                if walked.isEmpty { _ = try store.write { try $0.insert(person("Bea"), now: noon) } }
                walked.append(row)
            }
            #expect(walked == rows)
        }
    }

    @Test("R-RUN-7 Erased rows are gone, orphans too, and a run without rows is not found")
    func erase() throws {
        for (store, files) in try Self.stores() {
            for run in ["r1", "r2", "r3"] { try store.rows.write(run: run, rows: [Self.row(1)]) }
            try store.rows.write(run: "r1", rows: [Self.row(2)])
            #expect(try store.rows.page(run: "r1", category: .created, limit: 9).items == [Self.row(2)])
            if let files {
                #expect(try files.mode(files.path + ".runs/r1.sqlite") == 0o600)
                #expect(try files.mode(files.path + ".runs") == 0o700)
                try Data("half".utf8).write(to: URL(filePath: files.path + ".runs/r9.sqlite.part"))
            }
            try store.rows.erase(run: "r1")
            store.rows.eraseOrphans { ["r1", "r2"] }
            #expect(["r1", "r2", "r3"].map { store.rows.exists(run: $0) } == [false, true, false])
            #expect(throws: StoreError.notFound("r1")) { try store.rows.count(run: "r1", category: .created) }
            #expect(throws: StoreError.notFound("../r2")) { try store.rows.count(run: "../r2", category: .created) }
            if let files { #expect(try FileManager.default.contentsOfDirectory(atPath: files.path + ".runs") == ["r2.sqlite"]) }
        }
    }
}

extension RowStore {
    fileprivate func write(run: String, rows: [Row]) throws {
        try write(run: run) { writer in for row in rows { try writer.append(row) } }
    }
}
