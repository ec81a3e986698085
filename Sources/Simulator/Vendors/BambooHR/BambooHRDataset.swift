import JSON

/// `POST /v2/datasets/employee/data`: everybody in numbered pages, in a vocabulary of its own.
enum BambooHRDataset {
    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let body = request.json, let names = body["fields"]?.array?.compactMap(\.string), !names.isEmpty else {
            return problem("fields is required.")
        }
        func number(_ name: String, _ usual: Int) -> Int? {
            request.query[name].map { Int($0) } ?? body[name].map { $0.int } ?? usual
        }
        guard let page = number("page", 1), page >= 1, let size = number("pageSize", 500), (1...1000).contains(size) else {
            return problem("page must be at least 1, pageSize between 1 and 1000.")
        }
        let known = BambooHRField.all(scene).filter { $0.dataset != nil } + [lastChanged]
        if let unknown = names.first(where: { name in !known.contains { $0.dataset == name } }) { return problem("Unknown field: \(unknown)") }
        let fields = known.filter { names.contains($0.dataset ?? "") && !scene.withheld.contains($0.path) }
        let wanted = statuses(body["filter"]?.string)
        let all = (0..<scene.company.count).filter { place in
            wanted.map { $0.contains(scene.company.isActive(at: place) ? "Active" : "Inactive") } ?? true
        }
        let listing = Listing(all, start: (page - 1) * size, limit: size, paging: .offset, scene)
        let rows = listing.places.map { place -> JSONValue in
            let person = scene.company.person(at: place)
            return ["fields": .object(JSONObject(fields.map { field in
                (field.dataset ?? "", .init(field.alias == "lastChanged" ? scene.company.changed(at: place).bamboo : field.value(person, scene)))
            }))]
        }
        let pages = max(1, (listing.total + size - 1) / size)
        var links: JSONObject = [:]
        if page > 1 { links["prev"] = .string("\(request.base)\(request.path)?page=\(page - 1)&pageSize=\(size)") }
        if page < pages { links["next"] = .string("\(scene.linkBase(request))\(request.path)?page=\(page + 1)&pageSize=\(size)") }
        return Answer(200, [
            "data": .array(rows),
            // PHP writes an empty map as a list.
            "links": links.isEmpty ? [] : .object(links),
            "meta": ["page": JSONValue(page), "pageSize": JSONValue(size), "totalPages": JSONValue(pages), "totalItems": JSONValue(listing.total)],
        ])
    }

    static func fields(_ scene: Scene) -> Answer {
        let fields = (BambooHRField.all(scene) + [lastChanged]).compactMap { field -> JSONValue? in
            field.dataset.map {
                ["name": .string($0), "label": .string(field.label), "parentType": "employee", "parentName": "Employee", "entityName": "employee"]
            }
        }
        return Answer(200, [
            "pagination": ["total_records": JSONValue(fields.count), "current_page": 1, "total_pages": 1, "next_page": nil, "prev_page": nil],
            "fields": .array(fields),
        ])
    }

    private static let lastChanged = BambooHRField(alias: "lastChanged", id: 99_001, label: "Last changed", type: "timestamp", dataset: "lastChanged", path: "") { _, _ in nil }

    /// Of the filter only what clients send is understood: `status in ('Active','Inactive')` and `status eq 'Active'`; nil: everybody.
    private static func statuses(_ filter: String?) -> Set<String>? {
        guard let filter, filter.hasPrefix("status ") else { return nil }
        return Set(filter.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }

    /// RFC 9457, as `v1_2` and `v2` answer.
    private static func problem(_ detail: String) -> Answer {
        Answer(400, ["type": "about:blank", "title": "Bad Request", "status": 400, "detail": .string(detail)], type: "application/problem+json")
    }
}
