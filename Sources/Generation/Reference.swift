import JSON

/// The contract for people, as Markdown.
struct Reference {
    let specification: Specification

    init(_ specification: Specification) { self.specification = specification }

    func text() throws(GenerationError) -> String {
        var lines = ["<!-- Made from protocol/ by `swift run generate`; do not edit. Sources: \(specification.hash) -->", "", "# Staffetta: the protocol", ""]
        lines += ["JSON-RPC 2.0 over stdin and stdout. Numbers like R-PLAN-4 are rules, see [rules.md](rules.md).", ""]
        lines += ["[Wire](#wire) · [The command](#the-command) · [Methods](#methods) · [Notifications](#notifications) · [Shapes](#shapes) · [Errors](#errors)", ""]
        lines += [try part("wire"), "", try part("command"), ""]
        lines += methods() + notifications() + shapes() + errors()
        return lines.joined(separator: "\n") + "\n"
    }

    private func part(_ name: String) throws(GenerationError) -> String {
        var text = String(decoding: try specification.files.read("protocol/parts/\(name).md"), as: UTF8.self)
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    // MARK: Methods

    private func methods() -> [String] {
        var lines = ["## Methods", "", "The effect says how a method is scheduled: `read` sees every change whose request came before it, `local` changes something here and starts"]
        lines += ["in order of arrival, `remote` starts in order and goes on beside later requests, `control` overtakes everything that waits.", ""]
        lines += ["| method | effect | |", "|---|---|---|"]
        for method in specification.nouns.flatMap(\.methods) { lines.append("| [`\(method.name)`](#\(anchor(method.name))) | \(method.effect) | \(method.summary) |") }
        lines.append("")
        for noun in specification.nouns where !noun.methods.isEmpty {
            lines += ["### \(noun.title)", "", noun.description, ""]
            for method in noun.methods { lines += entry(of: method) }
        }
        return lines
    }

    private func entry(of method: Specification.Method) -> [String] {
        var lines = ["#### `\(method.name)`", "", method.summary + ".", ""]
        if let description = method.description { lines += [description, ""] }
        if method.capability == "virtualClock" { lines += ["Only with `--virtual-clock`.", ""] }
        let own = method.parameters.filter { $0.shared != "actor" }
        if !own.isEmpty {
            lines += ["| parameter | type | |", "|---|---|---|"]
            for parameter in own { lines.append(row(of: parameter.member)) }
            lines.append("")
        }
        if !method.exactlyOne.isEmpty { lines += ["Exactly one of " + method.exactlyOne.map { "`\($0)`" }.joined(separator: ", ") + ".", ""] }
        switch method.result {
        case .named(let name): lines += ["Result: \(link(name))", ""]
        case .freeObject: lines += ["Result: an object", ""]
        case .null: lines += ["Result: null", ""]
        case .nothing: lines += ["A notification: no answer.", ""]
        }
        if !method.errors.isEmpty { lines += ["Errors: " + method.errors.map { "[`\($0)`](#errors)" }.joined(separator: ", "), ""] }
        if let example = method.example {
            lines += ["```json", JSONValue.object(["jsonrpc": "2.0", "id": 1, "method": .string(method.name), "params": .object(example)]).text]
            if case .named(let name) = method.result, let result = sample(of: name) { lines.append(JSONValue.object(["jsonrpc": "2.0", "id": 1, "result": result]).text) }
            lines += ["```", ""]
        }
        return lines
    }

    private func notifications() -> [String] {
        var lines = ["## Notifications", "", "To a session only. A notification is a hint: the database has everything already. `latest`: a newer one about the same thing replaces"]
        lines += ["one that was not written yet; `lossless`: each one is written.", ""]
        for event in specification.nouns.flatMap(\.events) {
            lines += ["#### `\(event.name)`", "", event.summary + ".", ""]
            if let description = event.description { lines += [description, ""] }
            lines += ["Parameters: \(link(event.type)) · delivery: \(event.delivery)", ""]
            if let params = sample(of: event.type) {
                lines += ["```json", JSONValue.object(["jsonrpc": "2.0", "method": .string(event.name), "params": params]).text, "```", ""]
            }
        }
        return lines
    }

    // MARK: Shapes

    private func shapes() -> [String] {
        var lines = ["## Shapes", "", "A member marked with `?` can be absent, which means “no value”. `personal` and `secret` say how careful to be with a value; everything else is public.", ""]
        for name in specification.types.keys.sorted() {
            guard let type = specification.types[name] else { continue }
            lines += ["#### <a id=\"\(shapeAnchor(name))\"></a>\(name)", "", type.description, ""]
            switch type.body {
            case .object(let members):
                lines += ["| member | type | |", "|---|---|---|"]
                for member in members { lines.append(row(of: member)) }
            case .enumeration(let cases):
                lines.append(cases.map { "`\"\($0.raw)\"`" }.joined(separator: " · "))
                if type.isOpen { lines += ["", "Open: newer agents may know more values."] }
            case .union(let shapes):
                lines.append(shapes.map(words).joined(separator: " or "))
            }
            lines.append("")
        }
        return lines
    }

    private func row(of member: Member) -> String {
        let mark = member.isRequired ? "" : "?"
        var notes = [member.description]
        if let fallback = member.fallback { notes.append("Default `\(fallback.text)`.") }
        if member.privacy != "public" { notes.append("*\(member.privacy)*") }
        return "| `\(member.name)\(mark)` | \(words(member.shape)) | \(notes.joined(separator: " ").replacing("|", with: "\\|")) |"
    }

    private func words(_ shape: Shape) -> String {
        switch shape {
        case .text: "string"
        case .date: "date"
        case .timestamp: "timestamp"
        case .number: "number"
        case .boolean: "boolean"
        case .alwaysTrue: "true"
        case .freeObject: "object"
        case .integer(let minimum?, let maximum?): "integer \(minimum)–\(maximum)"
        case .integer(let minimum?, nil): "integer ≥ \(minimum)"
        case .integer: "integer"
        case .list(let shape): "list of \(words(shape))"
        case .map(let key, let shape): "object of \(key.map(link).map { $0 + " to " } ?? "")\(words(shape))"
        case .named(let name): link(name)
        case .nullable(let shape): "\(words(shape)) or null"
        }
    }

    private func link(_ name: String) -> String { "[\(name)](#\(shapeAnchor(name)))" }

    /// Not the heading's own anchor: `user/changes` and `UserChanges` would have the same one.
    private func shapeAnchor(_ name: String) -> String { "shape-\(anchor(name))" }

    /// As GitHub makes them: lower case, letters, digits, `-` and `_` only.
    private func anchor(_ heading: String) -> String {
        String(heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }

    private func sample(of type: String) -> JSONValue? {
        let directory = "protocol/examples/\(type)"
        guard let name = specification.files.names(in: directory, ending: ".json").first(where: { !$0.hasPrefix("invalid-") }) else { return nil }
        guard let bytes = try? specification.files.read("\(directory)/\(name)") else { return nil }
        return try? JSONValue(parsing: bytes)
    }

    // MARK: Errors

    private func errors() -> [String] {
        var lines = ["## Errors", "", "The thousand says who can act: " + specification.errorGroups.map { "\($0.thousand) \($0.who)" }.joined(separator: " · ") + "."]
        lines += ["Programs go by `data.kind`; `data` also has the members listed here. Numbers are never reused. Errors marked with * can answer any method.", ""]
        lines += ["| code | kind | meaning | what to do | data |", "|---|---|---|---|---|"]
        for error in specification.errors {
            let data = error.data.map { "`\($0.name)`: \($0.description)" }.joined(separator: " ")
            lines.append("| \(error.code) | `\(error.kind)`\(error.isCommon ? "*" : "") | \(error.meaning) | \(error.action) | \(data) |")
        }
        return lines
    }
}
