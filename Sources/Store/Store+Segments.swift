internal import GRDB
import Provisioning

/// A segment's name within its attribute.
struct SegmentKey: Hashable {
    let attribute: Int64
    let name: String
}

/// A segment and how many users have it.
public struct SegmentUse: Sendable, Equatable {
    public var segment: Segment
    public var users: Int
    public init(segment: Segment, users: Int) {
        self.segment = segment
        self.users = users
    }
}

extension Reading {
    /// In the order of their creation, after position `after`.
    public func segments(attribute key: String, after: Int64 = 0, limit: Int = 1000) throws(StoreError) -> Listing<SegmentUse> {
        guard let attribute = try row(ofAttribute: key) else { return Listing(items: []) }
        let ids: [Int64] = try all("SELECT id FROM segment WHERE attribute = ? AND id > ? ORDER BY id LIMIT ?", [attribute.row, after, limit + 1]) { $0[0] }
        var users: [Int64: Int] = [:]
        try each("SELECT json_extract(attributes, ?1) AS segment, count(*) FROM user WHERE segment IS NOT NULL GROUP BY segment", [attribute.path]) { row in
            users[row[0]] = row[1]
        }
        var found: [(Int64, SegmentUse)] = []
        for id in ids {
            guard let segment = try segment(row: id) else { continue }
            found.append((id, SegmentUse(segment: segment, users: users[id] ?? 0)))
        }
        return Listing(found, limit: limit)
    }

    public func segment(id: String) throws(StoreError) -> Segment? {
        guard let row = Identifier.segment.row(id) else { return nil }
        return try segment(row: row)
    }

    /// By its name or one of its aliases, case-sensitive (R-SEG-1).
    public func segment(attribute key: String, spelled text: String) throws(StoreError) -> Segment? {
        guard let attribute = try row(ofAttribute: key),
            let row: Int64 = try first("SELECT segment FROM spelling WHERE attribute = ? AND text = ?", [attribute.row, text], { $0[0] })
        else { return nil }
        return try segment(row: row)
    }

    /// Each name and alias of an attribute's segments with the segment's name (R-MAP-6).
    public func spellings(attribute key: String) throws(StoreError) -> [String: String] {
        guard let attribute = try row(ofAttribute: key) else { return [:] }
        var names: [Int64: String] = [:]
        try each("SELECT segment, text FROM spelling WHERE attribute = ? AND position = 0", [attribute.row]) { row in names[row[0]] = row[1] as String }
        var spellings: [String: String] = [:]
        try each("SELECT text, segment FROM spelling WHERE attribute = ?", [attribute.row]) { row in spellings[row[0]] = names[row[1]] }
        return spellings
    }

    /// How many users have the segment.
    public func users(ofSegment id: String) throws(StoreError) -> Int {
        guard let row = Identifier.segment.row(id), let attribute = try attribute(ofSegment: row) else { return 0 }
        return try number("SELECT count(*) FROM user WHERE json_extract(attributes, ?) = ?", [attribute.path, row])
    }

    func attribute(ofSegment row: Int64) throws(StoreError) -> AttributeRow? {
        let attribute: Int64? = try first("SELECT attribute FROM segment WHERE id = ?", [row]) { $0[0] }
        return try catalogue().first { $0.row == attribute }
    }

    func name(ofSegment row: Int64) throws(StoreError) -> String? {
        if let known = segmentNames[row] { return known }
        let name: String? = try first("SELECT text FROM spelling WHERE segment = ? AND position = 0", [row]) { $0[0] }
        segmentNames[row] = name
        return name
    }

    func row(ofSegment name: String, in attribute: AttributeRow) throws(StoreError) -> Int64 {
        let key = SegmentKey(attribute: attribute.row, name: name)
        if let known = segmentRows[key] { return known }
        let row: Int64? = try first("SELECT segment FROM spelling WHERE attribute = ? AND text = ? AND position = 0", [attribute.row, name]) { $0[0] }
        guard let row else { throw .notFound("a segment of \(attribute.attribute.key)") }
        segmentRows[key] = row
        return row
    }

