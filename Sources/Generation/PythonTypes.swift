import JSON

/// Python for named types: frozen data classes, literals and unions. What is personal or secret is not in their `repr`.
struct PythonTypes {
    let specification: Specification

    static let imports = [
        "from __future__ import annotations", "", "import dataclasses", "import datetime", "from typing import Any, Literal, Union", "", "from ..absent import ABSENT, Absent", "", "",
    ]

    func text(of type: NamedType) throws(GenerationError) -> String {
        switch type.body {
        case .object(let members): try dataClass(type, members)
        case .enumeration(let cases): enumeration(type, cases)
        case .union(let shapes): alias(type, "Union[" + shapes.map { Self.annotation($0) }.joined(separator: ", ") + "]", doc: type.description)
        }
    }

    private func enumeration(_ type: NamedType, _ cases: [(raw: String, name: String)]) -> String {
        let values = "Literal[" + cases.map { PythonName.literal(.string($0.raw)) }.joined(separator: ", ") + "]"
        guard type.isOpen else { return alias(type, values, doc: type.description) }
        return alias(type, "Union[\(values), str]", doc: type.description + " Newer agents may know more.")
    }

    private func alias(_ type: NamedType, _ value: String, doc: String) -> String {
        (["\(type.name) = \(value)"] + PythonName.doc([[doc]], indent: 0)).joined(separator: "\n") + "\n"
    }

    private func dataClass(_ type: NamedType, _ members: [Member]) throws(GenerationError) -> String {
        var lines = ["@dataclasses.dataclass(frozen=True, kw_only=True)", "class \(type.name):"]
        lines += PythonName.doc([[type.description]], indent: 4)
        for member in members {
            lines += ["", "    \(try PythonName.snake(member.name)): \(storage(of: member))\(try value(of: member))"]
            lines += PythonName.doc([[member.description]], indent: 4)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func storage(of member: Member) -> String {
        let name = Self.annotation(member.shape)
        if member.isRequired || member.fallback != nil { return name }
        if case .nullable = member.shape { return name + " | Absent" }
        return name + " | None"
    }

    /// What follows the annotation: the default and whether it is shown.
    private func value(of member: Member) throws(GenerationError) -> String {
        let isShown = member.privacy == "public"
        var fallback: String?
        var isBuilt = false
        if let given = member.fallback {
            isBuilt = given.object != nil || given.array != nil
            fallback = try isBuilt ? "lambda: " + literal(given, member.shape) : literal(given, member.shape)
        } else if !member.isRequired {
            if case .nullable = member.shape { fallback = "ABSENT" } else { fallback = "None" }
        }
        if isShown, !isBuilt { return fallback.map { " = " + $0 } ?? "" }
        let arguments = (fallback.map { [(isBuilt ? "default_factory=" : "default=") + $0] } ?? []) + (isShown ? [] : ["repr=False"])
        return " = dataclasses.field(\(arguments.joined(separator: ", ")))"
    }

    private func literal(_ value: JSONValue, _ shape: Shape) throws(GenerationError) -> String {
        guard case .named(let name) = shape, case .object(let members)? = specification.types[name]?.body else { return PythonName.literal(value) }
        var arguments: [String] = []
        for member in members {
            guard let given = value[member.name] else { continue }
            arguments.append("\(try PythonName.snake(member.name))=\(try literal(given, member.shape))")
        }
        return "\(name)(\(arguments.joined(separator: ", ")))"
    }

    static func annotation(_ shape: Shape) -> String {
        switch shape {
        case .text: "str"
        case .date: "datetime.date"
        case .timestamp: "datetime.datetime"
        case .integer: "int"
        case .number: "float"
        case .boolean: "bool"
        case .alwaysTrue: "Literal[True]"
        case .freeObject: "dict[str, Any]"
        case .list(let shape): "list[\(annotation(shape))]"
        case .map(let key, let shape): "dict[\(key ?? "str"), \(annotation(shape))]"
        case .named(let name): name
        case .nullable(let shape): annotation(shape) + " | None"
        }
    }
}
