import JSON

/// Personio: the first API's authentication and employees (https://github.com/personio/api-docs), the second one's persons, employments
/// and org units (its OpenAPI documents of September 2026).
enum Personio: Vendor {
    static func scope(of request: ClientRequest) -> Fault.Scope? {
        let segments = request.segments
        switch (segments.first, segments.dropFirst().first) {
        case ("v1", "auth"): return .token
        case ("v1", "company") where segments.count > 2 && segments[2] == "employees":
            return segments.count == 3 ? .list : ["attributes", "custom-attributes"].contains(segments[3]) ? .other : .detail
        case ("v2", "auth"): return .token
        case ("v2", "persons"): return segments.count == 2 ? .list : .detail
        case ("v2", "org-units"): return .other
        default: return nil
        }
    }

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let segments = request.segments
        if segments[1] == "auth" { return segments[0] == "v1" ? firstToken(request, scene) : token(request, scene) }
        guard request.bearer.map({ scene.grants.accepts($0, now: scene.now) }) == true else { return answer(.unauthorized, request, scene) }
        guard request.method == "GET" else { return answer(.notFound, request, scene) }
        return segments[0] == "v1" ? PersonioEmployees.answer(request, scene) : PersonioPersons.answer(request, scene)
    }

    // MARK: Tokens

    /// `POST /v1/auth`, JSON or a form.
    private static func firstToken(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let id = request.json?["client_id"]?.string ?? request.form["client_id"] ?? request.query["client_id"]
        let secret = request.json?["client_secret"]?.string ?? request.form["client_secret"] ?? request.query["client_secret"]
        guard id == scene.credentials.client, secret == scene.credentials.secret else { return firstError(401, "Wrong credentials") }
        let tokens = scene.grants.issue(scope: nil, refreshable: false, now: scene.now)
        return Answer(200, ["success": true, "data": ["token": .string(tokens.access), "expires_in": JSONValue(tokens.lifetime), "scope": "employees:read"]])
    }

    /// `POST /v2/auth/token`, only a form; also a wrong secret is 400.
    private static func token(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let form = request.form
        guard request.method == "POST", form["grant_type"] == "client_credentials" else {
            return tokenError(scene, "invalid_request", "The request has missing or invalid required parameters.", missing: form["grant_type"] == nil ? ["grant_type"] : [])
        }
        guard form["client_id"] == scene.credentials.client, form["client_secret"] == scene.credentials.secret else {
            return tokenError(scene, "invalid_client", "Client authentication failed.")
        }
        let tokens = scene.grants.issue(scope: form["scope"] ?? "personio:persons:read personio:org-units:read", refreshable: false, now: scene.now)
        return Answer(200, [
            "access_token": .string(tokens.access), "expires_in": JSONValue(tokens.lifetime), "token_type": "Bearer", "scope": JSONValue(tokens.scope),
        ])
    }

    private static func tokenError(_ scene: Scene, _ error: String, _ description: String, missing: [JSONValue] = []) -> Answer {
        Answer(400, [
            "timestamp": .string(scene.now.iso), "trace_id": "baaaaaad-c0de-fade-baad-c000000000de", "error": .string(error), "error_description": .string(description),
            "error_uri": .string("https://developer.personio.de/reference/errors#credentials.oauth2.\(error)"),
            "meta": missing.isEmpty ? [:] : ["missing_parameters": .array(missing)],
        ], type: "application/problem+json")
    }

    // MARK: Errors

    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer {
        if request.segments.dropFirst().first == "auth" {
            if case .serverError(let status) = failure { return Answer(status, text: "Internal Server Error") }
            if case .rateLimited = failure { return limited(failure, scene, first: false) }
            return request.segments.first == "v1" ? firstError(failure.status, "Wrong credentials") : tokenError(scene, "unauthorized_client", "The client is not authorized.")
        }
        let isFirst = request.segments.first == "v1"
        switch failure {
        case .unauthorized, .customerUnauthorized: return error(isFirst, 401, "Unauthorized", "Token is invalid or expired.", scene)
        case .forbidden: return error(isFirst, 403, "Insufficient access scope", "Client scope insufficient to access resource", scene)
        case .notFound: return error(isFirst, 404, "Not found", "The requested resource could not be found.", scene)
        case .paymentRequired: return error(isFirst, 402, "Payment required", "The plan does not include this API.", scene)
        case .rateLimited: return limited(failure, scene, first: isFirst)
        case .serverError(let status): return error(isFirst, status, "Something went wrong", "Internal error.", scene)
        case .cursorExpired: return error(isFirst, 400, "Bad request", "The cursor is invalid.", scene)
        case .invalid(let detail): return error(isFirst, 400, "Bad request", detail, scene)
        }
    }

    /// The gateway tells how much is left; there is no Retry-After unless a proxy adds one.
    private static func limited(_ failure: Failure, _ scene: Scene, first: Bool) -> Answer {
        var answer = error(first, 429, "Too many requests", "Rate limit exceeded.", scene)
        guard case .rateLimited(let hint) = failure else { return answer }
        answer.headers += scene.retryHeaders(hint)
        if case .vendorHeaders = hint {
            answer.headers += [
                ("x-ratelimit-remaining", "0"), ("x-ratelimit-replenish-rate", "10"), ("x-ratelimit-burst-capacity", "10"), ("x-ratelimit-requested-tokens", "1"),
            ]
        }
        return answer
    }

    private static func error(_ isFirst: Bool, _ status: Int, _ title: String, _ detail: String, _ scene: Scene) -> Answer {
        if isFirst { return firstError(status, title) }
        return Answer(status, [
            "personio_trace_id": "f9eddcad-e93c-4d7f-a6b3-76caf2eec677", "timestamp": .string(scene.now.iso),
            "errors": [["title": .string(title), "detail": .string(detail), "type": "https://developer.personio.de/reference/errors#common", "_meta": [:]]],
        ], type: "application/problem+json")
    }

    static func firstError(_ status: Int, _ message: String) -> Answer {
        Answer(status, ["success": false, "error": ["code": 0, "message": .string(message)]])
    }

    /// Personio's ids are numbers; what is none gets one that stays.
    static func number(_ id: String?) -> Int {
        guard let id else { return 0 }
        return Int(id) ?? Int(id.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } % 1_000_000_000) + 1_000_000_000
    }

    /// Of a custom field: `dynamic_` and a number that stays.
    static func attributeID(_ id: String) -> String { id.hasPrefix("dynamic_") ? id : "dynamic_\(number(id))" }
}
