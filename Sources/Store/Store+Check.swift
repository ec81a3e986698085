internal import GRDB
import Provisioning

extension Store {
    /// What is wrong with the file: SQLite's own checks, then what its constraints cannot say. Empty: all is well.
    public func check() throws(StoreError) -> [String] {
        do {
            return try read { reading in
                var problems = try reading.all("PRAGMA integrity_check") { $0[0] as String }.filter { $0 != "ok" }
                try reading.each("PRAGMA foreign_key_check") { row in
                    problems.append("Row \(row[1] as Int64? ?? 0) of \(row[0] as String) refers to a row of \(row[2] as String) that is not there.")
                }
                for (sql, problem) in Store.invariants {
                    let count = try reading.number(sql)
                    if count > 0 { problems.append("\(count) \(problem)") }
                }
                return problems
            }
        } catch {
            throw Store.explained(error, location)
        }
    }

    /// Each counts what must not be.
    private static let invariants: [(sql: String, problem: String)] = [
        (
            "SELECT count(*) FROM (SELECT sequence FROM user UNION ALL SELECT sequence FROM tombstone) WHERE sequence > (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'sequence')",
            "changes are newer than the change sequence."
        ),
        ("SELECT count(*) FROM user JOIN tombstone USING (sequence)", "changes share their number with a deletion."),
        ("SELECT count(*) FROM user JOIN tombstone USING (id)", "users exist and are marked as deleted."),
        ("SELECT count(*) FROM segment WHERE NOT EXISTS (SELECT 1 FROM spelling WHERE segment = segment.id AND position = 0)", "segments have no name."),
        (
            "SELECT count(*) FROM spelling JOIN segment ON segment.id = spelling.segment WHERE spelling.attribute <> segment.attribute",
            "spellings belong to another attribute than their segment."
        ),
        (
            "SELECT count(*) FROM user, json_each(user.attributes) AS value LEFT JOIN attribute ON attribute.id = CAST(value.key AS INTEGER) WHERE user.attributes <> '{}' AND (attribute.id IS NULL OR attribute.type = 'user' OR attribute.type = 'choice' AND NOT EXISTS (SELECT 1 FROM segment WHERE segment.id = value.value AND segment.attribute = attribute.id))",
            "values belong to no attribute, or to no segment of theirs."
        ),
        (
            "SELECT count(*) FROM reference JOIN attribute ON attribute.id = reference.attribute WHERE attribute.type <> 'user'",
            "references belong to an attribute that has none."
        ),
    ]
}
