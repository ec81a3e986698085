import JSON

/// SCIM 2.0 (RFC 7643, 7644) with index and cursor paging (RFC 9865), under `/scim/v2`. Users can be written too, so that its testers have something to test.
enum SCIM: Vendor {
    static let media = "application/scim+json"

    /// The path behind `/scim/v2`.
    private static func parts(_ request: ClientRequest) -> [String] { Array(request.segments.dropFirst(2)) }

    static func scope(of request: ClientRequest) -> Fault.Scope? {
        guard request.segments.starts(with: ["scim", "v2"]) else { return nil }
        switch parts(request) {
        case ["Users"], ["Users", ".search"], [".search"]: return .list
        case let parts where parts.first == "Users": return .detail
        default: return .other
        }
    }

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard scene.accepts(bearer: request.bearer) else { return answer(.unauthorized, request, scene) }
        let parts = parts(request)
        switch (request.method, parts.first) {
        case ("GET", "Users") where parts.count == 1: return SCIMList.answer(SCIMQuery(request.query), request, scene)
        case ("POST", "Users") where parts.count == 1: return SCIMWriting.create(request, scene)
        case ("POST", "Users") where parts.count == 2 && parts[1] == ".search", ("POST", ".search") where parts.count == 1:
            guard let body = request.json?.object else { return error(400, "invalidSyntax", "The body is not JSON.") }
            return SCIMList.answer(SCIMQuery(body), request, scene)
        case ("GET", "Users") where parts.count == 2:
            guard let place = scene.company.place(of: parts[1]) else { return answer(.notFound, request, scene) }
            return one(place, request, scene)
        case ("PUT", "Users") where parts.count == 2: return SCIMWriting.replace(parts[1], request, scene)
        case ("DELETE", "Users") where parts.count == 2: return SCIMWriting.delete(parts[1], request, scene)
        case ("PATCH", "Users"): return error(501, nil, "PATCH is not supported, see ServiceProviderConfig.")
        case ("GET", "ServiceProviderConfig") where parts.count == 1: return answer(200, SCIMDiscovery.config(request))
        case ("GET", "Schemas"): return discovered(SCIMDiscovery.schemas(request, scene), parts, request, scene)
        case ("GET", "ResourceTypes"): return discovered(SCIMDiscovery.resourceTypes(request, scene), parts, request, scene)
        case (_, "ServiceProviderConfig"), (_, "Schemas"), (_, "ResourceTypes"):
            return error(405, nil, "Only GET is allowed here.")
        default: return answer(.notFound, request, scene)
        }
    }

    static func one(_ place: Int, status: Int = 200, _ request: ClientRequest, _ scene: Scene) -> Answer {
        let user = SCIMUser.json(place, request, scene)
        var answer = answer(status, SCIMAttributes(SCIMQuery(request.query)).select(user))
        if let location = user["meta"]?["location"]?.string { answer.headers.append((status == 201 ? "Location" : "Content-Location", location)) }
        return answer
    }

    private static func discovered(_ all: [JSONValue], _ parts: [String], _ request: ClientRequest, _ scene: Scene) -> Answer {
        if parts.count == 1 { return answer(200, SCIMList.response(all, total: all.count, startIndex: 1)) }
        let found = all.first { ($0["id"] ?? $0["name"])?.string == parts[1] }
        return parts.count == 2 ? found.map { answer(200, $0) } ?? answer(.notFound, request, scene) : answer(.notFound, request, scene)
    }

    static func answer(_ status: Int, _ json: JSONValue) -> Answer { Answer(status, json, type: media) }

    // MARK: Errors

    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer {
        switch failure {
        case .unauthorized, .customerUnauthorized:
            var answer = error(401, nil, "Authorization failure. The authorization header is invalid or missing.")
            answer.headers.append(("WWW-Authenticate", "Bearer"))
            return answer
        case .forbidden: return error(403, nil, "Operation is not permitted based on the supplied authorization.")
        case .notFound: return error(404, nil, "Specified resource or endpoint does not exist.")
        case .paymentRequired: return error(402, nil, "The subscription has ended.")
        case .rateLimited(let hint):
            var answer = error(429, nil, "Too many requests.")
            answer.headers += scene.retryHeaders(hint)
            // Okta's and others' way to say it.
            if case .vendorHeaders(let seconds) = hint {
                answer.headers += [("X-Rate-Limit-Limit", "50"), ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", String(scene.now.seconds + seconds))]
            }
            return answer
        case .serverError(let status): return error(status, nil, "An internal error.")
        case .cursorExpired: return error(400, "expiredCursor", "The cursor has expired.")
        case .invalid(let detail): return error(400, "invalidValue", detail)
        }
    }

    static func error(_ status: Int, _ type: String?, _ detail: String) -> Answer {
        var body: JSONObject = ["schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": .string(String(status))]
        if let type { body["scimType"] = .string(type) }
        body["detail"] = .string(detail)
        return answer(status, .object(body))
    }
}
