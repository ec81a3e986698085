import Provisioning

/// Any bytes as a table: read in pieces it is the same as at once; what was read can be written, guarded, and read again.
func fuzzCSV(_ bytes: [UInt8]) {
    guard let text = try? TextEncoding.decode(bytes), let records = try? DelimitedText.records(text) else { return }
    for delimiter in DelimitedText.Delimiter.allCases {
        var writer = DelimitedText.Writer(delimiter: delimiter)
        for record in records { writer.append(record.cells) }
        guard let again = try? DelimitedText.records(writer.text, delimiter: delimiter) else { return require(false, "what was written cannot be read") }
        let cells = again.map { $0.cells.map(DelimitedText.unguarded) }
        // A record of one empty cell is a blank line, which is none.
        let expected = records.map(\.cells).filter { $0 != [""] }
        require(cells == expected, "what was written is read as something else")
        for record in again {
            for cell in record.cells { require(!isFormula(cell), "a cell begins like a formula: \(cell)") }
        }
    }
}

private func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
}

private let attributes = [
    Attribute(key: "department", name: "Department", type: .choice), Attribute(key: "hired", name: "Hired", type: .date),
    Attribute(key: "level", name: "Level", type: .number), Attribute(key: "manager", name: "Manager", type: .user),
]
private let users = [
    User(id: "u1", externalID: "x-1", firstName: "Ada", lastName: "Lovelace", email: "ada@x.example", attributes: ["department": .choice("Maths")]),
    User(id: "u2", firstName: "Bob", lastName: "Stone", email: "bob@x.example", kioskCode: "7", attributes: ["manager": .users(["u1"])]),
    User(id: "u3", firstName: "Eve", lastName: "Admin", email: "eve@x.example", role: .administrator),
]

/// Any bytes as a mass edit: either faults, each with its line, or people who can be stored beside each other.
func fuzzMassEdit(_ bytes: [UInt8]) {
    guard let options = bytes.first, let text = try? TextEncoding.decode(Array(bytes.dropFirst())), let records = try? DelimitedText.records(text),
        let header = records.first
    else { return }
    let edit = MassEdit(
        attributes: attributes, account: Account(languages: ["en", "sv"], licenseLimit: options & 8 != 0 ? 4 : nil),
        segments: ["department": ["Maths": "Maths", "Mathematics": "Maths"]], users: users, resetEmpty: options & 1 != 0, deleteMissing: options & 2 != 0,
        mayEditAdministrators: options & 4 != 0)
    let outcome = edit.plan(
        header: header.cells.map(DelimitedText.unguarded),
        records: records.dropFirst().map { MassEdit.Record(line: $0.line, cells: $0.cells.map(DelimitedText.unguarded)) })
    guard outcome.faults.isEmpty else {
        for fault in outcome.faults { require((fault.line ?? 0) > 0, "a fault has no line: \(fault.code)") }
        return
    }
    let gone = Set(outcome.deletes.map(\.id))
    require(!gone.contains("u3"), "an administrator was deleted")
    var final = Dictionary(uniqueKeysWithValues: users.filter { !gone.contains($0.id) }.map { ($0.id, $0) })
    for (place, edit) in outcome.edits.enumerated() {
        require(edit.before.map { !gone.contains($0.id) } ?? true, "someone is edited and deleted")
        final[edit.before?.id ?? "new\(place)"] = edit.after
    }
    for (what, values) in [
        ("address", final.values.compactMap { $0.email.map(Text.fold) }), ("external ID", final.values.compactMap(\.externalID)), ("code", final.values.compactMap(\.kioskCode)),
    ] {
        require(Set(values).count == values.count, "two would have one \(what)")
    }
    for user in final.values { require(!user.firstName.isEmpty && !user.lastName.isEmpty && user.email != "" && user.externalID != "" && user.kioskCode != "", "an empty name, address, ID or code") }
}
