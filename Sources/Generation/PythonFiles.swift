import JSON

/// What the Python client takes from the protocol: types, methods, notifications and errors.
struct PythonFiles {
    static let directory = "clients/python/src/staffetta/generated"
    let specification: Specification

    func outputs() throws(GenerationError) -> [Output] {
        [
            file("__init__", "\"\"\"What follows from the protocol.\"\"\"\n"),
            file("types", try types()),
            file("events", events()),
            file("errors", errors()),
            file("methods", try PythonMethods(specification: specification, isAsync: false).text()),
            file("async_methods", try PythonMethods(specification: specification, isAsync: true).text()),
        ]
    }

    private func file(_ name: String, _ text: String) -> Output {
        Output(path: "\(Self.directory)/\(name).py", text: "# Made from protocol/ by `swift run generate`; do not edit.\n" + text)
    }

    private func types() throws(GenerationError) -> String {
        let types = PythonTypes(specification: specification)
        var parts: [String] = []
        for name in specification.nouns.flatMap(\.types) {
            if let type = specification.types[name] { parts.append(try types.text(of: type)) }
        }
        return (PythonTypes.imports + [parts.joined(separator: "\n\n")]).joined(separator: "\n")
    }

    private func events() -> String {
        let events = specification.nouns.flatMap(\.events)
        var lines = ["from __future__ import annotations", "", "from typing import Union", "", "from . import types", ""]
        lines.append("Event = Union[" + events.map { "types.\($0.type)" }.joined(separator: ", ") + "]")
        lines += PythonName.doc([["What the agent tells by itself."], events.map { "- `\($0.type)` (`\($0.name)`): \($0.summary)." }], indent: 0)
        lines += ["", "EVENTS: dict[str, type[Event]] = {"] + events.map { "    \"\($0.name)\": types.\($0.type)," } + ["}"]
        lines += PythonName.doc([["The type of a notification's parameters, by its method."]], indent: 0)
        return lines.joined(separator: "\n") + "\n"
    }

    private func errors() -> String {
        var lines = ["from __future__ import annotations", "", "from ..faults import AgentError", ""]
        for error in specification.errors {
            lines += ["", "class \(SwiftName.capitalized(error.kind))(AgentError):"]
            var paragraphs = [[error.meaning], ["To do: \(error.action)"]]
            if !error.data.isEmpty { paragraphs.append(["Members of `data`:"] + error.data.map { "    \($0.name): \($0.description)" }) }
            lines += PythonName.doc(paragraphs, indent: 4)
            lines += ["", "    code = \(error.code)", "    kind = \"\(error.kind)\"", ""]
        }
        lines += ["", "ERRORS: dict[str, type[AgentError]] = {"] + specification.errors.map { "    \"\($0.kind)\": \(SwiftName.capitalized($0.kind))," } + ["}"]
        lines += PythonName.doc([["The exception of each kind."]], indent: 0)
        return lines.joined(separator: "\n") + "\n"
    }
}
