import JSON
import Provisioning

/// How a record becomes an employee.
struct Mapping: Sendable {
    var id: Expression?
    /// By path of the employee model, `id`, `emails`, `deleted` and custom fields apart.
    var fields: [String: Expression] = [:]
    var emails: [EmailSource] = []
    var deleted: Expression?
    var customFields: [CustomFields] = []
    /// What holds for values without a conversion of their own, such as custom fields: what is empty, what absence means.
    var standard: Conversion

    private static let names: [String] = FieldPath.standard.map(\.path) + ["deleted", "custom_fields"]

    /// The words of R-LIFE-3.
    private static let statuses = ["active", "inactive", "terminated", "other"]

    /// - Parameter conversion: what holds for every field: `empty`, `absent`.
    init(_ draft: Draft, _ conversion: Conversion) {
        let members = draft.members(Self.names)
        standard = conversion
        standard.kind = .any
        func expression(_ name: String, _ kind: Conversion.Kind) -> Expression? {
            var conversion = conversion
            conversion.kind = kind
            return members[name].map { Expression($0, conversion) }
        }
        id = expression("id", .text)
        deleted = expression("deleted", .boolean)
        for (path, kind) in FieldPath.standard where path != "id" && path != "emails" {
            let kind: Conversion.Kind = switch kind {
            case .date: .date
            case .boolean: .boolean
            case .number: .number
            case .list: .list
            case .text, .employee: path == "preferred_language" ? .language : .text
            }
            fields[path] = expression(path, kind)
        }
        for word in (fields["employment_status"]?.translations ?? []).subtracting(Self.statuses).sorted() where !word.isEmpty {
            members["employment_status"]?.note("“\(word)” is no status of ours, so nothing would follow from it. Ours are: \(Self.statuses.joined(separator: ", ")).")
        }
        emails = members.elements("emails").map { EmailSource($0, conversion) }
        customFields = members.elements("custom_fields").map { CustomFields($0, conversion) }
    }

    /// What one list says differently.
    func overridden(by other: Mapping?) -> Mapping {
        guard let other else { return self }
        var mapping = self
        mapping.id = other.id ?? id
        mapping.fields.merge(other.fields) { $1 }
        if !other.emails.isEmpty { mapping.emails = other.emails }
        mapping.deleted = other.deleted ?? deleted
        if !other.customFields.isEmpty { mapping.customFields = other.customFields }
        return mapping
    }

    /// Every selector in it.
    var selectors: [Selector] {
        let expressions = [id, deleted].compactMap(\.self) + Array(fields.values)
        return expressions.flatMap(\.selectors) + emails.flatMap(\.selectors) + customFields.flatMap(\.selectors)
    }
}

enum EmailSource: Sendable {
    case single(Expression, Employee.EmailType)
    case each(Selector, address: Path, type: Path?, types: [String: Employee.EmailType], primary: Path?)

    private enum Word: String, CaseIterable { case primary, work, secondary, personal, other }

    init(_ draft: Draft, _ conversion: Conversion) {
        let members = draft.members(["value", "type", "each", "address", "types", "primary"])
        if let each = members["each"] {
            var types: [String: Employee.EmailType] = [:]
            for (theirs, ours) in members.entries("types") { types[Text.fold(theirs)] = Employee.EmailType(named: ours.word(Word.other).rawValue) }
            if members["address"] == nil { draft.note("“address” is missing: where in an element the address is.") }
            if let value = members["value"] { value.note("Either value or each.") }
            self = .each(
                Selector(each), address: members["address"].map(Path.init) ?? Path("email"), type: members["type"].map(Path.init), types: types,
                primary: members["primary"].map(Path.init))
        } else {
            var conversion = conversion
            conversion.kind = .text
            if members["value"] == nil { draft.note("“value” or “each” is missing: where the address is, or the addresses are.") }
            let type = members["type"]?.word(Word.other) ?? .other
            self = .single(members["value"].map { Expression($0, conversion) } ?? .constant(""), Employee.EmailType(named: type.rawValue))
        }
    }

