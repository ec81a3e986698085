import Foundation
import Provisioning
import Testing

@testable import Connectors

@Suite struct FileConnectorTests {
    @Test("columns by path and alias; every other column is a custom field") func csv() async throws {
        let file = try TestFile(
            "Employee ID;First Name;last-name;EMAIL;work_email;Emails;manager_id;Manager Name;manager.email;hire_date;End Date;Job Title;birth_date;works_remote;Deleted;Unavailable;Shirt size;custom_fields.x\r\n"
                + "007; Jose\u{301} ;Díaz;j@x.org;w@x.org;a@x.org|b@x.org;1;Ann;ann@x.org;2024-01-02;2025-01-02;Chef;2000-01-01;Yes;0;hire_date|manager;XL;9\r\n"
                + "8;A;B;;;;;;;soon;;;;maybe;;;;\r\n")
        let people = try await file.employees()
        #expect(
            people == [
                Employee(
                    id: "007",
                    emails: [
                        Employee.Email(address: "j@x.org", type: .primary), Employee.Email(address: "w@x.org", type: .work),
                        Employee.Email(address: "a@x.org", type: .other), Employee.Email(address: "b@x.org", type: .other),
                    ],
                    fields: [
                        "first_name": .text("José"), "last_name": .text("Díaz"), "manager.id": .text("1"), "manager.name": .text("Ann"),
                        "manager.email": .text("ann@x.org"), "employment_start_date": .text("2024-01-02"), "employment_end_date": .text("2025-01-02"),
                        "title": .text("Chef"), "birthday": .text("2000-01-01"), "works_remote": .boolean(true), "custom_fields.Shirt size": .text("XL"),
                        "custom_fields.x": .text("9"),
                    ], unavailable: ["employment_start_date", "manager"]),
                Employee(
                    id: "8",
                    fields: ["first_name": .text("A"), "last_name": .text("B"), "employment_start_date": .text("soon"), "works_remote": .text("maybe")]),
            ])
    }

    @Test("the form's columns come first, one column may serve two paths, and what they replace is a field of its own") func columns() async throws {
        let file = try TestFile("Personalnummer,Vorname,Nachname,department,Abteilung\n7,A,B,12,Einkauf\n")
        let people = try await file.employees(columns: [
            "id": "Personalnummer", "employee_number": "personalnummer", "first_name": "Vorname", "last_name": "Nachname", "department": "Abteilung",
        ])
        #expect(
            people == [
                Employee(
                    id: "7",
                    fields: [
                        "employee_number": .text("7"), "first_name": .text("A"), "last_name": .text("B"), "department": .text("Einkauf"),
                        "custom_fields.department": .text("12"),
                    ])
            ])
    }

    @Test("columns that cannot be right are refused by name", arguments: [
        ["id": "Nummer"], ["id": "a", "employee_id": "b"], ["salary": "a"], ["id": "TWICE"], [:],
    ]) func wrongColumns(_ columns: [String: String]) async throws {
        let file = try TestFile("a,b,twice,Twice \n1,2,3,4\n")
        guard case .settingsInvalid("columns", let message)? = await refusal({ _ = try await file.employees(columns: columns) }) else {
            Issue.record("not refused")
            return
        }
        #expect(!message.isEmpty)
    }

    @Test("JSON takes no columns") func jsonColumns() async throws {
        let file = try TestFile("[]")
        #expect(await refusal { _ = try await file.employees(columns: ["id": "a"]) } != nil)
    }

    static let one = #"{"id":"1","first_name":"A","emails":[{"email":"a@x.org","type":"work"}]}"#
    static let two = #"{"id":"2","first_name":"B","emails":["b@x.org"]}"#

    @Test("the format is found out from the content, not from the name", arguments: [
        ("[\(one),\(two)]", 2), ("\n [\n\(one)\n]\n", 1), ("[]", 0), ("{\"employees\":[\(one),\(two)]}", 2), ("{\n\"total\":2,\n\"data\":[\(one),\(two)]\n}", 2),
        ("\(one)\n\(two)\n", 2), ("\(one)\r\n\r\n\(two)", 2), (one, 1), ("\n\(one)\n", 1), ("{\"results\":[]}", 0),
        ("id,first_name\n1,A\n2,B\n", 2), ("id,first_name\n", 0), ("", 0), ("\n \n", 0), ("{\"employees\":[\(one)]}\n", 1),
    ]) func formats(_ text: String, _ count: Int) async throws {
        for name in ["employees", "employees.csv", "employees.json", "employees.jsonl"] {
            // Only of an object that spans lines the name decides: it may be the first half of a line.
            if text.hasPrefix("{\n"), name.hasSuffix("jsonl") { continue }
            let people = try await TestFile(text, name: name).employees()
            #expect(people.count == count, "\(name)")
            #expect(people.map(\.id) == (0..<count).map { String($0 + 1) })
        }
    }

    @Test("all encodings give the same people") func encodings() async throws {
        let text = "id;first_name;last_name\r\n1;Björn;Sánchez\r\n2;Zoë;Żak\r\n"
        let units = Array(text.utf16)
        let expected = try await TestFile(text).employees()
        #expect(expected.map { $0.fields["last_name"] } == [.text("Sánchez"), .text("Żak")])
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let files: [[UInt8]] = [[0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little]
        for bytes in files {
            let file = try TestFile(bytes)
            for chunk in [1, 3, 1 << 16] { #expect(try await file.employees(chunk: chunk) == expected) }
        }
        let windows = try TestFile(Array("id;first_name\n1;Bj".utf8) + [0xF6] + Array("rn\n".utf8))
        #expect(try await windows.employees().first?.fields["first_name"] == .text("Björn"))
    }

    @Test("R-SAFE-4 half a file is no snapshot: what cannot be read fails with its place", arguments: [
        ("id,first_name\n1,A\n\n2\n", "line 4 of "), ("id,first_name\n1,A,x\n", "line 2 of "), ("id,first_name\n1,\"A\n2,B\n", "line 2 of "),
        ("id,first_name\n1,\"A\"x\n", "line 2 of "), ("id,,first_name\n", "line 1 of "), ("\nid,title,Job Title\n", "line 2 of "), ("id,ID\n", "line 1 of "),
        ("\(one)\n\n{\"id\":\n", "line 3 of "), ("\(one)\n7\n", "line 2 of "), ("\(one)\n\(two.dropLast())", "line 2 of "),
        ("[\n\(one),\n", "line 3 of "), ("[\(one),7]", "element 2 of "), ("[\(one)] x", "line 1 of "), ("{\"a\":[],\"b\":[]}", "several arrays (a, b)"), ("{\"a\":1}", "has no array"),
        ("{\n\"id\":1}", "a single employee"), ("id,first_name\n1,\u{0}\n", "line 2 of "),
    ]) func faults(_ text: String, _ place: String) async throws {
        let file = try TestFile(text)
        guard case .remoteIncomplete(let message)? = await refusal({ _ = try await file.employees() }) else {
            Issue.record("no fault in \(text)")
            return
        }
        #expect(message.contains(place), "\(message)")
        #expect(message.contains(file.path))
    }

    @Test("R-SAFE-4 a file that changes while it is read is no snapshot") func change() async throws {
        let lines = (1...3_000).map { "\($0),A,B\n" }.joined()
        for change in ["append", "rename"] {
            let file = try TestFile("id,first_name,last_name\n" + lines)
            let snapshot = try FileSnapshot(path: file.path, format: nil, columns: [:], pageSize: 100, chunk: 4_096)
            #expect(try await snapshot.next()?.employees.count == 100)
            if change == "append" {
                try file.append("3001,A,B\n")
            } else {
                let other = try TestFile("id\n")
                try FileManager.default.removeItem(atPath: file.path)
                try FileManager.default.moveItem(atPath: other.path, toPath: file.path)
            }
            guard case .remoteIncomplete(let message)? = await refusal({ _ = try await snapshot.all() }) else {
                Issue.record("not noticed: \(change)")
                continue
            }
            #expect(message.contains("changed while"))
        }
    }

    @Test("a file that is not there, a folder, a pipe: fileUnavailable") func unavailable() async throws {
        let file = try TestFile("")
        let folder = URL(filePath: file.path).deletingLastPathComponent().path
        let pipe = folder + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [file.path + ".csv", file.path + "/below", folder, pipe, "/dev/null"] {
            let connector = FileConnector(path: path, format: nil, columns: [:])
            guard case .fileUnavailable(let message)? = await refusal({ try await connector.prove() }) else {
                Issue.record("\(path) is no file")
                continue
            }
            #expect(message.contains(path))
        }
    }

    @Test("each snapshot reads anew, pages are bounded, one employee and the labels can be asked for") func port() async throws {
        let file = try TestFile("id,first_name,Shoe size\n" + (1...2_500).map { "\($0),A,\($0)\n" }.joined() + "7,B,1\n")
        let connector = FileConnector(path: file.path, format: nil, columns: [:])
        try await connector.prove()
        let snapshot = try await connector.snapshot()
        var sizes: [Int] = []
        while let page = try await snapshot.next() { sizes.append(page.employees.count) }
        #expect(sizes == [1_000, 1_000, 501])
        let after = try await snapshot.next()
        #expect(after?.employees == nil)
        #expect(try await connector.employee(id: "7")?.fields["first_name"] == .text("B"))
        #expect(try await connector.employee(id: "07") == nil)
        #expect(try await connector.labels() == ["custom_fields.Shoe size": "Shoe size"])
        try file.write(Array("id,first_name\n1,A\n".utf8))
        #expect(try await connector.snapshot().all().count == 1)
    }

    @Test("a JSON array promises its number") func total() async throws {
        let file = try TestFile("[\(Self.one),\(Self.two)]")
        let page = try await FileConnector(path: file.path, format: nil, columns: [:]).snapshot().next()
        #expect(page?.total == 2)
    }
}
