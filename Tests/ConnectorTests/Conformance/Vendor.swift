import JSON
import Provisioning
import Testing

@testable import Connectors

/// How a vendor answers, for its conformance: its words for the samples, and its paths. The suite brings people and faults.
struct Vendor: Sendable, CustomTestStringConvertible {
    /// Of the catalogue.
    var connector: String
    var kind: AuthorizationKind
    var fields: [String: Authorization.Setting]
    /// The field of the form that takes the server's address.
    var address = "baseUrl"
    /// The path of the list of people, on which faults are laid.
    var listPath: String
    /// What else makes a request one for the list, where one path serves all.
    var isList: @Sendable (HTTPServer.Request) -> Bool = { _ in true }
    /// Everything comes in one answer.
    var isOnePage = false
    /// The answer promises how many there are.
    var promises = false
    /// A refused token is got anew.
    var hasTokens = false
    /// Of an authorisation that has been given already, by code.
    var tokens: Tokens?
    /// What the model's paths must hold beside names, id and work address; see `Expected`.
    var delivers: Set<Expected>
    /// The path of the custom field that holds a sample's shirt size; nil: there is none.
    var customField: String?
    /// It tells what the custom field is called: T-shirt.
    var namesFields = true
    /// A header with the moment, in seconds since 1970, from which requests are welcome again.
    var hint: String?
    /// Our paths that are unavailable in a success with warnings; empty: the vendor has no such thing.
    var partial: Set<String> = []
    /// How it words a refusal.
    var refusal: @Sendable (Int) -> HTTPServer.Reply = { .json(["message": "refused"], status: $0) }
    var customerRefusal: HTTPServer.Reply = .json(["message": "refused"], status: 401)
    /// nil: there is no such path.
    var answer: @Sendable (HTTPServer.Request, Desk) -> HTTPServer.Reply?

    enum Expected: Sendable, CaseIterable {
        case personalEmail, status, start, end, department, title, manager, employeeNumber
    }

    var testDescription: String { connector }

    /// A page small enough that the samples fill several.
    static let pageSize = 3

    func manifest() throws -> Manifest {
        for text in BuiltIn.texts {
            var manifest = try Manifest(text.withUTF8Buffer { Array($0) })
            guard manifest.id == connector else { continue }
            for index in manifest.lists.indices where manifest.lists[index].collection.paging.size != nil {
                manifest.lists[index].collection.paging.size = Self.pageSize
            }
            return manifest
        }
        throw Missing(connector: connector)
    }

    struct Missing: Error { var connector: String }
}

/// A vendor's server, and a connector to it.
struct ConformanceScene {
    let desk: Desk
    let server: HTTPServer
    /// Which nobody may ever ask.
    let elsewhere: HTTPServer
    let waiting = CountingWaiting()
    let connector: any Connector

    /// - Parameter patience: after which a silent server is given up.
    init(_ vendor: Vendor, patience: Duration = .seconds(10)) async throws {
        elsewhere = try await HTTPServer { _ in .json([:]) }
        let desk = Desk(vendor, elsewhere: elsewhere.url)
        server = try await HTTPServer { desk.reply($0) }
        self.desk = desk
        var fields = vendor.fields
        fields[vendor.address] = .text(server.url)
        let setup = ConnectorSetup(authorization: Authorization(kind: vendor.kind, fields: fields), tokens: MemoryTokens(vendor.tokens), time: FixedTime(now: CountingWaiting.start))
        var network = Network(policy: NetworkPolicy(allowHTTP: ["127.0.0.1"]))
        network.waiting = waiting
        network.random = { 0.5 }
        network.boundaries.whole = patience
        network.boundaries.longest = patience
        network.proxies = ProxySettings(environment: [:])
        let definition = try #require(try vendor.manifest().definitions.first)
        connector = try definition.connector(setup, network)
    }

    func everybody() async throws -> [Employee] { try await connector.snapshot().all() }

    func stop() async {
        await server.stop()
        await elsewhere.stop()
    }
}
