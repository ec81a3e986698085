import JSON
import Testing

@testable import Simulator

/// A patient reader for each format, written from the vendors' documents: it goes on until the list says that it ends.
struct Reader {
    let client: Client
    /// Rows of the list, as the vendor writes them.
    var rows: [JSONValue] = []
    /// Answers that were not 200.
    var failures: [Client.Reply] = []

    static let lists: [(format: String, read: @Sendable (inout Reader) async throws -> Void)] = [
        ("apideck", { try await $0.apideck() }), ("bamboohr", { try await $0.bamboohr() }), ("bamboohr dataset", { try await $0.dataset() }),
        ("bamboohr report", { try await $0.report() }), ("personio v1", { try await $0.personio1() }), ("personio v2", { try await $0.personio2() }),
        ("hibob", { try await $0.hibob() }), ("scim index", { try await $0.scimIndex() }), ("scim cursor", { try await $0.scimCursor() }),
    ]

    private mutating func page(_ reply: Client.Reply, _ name: String) -> [JSONValue]? {
        guard reply.status == 200, let rows = reply.json?[name]?.array else {
            failures.append(reply)
            return nil
        }
        self.rows += rows
        return rows
    }

    mutating func apideck() async throws {
        var cursor: String? = ""
        while let current = cursor {
            let reply = try await client.send("GET", "/hris/employees?limit=20&cursor=\(current.replacing("=", with: "%3D"))", Client.apideck)
            guard page(reply, "data") != nil else { return }
            cursor = reply.json?["meta"]?["cursors"]?["next"]?.string
        }
    }

    mutating func bamboohr() async throws {
        var cursor: String? = ""
        while let current = cursor {
            let reply = try await client.send("GET", "/api/v1/employees?page[limit]=20&page[after]=\(current)&fields=workEmail", Client.bamboohr)
            guard page(reply, "data") != nil else { return }
            cursor = reply.json?["meta"]?["page"]?["nextCursor"]?.string
        }
    }

    mutating func dataset() async throws {
        for number in 1... {
            let reply = try await client.send(
                "POST", "/api/v2/datasets/employee/data?page=\(number)&pageSize=20", Client.bamboohr, json: ["fields": ["eeid", "status", "supervisorEid"]])
            guard page(reply, "data") != nil, number < reply.json?["meta"]?["totalPages"]?.int ?? 0 else { return }
        }
    }

    mutating func report() async throws {
        _ = page(try await client.send("POST", "/api/gateway.php/acme/v1/reports/custom?format=JSON", Client.bamboohr, json: ["fields": ["id", "hireDate"]]), "employees")
    }

    mutating func personio1() async throws {
        let token = try await client.send("POST", "/v1/auth", json: ["client_id": "simulator-client", "client_secret": "simulator-secret"]).json?["data"]?["token"]?.string
        while true {
            let reply = try await client.send("GET", "/v1/company/employees?limit=20&offset=\(rows.count)", [("Authorization", "Bearer \(token ?? "")")])
            guard let page = page(reply, "data"), !page.isEmpty else { return }
        }
    }

    mutating func personio2() async throws {
        let form = "grant_type=client_credentials&client_id=simulator-client&client_secret=simulator-secret"
        let token = try await client.send("POST", "/v2/auth/token", form: form).json?["access_token"]?.string
        var url: String? = "/v2/persons?limit=20"
        while let current = url {
            let reply = try await client.send("GET", current, [("Authorization", "Bearer \(token ?? "")")])
            guard page(reply, "_data") != nil else { return }
            url = reply.json?["_meta"]?["links"]?["next"]?["href"]?.string
        }
    }

    mutating func hibob() async throws {
        _ = page(try await client.send("POST", "/v1/people/search", Client.hibob, json: ["fields": ["root.id"], "showInactive": true]), "employees")
    }

