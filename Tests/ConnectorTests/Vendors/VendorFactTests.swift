import JSON
import Provisioning
import Testing

@testable import Connectors

/// What single vendors do that others do not.
@Suite struct VendorFactTests {
    private func scene(_ vendor: Vendor, _ body: (ConformanceScene) async throws -> Void) async throws {
        let scene = try await ConformanceScene(vendor)
        do { try await body(scene) } catch {
            await scene.stop()
            throw error
        }
        await scene.stop()
    }

    @Test("R-MAP-9 Odoo: a user without the officer's right is told, and nobody is read from public profiles") func officer() async throws {
        let message = "The fields “departure_date”, which you are trying to read, are not available for employee public profiles."
        let refused: [(Vendor, HTTPServer.Reply)] = [
            (.odoo, .json(["name": "odoo.exceptions.AccessError", "message": .string(message), "arguments": [.string(message)], "context": [:], "debug": "Traceback …"], status: 403)),
            (.odoo18, .json([
                "jsonrpc": "2.0", "id": 1,
                "error": ["code": 200, "message": "Odoo Server Error", "data": ["name": "odoo.exceptions.AccessError", "message": .string(message), "debug": "Traceback …"]],
            ])),
        ]
        for (whole, reply) in refused {
            var vendor = whole
            vendor.answer = { request, desk in
                let asked = request.json["fields"] ?? request.json["params"]?["args"]?.array?.last?["fields"]
                return asked?.array?.contains("departure_date") ?? false ? reply : whole.answer(request, desk)
            }
            try await scene(vendor) { scene in
                let proof = await refusal { try await scene.connector.prove() }
                guard case .authorizationRejected(let told)? = proof else {
                    Issue.record("\(vendor.connector) is proved")
                    return
                }
                #expect(told.contains("Officer") && told.contains("public profiles"))
                let error = await refusal { _ = try await scene.everybody() }
                #expect(error?.kind == "authorizationRequired")
            }
        }
    }

    @Test("R-CON-3 Odoo: a wrong password is a success that says false") func password() async throws {
        var vendor = Vendor.odoo18
        vendor.fields["password"] = .text("secret-wrong")
        try await scene(vendor) { scene in
            let proof = await refusal { try await scene.connector.prove() }, error = await refusal { _ = try await scene.everybody() }
            #expect(proof?.kind == "authorizationRejected" && error?.kind == "authorizationRequired")
        }
    }

    @Test("Odoo: yes and no keep their no, and pictures are not asked for", arguments: [Vendor.odoo, .odoo18]) func fields(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            let people = try await scene.everybody()
            #expect(people.allSatisfy { $0.fields["custom_fields.x_studio_remote"] == .boolean(false) })
            #expect(!scene.server.requests.contains { String(decoding: $0.body, as: UTF8.self).contains("image_1920") || String(decoding: $0.body, as: UTF8.self).contains("x_studio_photo") })
            #expect(people[0].fields["preferred_language"] == .text("en_US"))
        }
    }

    @Test("R-SAFE-4 CharlieHR: a success that is none", arguments: [
        (["success": false, "error": "unauthorized", "message": "Invalid token"], "authorizationRequired"), (["success": false, "error": "broken", "message": "x"], "remoteUnexpected"),
        (["success": true, "meta": ["total": 0]], "remoteUnexpected"),
    ] as [(JSONValue, String)])
    func success(_ body: JSONValue, _ kind: String) async throws {
        var vendor = Vendor.charliehr
        vendor.answer = { request, desk in request.path == Vendor.charliehr.listPath && request.number("page") == 2 ? .json(body) : Vendor.charliehr.answer(request, desk) }
        try await scene(vendor) { scene in
            let error = await refusal { _ = try await scene.everybody() }
            #expect(error?.kind == kind)
        }
    }

    @Test("R-MAP-9 CharlieHR: without the types of notes, and where notes are refused, custom fields are not known") func notes() async throws {
        for path in ["/api/v1/team_member_note_types", "/api/v1/team_members/1002/notes"] {
            var vendor = Vendor.charliehr
            vendor.answer = { request, desk in request.path == path ? Vendor.charliehr.refusal(403) : Vendor.charliehr.answer(request, desk) }
            try await scene(vendor) { scene in
                let people = try await scene.everybody()
                #expect(people.first { $0.id == "1002" }?.isUnavailable("custom_fields.T-shirt") == true)
            }
        }
    }

    @Test("R-LIFE-4 Gusto: who came back has no end, and without a page everybody comes at once") func returned() async throws {
        try await scene(.gusto) { scene in
            let people = try await scene.everybody()
            #expect(people.first { $0.id == "1005" }?.fields["employment_end_date"] == nil)
            #expect(people.first { $0.id == "1005" }?.fields["employment_status"] == .text("active"))
            #expect(scene.server.requests.filter { $0.path == Vendor.gusto.listPath }.allSatisfy { $0.query["page"] != nil && $0.query["per"] == "3" })
        }
    }

    @Test("R-SAFE-4 Gusto: without its count a list ends with an empty page, not with a short one") func uncounted() async throws {
        var vendor = Vendor.gusto
        vendor.answer = { request, desk in
            guard case .answer(let status, let headers, let body)? = Vendor.gusto.answer(request, desk) else { return nil }
            return .answer(status: status, headers: headers.filter { $0.0 != "X-Total-Count" }, body: body)
        }
        try await scene(vendor) { scene in
            let people = try await scene.everybody()
            #expect(people.count == Sample.all.count)
            #expect(scene.desk.listsAsked == 4)
        }
    }

    @Test("Breathe: leavers and custom fields can be left out, and then are not taken for empty") func fewer() async throws {
        var vendor = Vendor.breathehr
        vendor.fields["formerEmployees"] = .boolean(false)
        vendor.fields["customFields"] = .boolean(false)
        try await scene(vendor) { scene in
            let people = try await scene.everybody()
            #expect(people.compactMap(\.id).sorted() == Sample.all.filter { !$0.hasLeft }.map(\.id))
            #expect(people.allSatisfy { $0.isUnavailable("custom_fields.T-shirt") })
            #expect(scene.server.requests.allSatisfy { $0.path == "/v1/employees" && $0.query["filter"] == nil })
        }
    }

    @Test("R-MAP-9 Rippling: a department that is neither expanded nor known is not taken for none") func unexpanded() async throws {
        var vendor = Vendor.rippling
        vendor.answer = { request, desk in request.path == "/departments/" ? Vendor.rippling.refusal(403) : Vendor.rippling.answer(request, desk) }
        try await scene(vendor) { scene in
            let people = try await scene.everybody()
            #expect(people.filter { $0.isUnavailable("department") }.map(\.id) == ["1005"])
        }
    }

    @Test("R-MAP-9 Deel: custom fields of somebody for whom they are refused are not known") func refused() async throws {
        var vendor = Vendor.deel
        vendor.answer = { request, desk in request.path == "/rest/v2/people/1004/custom_fields" ? Vendor.deel.refusal(404) : Vendor.deel.answer(request, desk) }
        try await scene(vendor) { scene in
            let people = try await scene.everybody()
            #expect(people.filter { $0.isUnavailable("custom_fields.x") }.map(\.id) == ["1004"])
        }
    }
}
