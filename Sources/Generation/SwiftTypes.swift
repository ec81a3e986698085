import JSON

/// Swift for named types and for parameters.
struct SwiftTypes {
    let specification: Specification

    // MARK: Named types

    func text(of type: NamedType) -> String {
        switch type.body {
        case .object(let members): structure(type.name, doc: type.description, members: members, conformances: "ContractValue", writes: true)
        case .enumeration(let cases): enumeration(type, cases)
        case .union(let shapes): union(type, shapes)
        }
    }

    private func enumeration(_ type: NamedType, _ cases: [(raw: String, name: String)]) -> String {
        let doc = type.isOpen ? type.description + " Newer agents may know more." : type.description
        var lines = Self.doc(doc) + ["public enum \(type.name): String, ContractEnum {"]
        for each in cases {
            let name = SwiftName.escaped(each.name)
            lines.append("    case " + (each.name == each.raw ? name : "\(name) = \"\(each.raw)\""))
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func union(_ type: NamedType, _ shapes: [Shape]) -> String {
        var lines = Self.doc(type.description) + ["public enum \(type.name): ContractValue {"]
        for shape in shapes { lines.append("    case \(Self.unionCase(shape).name)(\(Self.name(of: shape)))") }
        lines += ["", "    public init(json: JSONValue, at path: String) throws(DecodingFault) {", "        switch json {"]
        for shape in shapes {
            let names = Self.unionCase(shape)
            lines.append("        case .\(names.json): self = .\(names.name)(try \(Self.name(of: shape))(json: json, at: path))")
        }
        let kinds = shapes.map { Self.unionCase($0).words }.joined(separator: " or ")
        lines += ["        default: throw DecodingFault(path, \"must be \(kinds)\")", "        }", "    }", ""]
        lines += ["    public func write(to writer: inout JSONWriter) {", "        switch self {"]
        for shape in shapes { lines.append("        case .\(Self.unionCase(shape).name)(let value): value.write(to: &writer)") }
        return (lines + ["        }", "    }", "}"]).joined(separator: "\n") + "\n"
    }

    private static func unionCase(_ shape: Shape) -> (name: String, json: String, words: String) {
        switch shape {
        case .text: ("string", "string", "a string")
        case .number: ("number", "number", "a number")
        case .boolean: ("bool", "bool", "a boolean")
        case .list: ("list", "array", "a list of strings")
        default: ("map", "object", "an object of strings")
        }
    }

    // MARK: Objects

    func parameters(of method: Specification.Method) -> String {
        let doc = "Parameters of `\(method.name)`."
        return structure(method.parametersName, doc: doc, members: method.parameters.map(\.member), conformances: "Params", exactlyOne: method.exactlyOne, writes: false)
    }

    private func structure(_ name: String, doc: String, members: [Member], conformances: String, exactlyOne: [String] = [], writes: Bool) -> String {
        var lines = Self.doc(doc) + ["public struct \(name): \(conformances) {"]
        for member in members { lines += Self.doc(member.description, indent: 4) + ["    public var \(SwiftName.escaped(member.name)): \(storage(of: member))"] }
        lines += ["", "    public init(" + members.map(argument).joined(separator: ", ") + ") {"]
        for member in members { lines.append("        self.\(member.name) = \(SwiftName.escaped(member.name))") }
        lines += ["    }", "", "    public init(json: JSONValue, at path: String) throws(DecodingFault) {"]
        lines.append("        let members = try Members(json, at: path, names: [" + members.map { "\"\($0.name)\"" }.joined(separator: ", ") + "])")
        for member in members { lines.append("        self.\(member.name) = \(decoding(of: member))") }
        for member in members {
            if let check = check(of: member.shape) { lines.append("        try members.check(\"\(member.name)\", self.\(member.name), \(check))") }
        }
        if !exactlyOne.isEmpty { lines.append("        try members.exactlyOne([" + exactlyOne.map { "\"\($0)\"" }.joined(separator: ", ") + "])") }
        lines.append("    }")
        if writes {
            lines += ["", "    public func write(to writer: inout JSONWriter) {", "        writer.beginObject()"]
            for member in members { lines.append("        writer.\(isNullable(member) && member.isRequired ? "nullable" : "member")(\"\(member.name)\", \(SwiftName.escaped(member.name)))") }
            lines += ["        writer.endObject()", "    }"]
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func isNullable(_ member: Member) -> Bool {
        if case .nullable = member.shape { true } else { false }
    }

    private func storage(of member: Member) -> String {
        if case .nullable(let shape) = member.shape { return member.isRequired ? Self.name(of: shape) + "?" : "Patch<\(Self.name(of: shape))>" }
        let name = Self.name(of: member.shape)
        return member.isRequired || member.fallback != nil ? name : name + "?"
    }

    private func argument(_ member: Member) -> String {
        let base = "\(SwiftName.escaped(member.name)): \(storage(of: member))"
        if case .alwaysTrue = member.shape { return base + " = true" }
        if let fallback = member.fallback { return base + " = " + literal(fallback, member.shape) }
        if member.isRequired { return base }
        return base + (isNullable(member) ? " = .absent" : " = nil")
    }

    private func decoding(of member: Member) -> String {
        let name = "\"\(member.name)\""
        if isNullable(member) { return member.isRequired ? "try members.nullable(\(name))" : "try members.patch(\(name))" }
        if case .alwaysTrue = member.shape { return "try members.alwaysTrue(\(name))" }
        if let fallback = member.fallback { return "try members.optional(\(name)) ?? \(literal(fallback, member.shape))" }
        return member.isRequired ? "try members.required(\(name))" : "try members.optional(\(name))"
    }

    private func check(of shape: Shape) -> String? {
        switch shape {
        case .integer(nil, nil): nil
        case .integer(let minimum, let maximum): "in: \(minimum.map(String.init) ?? "Int.min")...\(maximum.map(String.init) ?? "Int.max")"
        case .date: ".date"
        case .timestamp: ".timestamp"
        case .nullable(let shape): check(of: shape)
        default: nil
        }
    }

    private func literal(_ value: JSONValue, _ shape: Shape) -> String {
        if case .named(let name) = shape, let type = specification.types[name] {
            switch type.body {
            case .enumeration(let cases): return "." + (cases.first { $0.raw == value.string }?.name ?? "")
            case .object(let members):
                let given = members.compactMap { member in value[member.name].map { "\(member.name): \(literal($0, member.shape))" } }
                return "\(name)(\(given.joined(separator: ", ")))"
            case .union: break
            }
        }
        return value.text
    }

    // MARK: Words

    static func name(of shape: Shape) -> String {
        switch shape {
        case .text, .date, .timestamp: "String"
        case .integer: "Int"
        case .number: "JSONNumber"
        case .boolean, .alwaysTrue: "Bool"
        case .freeObject: "JSONObject"
        case .list(let shape): "[\(name(of: shape))]"
        case .map(let key, let shape): "[\(key ?? "String"): \(name(of: shape))]"
        case .named(let name): name
        case .nullable(let shape): name(of: shape) + "?"
        }
    }

    static func doc(_ text: String, indent: Int = 0) -> [String] { [String(repeating: " ", count: indent) + "/// " + text] }
}

extension Specification.Method {
    /// `runUndo`.
    var swiftName: String { SwiftName.camel(name) }
    var parametersName: String { SwiftName.capitalized(swiftName) + "Params" }
}