    mutating func scimIndex() async throws {
        while true {
            let reply = try await client.send("GET", "/scim/v2/Users?startIndex=\(rows.count + 1)&count=20", Client.scim)
            guard let page = page(reply, "Resources"), !page.isEmpty, rows.count < reply.json?["totalResults"]?.int ?? 0 else { return }
        }
    }

    mutating func scimCursor() async throws {
        var cursor: String? = ""
        while let current = cursor {
            let reply = try await client.send("GET", "/scim/v2/Users?cursor=\(current)&count=20", Client.scim)
            guard page(reply, "Resources") != nil else { return }
            cursor = reply.json?["nextCursor"]?.string
        }
    }

    /// The people's ids, wherever the vendor has them.
    var ids: [String] {
        rows.map { row in
            let id = row["id"] ?? row["employeeId"] ?? row["fields"]?["eeid"] ?? row["attributes"]?["id"]?["value"]
            return id?.string ?? id?.number?.literal ?? "?"
        }
    }
}

@Suite struct ReadingTests {
    @Test("every list delivers everybody once, over pages", arguments: Reader.lists.map(\.format)) func everybody(format: String) async throws {
        try await Client.with(try .people(47)) { client async throws in
            var reader = Reader(client: client)
            try await Reader.lists.first { $0.format == format }?.read(&reader)
            #expect(reader.failures.isEmpty)
            #expect(reader.ids == (1...47).map(String.init))
        }
    }

    @Test("nobody comes in without the right credentials", arguments: [
        "/hris/employees", "/vault/connections?api=hris", "/api/v1/employees", "/api/gateway.php/acme/v1/meta/fields", "/v1/company/employees", "/v2/persons",
        "/v2/org-units?type=team", "/v1/company/people/fields", "/v1/company/named-lists/department",
        "/scim/v2/Users", "/scim/v2/Schemas",
    ]) func authentication(path: String) async throws {
        try await Client.with(try .people(3)) { client async throws in
            for headers in [[], [("Authorization", "Bearer wrong")], [("Authorization", Client.basic("wrong", "wrong"))], [("Authorization", "Basic %%%")]] {
                let all = headers + [("x-apideck-app-id", "simulator-client"), ("x-apideck-consumer-id", "simulator-consumer")]
                #expect(try await client.send("GET", path, all).status == 401)
            }
            #expect(client.simulator.requests.allSatisfy { $0.status == 401 })
        }
    }

    @Test("a company that changes is read as it then is") func change() async throws {
        try await Client.with(try .people(3)) { client async throws in
            #expect(try await client.send("DELETE", "/control/employees/2").json?["employees"]?.int == 2)
            #expect(try await client.send("PUT", "/control/employees", json: ["id": "9", "first_name": "New", "last_name": "One"]).json?["employees"]?.int == 3)
            var reader = Reader(client: client)
            try await reader.apideck()
            #expect(reader.ids == ["1", "3", "9"])
            let changed = try await client.send("GET", "/api/v1/employees/changed?since=2000-01-01T00:00:00Z", Client.bamboohr)
            #expect(changed.json?["employees"]?["2"]?["action"]?.string == "Deleted")
            #expect(changed.json?["employees"]?["9"]?["action"]?.string == "Updated")
        }
    }

    @Test("a company that cannot be read says in which line") func badCompany() async throws {
        #expect { try Company(parsing: Array("{\"id\": 1}\n\n[]".utf8)) } throws: { "\($0)" == "line 3 is not an object" }
        #expect { try Company(parsing: Array("{\"id\": 1}\n{".utf8)) } throws: { "\($0)".hasPrefix("line 2 is not JSON") }
        #expect(try Company(parsing: Array("[{\"id\": 1}, {\"id\": \"2\"}]".utf8)).count == 2)
        try await Client.with(Company()) { client async throws in
            let reply = try await client.send("PUT", "/control/company", json: ["id": 1])
            #expect(reply.status == 200)
            #expect(try await client.send("PUT", "/control/company", json: [1]).json?["error"]?.string == "the company: line 1 is not an object")
        }
    }
}
