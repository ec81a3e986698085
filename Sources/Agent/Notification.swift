import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func notificationList(_ params: NotificationListParams, _ call: Call) throws(RPCError) -> NotificationPage {
        let recipient = try recipient(params.user, try actor(params.actor, for: call.method))
        let cursor = Cursor(call)
        let position = try cursor.position(params.cursor)
        return try attempt {
            try store.read { reading in
                if let recipient { try requireUser(recipient, reading) }
                let page = try reading.notices(recipient: recipient, unreadOnly: params.unreadOnly, after: position, limit: params.limit)
                return NotificationPage(
                    items: page.items.map { Contract.Notification($0.notice, readAt: $0.readAt) }, nextCursor: cursor.text(page.next),
                    unread: try reading.unreadCount(recipient: recipient))
            }
        }
    }

    public func notificationMarkRead(_ params: NotificationMarkReadParams, _ call: Call) throws(RPCError) -> MarkReadResult {
        let recipient = try recipient(params.user, try actor(params.actor, for: call.method))
        return try attempt {
            try store.write { writing in
                if let recipient { try requireUser(recipient, writing) }
                return MarkReadResult(marked: try writing.markRead(params.notifications, recipient: recipient, now: time.now))
            }
        }
    }

    public func notificationPreferences(_ params: NotificationPreferencesParams, _ call: Call) throws(RPCError) -> NotificationPreferences {
        let user = try recipient(params.user, try actor(params.actor, for: call.method))
        return try attempt { try store.read { try preferences(user, $0) } }
    }

    /// Account-wide without `user`; each one's own overrides them and can be taken back with null (R-NOT-2).
    public func notificationSetPreferences(_ params: NotificationSetPreferencesParams, _ call: Call) throws(RPCError) -> NotificationPreferences {
        let actor = try actor(params.actor, for: call.method)
        // Administrators and superusers may set the account's; everybody their own.
        let user: String? = if case .user(_, let role) = actor, params.user == nil, role.isProtected { nil } else { try recipient(params.user, actor) }
        return try attempt {
            try store.write { writing in
                if let user { try requireUser(user, writing) }
                let before = try writing.preferences(user: user)
                for (kind, enabled) in params.kinds { try writing.setPreference(Notice.Kind(kind), enabled, user: user) }
                try writing.audit(call.method, actor, subject: user ?? "account", at: time.now, before: Agent.json(before), after: Agent.json(try writing.preferences(user: user)))
                return try preferences(user, writing)
            }
        }
    }

    private func preferences(_ user: String?, _ reading: Reading) throws -> NotificationPreferences {
        if let user { try requireUser(user, reading) }
        let stored = try reading.preferences(user: nil), own = try user.map { try reading.preferences(user: $0) }
        var account: [NotificationKind: Bool] = [:], effective: [NotificationKind: Bool] = [:]
        for kind in Notice.Kind.allCases {
            account[NotificationKind(kind)] = stored[kind] ?? true
            effective[NotificationKind(kind)] = own?[kind] ?? stored[kind] ?? true
        }
        return NotificationPreferences(
            account: account, user: own.map { Dictionary(uniqueKeysWithValues: $0.map { (NotificationKind($0.key), $0.value) }) }, effective: effective)
    }

    private static func json(_ preferences: [Notice.Kind: Bool]) -> JSONObject {
        var object = JSONObject()
        for (kind, enabled) in preferences.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { object[kind.rawValue] = .bool(enabled) }
        return object
    }

    /// Whose notifications are meant: an actor's own, and only the host may name anybody or nobody.
    private func recipient(_ user: String?, _ actor: Actor) throws(RPCError) -> String? {
        guard case .user(let id, _) = actor else { return user }
        if let user, user != id { throw RPCError(.forbidden, "A request with an actor may name only that actor's own notifications.") }
        return id
    }

    private func requireUser(_ id: String, _ reading: Reading) throws {
        if try reading.user(id: id) == nil { throw RPCError(.notFound, "There is no user with this id.") }
    }
}

extension Contract.Notification {
    init(_ notice: Notice, readAt: Timestamp?) {
        let data = (try? JSONValue(parsing: Array(notice.data.utf8)))?.object ?? [:]
        self.init(
            id: notice.id, kind: NotificationKind(notice.kind), severity: NotificationSeverity(rawValue: notice.severity.rawValue) ?? .info,
            title: notice.title, text: notice.text, at: notice.at.description, integration: notice.integration, run: notice.run, data: data,
            readAt: readAt?.description)
    }
}

extension NotificationKind {
    init(_ kind: Notice.Kind) { self = NotificationKind(rawValue: kind.rawValue) ?? .syncFailed }
}

extension Notice.Kind {
    init(_ kind: NotificationKind) { self = Notice.Kind(rawValue: kind.rawValue) ?? .syncFailed }
}
