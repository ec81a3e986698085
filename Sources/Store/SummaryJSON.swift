import JSON
import Provisioning

/// Summaries as they are stored with their run: in the shape that the protocol gives them.
extension Summary {
    var stored: JSONValue {
        [
            "employees": JSONValue(employees), "created": JSONValue(created), "updated": JSONValue(updated), "deleted": JSONValue(deleted),
            "unchanged": JSONValue(unchanged), "conflicts": JSONValue(conflicts), "skipped": JSONValue(skipped), "needsLink": JSONValue(needsLink),
            "deletionsHeld": JSONValue(deletionsHeld),
            "excluded": ["filtered": JSONValue(filtered), "ended": JSONValue(ended), "inactive": JSONValue(inactive)],
            "segments": .array(segments.map { ["attribute": .string($0.attribute), "name": .string($0.name)] }),
            "safeguards": .array(safeguards.map { .string($0.description) }), "warnings": .array(warnings.map(\.stored)),
            "warningCount": JSONValue(warningCount),
        ]
    }

    init(stored value: JSONValue) throws(StoreError) {
        self.init()
        employees = value["employees"]?.int ?? 0
        created = value["created"]?.int ?? 0
        updated = value["updated"]?.int ?? 0
        deleted = value["deleted"]?.int ?? 0
        unchanged = value["unchanged"]?.int ?? 0
        conflicts = value["conflicts"]?.int ?? 0
        skipped = value["skipped"]?.int ?? 0
        needsLink = value["needsLink"]?.int ?? 0
        deletionsHeld = value["deletionsHeld"]?.int ?? 0
        filtered = value["excluded"]?["filtered"]?.int ?? 0
        ended = value["excluded"]?["ended"]?.int ?? 0
        inactive = value["excluded"]?["inactive"]?.int ?? 0
        for segment in value["segments"]?.array ?? [] {
            segments.append(Plan.NewSegment(attribute: segment["attribute"]?.string ?? "", name: segment["name"]?.string ?? ""))
        }
        safeguards = value["safeguards"]?.array?.compactMap { $0.string.flatMap { Safeguard($0) } } ?? []
        for warning in value["warnings"]?.array ?? [] { warnings.append(try Problem(stored: warning)) }
        warningCount = value["warningCount"]?.int ?? 0
    }
}

extension Problem {
    var stored: JSONValue {
        let value: JSONValue = ["severity": .string(severity.rawValue), "code": .string(code), "message": .string(message)]
        return value.adding("path", path.map { .string($0) }).adding("line", line.map { JSONValue($0) }).adding("subject", subject.map { .string($0) })
    }

    init(stored value: JSONValue) throws(StoreError) {
        guard let severity = Severity(rawValue: value["severity"]?.string ?? ""), let code = value["code"]?.string, let message = value["message"]?.string
        else { throw .damaged("A stored problem cannot be read.") }
        self.init(severity, code, message, path: value["path"]?.string, line: value["line"]?.int, subject: value["subject"]?.string)
    }
}
