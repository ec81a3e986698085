import JSON

/// Python for methods: a class per noun with a function per method, for threads or for asyncio.
struct PythonMethods {
    let specification: Specification
    let isAsync: Bool

    private struct Group {
        var name: String
        var noun: Specification.Noun
        var methods: [Specification.Method]
        var className: String { SwiftName.capitalized(name) + "Methods" }
    }

    /// By the first part of the methods' names. Names of one part belong to the connection, which makes those calls itself.
    private var groups: [Group] {
        var groups: [Group] = []
        for noun in specification.nouns {
            for method in noun.methods {
                let parts = method.name.split { "/.".contains($0) }
                guard parts.count == 2, method.server != .wire else { continue }
                let name = String(parts[0])
                if let index = groups.firstIndex(where: { $0.name == name }) {
                    groups[index].methods.append(method)
                } else {
                    groups.append(Group(name: name, noun: noun, methods: [method]))
                }
            }
        }
        return groups
    }

    func text() throws(GenerationError) -> String {
        let call = isAsync ? "AsyncCall" : "Call"
        var lines = ["from __future__ import annotations", "", "import datetime", "from collections.abc import Mapping, Sequence", "from typing import Any", ""]
        lines += ["from ..absent import ABSENT, Absent, given", "from ..call import \(call)", "from . import types", ""]
        for group in groups {
            lines += ["", "class \(group.className):"]
            lines += PythonName.doc([[group.noun.description]], indent: 4)
            lines += ["", "    def __init__(self, call: \(call)) -> None:", "        self._call = call"]
            for method in group.methods { lines += try function(method) }
            lines.append("")
        }
        lines += ["", "class \(isAsync ? "AsyncMethods" : "Methods"):"]
        lines += PythonName.doc([["Every method of the protocol, by what it is about."]], indent: 4)
        lines += ["", "    def __init__(self, call: \(call)) -> None:"]
        for group in groups {
            lines.append("        self.\(group.name) = \(group.className)(call)")
            lines += PythonName.doc([[group.noun.description]], indent: 8)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func function(_ method: Specification.Method) throws(GenerationError) -> [String] {
        let name = try PythonName.snake(method.name.split { "/.".contains($0) }.last.map(String.init) ?? "")
        let members = method.parameters.map(\.member)
        var arguments = ["self"]
        for member in members where member.isRequired { arguments.append("\(try PythonName.snake(member.name)): \(annotation(of: member.shape))") }
        arguments.append("*")
        for member in members where !member.isRequired { arguments.append(try optional(member)) }
        arguments.append("timeout: float | None = None")
        let result = switch method.result {
        case .named(let name): "types.\(name)"
        default: "dict[str, Any]"
        }
        var lines = ["", "    \(isAsync ? "async " : "")def \(name)("] + arguments.map { "        \($0)," } + ["    ) -> \(result):"]
        lines += PythonName.doc(try documentation(method), indent: 8)
        lines.append("        return \(isAsync ? "await " : "")self._call(")
        lines.append("            \"\(method.name)\",")
        lines.append("            {")
        for member in members {
            let argument = try PythonName.snake(member.name)
            lines.append("                \"\(member.name)\": \(member.isRequired || isNullable(member) ? argument : "given(\(argument))"),")
        }
        return lines + ["            },", "            \(result),", "            timeout,", "        )"]
    }

    private func isNullable(_ member: Member) -> Bool {
        if case .nullable = member.shape { true } else { false }
    }

    private func optional(_ member: Member) throws(GenerationError) -> String {
        let name = try PythonName.snake(member.name)
        if isNullable(member) { return "\(name): \(annotation(of: member.shape)) | Absent = ABSENT" }
        return "\(name): \(annotation(of: member.shape)) | None = None"
    }

    /// What may be handed in: also a plain object of JSON where an object has a type.
    private func annotation(of shape: Shape) -> String {
        switch shape {
        case .named(let name):
            if case .object = specification.types[name]?.body { "types.\(name) | Mapping[str, Any]" } else { "types.\(name)" }
        case .list(let shape): "Sequence[\(annotation(of: shape))]"
        case .map(let key, let shape): "Mapping[\(key.map { "types.\($0)" } ?? "str"), \(annotation(of: shape))]"
        case .nullable(let shape): annotation(of: shape) + " | None"
        case .freeObject: "Mapping[str, Any]"
        default: PythonTypes.annotation(shape)
        }
    }

    private func documentation(_ method: Specification.Method) throws(GenerationError) -> [[String]] {
        var paragraphs = [["\(method.summary) (`\(method.name)`)."]]
        if let description = method.description { paragraphs.append([description]) }
        if !method.exactlyOne.isEmpty {
            var names: [String] = []
            for name in method.exactlyOne { names.append("`\(try PythonName.snake(name))`") }
            paragraphs.append(["Exactly one of \(names.joined(separator: ", ")) must be given."])
        }
        var arguments = ["Args:"]
        for member in method.parameters.map(\.member) {
            arguments.append("    \(try PythonName.snake(member.name)): \(member.description)\(Self.range(of: member))")
        }
        arguments.append("    timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.")
        paragraphs.append(arguments)
        if !method.errors.isEmpty {
            var raises = ["Raises:"]
            for kind in method.errors {
                let meaning = specification.errors.first { $0.kind == kind }?.meaning ?? ""
                raises.append("    errors.\(SwiftName.capitalized(kind)): \(meaning)")
            }
            paragraphs.append(raises)
        }
        return paragraphs
    }

    private static func range(of member: Member) -> String {
        var text = ""
        if case .integer(let minimum?, let maximum?) = member.shape { text += " From \(minimum) to \(maximum)." }
        if let fallback = member.fallback { text += " Absent: \(PythonName.literal(fallback))." }
        return text
    }
}
