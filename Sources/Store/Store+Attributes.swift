internal import GRDB
import Provisioning

/// An attribute with the number of its row, by which users' values name it.
struct AttributeRow {
    let row: Int64
    let attribute: Attribute
    /// What stands for it in users' packed values.
    let name: String

    init(row: Int64, attribute: Attribute) {
        self.row = row
        self.attribute = attribute
        name = String(row)
    }
}

extension Reading {
    /// In the order of their creation.
    public func attributes() throws(StoreError) -> [Attribute] { try catalogue().map(\.attribute) }

    public func attribute(key: String) throws(StoreError) -> Attribute? { try row(ofAttribute: key)?.attribute }

    /// The number of segments, by key of the `choice` attributes.
    public func segmentCounts() throws(StoreError) -> [String: Int] {
        var counts: [String: Int] = [:]
        try each("SELECT key, (SELECT count(*) FROM segment WHERE attribute = attribute.id) FROM attribute WHERE type = 'choice'") { row in
            counts[row[0]] = row[1]
        }
        return counts
    }

    /// How many users have a value of the attribute.
    public func usersHaving(attribute key: String) throws(StoreError) -> Int {
        guard let found = try row(ofAttribute: key) else { return 0 }
        if found.attribute.type == .user { return try number("SELECT count(DISTINCT user) FROM reference WHERE attribute = ?", [found.row]) }
        return try number("SELECT count(*) FROM user WHERE json_type(attributes, ?) IS NOT NULL", [found.path])
    }

    func catalogue() throws(StoreError) -> [AttributeRow] {
        if let attributeRows { return attributeRows }
        let rows = try all("SELECT id, key, name, type FROM attribute ORDER BY id") { (row) throws(StoreError) in
            guard let type = AttributeType(rawValue: row[3]) else { throw StoreError.damaged("An attribute has an unknown type.") }
            return AttributeRow(row: row[0], attribute: Attribute(key: row[1], name: row[2], type: type))
        }
        attributeRows = rows
        return rows
    }

    func row(ofAttribute key: String) throws(StoreError) -> AttributeRow? {
        try catalogue().first { Text.sameBytes($0.attribute.key, key) }
    }
}

extension AttributeRow {
    /// Where the value stands in a user's packed values.
    var path: String { "$.\"\(name)\"" }
}

extension Writing {
    /// Throws `taken(.key)` or `taken(.name)`.
    public func insert(_ attribute: Attribute) throws(StoreError) {
        try execute("INSERT INTO attribute (key, name, type) VALUES (?, ?, ?)", [attribute.key, attribute.name, attribute.type.rawValue])
        attributeRows = nil
    }

    /// Key and type stay for ever (R-SEG-1).
    public func renameAttribute(key: String, to name: String) throws(StoreError) {
        guard try execute("UPDATE attribute SET name = ? WHERE key = ?", [name, key]) == 1 else { throw .notFound(key) }
        attributeRows = nil
    }

    /// With its segments and all its values; gives the number of users who had one.
    @discardableResult
    public func deleteAttribute(key: String, now: Timestamp) throws(StoreError) -> Int {
        guard let found = try row(ofAttribute: key) else { throw .notFound(key) }
        let holders: [Int64]
        if found.attribute.type == .user {
            holders = try all("SELECT DISTINCT user FROM reference WHERE attribute = ? ORDER BY user", [found.row]) { $0[0] }
            try execute("DELETE FROM reference WHERE attribute = ?", [found.row])
            try touch(holders, now)
        } else {
            holders = try all("SELECT id FROM user WHERE json_type(attributes, ?) IS NOT NULL ORDER BY id", [found.path]) { $0[0] }
            for holder in holders { try clear(found, of: holder, now) }
        }
        try execute("DELETE FROM user_guard WHERE field = ?", [key])
        try execute("DELETE FROM attribute WHERE id = ?", [found.row])
        attributeRows = nil
        return holders.count
    }

    func clear(_ attribute: AttributeRow, of user: Int64, _ now: Timestamp) throws(StoreError) {
        try execute(
            "UPDATE user SET attributes = json_remove(attributes, ?), sequence = ?, updated_at = ? WHERE id = ?",
            [attribute.path, nextSequence(), now.milliseconds, user])
    }

    /// Counts users as changed (R-USR-4).
    func touch(_ users: [Int64], _ now: Timestamp) throws(StoreError) {
        for user in users {
            try execute("UPDATE user SET sequence = ?, updated_at = ? WHERE id = ?", [nextSequence(), now.milliseconds, user])
        }
    }
}
