import JSON
import Testing

@testable import Simulator

@Suite struct ControlTests {
    @Test("faults are set, counted and taken away over HTTP") func faults() async throws {
        try await Client.with(try .people(3)) { client async throws in
            let set = try await client.send("PUT", "/control/faults", json: ["serverError:2", "slow@detail=0.01"])
            #expect(set.json?["faults"]?.array?.compactMap { $0["fault"]?.string } == ["serverError:2@list", "slow@detail=0.01"])
            var statuses: [Int] = []
            for _ in 1...3 { statuses.append(try await client.send("GET", "/hris/employees", Client.apideck).status) }
            #expect(statuses == [200, 500, 200])
            let state = try await client.send("GET", "/control/faults").json?["faults"]?.array?.first
            #expect(state?["requests"]?.int == 3 && state?["applied"]?.int == 1)
            #expect(try await client.send("DELETE", "/control/faults").json?["faults"] == [])
        }
    }

    @Test("a request that makes no sense says what would", arguments: [
        ("PUT", "/control/faults", "{}", "JSON array of faults"), ("PUT", "/control/faults", "[\"slow\", \"nope\"]", "nope: no such fault"),
        ("PUT", "/control/clock", "{}", "timestamp"), ("PUT", "/control/employees", "[]", "JSON object"), ("DELETE", "/control/employees/77", "", "no employee 77"),
        ("GET", "/control/nothing", "", "docs/simulator.md"), ("POST", "/control/faults", "[]", "docs/simulator.md"),
    ]) func refusals(method: String, path: String, body: String, words: String) async throws {
        try await Client.with(try .people(1)) { client async throws in
            let reply = try await client.send(method, path, json: try? JSONValue(parsing: Array(body.utf8)))
            #expect(reply.status >= 400)
            #expect(reply.json?["error"]?.string?.contains(words) == true)
            #expect(client.simulator.requests.isEmpty)
        }
    }

    @Test("what was asked is told, without secrets") func requests() async throws {
        try await Client.with(try .people(3)) { client async throws in
            _ = try await client.send("GET", "/hris/employees?limit=2", Client.apideck)
            let told = try await client.send("GET", "/control/requests")
            let record = told.json?["requests"]?.array?.first
            #expect(record?["path"]?.string == "/hris/employees" && record?["query"]?.string == "limit=2" && record?["status"]?.int == 200)
            #expect(record?["format"]?.string == "apideck" && record?["scope"]?.string == "list")
            #expect(!String(decoding: told.body, as: UTF8.self).contains("simulator-key"))
        }
    }

    @Test("a company is given back as it was given") func company() async throws {
        try await Client.with(Company()) { client async throws in
            let lines = "{\"id\": \"1\",  \"first_name\": \"Ada\"}\n{\"id\": 2}\n"
            let put = try await client.send("PUT", "/control/company", form: lines)
            #expect(put.json?["employees"]?.int == 2)
            #expect(try await client.send("GET", "/control/company").body == Array(lines.utf8))
        }
    }
}
