internal import GRDB
import Provisioning

/// A notice as one recipient has it.
public struct DeliveredNotice: Sendable, Equatable {
    public var notice: Notice
    /// nil: unread.
    public var readAt: Timestamp?
    public init(notice: Notice, readAt: Timestamp? = nil) {
        self.notice = notice
        self.readAt = readAt
    }
}

extension Reading {
    /// Newest first, before position `after`: those of a user, or all with the host's read marks.
    public func notices(recipient: String?, unreadOnly: Bool = false, after: Int64? = nil, limit: Int) throws(StoreError) -> Listing<DeliveredNotice> {
        let before = after ?? .max
        let found: [(Int64, DeliveredNotice)]
        if let recipient {
            let sql = """
                SELECT id, kind, severity, title, text, at, integration, run, data, recipient.read_at FROM recipient JOIN notification ON id = notification
                WHERE user = ? AND notification < ? AND (? OR recipient.read_at IS NULL) ORDER BY notification DESC LIMIT ?
                """
            guard let user = Identifier.user.row(recipient) else { return Listing(items: []) }
            found = try all(sql, [user, before, !unreadOnly, limit + 1]) { (row) throws(StoreError) in (row[0], try delivered(row)) }
        } else {
            let sql = """
                SELECT id, kind, severity, title, text, at, integration, run, data, read_at FROM notification
                WHERE id < ? AND (? OR read_at IS NULL) ORDER BY id DESC LIMIT ?
                """
            found = try all(sql, [before, !unreadOnly, limit + 1]) { (row) throws(StoreError) in (row[0], try delivered(row)) }
        }
        return Listing(found, limit: limit)
    }

    /// Of a user, or of the host.
    public func unreadCount(recipient: String?) throws(StoreError) -> Int {
        guard let recipient else { return try number("SELECT count(*) FROM notification WHERE read_at IS NULL") }
        return try number("SELECT count(*) FROM recipient WHERE user = ? AND read_at IS NULL", [Identifier.user.row(recipient)])
    }

    /// When the newest notice of that kind about the integration was made; `topic` tells errors apart (R-NOT-3).
    public func lastNotice(_ kind: Notice.Kind, integration: String, topic: String?) throws(StoreError) -> Timestamp? {
        let sql = "SELECT at FROM notification WHERE integration = ? AND kind = ? AND topic IS ? ORDER BY id DESC LIMIT 1"
        return try first(sql, [Identifier.integration.required(integration), kind.rawValue, topic]) { Timestamp(milliseconds: $0[0]) }
    }

    /// What has been set for a user, or for the account.
    public func preferences(user: String?) throws(StoreError) -> [Notice.Kind: Bool] {
        let row = try user.map { (id) throws(StoreError) in try Identifier.user.required(id) }
        var preferences: [Notice.Kind: Bool] = [:]
        try each("SELECT kind, enabled FROM preference WHERE user IS ?", [row]) { row in
            if let kind = Notice.Kind(rawValue: row[0]) { preferences[kind] = row[1] }
        }
        return preferences
    }

    /// Administrators and superusers who want such notices: by their own preference, else by the account's, else yes (R-NOT-2).
    public func recipients(of kind: Notice.Kind) throws(StoreError) -> [String] {
        let sql = """
            SELECT id FROM user WHERE role IN ('administrator', 'superuser') AND role <> 'employee' AND coalesce(
                (SELECT enabled FROM preference WHERE preference.user = user.id AND kind = ?1),
                (SELECT enabled FROM preference WHERE preference.user IS NULL AND kind = ?1), 1)
            ORDER BY id
            """
        return try all(sql, [kind.rawValue]) { Identifier.user.text($0[0]) }
    }

    private func delivered(_ row: SQLRow) throws(StoreError) -> DeliveredNotice {
        guard let kind = Notice.Kind(rawValue: row[1]), let severity = Notice.Severity(rawValue: row[2]) else {
            throw .damaged("A notification has an unknown kind or severity.")
        }
        let id: Int64 = row[0]
        let recipients = try all("SELECT user FROM recipient WHERE notification = ? ORDER BY user", [id]) { Identifier.user.text($0[0]) }
        let notice = Notice(
            id: Identifier.notification.text(id), kind: kind, severity: severity, title: row[3], text: row[4], at: Timestamp(milliseconds: row[5]),
            integration: (row[6] as Int64?).map(Identifier.integration.text), run: (row[7] as Int64?).map(Identifier.run.text), data: row[8],
            recipients: recipients)
        return DeliveredNotice(notice: notice, readAt: Timestamp(stored: row[9]))
    }
}

extension Writing {
    /// Stores a notice with its recipients under a new id. `topic` tells apart errors that may each be told once a day (R-NOT-3).
    public func insert(_ notice: Notice, topic: String? = nil) throws(StoreError) -> Notice {
        var notice = notice
        let integration = try notice.integration.map { (id) throws(StoreError) in try Identifier.integration.required(id) }
        let run = try notice.run.map { (id) throws(StoreError) in try Identifier.run.required(id) }
        let row = try insert(
            "INSERT INTO notification (kind, severity, title, text, at, integration, run, data, topic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [notice.kind.rawValue, notice.severity.rawValue, notice.title, notice.text, notice.at.milliseconds, integration, run, notice.data, topic])
        for recipient in notice.recipients {
            try execute("INSERT INTO recipient (user, notification) VALUES (?, ?)", [Identifier.user.required(recipient), row])
        }
        notice.id = Identifier.notification.text(row)
        return notice
    }

    /// By a user, or by the host; gives how many were unread till now.
    public func markRead(_ ids: [String], recipient: String?, now: Timestamp) throws(StoreError) -> Int {
        var marked = 0
        for id in ids {
            guard let row = Identifier.notification.row(id) else { continue }
            if let recipient {
                let sql = "UPDATE recipient SET read_at = ? WHERE user = ? AND notification = ? AND read_at IS NULL"
                marked += try execute(sql, [now.milliseconds, Identifier.user.row(recipient), row])
            } else {
                marked += try execute("UPDATE notification SET read_at = ? WHERE id = ? AND read_at IS NULL", [now.milliseconds, row])
            }
        }
        return marked
    }

    /// For a user, or for the account; nil takes the preference back.
    public func setPreference(_ kind: Notice.Kind, _ enabled: Bool?, user: String?) throws(StoreError) {
        let row = try user.map { (id) throws(StoreError) in try Identifier.user.required(id) }
        try execute("DELETE FROM preference WHERE user IS ? AND kind = ?", [row, kind.rawValue])
        if let enabled { try execute("INSERT INTO preference VALUES (?, ?, ?)", [row, kind.rawValue, enabled]) }
    }

    public func deleteNotices(olderThan time: Timestamp) throws(StoreError) {
        try execute("DELETE FROM notification WHERE at < ?", [time.milliseconds])
    }
}
