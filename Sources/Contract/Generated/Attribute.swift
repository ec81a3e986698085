// Made from protocol/ by `swift run generate`; do not edit. Sources: 2e8f4e1689c0400f
import JSON

/// Parameters of `attribute/list`.
public struct AttributeListParams: Params {
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["limit", "cursor", "actor"])
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `attribute/create`.
public struct AttributeCreateParams: Params {
    /// Its stable name, unique.
    public var key: String
    /// For people, unique.
    public var name: String
    /// What it holds.
    public var type: AttributeType
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(key: String, name: String, type: AttributeType, actor: String? = nil) {
        self.key = key
        self.name = name
        self.type = type
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["key", "name", "type", "actor"])
        self.key = try members.required("key")
        self.name = try members.required("name")
        self.type = try members.required("type")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `attribute/update`.
public struct AttributeUpdateParams: Params {
    /// Its key.
    public var attribute: String
    /// The new name.
    public var name: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(attribute: String, name: String, actor: String? = nil) {
        self.attribute = attribute
        self.name = name
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["attribute", "name", "actor"])
        self.attribute = try members.required("attribute")
        self.name = try members.required("name")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `attribute/delete`.
public struct AttributeDeleteParams: Params {
    /// Its key.
    public var attribute: String
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(attribute: String, confirm: Bool = false, actor: String? = nil) {
        self.attribute = attribute
        self.confirm = confirm
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["attribute", "confirm", "actor"])
        self.attribute = try members.required("attribute")
        self.confirm = try members.optional("confirm") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Something known about users.
public struct Attribute: ContractValue {
    /// Its stable name.
    public var key: String
    /// For people, and the column in CSV files.
    public var name: String
    /// What it holds; never changes.
    public var type: AttributeType
    /// For `choice`: how many segments it has.
    public var segments: Int?

    public init(key: String, name: String, type: AttributeType, segments: Int? = nil) {
        self.key = key
        self.name = name
        self.type = type
        self.segments = segments
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["key", "name", "type", "segments"])
        self.key = try members.required("key")
        self.name = try members.required("name")
        self.type = try members.required("type")
        self.segments = try members.optional("segments")
        try members.check("segments", self.segments, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("key", key)
        writer.member("name", name)
        writer.member("type", type)
        writer.member("segments", segments)
        writer.endObject()
    }
}

/// One segment, a date, a number, or other users.
public enum AttributeType: String, ContractEnum {
    case choice
    case date
    case number
    case user
}

/// A part of a list.
public struct AttributePage: ContractValue {
    /// The items of this part, in order.
    public var items: [Attribute]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [Attribute], nextCursor: String? = nil) {
        self.items = items
        self.nextCursor = nextCursor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["items", "nextCursor"])
        self.items = try members.required("items")
        self.nextCursor = try members.optional("nextCursor")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("items", items)
        writer.member("nextCursor", nextCursor)
        writer.endObject()
    }
}
