import Foundation
import Provisioning
import Testing

@testable import Connectors

@Suite struct AdventureWorksTests {
    static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/adventureworks")

    private func people(_ name: String, chunk: Int = 1 << 16) async throws -> [Employee] {
        try await FileSnapshot(path: Self.data.appending(path: name).path, format: nil, columns: [:], chunk: chunk).all()
    }

    @Test("290 people, 47 managers, one root; CSV and JSON lines tell the same of the fields they share") func sameForBoth() async throws {
        let table = try await people("employees.csv"), lines = try await people("employees.apideck.jsonl")
        #expect(table.count == 290)
        #expect(Set(table.compactMap { $0.value(at: "manager.id")?.scalarText }).count == 47)
        #expect(table.filter { $0.value(at: "manager.id") == nil }.count == 1)
        #expect(table.map(\.id) == lines.map(\.id))
        for (left, right) in zip(table, lines) {
            for path in ["first_name", "last_name", "title", "department", "division", "manager.id", "employment_status", "employment_start_date", "birthday"] {
                #expect(left.value(at: path) == right.value(at: path), "\(path) of \(left.id ?? "-")")
            }
            #expect(left.emails.map(\.address) == right.emails.map(\.address))
            #expect(right.fields["custom_fields.organization_level"] != nil)
        }
        #expect(table.first?.fields["last_name"] == .text("Sánchez"))
        #expect(table.first?.fields["custom_fields.salaried"] == .text("1"))
    }

    @Test("the pieces in which a file is read make no difference", arguments: ["employees.csv", "employees.apideck.jsonl"]) func pieces(_ name: String) async throws {
        let whole = try await people(name)
        for chunk in [61, 1_021, 4_099] { #expect(try await people(name, chunk: chunk) == whole) }
    }
}
