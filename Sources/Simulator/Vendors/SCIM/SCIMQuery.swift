import JSON

/// What a list is asked for, in a query or in the body of a search.
struct SCIMQuery {
    var startIndex: Int?
    var count: Int?
    /// Empty: the first page by cursor; nil: not by cursor.
    var cursor: String?
    var filter: String?
    var attributes: [String] = []
    var excluded: [String] = []

    init(_ query: Query) {
        startIndex = query["startIndex"].flatMap { Int($0) }
        count = query["count"].flatMap { Int($0) }
        cursor = query["cursor"]
        filter = query["filter"]
        attributes = query.all("attributes").flatMap { $0.split(separator: ",").map(String.init) }
        excluded = query.all("excludedAttributes").flatMap { $0.split(separator: ",").map(String.init) }
    }

    init(_ body: JSONObject) {
        startIndex = body["startIndex"]?.int
        count = body["count"]?.int
        cursor = body["cursor"]?.string
        filter = body["filter"]?.string
        attributes = body["attributes"]?.array?.compactMap(\.string) ?? []
        excluded = body["excludedAttributes"]?.array?.compactMap(\.string) ?? []
    }
}

/// The list of users.
enum SCIMList {
    static let usualSize = 100, maximum = 200

    static func answer(_ query: SCIMQuery, _ request: ClientRequest, _ scene: Scene) -> Answer {
        if query.cursor != nil, query.startIndex != nil { return SCIM.error(400, "invalidValue", "startIndex and cursor exclude each other.") }
        let places: [Int]
        if let text = query.filter {
            guard let filter = SCIMFilter(text) else { return SCIM.error(400, "invalidFilter", "The filter is not understood.") }
            places = (0..<scene.company.count).filter { filter.matches(SCIMUser.json($0, request, scene)) }
        } else {
            places = Array(0..<scene.company.count)
        }
        let isByCursor = query.cursor != nil || (scene.has(.cursorOnly) && query.startIndex ?? 1 <= 1)
        return isByCursor ? byCursor(query, places, request, scene) : byIndex(query, places, request, scene)
    }

    private static func byIndex(_ query: SCIMQuery, _ places: [Int], _ request: ClientRequest, _ scene: Scene) -> Answer {
        let start = max(1, query.startIndex ?? 1), count = min(max(0, query.count ?? usualSize), maximum)
        let listing = Listing(places, start: start - 1, limit: count, paging: .offset, scene)
        return SCIM.answer(200, response(users(listing, query, request, scene), total: listing.total, startIndex: start))
    }

    /// RFC 9865. The cursor holds the count of the first page, from which no other may differ.
    private static func byCursor(_ query: SCIMQuery, _ places: [Int], _ request: ClientRequest, _ scene: Scene) -> Answer {
        let count = query.count ?? usualSize
        guard (0...maximum).contains(count) else { return SCIM.error(400, "invalidCount", "count must be between 0 and \(maximum).") }
        var start = 0
        if let cursor = query.cursor, !cursor.isEmpty {
            let parts = cursor.split(separator: "-").map { Int($0) }
            guard parts.count >= 2, let place = parts[0], let first = parts[1] else { return SCIM.error(400, "invalidCursor", "The cursor is invalid.") }
            guard query.count == nil || first == count else { return SCIM.error(400, "invalidCount", "count must equal the count of the initial query.") }
            start = place
        }
        let listing = Listing(places, start: start, limit: count, paging: .cursor, scene)
        // An empty page that leads on must not look like a loop.
        let next = count == 0 ? nil : listing.next.map { "\($0)-\(count)" + (scene.has(.emptyPage) ? "-\(scene.number)" : "") }
        return SCIM.answer(200, response(users(listing, query, request, scene), total: listing.total, startIndex: nil, next: next))
    }

    private static func users(_ listing: Listing, _ query: SCIMQuery, _ request: ClientRequest, _ scene: Scene) -> [JSONValue] {
        let attributes = SCIMAttributes(query)
        return listing.places.map { attributes.select(SCIMUser.json($0, request, scene)) }
    }

    /// `Resources` may be missing where there is nothing at all, and is.
    static func response(_ resources: [JSONValue], total: Int, startIndex: Int?, next: String? = nil) -> JSONValue {
        var body: JSONObject = ["schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": JSONValue(total)]
        if let startIndex { body["startIndex"] = JSONValue(startIndex) }
        body["itemsPerPage"] = JSONValue(resources.count)
        if let next { body["nextCursor"] = .string(next) }
        if total > 0 { body["Resources"] = .array(resources) }
        return .object(body)
    }
}

/// `attributes` and `excludedAttributes` (RFC 7644 section 3.9): names, dotted names, or with their schema before a colon.
struct SCIMAttributes {
    private let included: [[String]]
    private let excluded: [[String]]

    init(_ query: SCIMQuery) {
        included = query.attributes.map(SCIMUser.path)
        excluded = query.excluded.map(SCIMUser.path)
    }

    func select(_ user: JSONValue) -> JSONValue {
        guard case .object(let object) = user, !included.isEmpty || !excluded.isEmpty else { return user }
        return .object(JSONObject(object.members.compactMap { member in
            if ["id", "schemas"].contains(member.name) { return member }
            if included.isEmpty { return Self.without(member, excluded) }
            return Self.only(member, included)
        }))
    }

    private typealias Member = (name: String, value: JSONValue)

    private static func rests(_ member: Member, _ paths: [[String]]) -> [[String]] {
        paths.filter { $0.first?.lowercased() == member.name.lowercased() }.map { Array($0.dropFirst()) }
    }

    private static func only(_ member: Member, _ paths: [[String]]) -> Member? {
        let rests = rests(member, paths)
        if rests.isEmpty { return nil }
        return rests.contains { $0.isEmpty } ? member : (member.name, map(member.value) { only($0, rests) })
    }

    private static func without(_ member: Member, _ paths: [[String]]) -> Member? {
        let rests = rests(member, paths)
        if rests.contains(where: \.isEmpty) { return nil }
        return rests.isEmpty ? member : (member.name, map(member.value) { without($0, rests) })
    }

    private static func map(_ value: JSONValue, _ change: (Member) -> Member?) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map { map($0, change) })
        case .object(let object): .object(JSONObject(object.members.compactMap(change)))
        default: value
        }
    }
}
