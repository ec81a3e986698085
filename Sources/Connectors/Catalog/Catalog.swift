import Provisioning

/// All connectors of this build, and those that the operator adds (R-CON-1), in the order in which they are listed.
public struct Catalog: ConnectorCatalog {
    private static let builtIn: [Definition] = [FileConnector.definition, DemoConnector.definition] + BuiltIn.definitions

    private let network: Network
    private let own: [Definition]

    /// - Parameters:
    ///   - network: what connectors may reach.
    ///   - manifests: the operator's own; one with the id of a built-in one takes its place.
    public init(network: NetworkPolicy = NetworkPolicy(), manifests: OwnManifests = OwnManifests()) {
        self.init(Network(policy: network), own: manifests.definitions)
    }

    init(_ network: Network, own: [Definition] = []) {
        self.network = network
        self.own = own
    }

    /// Read when they are first asked for: the agent starts without waiting for them.
    private var definitions: [Definition] {
        let ids = Set(own.map(\.id))
        return Self.builtIn.filter { !ids.contains($0.id) } + own
    }

    public var entries: [ConnectorEntry] { definitions.map(\.entry) }

    /// `settingsInvalid` with field `connector`: there is no such connector.
    public func connector(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any Connector {
        try definition(id).connector(setup, network)
    }

    public func codeFlow(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any CodeFlow {
        try definition(id).codeFlow(setup, network)
    }

    private func definition(_ id: String) throws(ConnectorError) -> Definition {
        guard let definition = definitions.first(where: { $0.id == id }) else {
            throw .settingsInvalid(field: "connector", message: "There is no connector of this id; connector/list names them all.")
        }
        return definition
    }
}
