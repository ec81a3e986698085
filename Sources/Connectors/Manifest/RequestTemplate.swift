import JSON

/// A request with placeholders.
struct RequestTemplate: Sendable {
    enum Method: String, Sendable, CaseIterable {
        case get = "GET", post = "POST", put = "PUT"
    }

    enum Body: Sendable {
        case json(JSONTemplate)
        case form([(name: String, value: Template)])
    }

    var method: Method
    /// Behind the base, or a whole `https:` address.
    var path: Template
    var query: [(name: String, value: Template)]
    var headers: [(name: String, value: Template)]
    var body: Body?
    var basic: Basic?
    var timeout: Duration?

    struct Basic: Sendable {
        var user, password: Template

        init(_ draft: Draft) {
            let members = draft.members(["user", "password"], required: ["user", "password"])
            user = members["user"].map(Template.init) ?? Template("")
            password = members["password"].map(Template.init) ?? Template("")
        }
    }

    init(_ draft: Draft) {
        let members = draft.members(["method", "path", "query", "headers", "json", "form", "basic", "timeoutSeconds"], required: ["path"])
        let json = members["json"], form = members["form"]
        method = members["method"]?.word(Method.get) ?? (json == nil && form == nil ? .get : .post)
        path = members["path"].map(Template.init) ?? Template("/")
        if let draft = members["path"], case .text(let start)? = path.parts.first, !start.hasPrefix("/"), !start.hasPrefix("https://") {
            draft.note("A path begins with a slash, or is a whole https:// address.")
        }
        query = Self.pairs(members, "query")
        if query.contains(where: { $0.name == "*" && $0.value.onlyName == nil }) { members["query"]?.note("“*” takes a placeholder and nothing else: a setting of the type map.") }
        headers = Self.pairs(members, "headers")
        basic = members["basic"].map(Basic.init)
        timeout = members["timeoutSeconds"].map { .seconds($0.count) }
        if json != nil, form != nil { draft.note("Only one of json and form.") }
        body = json.map { .json(JSONTemplate($0)) } ?? form.map { _ in .form(Self.pairs(members, "form")) }
    }

    static func pairs(_ members: Draft.Members, _ name: String) -> [(name: String, value: Template)] {
        members.entries(name).map { ($0.name, Template($0.value)) }
    }
}
