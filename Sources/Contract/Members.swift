import JSON

/// The members of an object while it is read.
struct Members {
    private let object: JSONObject
    private let path: String

    /// Refuses anything but an object, and members with other names: an ignored limit is dangerous.
    init(_ json: JSONValue, at path: String, names: [String]) throws(DecodingFault) {
        guard let object = json.object else { throw DecodingFault(path, "must be an object") }
        self.object = object
        self.path = path
        for member in object.members where !names.contains(member.name) { throw DecodingFault(place(of: member.name), "is not known here") }
    }

    func required<T: JSONReadable>(_ name: String) throws(DecodingFault) -> T {
        guard let value = object[name] else { throw DecodingFault(place(of: name), "is missing") }
        return try T(json: value, at: place(of: name))
    }

    /// Absent is nil; null is a fault.
    func optional<T: JSONReadable>(_ name: String) throws(DecodingFault) -> T? {
        guard let value = object[name] else { return nil }
        return try T(json: value, at: place(of: name))
    }

    /// Must be there; null is nil.
    func nullable<T: JSONReadable>(_ name: String) throws(DecodingFault) -> T? {
        guard let value = object[name] else { throw DecodingFault(place(of: name), "is missing") }
        return value.isNull ? nil : try T(json: value, at: place(of: name))
    }

    func patch<T: JSONReadable>(_ name: String) throws(DecodingFault) -> Patch<T> {
        guard let value = object[name] else { return .absent }
        return value.isNull ? .clear : .set(try T(json: value, at: place(of: name)))
    }

    func alwaysTrue(_ name: String) throws(DecodingFault) -> Bool {
        guard let value = object[name], value.bool == true else { throw DecodingFault(place(of: name), "must be true") }
        return true
    }

    // MARK: Checks

    func check(_ name: String, _ value: Int?, in range: ClosedRange<Int>) throws(DecodingFault) {
        guard let value, !range.contains(value) else { return }
        let limits = range.upperBound == .max ? "must be \(range.lowerBound) or more" : "must be from \(range.lowerBound) to \(range.upperBound)"
        throw DecodingFault(place(of: name), limits)
    }

    func check(_ name: String, _ value: Patch<Int>, in range: ClosedRange<Int>) throws(DecodingFault) {
        if case .set(let value) = value { try check(name, value, in: range) }
    }

    func check(_ name: String, _ value: String?, _ format: TextFormat) throws(DecodingFault) {
        guard let value, !format.matches(value) else { return }
        throw DecodingFault(place(of: name), format.reason)
    }

    func check(_ name: String, _ value: Patch<String>, _ format: TextFormat) throws(DecodingFault) {
        if case .set(let value) = value { try check(name, value, format) }
    }

    func exactlyOne(_ names: [String]) throws(DecodingFault) {
        let given = names.filter { object[$0] != nil }
        guard given.count != 1 else { return }
        throw DecodingFault(place(of: given.count > 1 ? given[1] : names[0]), "give exactly one of " + names.joined(separator: ", "))
    }

    private func place(of name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
