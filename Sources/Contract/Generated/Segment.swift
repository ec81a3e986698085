// Made from protocol/ by `swift run generate`; do not edit. Sources: 6d425987fff392c0
import JSON

/// Parameters of `segment/list`.
public struct SegmentListParams: Params {
    /// Its key.
    public var attribute: String
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(attribute: String, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.attribute = attribute
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["attribute", "limit", "cursor", "actor"])
        self.attribute = try members.required("attribute")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `segment/create`.
public struct SegmentCreateParams: Params {
    /// The attribute's key.
    public var attribute: String
    /// Its name.
    public var name: String
    /// Other spellings.
    public var aliases: [String]?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(attribute: String, name: String, aliases: [String]? = nil, actor: String? = nil) {
        self.attribute = attribute
        self.name = name
        self.aliases = aliases
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["attribute", "name", "aliases", "actor"])
        self.attribute = try members.required("attribute")
        self.name = try members.required("name")
        self.aliases = try members.optional("aliases")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `segment/update`.
public struct SegmentUpdateParams: Params {
    /// By id.
    public var segment: String
    /// The new name.
    public var name: String?
    /// All aliases it is to have.
    public var aliases: [String]?
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(segment: String, name: String? = nil, aliases: [String]? = nil, confirm: Bool = false, actor: String? = nil) {
        self.segment = segment
        self.name = name
        self.aliases = aliases
        self.confirm = confirm
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["segment", "name", "aliases", "confirm", "actor"])
        self.segment = try members.required("segment")
        self.name = try members.optional("name")
        self.aliases = try members.optional("aliases")
        self.confirm = try members.optional("confirm") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `segment/delete`.
public struct SegmentDeleteParams: Params {
    /// By id.
    public var segment: String
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(segment: String, confirm: Bool = false, actor: String? = nil) {
        self.segment = segment
        self.confirm = confirm
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["segment", "confirm", "actor"])
        self.segment = try members.required("segment")
        self.confirm = try members.optional("confirm") ?? false
        self.actor = try members.optional("actor")
    }
}

/// A choice of an attribute.
public struct Segment: ContractValue {
    /// Its id.
    public var id: String
    /// The attribute's key.
    public var attribute: String
    /// Its name.
    public var name: String
    /// Other spellings that mean this segment.
    public var aliases: [String]
    /// How many users have it.
    public var users: Int

    public init(id: String, attribute: String, name: String, aliases: [String], users: Int) {
        self.id = id
        self.attribute = attribute
        self.name = name
        self.aliases = aliases
        self.users = users
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "attribute", "name", "aliases", "users"])
        self.id = try members.required("id")
        self.attribute = try members.required("attribute")
        self.name = try members.required("name")
        self.aliases = try members.required("aliases")
        self.users = try members.required("users")
        try members.check("users", self.users, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("attribute", attribute)
        writer.member("name", name)
        writer.member("aliases", aliases)
        writer.member("users", users)
        writer.endObject()
    }
}

/// A part of a list.
public struct SegmentPage: ContractValue {
    /// The items of this part, in order.
    public var items: [Segment]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [Segment], nextCursor: String? = nil) {
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
