import Foundation
import Testing

@testable import Connectors

@Suite struct NetworkTests {
    private struct Names: Resolver {
        var addresses: [String]
        func addresses(of host: String) async throws(ExchangeError) -> [String] { addresses }
    }

    private func exchange(_ policy: NetworkPolicy, restricted: Bool = false, _ addresses: [String] = ["127.0.0.1"], boundaries: NetworkExchange.Boundaries = .init()) -> NetworkExchange {
        NetworkExchange(policy: policy, isRestricted: restricted, resolver: Names(addresses: addresses), proxies: ProxySettings(environment: [:]), boundaries: boundaries)
    }

    private func withServer(_ reply: HTTPServer.Reply = .json(["ok": true]), _ body: (HTTPServer) async throws -> Void) async throws {
        let server = try await HTTPServer { _ in reply }
        try await body(server)
        await server.stop()
    }

    @Test("HTTPS only, loopback included, unless the operator allows the host") func plain() async throws {
        try await withServer { server in
            let request = try HTTPRequest.get(server.url + "/x")
            let error = await exchangeError { _ = try await exchange(NetworkPolicy()).send(request) }
            guard case .refused(let message)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("--allow-http 127.0.0.1"))
            #expect(server.requests.isEmpty)
            let response = try await exchange(NetworkPolicy(allowHTTP: ["127.0.0.1"])).send(request)
            #expect(response.status == 200)
        }
    }

    @Test("for an actor the resolved address counts, not the name", arguments: ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1"]) func resolved(_ address: String) async throws {
        try await withServer { server in
            let request = try HTTPRequest.get("http://hr.example.test:\(server.port)/x")
            let policy = NetworkPolicy(allowHTTP: ["hr.example.test"])
            let error = await exchangeError { _ = try await exchange(policy, restricted: true, ["93.184.216.34", address]).send(request) }
            guard case .refused(let message)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("--allow-host hr.example.test"))
            #expect(server.requests.isEmpty)
        }
    }

    @Test("for an actor an allowed host may be an inner one, and --allow-http alone does not make it so") func allowed() async throws {
        try await withServer { server in
            let request = try HTTPRequest.get("http://127.0.0.1:\(server.port)/x")
            let refused = await exchangeError { _ = try await exchange(NetworkPolicy(allowHTTP: ["127.0.0.1"]), restricted: true).send(request) }
            #expect(refused != nil && server.requests.isEmpty)
            let policy = NetworkPolicy(allowHTTP: ["127.0.0.1"], allowHost: ["127.0.0.1"])
            let response = try await exchange(policy, restricted: true).send(request)
            #expect(response.status == 200)
        }
    }

    @Test("R-ACC-3 for an actor the connection goes to the address that was looked up, under the host's own name; to the next one when it does not answer")
    func pinned() async throws {
        try await withServer { server in
            let request = try HTTPRequest.get("http://hr.example.test:\(server.port)/x")
            let policy = NetworkPolicy(allowHTTP: ["hr.example.test"], allowHost: ["hr.example.test"])
            // Nobody listens at the first.
            let exchange = exchange(policy, restricted: true, ["127.0.0.2", "127.0.0.1"])
            let error = await exchangeError { _ = try await exchange.send(request) }
            guard case .unreachable? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            for _ in 1...3 {
                let response = try await exchange.send(request)
                #expect(response.status == 200)
            }
            #expect(server.requests.map { $0["Host"] } == Array(repeating: "hr.example.test:\(server.port)", count: 3))
        }
    }

    @Test("an answer longer than the limit is refused, packed or not") func size() async throws {
        var boundaries = NetworkExchange.Boundaries()
        boundaries.size = 1_000
        try await withServer(.answer(status: 200, body: [UInt8](repeating: 0x20, count: 5_000))) { server in
            let request = try HTTPRequest.get(server.url + "/x")
            let error = await exchangeError { _ = try await exchange(NetworkPolicy(allowHTTP: ["127.0.0.1"]), boundaries: boundaries).send(request) }
            #expect(error == .tooLarge(1_000))
        }
    }

    @Test("gzip is unpacked") func gzip() async throws {
        // `printf '{"ok":true}' | gzip -n`
        let packed: [UInt8] = Array(Data(base64Encoded: "H4sIAAAAAAAAA6tWys9WsiopKk2tBQCQX9SnCwAAAA==") ?? Data())
        try await withServer(.answer(status: 200, headers: [("Content-Encoding", "gzip")], body: packed)) { server in
            let response = try await exchange(NetworkPolicy(allowHTTP: ["127.0.0.1"])).send(try HTTPRequest.get(server.url + "/x"))
            #expect(String(decoding: response.body, as: UTF8.self) == "{\"ok\":true}")
        }
    }

    @Test("silence ends in a time-out, a dead port in words") func silence() async throws {
        var boundaries = NetworkExchange.Boundaries()
        boundaries.whole = .milliseconds(300)
        try await withServer(.silence) { server in
            let request = try HTTPRequest.get(server.url + "/x")
            let error = await exchangeError { _ = try await exchange(NetworkPolicy(allowHTTP: ["127.0.0.1"]), boundaries: boundaries).send(request) }
            #expect(error == .timedOut)
        }
        let server = try await HTTPServer { _ in .silence }
        await server.stop()
        let dead = try HTTPRequest.get(server.url + "/x")
        let error = await exchangeError { _ = try await exchange(NetworkPolicy(allowHTTP: ["127.0.0.1"])).send(dead) }
        guard case .unreachable? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a proxy from the environment is asked to connect to the host") func proxy() async throws {
        var boundaries = NetworkExchange.Boundaries()
        boundaries.whole = .seconds(1)
        let server = try await HTTPServer { _ in .json([:], status: 403) }
        let proxies = ProxySettings(environment: ["http_proxy": "http://127.0.0.1:\(server.port)"])
        let exchange = NetworkExchange(policy: NetworkPolicy(allowHTTP: ["hr.example.test"]), isRestricted: false, proxies: proxies, boundaries: boundaries)
        let request = try HTTPRequest.get("http://hr.example.test/x")
        let error = await exchangeError { _ = try await exchange.send(request) }
        #expect(error != nil, "it refuses")
        #expect(server.requests.first?.method == "CONNECT")
        #expect(server.requests.first?.path == "hr.example.test:80")
        await server.stop()
    }
}
