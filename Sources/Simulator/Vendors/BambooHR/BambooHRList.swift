import Foundation
import JSON
import Provisioning

/// `GET /v1/employees`: pages by cursors.
enum BambooHRList {
    private static let always = ["employeeId", "firstName", "lastName", "preferredName", "photoUrl", "jobTitleName", "status"]

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let query = request.query
        guard let limit = Int(query["page[limit]"] ?? "50"), (1...100).contains(limit) else {
            return BambooHR.listError("InvalidRequest", "page[limit] must be between 1 and 100.")
        }
        var start = 0
        if let after = query["page[after]"], !after.isEmpty {
            guard let place = place(of: after) else { return BambooHR.answer(.cursorExpired, request, scene) }
            start = place
        }
        let all = (0..<scene.company.count).filter { matches($0, scene.company, query) }
        let listing = Listing(all, start: start, limit: limit, paging: .cursor, scene)
        let asked = query.list("fields") ?? []
        let fields = BambooHRField.all(scene)
        let data = listing.people(scene).map { person in row(person, asked, fields, scene) }
        let next = listing.next.map { cursor($0, scene) }
        func link(_ cursor: String) -> JSONValue {
            ["href": .string("\(scene.linkBase(request))\(request.path)?page[limit]=\(limit)&page[after]=\(cursor)")]
        }
        return Answer(200, [
            "data": .array(data),
            "meta": ["total": JSONValue(listing.total), "page": ["limit": JSONValue(limit), "nextCursor": JSONValue(next), "prevCursor": nil]],
            "_links": next.map { ["self": ["href": .string(request.base + request.path)], "next": link($0)] } ?? [:],
        ])
    }

    private static func row(_ person: Person, _ asked: [String], _ fields: [BambooHRField], _ scene: Scene) -> JSONValue {
        var row: JSONObject = [:]
        var restricted: [JSONValue] = []
        for name in always + asked where row[name] == nil {
            if name == "photoUrl" {
                // Signed, so never twice the same.
                row[name] = .string("https://images.example.test/\(person.id ?? "").jpg?signature=\(scene.number)")
            } else if let field = fields.first(where: { ($0.list ?? $0.alias) == name }) {
                if scene.withheld.contains(field.path) { restricted.append(.string(name)) } else { row[name] = JSONValue(field.value(person, scene)) }
            }
        }
        if !restricted.isEmpty { row["_restrictedFields"] = .array(restricted) }
        return .object(row)
    }

    private static func matches(_ place: Int, _ company: Company, _ query: Query) -> Bool {
        if let status = query["filter[status]"], (status.lowercased() == "active") != company.isActive(at: place) { return false }
        guard query.items.contains(where: { $0.name.hasPrefix("filter[") && $0.name != "filter[status]" }) else { return true }
        let person = company.person(at: place)
        let ids = (query.list("filter[ids]") ?? []) + query.all("filter[ids][]")
        if !ids.isEmpty, !ids.contains(person.id ?? "") { return false }
        for (name, value) in [("firstName", person.firstName), ("lastName", person.lastName), ("jobTitleName", person.title)] {
            if let wanted = query["filter[\(name)]"], wanted != value { return false }
        }
        return true
    }

    private static func cursor(_ place: Int, _ scene: Scene) -> String {
        // An empty page that leads on must not look like a loop.
        let salt = scene.has(.emptyPage) ? ",\"n\":\(scene.number)" : ""
        return Data("{\"at\":\(place)\(salt)}".utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
    }

    private static func place(of cursor: String) -> Int? {
        let padded = cursor + String(repeating: "=", count: (4 - cursor.count % 4) % 4)
        return Data(base64Encoded: padded).flatMap { try? JSONValue(parsing: Array($0)) }?["at"]?.int
    }
}

extension Timestamp {
    /// `2026-06-02T13:10:19+00:00`.
    var bamboo: String { description.prefix(19) + "+00:00" }
}
