import JSON

extension Array: JSONReadable where Element: JSONReadable {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let elements = json.array else { throw DecodingFault(path, "must be a list") }
        self = []
        reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() { append(try Element(json: element, at: "\(path)[\(index)]")) }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { element.write(to: &writer) }
        writer.endArray()
    }
}

extension Array: ContractValue where Element: ContractValue {}

extension Dictionary: JSONReadable where Key: MemberName, Value: JSONReadable {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let object = json.object else { throw DecodingFault(path, "must be an object") }
        self = [:]
        for member in object.members {
            let place = path.isEmpty ? member.name : "\(path).\(member.name)"
            self[try Key(json: .string(member.name), at: place)] = try Value(json: member.value, at: place)
        }
    }
}

extension Dictionary: JSONWritable where Key: MemberName, Value: JSONWritable {
    /// Members by name, so that equal values are equal bytes.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for member in map({ (name: $0.key.memberName, value: $0.value) }).sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            writer.name(member.name)
            member.value.write(to: &writer)
        }
        writer.endObject()
    }
}

extension Dictionary: ContractValue where Key: MemberName, Value: ContractValue {}

/// null reads as nil; only in maps, where the protocol says `| null`.
extension Optional: JSONReadable where Wrapped: JSONReadable {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        self = json.isNull ? nil : try Wrapped(json: json, at: path)
    }
}
