internal import GRDB
import Provisioning

/// What became of one user (R-USR-2).
public enum UserChange: Sendable, Equatable {
    /// As it is now.
    case changed(User)
    case deleted(id: String, sequence: Int64)

    public var sequence: Int64 {
        switch self {
        case .changed(let user): user.sequence
        case .deleted(_, let sequence): sequence
        }
    }
}

/// Part of the change feed; ask on with `next` while there is `more`.
public struct UserChanges: Sendable, Equatable {
    public var changes: [UserChange]
    public var next: Int64
    public var more: Bool
}

extension Reading {
    /// Every user with a number below `limit` who was changed after `since`, as it is now, and tombstones.
    public func eachChange(since: Int64, below limit: Int, _ body: (UserChange) throws(StoreError) -> Void) throws(StoreError) {
        try eachUser("WHERE sequence > ? AND user.id < ? ORDER BY sequence", [since, limit]) { (user) throws(StoreError) in try body(.changed(user)) }
        try each("SELECT id, sequence FROM tombstone WHERE sequence > ? ORDER BY sequence", [since]) { (row) throws(StoreError) in
            try body(.deleted(id: Identifier.user.text(row[0]), sequence: row[1]))
        }
    }

    /// Each user changed after `since` once, in its latest state, and tombstones, in the order of the sequence.
    public func changes(since: Int64, limit: Int) throws(StoreError) -> UserChanges {
        var users: [UserChange] = []
        try eachUser("WHERE sequence > ? ORDER BY sequence LIMIT ?", [since, limit + 1]) { users.append(.changed($0)) }
        let deleted = try all("SELECT id, sequence FROM tombstone WHERE sequence > ? ORDER BY sequence LIMIT ?", [since, limit + 1]) { row in
            UserChange.deleted(id: Identifier.user.text(row[0]), sequence: row[1])
        }
        let merged = (users + deleted).sorted { $0.sequence < $1.sequence }
        let changes = Array(merged.prefix(limit))
        let more = merged.count > limit
        // At the end the counter itself, so that a reader does not ask again for what is no longer there.
        let end = try max(since, lastSequence())
        return UserChanges(changes: changes, next: more ? changes.last?.sequence ?? since : end, more: more)
    }
}
