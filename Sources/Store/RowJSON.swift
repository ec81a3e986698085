import JSON
import Provisioning

/// Rows of a run as they are stored: compact, with names of one letter, since there may be a million of them.
enum RowJSON {
    static func encode(_ row: Row) -> String { String(decoding: bytes(row), as: UTF8.self) }

    private static func bytes(_ row: Row) -> [UInt8] {
        var writer = JSONWriter()
        write(row, to: &writer)
        return writer.bytes
    }

    static func write(_ row: Row, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.text("e", row.employeeID)
        writer.text("x", row.externalID)
        writer.text("u", row.userID)
        writer.text("r", row.reason?.rawValue)
        writer.text("m", row.matchedBy?.rawValue)
        writer.flag("l", row.needsLink ? true : nil)
        writer.flag("h", row.held ? true : nil)
        if !row.changes.isEmpty {
            writer.name("c")
            writer.beginArray()
            for change in row.changes {
                writer.beginArray()
                writer.string(change.field.description)
                writer.value(change.from)
                writer.value(change.to)
                writer.endArray()
            }
            writer.endArray()
        }
        if !row.problems.isEmpty {
            writer.name("p")
            writer.value(.array(row.problems.map(\.stored)))
        }
        // Of somebody who does not exist yet the changes say it all.
        if row.userID != nil || row.values != implied(row) {
            writer.name("v")
            writer.values(row.values)
        }
        if !row.wantedReferences.isEmpty {
            writer.name("w")
            writer.value(.object(JSONObject(row.wantedReferences.sorted { $0.key < $1.key }.map { key, ids in
                (name: key, value: .array(ids.map { .string($0) }))
            })))
        }
        writer.endObject()
    }

    /// `changesOnly`: without values and problems.
    static func decode(_ text: [UInt8], _ category: Row.Category, changesOnly: Bool = false) throws(StoreError) -> Row {
        let document: JSONDocument
        do { document = try JSONDocument(text) } catch { throw .damaged("A row of a run cannot be read: \(error).") }
        var row = Row(category: category)
        var hasValues = false
        for member in document.root.members {
            let value = member.value
            switch member.name {
            case "v", "p", "w": if changesOnly { continue }
            default: break
            }
            switch member.name {
            case "e": row.employeeID = value.string
            case "x": row.externalID = value.string
            case "u": row.userID = value.string
            case "r": row.reason = value.string.flatMap { Row.Reason(rawValue: $0) }
            case "m": row.matchedBy = value.string.flatMap { Row.MatchedBy(rawValue: $0) }
            case "l": row.needsLink = value.bool ?? false
            case "h": row.held = value.bool ?? false
            case "c": for change in value.elements { row.changes.append(try self.change(change)) }
            case "p": for problem in value.elements { row.problems.append(try Problem(stored: problem.value)) }
            case "v":
                row.values = values(value)
                hasValues = true
            case "w": for reference in value.members { row.wantedReferences[reference.name] = reference.value.elements.compactMap(\.string) }
            default: break
            }
        }
        if !hasValues, !changesOnly { row.values = implied(row) }
        return row
    }

    /// The values of nobody after the changes.
    private static func implied(_ row: Row) -> Row.Values {
        var values = Row.Values()
        for change in row.changes { values.apply(change) }
        return values
    }

    private static func change(_ view: JSONView) throws(StoreError) -> Change {
        var elements = view.elements
        guard let field = elements.next()?.string.flatMap({ UserField($0) }), let from = elements.next(), let to = elements.next() else {
            throw .damaged("A row of a run has a change that cannot be read.")
        }
        return Change(field, from: value(from), to: value(to))
    }

    private static func values(_ view: JSONView) -> Row.Values {
        var values = Row.Values()
        for member in view.members {
            let value = member.value
            switch member.name {
            case "f": values.firstName = value.string
            case "l": values.lastName = value.string
            case "e": values.email = value.string
            case "g": values.language = value.string
            case "p": values.participation = value.bool
            case "s": values.participationStartDate = value.string.flatMap { Day($0) }
            case "k": values.kioskCode = value.string
            case "a": for attribute in value.members { values.attributes[attribute.name] = self.value(attribute.value) }
            default: break
            }
        }
        return values
    }

    private static func value(_ view: JSONView) -> RowValue? {
        if let text = view.string { return .text(text) }
        if let bool = view.bool { return .boolean(bool) }
        if let number = view.number?.double { return .number(number) }
        if let day = view["d"]?.string.flatMap({ Day($0) }) { return .date(day) }
        return view.isNull ? nil : .references(view.elements.compactMap(\.string))
    }
}

extension JSONWriter {
    fileprivate mutating func text(_ name: String, _ text: String?) {
        guard let text else { return }
        self.name(name)
        string(text)
    }

    fileprivate mutating func flag(_ name: String, _ flag: Bool?) {
        guard let flag else { return }
        self.name(name)
        bool(flag)
    }

    fileprivate mutating func value(_ value: RowValue?) {
        switch value {
        case nil: null()
        case .text(let text)?: string(text)
        case .boolean(let flag)?: bool(flag)
        case .number(let number)?: double(number)
        case .date(let day)?:
            beginObject()
            text("d", day.description)
            endObject()
        case .references(let names)?:
            beginArray()
            for name in names { string(name) }
            endArray()
        }
    }

    fileprivate mutating func values(_ values: Row.Values) {
        beginObject()
        text("f", values.firstName)
        text("l", values.lastName)
        text("e", values.email)
        text("g", values.language)
        flag("p", values.participation)
        text("s", values.participationStartDate?.description)
        text("k", values.kioskCode)
        if !values.attributes.isEmpty {
            name("a")
            beginObject()
            for (key, value) in values.attributes.sorted(by: { $0.key < $1.key }) {
                name(key)
                self.value(value)
            }
            endObject()
        }
        endObject()
    }
}
