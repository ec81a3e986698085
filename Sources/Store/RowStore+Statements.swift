internal import GRDB
import Provisioning

extension RowStore {
    static let schema = """
        CREATE TABLE row (
            id INTEGER PRIMARY KEY,
            category TEXT NOT NULL,
            employee_id TEXT,
            external_id TEXT,
            user_id TEXT,
            first_key TEXT,
            last_key TEXT,
            email_key TEXT,
            external_key TEXT, -- folded, where that differs from the external ID
            json TEXT NOT NULL
        ) STRICT;
        """
    /// Made when the rows are there, which is faster than keeping them up.
    static let indexes = """
        CREATE INDEX row_category ON row(category);
        CREATE INDEX row_employee ON row(employee_id) WHERE employee_id IS NOT NULL;
        CREATE INDEX row_external ON row(external_id) WHERE external_id IS NOT NULL;
        CREATE INDEX row_user ON row(user_id) WHERE user_id IS NOT NULL;
        """

    static func page(
        _ db: Database, category: Provisioning.Row.Category, query: String?, after: Int64, limit: Int
    ) throws(StoreError) -> Listing<Provisioning.Row> {
        var sql = "SELECT id, category, json FROM row WHERE category = ? AND id > ?"
        var arguments: Arguments = [category.rawValue, after]
        if let query = query.map(Text.fold), !query.isEmpty {
            let conditions = ["first_key", "last_key", "email_key", "external_key", "external_id"].map { "\($0) >= ? AND \($0) < ?" }
            sql += " AND (\(conditions.joined(separator: " OR ")))"
            for _ in conditions { arguments += [query, query + Reading.last] }
        }
        return try Listing(rows(db, "\(sql) ORDER BY id LIMIT ?", arguments + [limit + 1]), limit: limit)
    }

    static func rows(_ db: Database, _ sql: String, _ arguments: Arguments) throws(StoreError) -> [(position: Int64, item: Provisioning.Row)] {
        do {
            var found: [(position: Int64, item: Provisioning.Row)] = []
            let rows = try SQLRow.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
            while let row = try rows.next() {
                guard let category = Provisioning.Row.Category(rawValue: row[1]) else { throw StoreError.damaged("A row of a run has an unknown category.") }
                found.append((row[0], try RowJSON.decode(Array((row[2] as String).utf8), category)))
            }
            return found
        } catch {
            throw StoreError(error)
        }
    }
}
