import Foundation
import JSON

/// A connector's form (JSON Schema, R-CON-1), asked question by question.
struct Questions {
    let form: JSONValue
    let prompt: Prompt

    private struct Field {
        var name: String
        var schema: JSONValue
        var isRequired: Bool
        var title: String { schema["title"]?.string ?? name }
        var isSecret: Bool { schema["x-secret"] == true }
        var type: String { schema["type"]?.string ?? "string" }
        var choices: [String] { schema["enum"]?.array?.compactMap(\.string) ?? [] }
    }

    private var fields: [Field] {
        let required = Set(form["required"]?.array?.compactMap(\.string) ?? [])
        let all = form["properties"]?.object?.members.map { Field(name: $0.name, schema: $0.value, isRequired: required.contains($0.name)) } ?? []
        return all.sorted { ($0.schema["x-order"]?.int ?? .max, $0.name) < ($1.schema["x-order"]?.int ?? .max, $1.name) }
    }

    /// The fields by name. `before`: answers of an earlier try; an empty answer keeps one.
    func ask(before: JSONObject = [:]) throws -> JSONObject {
        var answers = JSONObject()
        for field in fields where isVisible(field, answers) {
            prompt.heading(field.title + (field.isRequired ? "" : " (may be left out)"))
            prompt.help(field.schema["description"]?.string ?? "")
            for (index, choice) in field.choices.enumerated() { prompt.say("  \(index + 1)  \(choice)") }
            answers[field.name] = try value(of: field, before[field.name] ?? field.schema["default"])
        }
        return answers
    }

    /// Only while another field has one of these values.
    private func isVisible(_ field: Field, _ answers: JSONObject) -> Bool {
        (field.schema["x-visible-when"]?.object?.members ?? []).allSatisfy { condition in
            let answer = answers[condition.name].map { $0.string ?? $0.text }
            return condition.value.array?.contains { $0.string ?? $0.text == answer } ?? true
        }
    }

    /// nil: left out.
    private func value(of field: Field, _ standard: JSONValue?) throws -> JSONValue? {
        if field.type == "object" { return try map(field, standard) }
        let shown = standard.map { field.isSecret ? "as before" : $0.string ?? $0.text }
        while true {
            let yesNo = field.type == "boolean" ? " y/n" : ""
            let text = try prompt.answer(shown.map { "[\($0)]\(yesNo) >" } ?? "\(yesNo.dropFirst())>", isSecret: field.isSecret)
            if text.isEmpty, let standard { return standard }
            if text.isEmpty, !field.isRequired { return nil }
            if let value = value(text, field) { return value }
            let problem = text.isEmpty ? "\(field.title) is needed." : problem(field)
            // A person can mend it; a script cannot.
            guard prompt.isTerminal else { throw Trouble("\(field.title): \(problem) Nothing was changed.") }
            prompt.say(problem)
        }
    }

    private func value(_ text: String, _ field: Field) -> JSONValue? {
        switch field.type {
        case "number", "integer": return text.isEmpty ? nil : JSONNumber(literal: text).map { .number($0) }
        case "boolean":
            switch text.lowercased() {
            case "y", "yes", "true", "1": return true
            case "n", "no", "false", "0": return false
            default: return nil
            }
        default:
            if field.choices.isEmpty { return text.isEmpty ? nil : .string(text) }
            if field.choices.contains(text) { return .string(text) }
            guard let number = Int(text), field.choices.indices.contains(number - 1) else { return nil }
            return .string(field.choices[number - 1])
        }
    }

    private func problem(_ field: Field) -> String {
        switch field.type {
        case "number", "integer": "This is no number."
        case "boolean": "Answer y or n."
        default: "Choose one of: \(field.choices.joined(separator: ", "))."
        }
    }

    /// Names to texts, a line each.
    private func map(_ field: Field, _ standard: JSONValue?) throws -> JSONValue? {
        prompt.say("One name=value a line; an empty line ends." + (standard == nil ? "" : " None: as before."))
        var map = JSONObject()
        while true {
            let text = try prompt.answer(">", isSecret: field.isSecret)
            if text.isEmpty { break }
            guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
                guard prompt.isTerminal else { throw Trouble("\(field.title): a line is no name=value. Nothing was changed.") }
                prompt.say("This is no name=value.")
                continue
            }
            map[String(text[..<sign])] = .string(String(text[text.index(after: sign)...]))
        }
        if map.members.isEmpty, standard != nil || !field.isRequired { return standard }
        return .object(map)
    }
}
