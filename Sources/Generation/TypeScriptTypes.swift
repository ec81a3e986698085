/// TypeScript for named types and for parameters.
struct TypeScriptTypes {
    let specification: Specification

    func text() -> String {
        var parts: [String] = []
        for noun in specification.nouns {
            for name in noun.types {
                if let type = specification.types[name] { parts.append(declaration(of: type)) }
            }
            for method in noun.methods where method.server != .wire { parts.append(parameters(of: method)) }
        }
        return "\n" + (parts + [events()]).joined(separator: "\n")
    }

    private func declaration(of type: NamedType) -> String {
        switch type.body {
        case .object(let members): interface(type.name, doc: [type.description], members)
        case .enumeration(let cases):
            alias(type, cases.map { "\"\($0.raw)\"" } + (type.isOpen ? ["(string & {})"] : []), doc: type.isOpen ? ["Newer agents may know more."] : [])
        case .union(let shapes): alias(type, shapes.map(Self.name))
        }
    }

    private func alias(_ type: NamedType, _ choices: [String], doc: [String] = []) -> String {
        TypeScript.doc([type.description] + doc) + "\nexport type \(type.name) = \(choices.joined(separator: " | "));\n"
    }

    private func parameters(of method: Specification.Method) -> String {
        var doc = ["Parameters of `\(method.name)`."]
        if !method.exactlyOne.isEmpty { doc.append("Exactly one of " + method.exactlyOne.map { "`\($0)`" }.joined(separator: ", ") + ".") }
        return interface(method.parametersName, doc: doc, method.parameters.map(\.member))
    }

    private func interface(_ name: String, doc: [String], _ members: [Member]) -> String {
        var lines = [TypeScript.doc(doc), "export interface \(name) {"]
        for member in members {
            let fallback = member.fallback.map { ["Default: `\($0.text)`."] } ?? []
            lines.append(TypeScript.doc([member.description] + fallback, indent: 2))
            lines.append("  \(member.name)\(member.isRequired ? "" : "?"): \(Self.name(of: member.shape));")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func events() -> String {
        var lines = [TypeScript.doc(["The notifications of the agent and what each one carries."]), "export interface Events {"]
        for event in specification.nouns.flatMap(\.events) {
            lines.append(TypeScript.doc([event.summary + "."] + (event.description.map { [$0] } ?? []), indent: 2))
            lines.append("  \"\(event.name)\": \(event.type);")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    static func name(of shape: Shape) -> String {
        switch shape {
        case .text, .date, .timestamp: "string"
        case .integer, .number: "number"
        case .boolean: "boolean"
        case .alwaysTrue: "true"
        case .freeObject: "Record<string, unknown>"
        case .list(let shape): "Array<\(name(of: shape))>"
        case .map(let key?, let shape): "Partial<Record<\(key), \(name(of: shape))>>"
        case .map(nil, let shape): "Record<string, \(name(of: shape))>"
        case .named(let name): name
        case .nullable(let shape): name(of: shape) + " | null"
        }
    }
}
