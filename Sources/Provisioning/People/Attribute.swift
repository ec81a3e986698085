/// Something known about users besides the standard fields.
public struct Attribute: Sendable, Equatable {
    /// Unique, in configurations and protocols.
    public var key: String
    /// Unique, for people.
    public var name: String
    public var type: AttributeType

    public init(key: String, name: String, type: AttributeType) {
        self.key = key
        self.name = name
        self.type = type
    }
}

public enum AttributeType: String, Sendable, CaseIterable {
    /// One segment per user.
    case choice
    case date
    case number
    /// Other users.
    case user
}

/// What a user has for an attribute.
public enum AttributeValue: Sendable, Equatable {
    /// The segment's name.
    case choice(String)
    case date(Day)
    /// Finite.
    case number(Double)
    /// User ids, in the order in which the HRIS names them; never empty.
    case users([String])
}

/// One possible value of a `choice` attribute.
public struct Segment: Sendable, Equatable {
    public var id: String
    public var attribute: String
    public var name: String
    /// Other spellings, unique with the names within the attribute, case-sensitive (R-SEG-1).
    public var aliases: [String]

    public init(id: String, attribute: String, name: String, aliases: [String] = []) {
        self.id = id
        self.attribute = attribute
        self.name = name
        self.aliases = aliases
    }
}
