import JSON
import Provisioning
import Testing

@testable import Connectors

/// Systems behind Apideck: the same connector, with what is known of each.
@Suite struct ServiceTests {
    private func reading(_ service: String) async throws -> (people: [Employee], requests: [HTTPServer.Request]) {
        let desk = Desk(.apideck, elsewhere: "")
        let server = try await HTTPServer { desk.reply($0) }
        var fields = Vendor.apideck.fields
        fields["baseUrl"] = .text(server.url)
        var network = Network(policy: NetworkPolicy(allowHTTP: ["127.0.0.1"]))
        network.waiting = CountingWaiting()
        network.proxies = ProxySettings(environment: [:])
        let setup = ConnectorSetup(authorization: Authorization(kind: .apiKey, fields: fields), tokens: MemoryTokens(), time: FixedTime(now: CountingWaiting.start))
        let people = try await Catalog(network).connector("apideck-\(service)", setup).snapshot().all()
        let requests = server.requests
        await server.stop()
        return (people, requests)
    }

    @Test("each request names the system") func header() async throws {
        let (_, requests) = try await reading("personio")
        #expect(!requests.isEmpty && requests.allSatisfy { $0["x-apideck-service-id"] == "personio" })
    }

    @Test("a system whose list is partial is read person by person") func details() async throws {
        let (people, requests) = try await reading("hibob-oauth")
        #expect(requests.filter { $0.path.hasPrefix("/hris/employees/") }.count == Sample.all.count)
        for person in people { Vendor.apideck.expect(person) }
        let list = try await reading("bamboohr").requests
        #expect(list.allSatisfy { !$0.path.hasPrefix("/hris/employees/") })
    }

    @Test("page sizes, leavers and what is passed on, as each system needs it") func parameters() async throws {
        let small = try await reading("workday").requests
        #expect(small.allSatisfy { $0.query["limit"] == "20" })
        let passed = try await reading("rippling").requests
        #expect(passed.allSatisfy { $0.query["pass_through[include_terminated]"] == "true" })
        let leavers = try await reading("sage-hr").requests.map { $0.query["filter[employment_status]"] }
        #expect(leavers == [nil, "terminated"])
    }

    @Test("R-MAP-9 a system that leaves out what it could not get: absent is unavailable") func absent() async throws {
        let delivered = try await (reading("ukg-pro").people.first, reading("bamboohr").people.first)
        let ukg = try #require(delivered.0), bamboo = try #require(delivered.1)
        #expect(ukg.isUnavailable("division") && !bamboo.isUnavailable("division"))
        #expect(!ukg.isUnavailable("department") && ukg.fields["department"] != nil)
    }
}
