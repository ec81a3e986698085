import JSON
import Provisioning

/// One way to be let in: what it asks for, and what it adds to each request.
struct AuthorizationPlan: Sendable {
    var kind: AuthorizationKind
    var title, help: String
    var settings: [Setting]
    var headers: [(name: String, value: Template)]
    var query: [(name: String, value: Template)]
    var basic: RequestTemplate.Basic?
    /// Of which the first counts whose settings are so.
    var tokens: [TokenPlan]
    var code: CodePlan?

    private enum Word: String, CaseIterable { case apiKey, basic, bearer, clientCredentials, authorizationCode, none }

    init(_ draft: Draft) {
        let members = draft.members(["kind", "title", "help", "settings", "send", "token", "code"], required: ["kind", "title", "help"])
        kind = AuthorizationKind(rawValue: (members["kind"]?.word(Word.none) ?? .none).rawValue) ?? .none
        title = members.text("title") ?? ""
        help = members.text("help") ?? ""
        settings = members.elements("settings").map(Setting.init)
        let send = members["send"].map { $0.members(["headers", "query", "basic"]) }
        headers = send.map { RequestTemplate.pairs($0, "headers") } ?? []
        query = send.map { RequestTemplate.pairs($0, "query") } ?? []
        basic = send?["basic"].map(RequestTemplate.Basic.init)
        tokens = members["token"].map { $0.view.kind == .array ? $0.elements.map(TokenPlan.init) : [TokenPlan($0)] } ?? []
        code = members["code"].map(CodePlan.init)
        if kind == .authorizationCode, code == nil { draft.note("“code” is missing: the addresses of the authorisation server.") }
        if kind == .clientCredentials, tokens.isEmpty { draft.note("“token” is missing: the request that gives the token.") }
        if !tokens.isEmpty, code != nil { draft.note("Only one of token and code.") }
    }

    /// Whether requests carry a token that is asked for first.
    var needsToken: Bool { !tokens.isEmpty || code != nil }
}

/// A request that gives a token for the settings.
struct TokenPlan: Sendable {
    var request: RequestTemplate
    var access: Path
    var expiresIn: Path
    /// How long a token lasts if the answer does not tell; nil: until it is refused.
    var lifetime: Int?
    /// Only if all these settings are as said.
    var when: When

    init(_ draft: Draft) {
        let members = draft.members(["request", "access", "expiresIn", "lifetimeSeconds", "when"], required: ["request"])
        when = When(members)
        request = members["request"].map(RequestTemplate.init) ?? RequestTemplate.nowhere
        access = members["access"].map(Path.init) ?? Path("access_token")
        expiresIn = members["expiresIn"].map(Path.init) ?? Path("expires_in")
        lifetime = members["lifetimeSeconds"].map(\.count)
    }
}

/// OAuth 2 authorisation code with PKCE (RFC 6749, RFC 7636). The settings `clientId` and `clientSecret` belong to it.
struct CodePlan: Sendable {
    enum Client: String, Sendable, CaseIterable {
        /// Id and secret in the form.
        case body
        /// Id and secret by HTTP Basic.
        case basic
    }

    var authorize: Template
    var token: Template
    var scope: Template?
    /// Further parameters of the authorisation address.
    var parameters: [(name: String, value: Template)]
    var client: Client
    var lifetime: Int?

    init(_ draft: Draft) {
        let members = draft.members(["authorize", "token", "scope", "parameters", "client", "lifetimeSeconds"], required: ["authorize", "token"])
        authorize = members["authorize"].map(Template.init) ?? Template("")
        token = members["token"].map(Template.init) ?? Template("")
        scope = members["scope"].map(Template.init)
        parameters = RequestTemplate.pairs(members, "parameters")
        client = members["client"]?.word(Client.body) ?? .body
        lifetime = members["lifetimeSeconds"].map(\.count)
    }
}

extension RequestTemplate {
    /// Stands in where a manifest is faulty.
    static let nowhere = RequestTemplate(method: .get, path: Template("/"), query: [], headers: [])

    private init(method: Method, path: Template, query: [(name: String, value: Template)], headers: [(name: String, value: Template)]) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
    }
}
