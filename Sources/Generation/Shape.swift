import JSON

/// What a value looks like: the few forms of JSON Schema that the dialect allows.
indirect enum Shape: Sendable {
    case text, date, timestamp, number, boolean, alwaysTrue, freeObject
    case integer(minimum: Int?, maximum: Int?)
    case list(Shape)
    /// `key`: the enumeration that the names belong to.
    case map(key: String?, Shape)
    case named(String)
    case nullable(Shape)

    private static let words: Set<String> = [
        "$ref", "type", "format", "minimum", "maximum", "const", "items", "additionalProperties", "propertyNames", "anyOf", "default", "description", "x-privacy",
    ]

    init(_ json: JSONValue, at place: String) throws(GenerationError) {
        try json.refuseWords(but: Self.words, at: place)
        if let name = json["$ref"]?.string {
            self = .named(name)
            return
        }
        if let choices = json["anyOf"]?.array {
            guard choices.count == 2, choices[1]["type"]?.string == "null" else { throw GenerationError("\(place): anyOf is only for a $ref or null") }
            self = .nullable(try Shape(choices[0], at: place))
            return
        }
        if let types = json["type"]?.array {
            guard types.count == 2, let type = types[0].string, types[1].string == "null" else { throw GenerationError("\(place): a list of types is only for one type or null") }
            self = .nullable(try Shape(type: type, json, at: place))
            return
        }
        guard let type = json["type"]?.string else { throw GenerationError("\(place): neither type nor $ref") }
        self = try Shape(type: type, json, at: place)
    }

    private init(type: String, _ json: JSONValue, at place: String) throws(GenerationError) {
        switch type {
        case "string":
            switch json["format"]?.string {
            case nil: self = .text
            case "date": self = .date
            case "date-time": self = .timestamp
            case let format?: throw GenerationError("\(place): unknown format \(format)")
            }
        case "integer": self = .integer(minimum: json["minimum"]?.int, maximum: json["maximum"]?.int)
        case "number": self = .number
        case "boolean": self = json["const"]?.bool == true ? .alwaysTrue : .boolean
        case "array":
            guard let items = json["items"] else { throw GenerationError("\(place): an array without items") }
            self = .list(try Shape(items, at: place + "[]"))
        case "object":
            if json["properties"] != nil { throw GenerationError("\(place): an object without name; put it into protocol/schemas") }
            guard let values = json["additionalProperties"] else {
                self = .freeObject
                return
            }
            self = .map(key: json["propertyNames"]?["$ref"]?.string, try Shape(values, at: place + "{}"))
        default: throw GenerationError("\(place): unknown type \(type)")
        }
    }

    /// The named types that it is made of.
    var references: [String] {
        switch self {
        case .named(let name): [name]
        case .list(let shape), .nullable(let shape): shape.references
        case .map(let key, let shape): (key.map { [$0] } ?? []) + shape.references
        default: []
        }
    }
}

/// A member of an object, or a parameter.
struct Member: Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool
    let fallback: JSONValue?
    let description: String
    let privacy: String
    /// The schema as written.
    let schema: JSONValue

    init(name: String, schema: JSONValue, isRequired: Bool, description: String, privacy: String, at place: String) throws(GenerationError) {
        self.name = name
        self.schema = schema
        self.isRequired = isRequired
        self.description = description
        self.privacy = privacy
        shape = try Shape(schema, at: place)
        fallback = schema["default"]
        guard ["public", "personal", "secret"].contains(privacy) else { throw GenerationError("\(place): unknown x-privacy \(privacy)") }
    }
}

/// A named type of `protocol/schemas`.
struct NamedType: Sendable {
    enum Body: Sendable {
        case object([Member])
        case enumeration([(raw: String, name: String)])
        /// One value of several kinds that JSON itself tells apart.
        case union([Shape])
    }

    let name: String
    let description: String
    let body: Body
    let isOpen: Bool
    let schema: JSONValue

    private static let words: Set<String> = ["type", "description", "x-privacy", "required", "properties", "enum", "x-names", "x-open", "oneOf"]

    init(name: String, schema: JSONValue, at place: String) throws(GenerationError) {
        try schema.refuseWords(but: Self.words, at: place)
        self.name = name
        self.schema = schema
        guard let description = schema["description"]?.string else { throw GenerationError("\(place): no description") }
        self.description = description
        isOpen = schema["x-open"]?.bool ?? false
        if let values = schema["enum"]?.array {
            let names = schema["x-names"]?.array
            var cases: [(raw: String, name: String)] = []
            for (index, value) in values.enumerated() {
                guard let raw = value.string else { throw GenerationError("\(place): enum values are strings") }
                cases.append((raw, names?[index].string ?? SwiftName.camel(raw)))
            }
            body = .enumeration(cases)
        } else if let choices = schema["oneOf"]?.array {
            var shapes: [Shape] = []
            for choice in choices { shapes.append(try Shape(choice, at: place)) }
            body = .union(shapes)
        } else if let properties = schema["properties"]?.object {
            let required = (schema["required"]?.array ?? []).compactMap(\.string)
            var members: [Member] = []
            for property in properties.members {
                guard let text = property.value["description"]?.string else { throw GenerationError("\(place).\(property.name): no description") }
                let privacy = property.value["x-privacy"]?.string ?? schema["x-privacy"]?.string ?? "personal"
                members.append(try Member(name: property.name, schema: property.value, isRequired: required.contains(property.name), description: text, privacy: privacy, at: "\(place).\(property.name)"))
            }
            for name in required where properties[name] == nil { throw GenerationError("\(place): required \(name) is no property") }
            body = .object(members)
        } else {
            throw GenerationError("\(place): neither enum, oneOf nor properties")
        }
    }

    var references: [String] {
        switch body {
        case .object(let members): members.flatMap(\.shape.references)
        case .enumeration: []
        case .union(let shapes): shapes.flatMap(\.references)
        }
    }
}

extension JSONValue {
    /// A word that nobody reads would promise what nobody keeps.
    func refuseWords(but words: Set<String>, at place: String) throws(GenerationError) {
        for name in object?.names ?? [] where !words.contains(name) { throw GenerationError("\(place): \(name) is no word of the dialect") }
    }
}
