import Provisioning

/// All connectors of this build (R-CON-1), in the order in which they are listed.
public struct Catalog: ConnectorCatalog {
    private static let definitions: [Definition] = [
        FileConnector.definition,
        DemoConnector.definition,
    ]

    public init() {}

    public var entries: [ConnectorEntry] { Self.definitions.map(\.entry) }

    /// `settingsInvalid` with field `connector`: there is no such connector.
    public func connector(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any Connector {
        try definition(id).connector(setup)
    }

    public func codeFlow(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any CodeFlow {
        try definition(id).codeFlow(setup)
    }

    private func definition(_ id: String) throws(ConnectorError) -> Definition {
        guard let definition = Self.definitions.first(where: { $0.id == id }) else {
            throw .settingsInvalid(field: "connector", message: "There is no connector of this id; connector/list names them all.")
        }
        return definition
    }
}
