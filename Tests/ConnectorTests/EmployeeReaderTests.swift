import JSON
import Provisioning
import Testing

@testable import Connectors

@Suite struct EmployeeReaderTests {
    private func read(_ json: String) throws -> Employee? {
        var reader = EmployeeReader()
        return reader.read(try JSONDocument(Array(json.utf8)).root)
    }

    private func fields(_ json: String) throws -> EmployeeFields { try #require(try read(json)).fields }

    @Test("ids: numbers keep their literal, texts their zeros; blank and null are none", arguments: [
        (#"{"id":7}"#, "7"), (#"{"id":7.0}"#, "7.0"), (#"{"id":12345678901234567890}"#, "12345678901234567890"), (#"{"id":"007"}"#, "007"),
        (#"{"id":" x "}"#, "x"), (#"{"id":""}"#, nil), (#"{"id":null}"#, nil), ("{}", nil), (#"{"employee_id":3}"#, "3"), (#"{"employee_id":3,"id":4}"#, "4"),
        (#"{"id":null,"employee_id":3}"#, "3"), (#"{"id":{}}"#, nil),
    ] as [(String, String?)]) func ids(_ json: String, _ id: String?) throws {
        #expect(try #require(try read(json)).id == id)
    }

    @Test("what is no object is no employee", arguments: ["[]", "7", "null", "\"x\""]) func noObject(_ json: String) throws { #expect(try read(json) == nil) }

    @Test("fields by type; no value is no field; unknown members are ignored", arguments: [
        (#"{"first_name":" Jose\u0301 ","last_name":"","title":null,"team":"  "}"#, ["first_name": .text("José")]),
        (#"{"department_id":12,"cost_center":1.50,"location":true}"#, ["department_id": .text("12"), "cost_center": .text("1.50"), "location": .text("true")]),
        (#"{"works_remote":true}"#, ["works_remote": .boolean(true)]), (#"{"works_remote":"No"}"#, ["works_remote": .boolean(false)]),
        (#"{"works_remote":"perhaps"}"#, ["works_remote": .text("perhaps")]), (#"{"works_remote":1}"#, ["works_remote": .boolean(true)]),
        (#"{"hire_date":"2024-01-01","job_title":"x","birth_date":"y","end_date":"z"}"#, ["employment_start_date": .text("2024-01-01"), "title": .text("x"), "birthday": .text("y"), "employment_end_date": .text("z")]),
        (#"{"job_title":"alias","title":"path"}"#, ["title": .text("path")]),
        (#"{"department":["a",null,"",{"x":1}],"team":[]}"#, ["department": .list([.text("a"), .object])]), (#"{"department":{"name":"x"}}"#, ["department": .object]),
        (#"{"salary":1,"phone_numbers":[]}"#, [:]),
        (#"{"manager":{"id":5,"name":"N","email":"e@x"}}"#, ["manager.id": .text("5"), "manager.name": .text("N"), "manager.email": .text("e@x")]),
        (#"{"manager":{"id":null,"name":null}}"#, [:]), (#"{"manager":"5"}"#, ["manager.id": .text("5")]), (#"{"manager":5}"#, ["manager.id": .text("5")]),
        (#"{"manager_id":6,"manager_name":"N"}"#, ["manager.id": .text("6"), "manager.name": .text("N")]),
        (#"{"manager":["5",6]}"#, ["manager.id": .list([.text("5"), .text("6")])]), (#"{"manager":null,"manager_id":"7"}"#, ["manager.id": .text("7")]),
        (#"{"custom_fields":[{"id":"a","name":"A","value":1.50},{"name":"B","value":true},{"id":3,"value":"x"},{"value":"lost"},{"id":"n","value":null},{"id":"o","value":{"k":1}},{"id":"l","value":["x",2,[3]]}]}"#,
            ["custom_fields.a": .number("1.50"), "custom_fields.B": .boolean(true), "custom_fields.3": .text("x"), "custom_fields.o": .object, "custom_fields.l": .list([.text("x"), .number("2"), .object])]),
        (#"{"custom_fields":{"a":1,"b":" ","c":"x"}}"#, ["custom_fields.a": .number("1"), "custom_fields.c": .text("x")]),
        (#"{"custom_fields":[{"id":"a","value":1},{"id":"a","value":2}]}"#, ["custom_fields.a": .number("2")]),
    ] as [(String, [String: FieldValue])]) func fieldTable(_ json: String, _ expected: [String: FieldValue]) throws {
        #expect(try fields(json) == EmployeeFields(expected))
    }

    @Test("R-MAP-3 addresses: objects, plain texts, aliases; unknown types count as other") func emails() throws {
        let employee = try #require(try read(#"{"emails":[{"email":"a@x","type":"WORK"},"b@x",{"email":"c@x","type":"billing"},{"email":null},{"type":"work"},"",7],"email":" p@x ","personal_email":"q@x"}"#))
        #expect(employee.emails.map(\.address) == ["a@x", "b@x", "c@x", "p@x", "q@x"])
        #expect(employee.emails.map(\.type) == [.work, .other, .other, .primary, .personal])
        #expect(try read(#"{"emails":"a@x"}"#)?.emails.map(\.address) == ["a@x"])
    }

    @Test("deleted only if it says so; unavailable paths in the model's names") func flags() throws {
        #expect(try read(#"{"deleted":true}"#)?.deleted == true)
        for json in [#"{"deleted":false}"#, #"{"deleted":null}"#, #"{"deleted":"perhaps"}"#, "{}"] { #expect(try read(json)?.deleted == false) }
        let employee = try #require(try read(#"{"unavailable":["manager","hire_date","custom_fields.x",""]}"#))
        #expect(employee.unavailable == ["manager", "employment_start_date", "custom_fields.x"])
        #expect(employee.isUnavailable("manager.id"))
    }

    @Test("the names of custom fields are their labels") func labels() throws {
        var reader = EmployeeReader()
        _ = reader.read(try JSONDocument(Array(#"{"custom_fields":[{"id":"a","name":"Shirt size","value":1},{"id":"b","value":1}]}"#.utf8)).root)
        #expect(reader.labels == ["custom_fields.a": "Shirt size"])
    }
}
