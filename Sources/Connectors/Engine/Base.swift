import Provisioning

/// Where an HRIS is: the manifest's base with the settings filled in, or what takes its place.
struct Base: Sendable {
    let address: Address
    /// The form's field from which it comes, if it does.
    let field: String?
    /// Another address was given: everything goes there.
    private let isReplaced: Bool

    init(_ manifest: Manifest, _ scope: Scope) throws(ConnectorError) {
        guard let text = manifest.base.filled(scope), let address = Address(text) else {
            throw .settingsInvalid(field: manifest.base.names.first ?? "baseUrl", message: "The settings give no address at which \(manifest.name) could be.")
        }
        guard let other = scope["baseUrl"]?.text else {
            self.address = address
            field = manifest.base.names.first
            isReplaced = false
            return
        }
        guard var replaced = Address(other) else { throw .settingsInvalid(field: "baseUrl", message: "This is no address such as https://hr.example.org.") }
        replaced.path = replaced.path.withoutEndingSlash + address.path
        self.address = replaced
        field = "baseUrl"
        isReplaced = true
    }

    /// Of a path behind the base, or of a whole address.
    func address(_ path: Template, _ scope: Scope) throws(Refusal) -> Address {
        guard let text = path.filled(scope, .url) else {
            let missing = path.names.first { scope[$0]?.text == nil } ?? ""
            throw .setting(missing, "This is needed, and it is empty.")
        }
        if text.hasPrefix("https://") {
            guard let whole = Address(path.filledHost(scope)) else { throw .meant(.unexpected, "\(text) is no address.") }
            guard isReplaced, var moved = Address(address.origin.description + whole.path) else { return whole }
            moved.query = whole.query
            return moved
        }
        let parts = text.split(separator: "?", maxSplits: 1).map(String.init)
        var address = address
        address.path = address.path.withoutEndingSlash + (parts.first ?? "/")
        if parts.count > 1 { address.query = parts[1] }
        return address
    }
}

extension Template {
    /// Of a whole address: a setting in the host is a label, so encoding leaves it as it is.
    fileprivate func filledHost(_ scope: Scope) -> String { filled(scope, .url) ?? "" }
}

extension String {
    var withoutEndingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
