import Foundation
import JSON

/// BambooHR, as in its documentation and in its SDKs of June 2026: `/api/v1/…` of a company's own host, and the older gateway
/// `/api/gateway.php/COMPANY/v1/…`.
enum BambooHR: Vendor {
    /// The path behind `/api` or the gateway's company, with its version: `["v1", "employees"]`.
    private static func parts(_ request: ClientRequest) -> [String]? {
        let segments = request.segments
        guard segments.first == "api" else { return nil }
        let parts = segments.count > 1 && segments[1] == "gateway.php" ? segments.dropFirst(3) : segments.dropFirst()
        return parts.isEmpty ? nil : Array(parts)
    }

    static func scope(of request: ClientRequest) -> Fault.Scope? {
        guard let parts = parts(request) else { return nil }
        switch Array(parts.dropFirst()) {
        case ["employees"], ["employees", "directory"], ["reports", "custom"], ["datasets", "employee", "data"]: return .list
        case let rest where rest.count == 2 && rest[0] == "employees" && rest[1] != "changed": return .detail
        default: return .other
        }
    }

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard request.basic?.name == scene.credentials.key || scene.accepts(bearer: request.bearer) else {
            return answer(.unauthorized, request, scene)
        }
        guard let parts = parts(request) else { return answer(.notFound, request, scene) }
        switch (request.method, parts) {
        case ("GET", ["v1", "employees"]): return BambooHRList.answer(request, scene)
        case ("POST", ["v2", "datasets", "employee", "data"]): return BambooHRDataset.answer(request, scene)
        case ("GET", ["v1_2", "datasets", "employee", "fields"]): return BambooHRDataset.fields(scene)
        case ("POST", ["v1", "reports", "custom"]): return BambooHRReport.custom(request, scene)
        case ("GET", ["v1", "employees", "directory"]): return BambooHRReport.directory(scene)
        case ("GET", ["v1", "employees", "changed"]): return changed(request, scene)
        case ("GET", ["v1", "meta", "fields"]): return metaFields(scene)
        case ("GET", ["v1", "meta", "lists"]): return Answer(200, [])
        case ("GET", ["v1", "meta", "users"]): return Answer(200, [:])
        case ("GET", _) where parts.count == 3 && parts[0] == "v1" && parts[1] == "employees": return one(parts[2], request, scene)
        default: return answer(.notFound, request, scene)
        }
    }

    // MARK: One employee

    /// Only the fields that were asked for, all as strings.
    private static func one(_ id: String, _ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let person = scene.company.person(id: id) else { return answer(.notFound, request, scene) }
        let wanted = request.query.list("fields") ?? []
        guard wanted.count <= 400 else { return failure(400, "Too many fields. The maximum is 400.") }
        let fields = BambooHRField.all(scene)
        var body: JSONObject = ["id": .string(id)]
        for name in wanted {
            guard let field = fields.first(where: { $0.alias == name || String($0.id) == name }), !scene.withheld.contains(field.path) else { continue }
            body[name] = JSONValue(field.value(person, scene) ?? (field.type == "date" ? "0000-00-00" : nil))
        }
        return Answer(200, .object(body))
    }

    // MARK: Changes

    private static func changed(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let since = request.query["since"] ?? ""
        var changes: JSONObject = [:]
        var latest = since
        func add(_ id: String, _ action: String, _ time: String) {
            guard time > since else { return }
            latest = max(latest, time)
            changes[id] = ["id": .string(id), "action": .string(action), "lastChanged": .string(time)]
        }
        for place in 0..<scene.company.count {
            if let id = scene.company.person(at: place).id { add(id, "Updated", scene.company.changed(at: place).bamboo) }
        }
        for (id, time) in scene.company.departures.sorted(by: { $0.key < $1.key }) { add(id, "Deleted", time.bamboo) }
        return Answer(200, ["latest": .string(latest), "employees": changes.isEmpty ? [] : .object(changes)])
    }

    private static func metaFields(_ scene: Scene) -> Answer {
        var fields = BambooHRField.all(scene).map { field -> JSONValue in
            ["id": JSONValue(field.id), "name": .string(field.label), "type": .string(field.type), "alias": .string(field.alias)]
        }
        // A deprecated twin, as every account has it.
        fields.append(["id": 387, "type": "status", "deprecated": true, "name": "Employment Status", "alias": "employmentStatus"])
        return Answer(200, .array(fields))
    }

    // MARK: Errors

    /// Mostly an empty body, and the text in a header.
    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer {
        switch failure {
        case .unauthorized, .customerUnauthorized: return self.failure(401, "Invalid API key")
        case .forbidden: return self.failure(403, "You do not have permission to access this resource.")
        case .notFound: return self.failure(404, "Not found.")
        case .paymentRequired: return self.failure(402, "Payment required.")
        case .rateLimited(let hint):
            var answer = self.failure(429, "Limit exceeded.")
            answer.headers += scene.retryHeaders(hint)
            // It has none but Retry-After.
            if case .vendorHeaders(let seconds) = hint { answer.headers.append(("Retry-After", String(seconds))) }
            return answer
        case .serverError(let status): return self.failure(status, "Internal error.")
        case .cursorExpired: return listError("BadPage", "The requested page is no longer available.")
        case .invalid(let detail): return listError("InvalidRequest", detail)
        }
    }

    static func failure(_ status: Int, _ message: String) -> Answer {
        Answer(status, headers: [("X-BambooHR-Error-Message", message), ("x-request-id", "simulator-request")])
    }

    /// Of `GET /employees`.
    static func listError(_ code: String, _ message: String) -> Answer {
        Answer(400, ["error": ["code": .string(code), "message": .string(message)]])
    }
}
