import AsyncHTTPClient
import JSON
import Testing

@testable import Simulator

/// Faults as a client meets them.
@Suite struct BreakingTests {
    static let list = "/hris/employees?limit=20"

    /// Sets the faults, asks the list once.
    private func ask(_ faults: [Fault], path: String = list, headers: [(String, String)] = Client.apideck, body: @escaping (Client.Reply) throws -> Void) async throws {
        try await Client.with(try .people(47)) { client async throws in
            client.simulator.setFaults(faults)
            try body(try await client.send("GET", path, headers))
        }
    }

    static let statuses: [(Fault, status: Int, type: String)] = [
        (Fault(.unauthorized), 401, "UnauthorizedError"), (Fault(.customerUnauthorized), 401, "ConnectorCredentialsError"),
        (Fault(.forbidden), 403, "ConnectorExecutionError"), (Fault(.notFound), 404, "ConnectionNotFoundError"),
        (Fault(.paymentRequired), 402, "RequestLimitError"), (Fault(.rateLimited), 429, "ConnectorRateLimitError"),
        (Fault(.serverError), 500, "ConnectorExecutionError"), (Fault(.serverError, value: "503"), 503, "ConnectorExecutionError"),
        (Fault(.cursorExpired), 400, "InvalidCursorError"),
    ]

    @Test("an error comes with its status and as the vendor writes it", arguments: statuses) func status(fault: Fault, status: Int, type: String) async throws {
        try await ask([fault]) { reply in
            #expect(reply.status == status)
            #expect(reply.json?["type_name"]?.string == type)
        }
    }

