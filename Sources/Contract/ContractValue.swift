import JSON

/// What can be read from JSON. `path` says where it stands, for the error.
public protocol JSONReadable: Sendable, Equatable {
    init(json: JSONValue, at path: String) throws(DecodingFault)
}

public protocol JSONWritable: Sendable {
    func write(to writer: inout JSONWriter)
}

/// A value of the protocol, in both directions.
public protocol ContractValue: JSONReadable, JSONWritable {}

/// What can name the members of an object.
public protocol MemberName: ContractValue, Hashable {
    var memberName: String { get }
}

/// An enumeration of strings.
public protocol ContractEnum: MemberName, RawRepresentable<String>, CaseIterable {}

/// The parameters of a method. Every request may name its actor (R-ACC-3).
public protocol Params: JSONReadable {
    var actor: String? { get }
}

extension JSONWritable {
    /// Compact JSON.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}

extension ContractEnum {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let value = json.string.flatMap(Self.init(rawValue:)) else {
            throw DecodingFault(path, "must be one of " + Self.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
        }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.string(rawValue) }

    public var memberName: String { rawValue }
}

extension String: MemberName {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let value = json.string else { throw DecodingFault(path, "must be a string") }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.string(self) }

    public var memberName: String { self }
}

extension Int: ContractValue {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let value = json.int else { throw DecodingFault(path, "must be a whole number") }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Bool: ContractValue {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let value = json.bool else { throw DecodingFault(path, "must be true or false") }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension JSONNumber: ContractValue {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let value = json.number else { throw DecodingFault(path, "must be a number") }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.number(self) }
}

extension JSONObject: ContractValue {
    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        guard let value = json.object else { throw DecodingFault(path, "must be an object") }
        self = value
    }

    public func write(to writer: inout JSONWriter) { writer.value(.object(self)) }
}
