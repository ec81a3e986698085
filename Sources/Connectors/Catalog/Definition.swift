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
    var make: @Sendable (Authorization, any TimeSource) throws(ConnectorError) -> any Connector

    var entry: ConnectorEntry {
        ConnectorEntry(
            id: id, name: name, via: via, authorizations: forms.map(\.authorizationForm), supports: supports, limitations: limitations,
            readsFiles: readsFiles)
    }

    func connector(_ authorization: Authorization, _ time: any TimeSource) throws(ConnectorError) -> any Connector {
        guard let form = forms.first(where: { $0.kind == authorization.kind }) else {
            let kinds = forms.map(\.kind.rawValue).joined(separator: ", ")
            throw .settingsInvalid(field: "kind", message: "\(name) is not authorised by \(authorization.kind.rawValue) but by: \(kinds).")
        }
        try form.check(authorization.fields)
        return try make(authorization, time)
    }
}
