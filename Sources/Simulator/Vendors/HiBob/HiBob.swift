import JSON

/// HiBob, as in https://apidocs.hibob.com (people search of June 2026): everybody in one answer, no pages.
enum HiBob: Vendor {
    static func scope(of request: ClientRequest) -> Fault.Scope? {
        let segments = request.segments
        guard segments.first == "v1", segments.count > 1 else { return nil }
        switch (segments[1], segments.count) {
        case ("people", 3): return segments[2] == "search" ? .list : .detail
        case ("company", _): return segments.count > 2 && ["people", "named-lists"].contains(segments[2]) ? .other : nil
        default: return nil
        }
    }

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let user = request.basic
        let isServiceUser = user?.name == scene.credentials.serviceUser && user?.password == scene.credentials.secret
        guard isServiceUser || request.bearer.map({ scene.grants.accepts($0, now: scene.now) }) == true else { return answer(.unauthorized, request, scene) }
        let segments = request.segments
        switch (request.method, segments[1], segments.count) {
        case ("POST", "people", 3): return segments[2] == "search" ? search(request, scene) : one(segments[2], request, scene)
        case ("GET", "company", 4) where segments[2] == "people" && segments[3] == "fields": return Answer(200, HiBobField.metadata(scene))
        case ("GET", "company", 3) where segments[2] == "named-lists": return Answer(200, HiBobLists(scene).all)
        case ("GET", "company", 4) where segments[2] == "named-lists":
            return HiBobLists(scene).list(segments[3]).map { Answer(200, $0) } ?? answer(.notFound, request, scene)
        default: return answer(.notFound, request, scene)
        }
    }

    /// What a search asks for.
    private struct Search {
        var fields: [String]?
        var showInactive: Bool
        var isReadable: Bool
        /// Of one filter by `root.id` or `root.email`.
        var ids: [String]?
        var emails: [String]?

        /// nil: the request is wrong.
        init?(_ body: JSONValue) {
            fields = body["fields"]?.array?.compactMap(\.string)
            if let fields, fields.count > 400 { return nil }
            showInactive = body["showInactive"]?.bool ?? false
            isReadable = body["humanReadable"]?.string == "APPEND"
            if body["humanReadable"]?.string == "REPLACE" { return nil }
            let filters = body["filters"]?.array ?? []
            guard filters.count <= 1 else { return nil }
            if let filter = filters.first {
                guard filter["operator"]?.string == "equals", let values = filter["values"]?.array?.compactMap(\.string) else { return nil }
                switch filter["fieldPath"]?.string {
                case "root.id": ids = values
                case "root.email": emails = values
                default: return nil
                }
            }
        }

        func matches(_ place: Int, _ company: Company) -> Bool {
            if !showInactive, !company.isActive(at: place) { return false }
            if ids == nil, emails == nil { return true }
            let person = company.person(at: place)
            if let ids, !ids.contains(person.id ?? "") { return false }
            if let emails, !emails.contains(person.workEmail ?? "") { return false }
            return true
        }
    }

    private static func search(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let body = request.json, let search = Search(body) else { return answer(.invalid("The request body is not valid"), request, scene) }
        let all = (0..<scene.company.count).filter { search.matches($0, scene.company) }
        let listing = Listing(all, start: 0, limit: max(1, all.count), paging: .offset, tellsCount: false, scene)
        let fields = HiBobField.wanted(search.fields, scene)
        let employees = listing.people(scene).map { HiBobEmployee.json($0, fields, isReadable: search.isReadable, scene) }
        return Answer(200, ["employees": .array(employees)], headers: rateHeaders(scene, remaining: 49, in: 60))
    }

    private static func one(_ id: String, _ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let search = Search(request.json ?? [:]) else { return answer(.invalid("The request body is not valid"), request, scene) }
        let byEmail = id.contains("@") ? (0..<scene.company.count).lazy.map(scene.company.person(at:)).first { $0.workEmail == id } : nil
        guard let person = scene.company.person(id: id) ?? byEmail else { return answer(.notFound, request, scene) }
        return Answer(200, HiBobEmployee.json(person, HiBobField.wanted(search.fields, scene), isReadable: search.isReadable, scene))
    }

    // MARK: Errors

    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer {
        func error(_ key: String, _ text: String) -> Answer { Answer(failure.status, ["key": .string(key), "error": .string(text)]) }
        switch failure {
        case .unauthorized, .customerUnauthorized: return error("unauthorized", "Unauthorized")
        case .forbidden: return error("forbidden", "The service user does not have permissions to access this resource")
        case .notFound: return error("notFound", "Not found")
        case .paymentRequired: return error("paymentRequired", "The account is suspended")
        case .rateLimited(let hint):
            var answer = Answer(429, ["error": "Too many requests. Please try again later."], headers: scene.retryHeaders(hint))
            if case .vendorHeaders(let seconds) = hint { answer.headers += rateHeaders(scene, remaining: 0, in: seconds) }
            return answer
        case .serverError: return error("internalError", "Internal server error")
        case .cursorExpired: return error("badRequest", "Bad request")
        case .invalid(let detail): return error("badRequest", detail)
        }
    }

    /// Reset is a Unix time.
    private static func rateHeaders(_ scene: Scene, remaining: Int, in seconds: Int) -> [(name: String, value: String)] {
        [("X-RateLimit-Limit", "50"), ("X-RateLimit-Remaining", String(remaining)), ("X-RateLimit-Reset", String(scene.now.seconds + seconds))]
    }
}
