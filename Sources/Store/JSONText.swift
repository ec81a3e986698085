import JSON

/// JSON in columns.
enum JSONText {
    static func parse(_ text: String) throws(StoreError) -> JSONValue {
        do {
            return try JSONValue(parsing: Array(text.utf8))
        } catch {
            throw .damaged("A value that should be JSON is not: \(error).")
        }
    }
}

extension JSONValue {
    /// With another member, if there is something to add.
    func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
        guard var object, let value else { return self }
        object[name] = value
        return .object(object)
    }

    init(_ value: Double) { self = JSONNumber(value).map { .number($0) } ?? .null }

    init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}
