import Provisioning

/// A connector as the catalogue knows it: what is said about it, how it is asked for, how it is made.
struct Definition: Sendable {
    var id: String
    var name: String
    var via: String?
    var forms: [Form]
    var supports = ConnectorEntry.Supports()
    var limitations: [String] = []
    var readsFiles = false
    /// Gets settings that the form has approved.
    var make: @Sendable (ConnectorSetup, Network) throws(ConnectorError) -> any Connector
    var makeCodeFlow: (@Sendable (ConnectorSetup, Network) throws(ConnectorError) -> any CodeFlow)?

    var entry: ConnectorEntry {
        ConnectorEntry(
            id: id, name: name, via: via, authorizations: forms.map(\.authorizationForm), supports: supports, limitations: limitations,
            readsFiles: readsFiles)
    }

    func connector(_ setup: ConnectorSetup, _ network: Network) throws(ConnectorError) -> any Connector {
        try check(setup.authorization)
        return try make(setup, network)
    }

    func codeFlow(_ setup: ConnectorSetup, _ network: Network) throws(ConnectorError) -> any CodeFlow {
        guard setup.authorization.kind == .authorizationCode, let makeCodeFlow else {
            throw .unsupported("\(name) is not authorised by a code here; connector/get shows how it is.")
        }
        try check(setup.authorization)
        return try makeCodeFlow(setup, network)
    }

    private func check(_ authorization: Authorization) throws(ConnectorError) {
        guard let form = forms.first(where: { $0.kind == authorization.kind }) else {
            let kinds = forms.map(\.kind.rawValue).joined(separator: ", ")
            throw .settingsInvalid(field: "kind", message: "\(name) is not authorised by \(authorization.kind.rawValue) but by: \(kinds).")
        }
        try form.check(authorization.fields)
    }
}