    @Test("429 with each kind of hint") func hints() async throws {
        let now = "2026-11-25T03:42:10.000Z"
        for (kind, headers) in [
            (Fault.Kind.rateLimited, [:]), (.rateLimitedSeconds, ["Retry-After": "7"]), (.rateLimitedDate, ["Retry-After": "Wed, 25 Nov 2026 03:42:17 GMT"]),
            (.rateLimitedHeaders, ["x-downstream-ratelimit-reset": "1795578137", "x-downstream-ratelimit-remaining": "0"]),
        ] {
            try await Client.with(try .people(1)) { client async throws in
                #expect(try await client.send("PUT", "/control/clock", json: ["now": .string(now)]).json?["now"]?.string == now)
                #expect(try await client.send("PUT", "/control/faults", json: [.string("\(kind.rawValue):1=7")]).status == 200)
                let reply = try await client.send("GET", Self.list, Client.apideck)
                #expect(reply.status == 429)
                for name in ["Retry-After", "x-downstream-ratelimit-reset", "x-downstream-ratelimit-remaining"] { #expect(reply.headers.first(name: name) == headers[name]) }
                #expect(try await client.send("GET", Self.list, Client.apideck).status == 200)
            }
        }
    }

    @Test("every vendor has its own words for every error", arguments: [
        ("/api/v1/employees", Client.bamboohr), ("/scim/v2/Users", Client.scim), ("/hris/employees", Client.apideck),
    ]) func everyVendor(path: String, headers: [(String, String)]) async throws {
        try await Client.with(try .people(3)) { client async throws in
            for (fault, status, _) in Self.statuses {
                client.simulator.setFaults([fault])
                #expect(try await client.send("GET", path, headers).status == status)
            }
        }
    }

    @Test("a reset and a cut body break the connection; the next request finds a good one") func broken() async throws {
        for kind in [Fault.Kind.reset, .cutOff] {
            try await Client.with(try .people(47)) { client async throws in
                client.simulator.setFaults([Fault(kind, first: 1, last: 1)])
                await #expect(throws: (any Error).self) { try await client.send("GET", Self.list, Client.apideck) }
                #expect(try await client.send("GET", Self.list, Client.apideck).status == 200)
                #expect(client.simulator.requests.map(\.status) == (kind == .reset ? [0, 200] : [200, 200]))
            }
        }
    }

    @Test("bodies that are no answer") func bodies() async throws {
        try await ask([Fault(.truncatedJSON)]) { reply in
            #expect(reply.status == 200)
            #expect(reply.json == nil)
            #expect(reply.body.first == UInt8(ascii: "{"))
        }
        try await ask([Fault(.wrongJSON)]) { #expect($0.json?["data"] == nil && $0.json != nil) }
        try await ask([Fault(.html)]) { #expect($0.status == 200 && $0.headers.first(name: "Content-Type")?.hasPrefix("text/html") == true) }
        try await ask([Fault(.slow, value: "0.01")]) { #expect($0.status == 200) }
    }

    @Test("a redirect and a misleading next link name this port by its other name") func otherHost() async throws {
        try await Client.with(try .people(47)) { client async throws in
            let other = "http://localhost:\(client.simulator.port)"
            client.simulator.setFaults([Fault(.redirect, first: 1, last: 1), Fault(.foreignNext, first: 2, last: 2)])
            let redirect = try await client.send("GET", Self.list, Client.apideck)
            #expect(redirect.status == 302)
            #expect(redirect.headers.first(name: "Location") == other + Self.list)
            #expect(try await client.send("GET", Self.list, Client.apideck).json?["links"]?["next"]?.string?.hasPrefix(other + "/hris/employees?cursor=") == true)
            _ = try await client.send("GET", other + Self.list)
            #expect(client.simulator.requests.map(\.host) == ["127.0.0.1", "127.0.0.1", "localhost"].map { "\($0):\(client.simulator.port)" })
            #expect(client.simulator.requests.map(\.authorization) == ["Bearer", "Bearer", nil])
        }
    }

    // MARK: Pages

    private func read(_ format: String, _ faults: [Fault]) async throws -> (ids: [String], statuses: [Int]) {
        var result: ([String], [Int]) = ([], [])
        try await Client.with(try .people(47)) { client async throws in
            client.simulator.setFaults(faults)
            var reader = Reader(client: client)
            try await Reader.lists.first { $0.format == format }?.read(&reader)
            result = (reader.ids, client.simulator.requests.filter { $0.scope == .list }.map(\.status))
        }
        return result
    }

    static let everybody = (1...47).map(String.init)

    @Test("pages with faults, by cursors and by offsets", arguments: ["apideck", "bamboohr", "personio v1", "personio v2", "scim index", "scim cursor"])
    func pages(format: String) async throws {
        let early = try await read(format, [Fault(.countNotReached, first: 2)])
        #expect(format == "personio v2" ? early.ids == Self.everybody : early.ids.count < 47)
        #expect(try await read(format, [Fault(.emptyList)]).ids == [])
        let repeated = try await read(format, [Fault(.repeatedPeople, first: 2, last: 2)])
        #expect(Set(repeated.ids).count <= 47 && repeated.ids.count >= 47)
        #expect(repeated.ids[20] == "20")
        let shifted = try await read(format, [Fault(.shiftedPage, first: 2, last: 2)])
        #expect(!shifted.ids.contains("40") || format.contains("v1") || format == "scim index")
    }

    @Test("an empty page that leads on loses nobody", arguments: ["apideck", "bamboohr", "personio v2", "scim cursor"]) func emptyPage(format: String) async throws {
        let read = try await read(format, [Fault(.emptyPage, first: 2, last: 2)])
        #expect(read.ids == Self.everybody)
        #expect(read.statuses.count == 4)
    }

    @Test("a cursor loop names its own page for ever") func loop() async throws {
        try await Client.with(try .people(47)) { client async throws in
            client.simulator.setFaults([Fault(.cursorLoop, first: 2)])
            let first = try await client.send("GET", Self.list, Client.apideck)
            let next = try #require(first.json?["meta"]?["cursors"]?["next"]?.string?.replacing("=", with: "%3D"))
            let second = try await client.send("GET", Self.list + "&cursor=\(next)", Client.apideck)
            #expect(second.json?["meta"]?["cursors"]?["next"]?.string?.replacing("=", with: "%3D") == next)
        }
    }

    @Test("the count lies as it is told to") func lies() async throws {
        try await ask([Fault(.lyingTotal, value: "400")]) { #expect($0.json?["meta"]?["total_count"]?.int == 400) }
        try await ask([Fault(.lyingTotal)], path: "/scim/v2/Users?count=20", headers: Client.scim) { #expect($0.json?["totalResults"]?.int == 20) }
    }

    @Test("partial success: the field is gone, with the vendor's warning where it has one") func partial() async throws {
        try await ask([Fault(.partialSuccess)]) { reply in
            let first = reply.json?["data"]?.array?[1]
            #expect(first?["manager"] == nil && first?["title"] != nil)
            #expect(reply.json?["meta"]?["warnings"]?.array?.first?["operation"]?.string == "getManager")
        }
        try await ask([Fault(.partialSuccess, value: "emails")], path: "/api/v1/employees?fields=workEmail", headers: Client.bamboohr) { reply in
            #expect(reply.json?["data"]?.array?.first?["_restrictedFields"] == ["workEmail"])
        }
        try await ask([Fault(.thinList)]) { #expect($0.json?["data"]?.array?[1]["manager"] == nil) }
    }
}
