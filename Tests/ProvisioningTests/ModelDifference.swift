import Provisioning

extension Plan {
    /// The plan as sorted lines, so that a difference can be read; without what only the eye needs (messages, values for the files).
    var lines: [String] {
        var lines = rows.map(\.line)
        lines.append(
            "summary employees \(summary.employees) created \(summary.created) updated \(summary.updated) deleted \(summary.deleted) unchanged \(summary.unchanged)"
                + " conflicts \(summary.conflicts) skipped \(summary.skipped) needsLink \(summary.needsLink) held \(summary.deletionsHeld)"
                + " filtered \(summary.filtered) ended \(summary.ended) inactive \(summary.inactive)")
        lines += summary.segments.map { "segment \($0.attribute) \($0.name)" }
        lines += summary.safeguards.map { "safeguard \($0)" }
        // Beyond the first hundred only the count is kept. What a refused row would have left out is nobody's concern.
        let refused = Set(rows.filter { $0.category == .conflict }.compactMap(\.externalID).map(exact))
        if summary.warningCount <= 100 {
            lines += summary.warnings.filter { !($0.code.hasPrefix("reference") && refused.contains($0.subject.map(exact) ?? "")) }
                .map { "warning \($0.code) \($0.subject.map(exact) ?? "-")" }
        }
        lines += hold.map { "hold \($0)" } + release.map { "release \($0)" }
        lines += guardFields.flatMap { user, fields in fields.map { "guard \(user) \($0)" } }
        lines += unguardFields.flatMap { user, fields in fields.map { "unguard \(user) \($0)" } }
        lines += presence.map { "presence \($0.key) \($0.value)" }
        return lines.sorted()
    }
}

/// Bytes matter: é in NFC and in NFD look alike.
func exact(_ text: String) -> String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{" + String($0.value, radix: 16) + "}" }.joined()
}

extension Row {
    var line: String {
        let shownChanges = category == .conflict ? [] : changes.map(\.line).sorted()
        return "row \(category) employee \(employeeID.map(exact) ?? "-") external \(externalID.map(exact) ?? "-") user \(userID ?? "-") reason \(reason.map { "\($0)" } ?? "-")"
            + " matched \(matchedBy.map { "\($0)" } ?? "-")\(needsLink ? " needsLink" : "")\(held ? " held" : "") [\(shownChanges.joined(separator: "; "))]"
    }
}

extension Change {
    var line: String { "\(field): \(from?.line ?? "-") → \(to?.line ?? "-")" }
}

extension RowValue {
    var line: String {
        switch self {
        case .text(let text): "“\(exact(text))”"
        case .boolean(let value): "\(value)"
        case .number(let number): "\(number)"
        case .date(let day): "\(day)"
        case .references(let ids): "(" + ids.map(exact).joined(separator: ", ") + ")"
        }
    }
}

/// What model and planner say of a world; nil: the same.
func difference(_ world: World) -> String? {
    func lines(_ make: () throws -> Plan) -> [String] {
        do { return try make().lines } catch { return ["refused: \(error)"] }
    }
    let wanted = lines {
        var model = Model(world)
        return try model.run()
    }
    let got = lines { try world.planned() }
    if wanted == got { return nil }
    return "model only:\n" + wanted.subtracting(got).map { "  \($0)\n" }.joined() + "planner only:\n" + got.subtracting(wanted).map { "  \($0)\n" }.joined()
}

extension [String] {
    /// As multisets.
    fileprivate func subtracting(_ other: [String]) -> [String] {
        var rest = other
        return filter { line in
            guard let index = rest.firstIndex(of: line) else { return true }
            rest.remove(at: index)
            return false
        }
    }
}