    var selectors: [Selector] {
        switch self {
        case .single(let expression, _): expression.selectors
        case .each(let selector, _, _, _, _): [selector]
        }
    }
}

enum CustomFields: Sendable {
    /// A list of objects.
    case each(CustomList)
    /// The members of an object.
    case members(CustomMembers)
    /// The members of the record whose names begin so.
    case prefix(String)
    /// The members of those members of the record whose names begin so, such as `urn:`; a field's id is both names with a colon between.
    case nested(prefix: String, except: Set<String>)
    /// All members of the record that no field reads.
    case rest(except: Set<String>)
    /// What discovery found, where in a record it is; `{id}` is its id.
    case discovered([String])
    case single(id: String, name: String?, Expression)

    init(_ draft: Draft, _ conversion: Conversion) {
        let members = draft.members(["each", "id", "name", "value", "where", "members", "prefix", "nested", "rest", "except", "discovered", "absent"])
        var conversion = conversion
        conversion.kind = .any
        if let absent = members["absent"] { conversion.absent = absent.word(Absence.none) }
        let except = Set(members["except"]?.texts ?? [])
        if let each = members["each"] {
            let id = members["id"].map(Self.paths) ?? [Path("id")], value = members["value"].map { CustomList.values($0, conversion) } ?? [CustomList.Value(path: Path("value"), conversion: conversion)]
            self = .each(
                CustomList(
                    selector: Selector(each), ids: id, name: members["name"].map(Path.init), values: value, conditions: members["where"].map(Conditions.init), conversion: conversion))
        } else if let object = members["members"] {
            self = .members(CustomMembers(selector: Selector(object), prefix: members.text("prefix") ?? "", except: except, conversion: conversion))
        } else if let prefix = members.text("prefix") {
            self = .prefix(prefix)
        } else if let prefix = members.text("nested") {
            self = .nested(prefix: prefix, except: except)
        } else if members.flag("rest") {
            self = .rest(except: except)
        } else if let places = members["discovered"] {
            self = .discovered(places.texts)
        } else {
            if members["id"] == nil || members["value"] == nil { draft.note("One of: each, members, prefix, nested, rest, discovered, or id with value.") }
            self = .single(id: members.text("id") ?? "", name: members.text("name"), members["value"].map { Expression($0, conversion) } ?? .constant(""))
        }
    }

    /// One path, or several of which the first with a value counts.
    private static func paths(_ draft: Draft) -> [Path] { draft.view.kind == .array ? draft.elements.map(Path.init) : [Path(draft)] }

    var selectors: [Selector] {
        switch self {
        case .each(let list): [list.selector]
        case .members(let members): [members.selector]
        case .single(_, _, let expression): expression.selectors
        case .prefix, .nested, .rest, .discovered: []
        }
    }
}

/// Custom fields that are a list of objects in a record.
struct CustomList: Sendable {
    var selector: Selector
    var ids: [Path]
    var name: Path?
    /// The first that has one.
    var values: [Value]
    /// Only elements that match.
    var conditions: Conditions?
    /// What holds for the list itself: what it means if it is not there.
    var conversion: Conversion

    struct Value: Sendable {
        var path: Path
        var conversion: Conversion
    }

    /// A path, `{"path": …, "as": …}`, or a list of these.
    fileprivate static func values(_ draft: Draft, _ conversion: Conversion) -> [Value] {
        (draft.view.kind == .array ? draft.elements : [draft]).map { draft in
            guard draft.view.kind == .object else { return Value(path: Path(draft), conversion: conversion) }
            let members = draft.members(["path", "as"], required: ["path"])
            return Value(path: members["path"].map(Path.init) ?? Path(""), conversion: Conversion(members, conversion))
        }
    }
}

/// Custom fields that are the members of an object in a record.
struct CustomMembers: Sendable {
    var selector: Selector
    /// Only members whose names begin so.
    var prefix: String
    var except: Set<String>
    var conversion: Conversion
}
