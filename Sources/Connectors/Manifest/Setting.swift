import JSON
import Provisioning

/// One thing that the form asks for.
struct Setting: Sendable {
    enum Format: String, Sendable, CaseIterable {
        case text
        /// One label of a host's name: letters, digits and hyphens.
        case label
        /// A host's name.
        case host
        /// A whole address, https:// unless the operator allows http.
        case url
    }

    private enum Kind: String, CaseIterable { case text, secret, number, boolean, choice, map }

    var field: Form.Field
    var format: Format
    /// Domains in which the host must be; none: any.
    var domains: [String]
    /// What stands for each choice in templates, if not the choice itself.
    var choices: [String: String]
    /// Not asked for: services set it.
    var isHidden: Bool

    init(_ draft: Draft) {
        let members = draft.members(
            ["name", "title", "help", "type", "optional", "default", "format", "choices", "visibleWhen", "hidden", "within"], required: ["name", "title", "help"])
        isHidden = members.flag("hidden")
        format = members["format"]?.word(Format.text) ?? .text
        domains = members["within"]?.texts ?? []
        if !domains.isEmpty, format != .host, format != .url { draft.note("“within” belongs to the formats host and url.") }
        let kind = members["type"]?.word(Kind.text) ?? .text
        var words: [String] = [], choices: [String: String] = [:]
        if let draft = members["choices"] {
            if draft.view.kind == .object {
                for (name, value) in draft.entries {
                    words.append(name)
                    choices[name] = value.text
                }
            } else {
                words = draft.texts
            }
        }
        if (kind == .choice) == words.isEmpty { draft.note("“choices” belong to the type choice.") }
        self.choices = choices
        let type: Form.FieldType = switch kind {
        case .text, .secret: .text
        case .number: .number
        case .boolean: .boolean
        case .choice: .choice(words)
        case .map: .map
        }
        field = Form.Field(
            name: members.text("name") ?? "", title: members.text("title") ?? "", help: members.text("help") ?? "", type: type,
            isRequired: !members.flag("optional") && !isHidden, isSecret: kind == .secret, standard: members["default"].flatMap(\.view.scalarText))
        if let visible = members["visibleWhen"]?.entries.first { field.visibleWhen = (visible.name, visible.value.texts) }
    }

    /// A field of every connector: where to find it instead, for sandboxes, gateways and test servers.
    static let baseURL = Setting(
        field: Form.Field(
            name: "baseUrl", title: "Other address", help: "Only for a sandbox, a gateway or a test server: its address, in place of the vendor's host.",
            isRequired: false), format: .url)

    private init(field: Form.Field, format: Format) {
        self.field = field
        self.format = format
        domains = []
        choices = [:]
        isHidden = false
    }

    func check(_ text: String) throws(ConnectorError) {
        switch format {
        case .text: return
        case .label:
            let isLabel = text.utf8.count <= 63 && text.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) || $0 == 0x2D }
            if isLabel { return }
            throw .settingsInvalid(field: field.name, message: "\(field.title) is a single name of letters, digits and hyphens, without dots and slashes.")
        case .host:
            if let address = Address("https://\(text)"), address.port == 443, address.target == "/", address.host == text.lowercased() { return try check(host: address.host) }
            throw .settingsInvalid(field: field.name, message: "\(field.title) is the name of a host alone, such as hr.example.org.")
        case .url:
            if let address = Address(text), address.query == nil { return try check(host: address.host) }
            throw .settingsInvalid(field: field.name, message: "\(field.title) is a whole address such as https://hr.example.org/api, without a user, a query or a #.")
        }
    }

    private func check(host: String) throws(ConnectorError) {
        if domains.isEmpty || domains.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return }
        throw .settingsInvalid(field: field.name, message: "\(field.title) is a host within \(domains.joined(separator: ", ")).")
    }
}
