import JSON
import Provisioning
import Testing

@testable import Connectors

/// A connector of the catalogue against a server that answers as one test says: with the samples of the vendor's documentation.
struct CatalogConnector {
    let server: HTTPServer
    let connector: any Connector
    let waiting = CountingWaiting()

    /// - Parameter answer: by method, path and query; nil: there is no such path.
    init(_ vendor: Vendor, _ fields: [String: Authorization.Setting] = [:], _ answer: @escaping @Sendable (HTTPServer.Request) -> HTTPServer.Reply?) async throws {
        server = try await HTTPServer { answer($0) ?? .json(["error": "there is no such path"], status: 404) }
        var settings = vendor.fields.merging(fields) { $1 }
        settings[vendor.address] = .text(server.url)
        let setup = ConnectorSetup(authorization: Authorization(kind: vendor.kind, fields: settings), tokens: MemoryTokens(), time: FixedTime(now: CountingWaiting.start))
        var network = Network(policy: NetworkPolicy(allowHTTP: ["127.0.0.1"]))
        network.waiting = waiting
        network.proxies = ProxySettings(environment: [:])
        let definition = try #require(try vendor.manifest().definitions.first)
        connector = try definition.connector(setup, network)
    }

    /// Everybody by id; the server stops.
    func everybody() async throws -> [String: Employee] {
        let people: [Employee]
        do { people = try await connector.snapshot().all() } catch {
            await server.stop()
            throw error
        }
        await server.stop()
        return Dictionary(people.map { ($0.id ?? "", $0) }) { $1 }
    }
}

extension HTTPServer.Reply {
    static func text(_ json: String, status: Int = 200) -> HTTPServer.Reply { .answer(status: status, body: Array(json.utf8)) }
}

extension Employee {
    /// What all fields with a value say, custom fields included.
    var texts: [String: String] {
        Dictionary(fields.compactMap { path, value in value.scalarText.map { (path, $0) } }) { $1 }
    }
}
