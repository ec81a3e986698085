import JSON

extension RecordList {
    struct Element: Sendable {
        var view: JSONView
        var key: String?
        /// The element around `item`.
        var whole: JSONView
    }

    /// The records of an answer; nil: it has another form than it should.
    /// - Parameter allowsSingle: an object in place of a list is its only element.
    func elements(of body: JSONView, allowsSingle: Bool = false) -> [Element]? {
        let path = mayBeBare && body.kind == .array ? nil : records
        guard let place = path.map({ $0.find(in: body) }) ?? body, !place.isNull else {
            guard let mayLack, body.kind == .object else { return nil }
            return mayLack.isEmpty || mayLack.contains { $0.find(in: body)?.number?.int == 0 } ? [] : nil
        }
        switch place.kind {
        case .array: return elements(place.elements.map { (nil, $0) })
        case .object where isKeyed: return elements(place.members.map { ($0.name, $0.value) })
        case .object where allowsSingle: return elements([(nil, place)])
        case .object, .null, .bool, .number, .string: return nil
        }
    }

    private func elements(_ found: [(key: String?, view: JSONView)]) -> [Element]? {
        var elements: [Element] = []
        for (key, whole) in found {
            let view = item.map { $0.find(in: whole) } ?? whole
            guard let view, view.kind == .object || whole.kind == .object && item != nil else { return nil }
            elements.append(Element(view: view, key: key, whole: whole))
        }
        return elements
    }
}

extension PartialAnswer {
    /// Paths of ours that the answer says it lacks.
    func missing(in body: JSONView, all: Set<String>) -> Set<String> {
        guard let warnings = path.find(in: body), warnings.kind == .array else { return [] }
        var missing: Set<String> = []
        for warning in warnings.elements {
            let name = name.flatMap { $0.find(in: warning)?.scalarText }
            // A warning that we do not know may concern anything.
            let paths = name.flatMap { fields[$0] } ?? fields["*"] ?? ["*"]
            missing.formUnion(paths.contains("*") ? all : Set(paths))
        }
        return missing
    }
}

extension Mapping {
    /// Every path that it fills, the ones without which nobody is synced apart.
    var paths: Set<String> { Set(fields.keys).union(emails.isEmpty ? [] : ["emails"]).union(customFields.isEmpty ? [] : ["custom_fields"]).subtracting(["first_name", "last_name"]) }
}
