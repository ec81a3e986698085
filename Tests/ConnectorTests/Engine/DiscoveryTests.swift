import JSON
import Provisioning
import Testing

@testable import Connectors

/// What an HRIS says it has, and what it keeps to itself.
@Suite struct DiscoveryTests {
    private static let discovery =
        #""empty": [false], "absent": "unavailable", "discovery": {"request": {"path": "/fields"}, "keyed": true, "id": "$key", "name": "label", "prefixes": ["x_"], "also": ["title", "grade"], "booleans": {"type": "boolean"}, "except": {"type": "binary"}}, "#
        + #""lists": [{"request": {"path": "/people", "query": {"fields": "id,first,last,{discovered}"}}, "records": "people"}], "#
        + #""employee": {"id": "id", "first_name": "first", "last_name": "last", "title": "title", "cost_center": "grade", "custom_fields": [{"discovered": ["{id}.1", "{id}"]}]},"#

    private static let fields: JSONValue = [
        "title": ["type": "char"], "salary": ["type": "char"], "x_photo": ["type": "binary"], "x_remote": ["label": "Remote", "type": "boolean"],
        "x_shirt": ["label": "Shirt", "type": "char"], "x_buddy": ["label": "Buddy", "type": "many2one"],
    ]

    @Test("standard fields are asked for where they exist, and only then; custom ones know a false from nothing") func also() async throws {
        let inline = try await InlineConnector(Self.discovery) { request in
            if request.path == "/fields" { return .json(Self.fields) }
            return .json(["people": [InlineConnector.person(1, ["title": "Head", "x_remote": false, "x_shirt": false, "x_buddy": [7, "Ada"]])]])
        }
        let labels = try await inline.connector.labels()
        #expect(labels == ["custom_fields.x_remote": "Remote", "custom_fields.x_shirt": "Shirt", "custom_fields.x_buddy": "Buddy"])
        let person = try #require(try await inline.everybody().first)
        let asked = Set(inline.server.requests.last?.query["fields"]?.split(separator: ",").map(String.init) ?? [])
        #expect(asked == ["id", "first", "last", "title", "x_remote", "x_shirt", "x_buddy"])
        #expect(person.fields["title"] == .text("Head"))
        #expect(person.fields["custom_fields.x_remote"] == .boolean(false))
        #expect(person.fields["custom_fields.x_shirt"] == nil && !person.isUnavailable("custom_fields.x_shirt"))
        #expect(person.fields["custom_fields.x_buddy"] == .text("Ada"))
        #expect(person.isUnavailable("cost_center"), "it was not asked for, so it is not known")
    }

    @Test("R-MAP-9 a custom field that a record leaves out was not delivered") func leftOut() async throws {
        let inline = try await InlineConnector(Self.discovery) { request in
            request.path == "/fields" ? .json(Self.fields) : .json(["people": [InlineConnector.person(1, ["x_shirt": "M"]), InlineConnector.person(2)]])
        }
        let people = try await inline.everybody()
        #expect(people.map { $0.isUnavailable("custom_fields.x_shirt") } == [false, true])
    }

    @Test("R-MAP-9 what is withheld may be named by an object") func withheld() async throws {
        let inline = try await InlineConnector(#""withheld": "meta.redacted","#) { _ in
            .json(["people": [InlineConnector.person(1, ["title": nil, "meta": ["redacted": [["name": "title", "reason": "rights"]]]])]])
        }
        let people = try await inline.everybody()
        #expect(people.first?.isUnavailable("title") == true)
    }

    @Test("a list may come bare where the manifest says so, and only there") func bare() async throws {
        for (flag, succeeds) in [(#""mayBeBare": true, "#, true), ("", false)] {
            let inline = try await InlineConnector("\"lists\": [{\(flag)\"request\": {\"path\": \"/people\"}, \"records\": \"people\"}],") { _ in .json([InlineConnector.person(1)]) }
            let error = await refusal { _ = try await inline.everybody() }
            #expect((error == nil) == succeeds)
        }
    }

    @Test("a variable keeps the type that the HRIS gave it") func variable() async throws {
        let parts = #""variables": {"uid": {"request": {"path": "/login"}, "value": "result"}}, "lists": [{"request": {"path": "/people/{uid}", "json": {"args": ["{uid}", "u{uid}"]}}, "records": "people"}],"#
        let inline = try await InlineConnector(parts) { request in
            if request.path == "/login" { return .json(["result": 2]) }
            return request.path == "/people/2" && request.json["args"] == [2, "u2"] ? .json(["people": [InlineConnector.person(1)]]) : .json([:], status: 400)
        }
        let people = try await inline.everybody()
        #expect(people.count == 1)
    }
}