    private func segment(row: Int64) throws(StoreError) -> Segment? {
        guard let attribute = try attribute(ofSegment: row) else { return nil }
        let spellings: [String] = try all("SELECT text FROM spelling WHERE segment = ? ORDER BY position", [row]) { $0[0] }
        guard let name = spellings.first else { throw .damaged("A segment has no name.") }
        return Segment(id: Identifier.segment.text(row), attribute: attribute.attribute.key, name: name, aliases: Array(spellings.dropFirst()))
    }
}

extension Writing {
    /// Throws `taken(.name)` if another segment of the attribute has the name or one of the aliases.
    @discardableResult
    public func insertSegment(attribute key: String, name: String, aliases: [String] = []) throws(StoreError) -> Segment {
        guard let attribute = try row(ofAttribute: key) else { throw .notFound(key) }
        guard attribute.attribute.type == .choice else { throw .invalid("Only choice attributes have segments.") }
        let row = try insert("INSERT INTO segment (attribute) VALUES (?)", [attribute.row])
        try spell(row, attribute, [name] + aliases)
        return Segment(id: Identifier.segment.text(row), attribute: key, name: name, aliases: aliases)
    }

    /// Writes name and aliases as they are given. Users show the new name; since each of them then looks different, they count as changed.
    public func update(_ segment: Segment, now: Timestamp) throws(StoreError) {
        let row = try Identifier.segment.required(segment.id)
        guard let attribute = try attribute(ofSegment: row) else { throw .notFound(segment.id) }
        let isRenamed = try name(ofSegment: row).map { !Text.sameBytes($0, segment.name) } ?? true
        try execute("DELETE FROM spelling WHERE segment = ?", [row])
        try spell(row, attribute, [segment.name] + segment.aliases)
        if isRenamed { try touch(holders(of: row, attribute), now) }
    }

    /// Moves users, name and aliases of a segment to another of the same attribute (R-SEG-3); gives the number of users moved.
    @discardableResult
    public func mergeSegment(_ id: String, into goal: String, now: Timestamp) throws(StoreError) -> Int {
        let from = try Identifier.segment.required(id), into = try Identifier.segment.required(goal)
        guard from != into, let attribute = try attribute(ofSegment: from) else { throw .notFound(id) }
        guard try self.attribute(ofSegment: into)?.row == attribute.row else { throw .notFound(goal) }
        let moved = try holders(of: from, attribute)
        for user in moved {
            try execute(
                "UPDATE user SET attributes = json_set(attributes, ?, ?), sequence = ?, updated_at = ? WHERE id = ?",
                [attribute.path, into, nextSequence(), now.milliseconds, user])
        }
        let last = try number("SELECT max(position) FROM spelling WHERE segment = ?", [into])
        try execute("UPDATE spelling SET segment = ?, position = position + 1 + ? WHERE segment = ?", [into, last, from])
        try execute("DELETE FROM segment WHERE id = ?", [from])
        forgetSegments()
        return moved.count
    }

    /// Its users lose the value; gives their number.
    @discardableResult
    public func deleteSegment(id: String, now: Timestamp) throws(StoreError) -> Int {
        let row = try Identifier.segment.required(id)
        guard let attribute = try attribute(ofSegment: row) else { throw .notFound(id) }
        let holders = try holders(of: row, attribute)
        for holder in holders { try clear(attribute, of: holder, now) }
        try execute("DELETE FROM segment WHERE id = ?", [row])
        forgetSegments()
        return holders.count
    }

    private func spell(_ segment: Int64, _ attribute: AttributeRow, _ texts: [String]) throws(StoreError) {
        for (position, text) in texts.enumerated() {
            try execute("INSERT INTO spelling (attribute, text, segment, position) VALUES (?, ?, ?, ?)", [attribute.row, text, segment, position])
        }
        forgetSegments()
    }

    private func forgetSegments() {
        segmentNames = [:]
        segmentRows = [:]
    }

    private func holders(of segment: Int64, _ attribute: AttributeRow) throws(StoreError) -> [Int64] {
        try all("SELECT id FROM user WHERE json_extract(attributes, ?) = ? ORDER BY id", [attribute.path, segment]) { $0[0] }
    }
}
