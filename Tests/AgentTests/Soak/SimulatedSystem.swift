import Provisioning
import Simulator
import Synchronization
import Testing

@testable import Connectors

/// An HR system of the simulator, and the connector that reads it, in short pages and without real waiting.
struct SimulatedSystem: Sendable, CustomTestStringConvertible {
    var format: Format
    var kind: AuthorizationKind
    var address = "baseUrl"
    /// It delivers people's last days.
    var hasLastDays = true
    /// It says how many people there are, or warns of what it does not deliver.
    var promises = false, warns = false
    /// A refused token is got anew.
    var hasTokens = false
    var fields: @Sendable (Credentials) -> [String: String]

    var testDescription: String { format.rawValue }

    static let all = [
        SimulatedSystem(format: .apideck, kind: .apiKey, warns: true) { ["apiKey": $0.key, "appId": $0.client, "consumerId": $0.consumer] },
        SimulatedSystem(format: .bamboohr, kind: .apiKey) { ["company": "acme", "apiKey": $0.key] },
        SimulatedSystem(format: .personio, kind: .clientCredentials, hasTokens: true) { ["clientId": $0.client, "clientSecret": $0.secret] },
        SimulatedSystem(format: .hibob, kind: .basic) { ["serviceUser": $0.serviceUser, "token": $0.secret] },
        SimulatedSystem(format: .scim, kind: .bearer, address: "url", hasLastDays: false, promises: true) { ["bearerToken": $0.key] },
    ]

    func settings(_ simulator: Simulator) -> [String: String] {
        var settings = fields(simulator.credentials)
        settings[address] = simulator.address(format)
        return settings
    }

    /// - Parameter patience: After which a silent server is given up, really waited.
    func catalog(_ waiting: any Waiting, patience: Duration, seed: UInt64) throws -> Catalog {
        var network = Network(policy: NetworkPolicy(allowHTTP: ["127.0.0.1", "localhost"]))
        network.waiting = waiting
        let dice = Mutex(Dice(seed: seed))
        network.random = { dice.withLock { Double.random(in: 0..<1, using: &$0) } }
        (network.boundaries.whole, network.boundaries.longest) = (patience, patience)
        network.proxies = ProxySettings(environment: [:])
        let manifests = try BuiltIn.texts.map { try Manifest($0.withUTF8Buffer { Array($0) }) }
        var manifest = try #require(manifests.first { $0.id == format.rawValue })
        for index in manifest.lists.indices where manifest.lists[index].collection.paging.size != nil { manifest.lists[index].collection.paging.size = 20 }
        return Catalog(network, own: manifest.definitions)
    }
}

/// Time that passes only by being waited for.
final class CountedTime: Waiting {
    private let time = Mutex(TestAgent.start)
    var now: Timestamp { time.withLock { $0 } }

    func set(_ now: Timestamp) { time.withLock { $0 = now } }
    func wait(_ duration: Duration) async throws(CancellationError) {
        time.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000) }
    }
}
