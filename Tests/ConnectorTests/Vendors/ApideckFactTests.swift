import JSON
import Provisioning
import Testing

@testable import Connectors

/// What Apideck says of systems behind it.
@Suite struct ApideckFactTests {
    private static let unpaged = HTTPServer.Reply.json(
        ["status_code": 400, "error": "Bad Request", "type_name": "PaginationNotSupportedError", "message": "Pagination is not supported", "detail": "x", "ref": "x"], status: 400)

    private func read(_ answer: @escaping @Sendable (HTTPServer.Request, Desk) -> HTTPServer.Reply?) async throws
        -> (people: [Employee], error: ConnectorError?, asked: [HTTPServer.Request], waited: [Duration])
    {
        var vendor = Vendor.apideck
        vendor.answer = answer
        let scene = try await ConformanceScene(vendor)
        var people: [Employee] = []
        let error = await refusal { people = try await scene.everybody() }
        let asked = scene.server.requests.filter { $0.path == vendor.listPath }
        await scene.stop()
        return (people, error, asked, scene.waiting.waits)
    }

    @Test("a system without pages is asked for everybody at once") func whole() async throws {
        let reading = try await read { request, desk in
            guard request.path == Vendor.apideck.listPath else { return Vendor.apideck.answer(request, desk) }
            return request.query["limit"] == nil && request.query["cursor"] == nil ? Vendor.apideck.answer(request, desk) : Self.unpaged
        }
        #expect(reading.error == nil)
        #expect(reading.people.compactMap(\.id) == Sample.all.map(\.id))
        for person in reading.people { Vendor.apideck.expect(person) }
        #expect(reading.asked.map { $0.query["limit"] } == ["3", nil])
    }

    @Test("R-SAFE-4 a system that wants no pages and yet gives a next one fails the reading", arguments: [2, 1_000]) func neither(_ limit: Int) async throws {
        let reading = try await read { request, desk in
            guard request.path == Vendor.apideck.listPath else { return Vendor.apideck.answer(request, desk) }
            if request.query["limit"] != nil || request.query["cursor"] != nil || limit == 1_000 { return Self.unpaged }
            return .json(["data": [], "meta": ["cursors": ["next": "c2"]]])
        }
        #expect(reading.error?.kind == "remoteIncomplete")
        #expect(reading.people.isEmpty && reading.asked.count <= 3)
    }

    /// Apideck's own words of credentials that it could not renew.
    private static func unrenewed(_ cooldown: JSONValue?) -> HTTPServer.Reply {
        var debug: JSONObject = ["response": ["statusCode": 401, "data": ["error": "invalid_grant"]], "credentials_expire_at_ms": 1_620_172_800_000, "retry_after_ms": 1_620_000_030_000]
        if let cooldown { debug["cooldown_remaining_ms"] = cooldown }
        return .json(
            [
                "status_code": 401, "error": "Unauthorized", "type_name": "ConnectorCredentialsError", "message": "Token refresh failed",
                "detail": ["type": "refresh_token_connector_error", "message": "Token refresh failed with 401 error", "debug": .object(debug)],
            ], status: 401)
    }

    @Test("R-CON-6 credentials that are cooling down are tried once more, when they may be, and not before", arguments: [
        (30_000, 2, [Duration.seconds(30)]), (250, 2, [.milliseconds(500)]), (3_600_000, 1, []), (0, 1, []), (nil, 1, []), ("soon", 1, []), (-5, 1, []),
    ] as [(JSONValue?, Int, [Duration])])
    func cooldown(_ cooldown: JSONValue?, _ tries: Int, _ waits: [Duration]) async throws {
        let reading = try await read { request, desk in
            request.path == Vendor.apideck.listPath ? Self.unrenewed(cooldown) : Vendor.apideck.answer(request, desk)
        }
        #expect(reading.error?.kind == "authorizationRequired")
        #expect(reading.asked.count == tries)
        #expect(reading.waited.count == waits.count && zip(reading.waited, waits).allSatisfy { $0 >= $1 })
    }

    @Test("R-SAFE-5 credentials that Apideck has renewed meanwhile read on") func renewed() async throws {
        let reading = try await read { request, desk in
            request.path == Vendor.apideck.listPath && desk.listsAsked == 2 ? Self.unrenewed(30_000) : Vendor.apideck.answer(request, desk)
        }
        #expect(reading.error == nil)
        #expect(reading.people.count == Sample.all.count && reading.waited.first ?? .zero >= .seconds(30))
    }
}
