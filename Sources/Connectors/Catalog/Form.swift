import JSON
import Provisioning

/// The form of one way to authorise: said once, for drawing it (JSON Schema, draft-07) and for checking what was filled in (R-CON-1).
struct Form: Sendable {
    struct Field: Sendable {
        var name: String
        var title: String
        var help: String
        var type: FieldType = .text
        var isRequired = true
        var isSecret = false
        var standard: String?
        /// Shown only while another field has one of these values.
        var visibleWhen: (field: String, values: [String])?
    }

    enum FieldType: Sendable {
        case text, number, boolean
        /// One of these words.
        case choice([String])
        /// Names to names.
        case map
    }

    var kind: AuthorizationKind
    var title: String
    var help: String
    var fields: [Field]

    var authorizationForm: AuthorizationForm {
        AuthorizationForm(kind: kind, title: title, form: schema.text, help: help, secretFields: Set(fields.filter(\.isSecret).map(\.name)))
    }

    /// Refuses unknown, missing, blank and wrongly typed fields by name.
    func check(_ settings: [String: Authorization.Setting]) throws(ConnectorError) {
        for name in settings.keys.sorted() where !fields.contains(where: { $0.name == name }) {
            let known = fields.map(\.name).joined(separator: ", ")
            throw .settingsInvalid(field: name, message: "There is no such field. " + (known.isEmpty ? "This connector needs none." : "Known are: \(known)."))
        }
        for field in fields { try field.check(settings[field.name]) }
    }

    private var schema: JSONValue {
        var properties = JSONObject()
        for (index, field) in fields.enumerated() { properties[field.name] = field.schema(order: index + 1) }
        return [
            "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "title": .string(title), "properties": .object(properties),
            "required": .array(fields.filter(\.isRequired).map { .string($0.name) }), "additionalProperties": false,
        ]
    }
}

extension Form.Field {
    fileprivate func check(_ setting: Authorization.Setting?) throws(ConnectorError) {
        guard let setting else {
            if isRequired { throw .settingsInvalid(field: name, message: "\(title) is missing.") }
            return
        }
        switch (type, setting) {
        case (.text, .text(let text)):
            if isRequired, Text.trimmed(text).isEmpty { throw .settingsInvalid(field: name, message: "\(title) is empty.") }
        case (.choice(let words), .text(let text)):
            if !words.contains(text) { throw .settingsInvalid(field: name, message: "\(title) must be one of: \(words.joined(separator: ", ")).") }
        case (.number, .number), (.boolean, .boolean), (.map, .map): break
        case (.text, _), (.choice, _): throw .settingsInvalid(field: name, message: "\(title) must be text.")
        case (.number, _): throw .settingsInvalid(field: name, message: "\(title) must be a number.")
        case (.boolean, _): throw .settingsInvalid(field: name, message: "\(title) must be true or false.")
        case (.map, _): throw .settingsInvalid(field: name, message: "\(title) must be an object of texts.")
        }
    }

    fileprivate func schema(order: Int) -> JSONValue {
        var schema: JSONObject = ["title": .string(title), "description": .string(help), "x-order": .number(JSONNumber(order))]
        switch type {
        case .text: schema["type"] = "string"
        case .number: schema["type"] = "number"
        case .boolean: schema["type"] = "boolean"
        case .choice(let words):
            schema["type"] = "string"
            schema["enum"] = .array(words.map { .string($0) })
        case .map:
            schema["type"] = "object"
            schema["additionalProperties"] = ["type": "string"]
        }
        if case .text = type, isRequired { schema["minLength"] = 1 }
        if let standard { schema["default"] = .string(standard) }
        if isSecret { schema["x-secret"] = true }
        if let visibleWhen {
            schema["x-visible-when"] = .object([visibleWhen.field: .array(visibleWhen.values.map { .string($0) })])
        }
        return .object(schema)
    }
}

extension Authorization {
    /// A text field without blanks around it; nil: not given or blank.
    func text(_ name: String) -> String? {
        guard case .text(let text)? = fields[name] else { return nil }
        let trimmed = Text.trimmed(text)
        return trimmed.isEmpty ? nil : trimmed
    }
}
