import JSON
import Provisioning

@testable import Connectors

/// A connector to a server of one test, by a manifest of one test.
struct InlineConnector {
    let server: HTTPServer
    let connector: any Connector
    let flow: (any CodeFlow)?
    let tokens = MemoryTokens()
    let waiting = CountingWaiting()

    /// - Parameter parts: members of the manifest, with commas; `lists` and `employee` have a standard.
    init(
        _ parts: String, authorization: String = #"{"kind": "none", "title": "t", "help": "h"}"#, fields: [String: Authorization.Setting] = [:],
        kind: AuthorizationKind = .none, time: any TimeSource = FixedTime(now: CountingWaiting.start), _ answer: @escaping @Sendable (HTTPServer.Request) -> HTTPServer.Reply
    ) async throws {
        server = try await HTTPServer(answer)
        let list = parts.contains(#""lists""#) ? "" : #""lists": [{"request": {"path": "/people"}, "records": "people"}],"#
        let employee = parts.contains(#""employee""#) ? "" : #""employee": {"id": "id", "first_name": "first", "last_name": "last", "title": "title"},"#
        let text = #"{"id": "inline", "name": "Inline HR", \#(list) \#(employee) \#(parts) "base": "https://hr.example.test", "authorizations": [\#(authorization)]}"#
        let manifest = try Manifest(Array(text.utf8))
        var network = Network(policy: NetworkPolicy(allowHTTP: ["127.0.0.1"]))
        network.waiting = waiting
        network.proxies = ProxySettings(environment: [:])
        var settings = fields
        settings["baseUrl"] = .text(server.url)
        let setup = ConnectorSetup(authorization: Authorization(kind: kind, fields: settings), tokens: tokens, time: time)
        let definition = manifest.definitions[0]
        connector = try definition.connector(setup, network)
        flow = kind == .authorizationCode ? try definition.codeFlow(setup, network) : nil
    }

    func everybody() async throws -> [Employee] {
        do {
            let people = try await connector.snapshot().all()
            await server.stop()
            return people
        } catch {
            await server.stop()
            throw error
        }
    }

    static func person(_ id: Int, _ more: JSONObject = [:]) -> JSONValue {
        .object(JSONObject([(name: "id", value: JSONValue(id)), (name: "first", value: "F"), (name: "last", value: "L")] + more.members))
    }
}
