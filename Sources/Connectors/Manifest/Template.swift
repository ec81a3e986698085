import Foundation
import JSON

/// Text with placeholders: `/persons/{record.id}`.
struct Template: Sendable, Equatable {
    enum Part: Sendable, Equatable {
        case text(String)
        /// What stands between braces.
        case value(String)
    }

    var parts: [Part]

    init(_ draft: Draft) {
        self.init(draft.text)
        for name in names { draft.notes.note(placeholder: name, at: draft) }
    }

    /// Braces around anything but a name are text.
    init(_ text: String) {
        var parts: [Part] = []
        var rest = Substring(text), plain = ""
        while let open = rest.firstIndex(of: "{") {
            plain += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            if let close = inside.firstIndex(of: "}"), Self.isName(inside[..<close]) {
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = ""
                parts.append(.value(String(inside[..<close])))
                rest = inside[inside.index(after: close)...]
            } else {
                plain += "{"
                rest = inside
            }
        }
        plain += rest
        if !plain.isEmpty { parts.append(.text(plain)) }
        self.parts = parts
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return false }
        return text.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2E }
    }

    var names: [String] { parts.compactMap { if case .value(let name) = $0 { name } else { nil } } }

    /// The placeholder, if there is nothing else.
    var onlyName: String? { parts.count == 1 ? names.first : nil }

    /// As it stands in the manifest.
    var text: String { parts.map { switch $0 { case .text(let text): text; case .value(let name): "{\(name)}" } }.joined() }

    /// nil: a placeholder has no value, so what the template stands for is left out.
    func filled(_ scope: Scope, _ encoding: Encoding = .plain) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += plain
            case .value(let name):
                guard let value = scope[name]?.text else { return nil }
                text += encoding.encode(value)
            }
        }
        return text
    }

    enum Encoding {
        case plain, url

        func encode(_ text: String) -> String { self == .plain ? text : Self.percent(text) }

        /// All but the unreserved characters of RFC 3986.
        static func percent(_ text: String) -> String {
            var allowed = CharacterSet(charactersIn: "-._~0123456789")
            allowed.insert(charactersIn: "a"..."z")
            allowed.insert(charactersIn: "A"..."Z")
            return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        }
    }
}

/// A JSON body with placeholders in its texts.
///
/// A text that is nothing but a placeholder becomes the value with its type; a list among the elements of an array is spliced in; `{"each": …}` stands for one
/// element for each record of a page; a member or element without value is left out.
indirect enum JSONTemplate: Sendable {
    case constant(JSONValue)
    case text(Template)
    case array([JSONTemplate])
    case object([(name: String, value: JSONTemplate)])
    case each(JSONTemplate)

    init(_ draft: Draft) {
        switch draft.view.kind {
        case .string: self = .text(Template(draft))
        case .array: self = .array(draft.elements.map(JSONTemplate.init))
        case .object:
            let entries = draft.entries
            if entries.count == 1, let only = entries.first, only.name == "each" {
                self = .each(JSONTemplate(only.value))
            } else {
                self = .object(entries.map { ($0.name, JSONTemplate($0.value)) })
            }
        case .null, .bool, .number: self = .constant(draft.view.value)
        }
    }

    /// nil: to be left out.
    func filled(_ scope: Scope) -> JSONValue? {
        switch self {
        case .constant(let value): return value
        case .text(let template):
            if let name = template.onlyName { return scope[name]?.json }
            return template.filled(scope).map { .string($0) }
        case .array(let elements):
            return .array(
                elements.flatMap { element -> [JSONValue] in
                    if case .each(let inner) = element { return scope.records.compactMap { inner.filled(scope.with($0)) } }
                    guard let value = element.filled(scope) else { return [] }
                    if case .text(let template) = element, template.onlyName != nil, let list = value.array { return list }
                    return [value]
                })
        case .object(let members):
            return .object(JSONObject(members.compactMap { member in member.value.filled(scope).map { (member.name, $0) } }))
        case .each(let inner): return .array(scope.records.compactMap { inner.filled(scope.with($0)) })
        }
    }
}

/// What placeholders stand for.
struct Scope: Sendable {
    enum Value: Sendable, Equatable {
        case text(String)
        case number(Int)
        case list([String])
        case json(JSONValue)

        /// Lists joined by commas; nil: nothing that text can say.
        var text: String? {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .list(let texts): texts.isEmpty ? nil : texts.joined(separator: ",")
            case .json(.string(let text)): text
            case .json(.number(let number)): number.literal
            case .json(.bool(let flag)): flag ? "true" : "false"
            case .json: nil
            }
        }

        var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .number(let number): JSONValue(number)
            case .list(let texts): .array(texts.map { .string($0) })
            case .json(let value): value
            }
        }
    }

    var values: [String: Value] = [:]
    /// What `{record.…}` reads from.
    var record: Record?
    /// What `{"each": …}` goes through.
    var records: [Record] = []

    subscript(name: String) -> Value? {
        if let value = values[name] { return value }
        guard name.hasPrefix("record."), let record else { return nil }
        guard case .found(let view) = record.node(at: Path(String(name.dropFirst("record.".count)))), !view.isNull else { return nil }
        return .json(view.value)
    }

    func with(_ record: Record) -> Scope {
        var scope = self
        scope.record = record
        return scope
    }

    func adding(_ values: [String: Value]) -> Scope {
        var scope = self
        scope.values.merge(values) { $1 }
        return scope
    }
}
