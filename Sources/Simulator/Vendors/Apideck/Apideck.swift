import Foundation
import JSON

/// Apideck Unify's HRIS and Vault APIs, as in its OpenAPI documents 10.34 (https://github.com/apideck-libraries/openapi-specs).
enum Apideck: Vendor {
    static func scope(of request: ClientRequest) -> Fault.Scope? {
        switch request.segments.first {
        case "hris":
            guard request.segments.count > 1, request.segments[1] == "employees" else { return .other }
            return request.segments.count == 2 ? .list : .detail
        case "vault", "connector": return .other
        default: return nil
        }
    }

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        if let problem = problem(with: request, scene) { return problem }
        guard request.method == "GET" else { return error(501, "MappingError", "Unmapped Attribute", "the simulator only reads") }
        let segments = request.segments
        switch (segments.first, segments.dropFirst().first, segments.count) {
        case ("hris", "employees", 2): return list(request, scene)
        case ("hris", "employees", 3): return one(request, scene)
        case ("vault", "connections", _): return vault(request, scene)
        default: return error(404, "EntityNotFoundError", "Unknown resource", .string(request.path))
        }
    }

    /// Headers that are missing or wrong.
    private static func problem(with request: ClientRequest, _ scene: Scene) -> Answer? {
        guard let token = request.bearer else { return error(401, "UnauthorizedError", "Unauthorized Request", "Missing authentication") }
        guard token == scene.credentials.key else { return error(401, "UnauthorizedError", "Unauthorized Request", "Invalid API key") }
        guard let application = request.header("x-apideck-app-id") else { return missingHeader("x-apideck-app-id") }
        guard application == scene.credentials.client else {
            return error(401, "UnauthorizedError", "Unauthorized Request", "The application does not belong to the API key")
        }
        guard let consumer = request.header("x-apideck-consumer-id") else { return missingHeader("x-apideck-consumer-id") }
        return consumer == scene.credentials.consumer ? nil : connectionNotFound
    }

    private static func missingHeader(_ name: String) -> Answer {
        error(400, "RequestHeadersValidationError", "Invalid Headers", ["missing": [["\(name)": "required"]]])
    }

    private static let connectionNotFound = error(
        404, "ConnectionNotFoundError", "Connection not found", "no valid connection for this application and consumer")

    static func service(_ request: ClientRequest) -> String { request.header("x-apideck-service-id") ?? "bamboohr" }

    // MARK: Employees

    private static func list(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let query = request.query
        guard let limit = Int(query["limit"] ?? "20"), (1...200).contains(limit) else {
            return error(400, "RequestValidationError", "Invalid Params", "limit must be between 1 and 200")
        }
        if query.items.contains(where: { $0.name.hasPrefix("sort[") }) {
            return error(400, "UnsupportedSortFieldError", "Unsupported sort field", "this connector does not sort employees")
        }
        let filter = ApideckFilter(query)
        if let unknown = filter.unsupported {
            return error(400, "UnsupportedFiltersError", "Unsupported filters", "\(unknown) is not supported by this connector")
        }
        var start = 0
        if let cursor = query["cursor"], !cursor.isEmpty {
            guard let place = place(of: cursor, request) else { return invalidCursor }
            start = place
        }
        let all = 0..<scene.company.count
        let listing = filter.isEmpty
            ? Listing(all, start: start, limit: limit, paging: .cursor, scene)
            : Listing(all.filter { filter.matches(scene.company.person(at: $0)) }, start: start, limit: limit, paging: .cursor, scene)
        return Answer(200, page(listing, request, scene), headers: headers(scene))
    }

    private static func page(_ listing: Listing, _ request: ClientRequest, _ scene: Scene) -> JSONValue {
        let fields = FieldSelection(request.query["fields"])
        let data = listing.places.map { place in
            fields.select(ApideckEmployee.json(scene.company.person(at: place), changed: scene.company.changed(at: place), scene, isList: true))
        }
        let current = request.query["cursor"] ?? cursor(listing.start, request, salt: nil)
        // An empty page that leads on must not look like a loop.
        let next = listing.next.map { cursor($0, request, salt: scene.has(.emptyPage) ? scene.number : nil) }
        func link(_ cursor: String?) -> JSONValue {
            JSONValue(cursor.map { "\(scene.linkBase(request))/hris/employees?cursor=\($0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? $0)" })
        }
        var meta: JSONObject = [
            "items_on_page": JSONValue(data.count),
            "cursors": ["previous": nil, "current": .string(current), "next": JSONValue(next)],
        ]
        if scene.tellsCounts { meta["total_count"] = JSONValue(listing.total) }
        if !scene.withheld.isEmpty { meta["warnings"] = warnings(scene) }
        var body: JSONObject = [
            "status_code": 200, "status": "OK", "service": .string(service(request)), "resource": "employees", "operation": "all",
            "data": .array(data),
        ]
        if request.query["raw"] == "true" { body["_raw"] = .array(listing.people(scene).map { .object($0.object) }) }
        body["meta"] = .object(meta)
        body["links"] = ["previous": nil, "current": link(current), "next": link(next)]
        return .object(body)
    }

    private static func one(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let id = request.segments[2]
        guard let place = scene.company.place(of: id) else {
            return error(404, "EntityNotFoundError", "Unknown Employee", ["not_found": ["entity": "employee", "id": .string(id)]])
        }
        let employee = ApideckEmployee.json(scene.company.person(at: place), changed: scene.company.changed(at: place), scene, isList: false)
        var body: JSONObject = [
            "status_code": 200, "status": "OK", "service": .string(service(request)), "resource": "employees", "operation": "one",
            "data": FieldSelection(request.query["fields"]).select(employee),
        ]
        if !scene.withheld.isEmpty { body["meta"] = ["warnings": warnings(scene)] }
        return Answer(200, .object(body), headers: headers(scene))
    }

    private static func warnings(_ scene: Scene) -> JSONValue {
        .array(scene.withheld.map { field in
            [
                "type": "downstream_request_failed", "status_code": 429, "error": "Too Many Requests",
                "operation": .string("get" + field.prefix(1).uppercased() + field.dropFirst()), "message": "\(field) lookup was rate limited",
            ]
        })
    }

    // MARK: Cursors

    private static func cursor(_ place: Int, _ request: ClientRequest, salt: Int?) -> String {
        Data("\(service(request))::page::\(place)\(salt.map { "::\($0)" } ?? "")".utf8).base64EncodedString()
    }

    private static func place(of cursor: String, _ request: ClientRequest) -> Int? {
        guard let bytes = Data(base64Encoded: cursor) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "::")
        guard parts.count >= 3, parts[0] == service(request), parts[1] == "page" else { return nil }
        return Int(parts[2])
    }

    private static let invalidCursor = error(400, "InvalidCursorError", "Invalid cursor", "cursor does not belong to this connector")

    // MARK: Errors

    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer {
        switch failure {
        case .unauthorized: return error(401, "UnauthorizedError", "Unauthorized Request", "Invalid API key")
        case .customerUnauthorized:
            return error(401, "ConnectorCredentialsError", "Token refresh failed", [
                "type": "refresh_token_connector_error", "message": "Token refresh failed with 401 error",
                "debug": [
                    "response": ["statusCode": 401, "data": ["error": "invalid_grant"]],
                    "credentials_expire_at_ms": JSONValue((scene.now.seconds - 60) * 1000),
                    "retry_after_ms": JSONValue((scene.now.seconds + 30) * 1000), "cooldown_remaining_ms": 30000,
                ],
            ])
        case .forbidden: return error(403, "ConnectorExecutionError", "Connector error", "the connection lacks a permission downstream")
        case .notFound: return connectionNotFound
        case .paymentRequired: return error(402, "RequestLimitError", "Request Limit Reached", "You have reached your limit of 2000")
        case .rateLimited(let hint):
            var answer = error(429, "ConnectorRateLimitError", "Connector Rate Limit Error", ["context": "downstream", "error": [:]])
            answer.headers += scene.retryHeaders(hint)
            if case .vendorHeaders(let seconds) = hint {
                answer.headers += [
                    ("x-downstream-ratelimit-limit", "50"), ("x-downstream-ratelimit-remaining", "0"),
                    ("x-downstream-ratelimit-reset", String(scene.now.seconds + seconds)),
                ]
            }
            return answer
        case .serverError(let status): return error(status, "ConnectorExecutionError", "Internal Server Error", "Something went wrong")
        case .cursorExpired: return invalidCursor
        case .invalid(let detail): return error(400, "RequestValidationError", "Invalid Params", .string(detail))
        }
    }

    static func error(_ status: Int, _ type: String, _ message: String, _ detail: JSONValue) -> Answer {
        let names = [400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests", 501: "Not Implemented"]
        return Answer(status, [
            "status_code": JSONValue(status), "error": .string(names[status] ?? "Internal Server Error"), "type_name": .string(type),
            "message": .string(message), "detail": detail, "ref": .string("https://developers.apideck.com/errors#\(type.lowercased())"),
        ], headers: [("Request-Id", "simulator-request")])
    }

    private static func headers(_ scene: Scene) -> [(name: String, value: String)] { [("Request-Id", "simulator-\(scene.number)")] }
}
