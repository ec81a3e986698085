// Made from protocol/ by `swift run generate`; do not edit. Sources: 40f9ca81bd5ea06b
import JSON

/// Parameters of `notification/list`.
public struct NotificationListParams: Params {
    /// Whose, by id. Absent: the actor's; the host sees all.
    public var user: String?
    /// Only unread ones.
    public var unreadOnly: Bool
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(user: String? = nil, unreadOnly: Bool = false, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.user = user
        self.unreadOnly = unreadOnly
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["user", "unreadOnly", "limit", "cursor", "actor"])
        self.user = try members.optional("user")
        self.unreadOnly = try members.optional("unreadOnly") ?? false
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `notification/markRead`.
public struct NotificationMarkReadParams: Params {
    /// By id.
    public var notifications: [String]
    /// For whom, by id. Absent: the actor.
    public var user: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(notifications: [String], user: String? = nil, actor: String? = nil) {
        self.notifications = notifications
        self.user = user
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["notifications", "user", "actor"])
        self.notifications = try members.required("notifications")
        self.user = try members.optional("user")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `notification/preferences`.
public struct NotificationPreferencesParams: Params {
    /// Whose, by id. Absent: the account's.
    public var user: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(user: String? = nil, actor: String? = nil) {
        self.user = user
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["user", "actor"])
        self.user = try members.optional("user")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `notification/setPreferences`.
public struct NotificationSetPreferencesParams: Params {
    /// Whose, by id. Absent: the account's.
    public var user: String?
    /// What is not named stays.
    public var kinds: [NotificationKind: Bool?]
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(user: String? = nil, kinds: [NotificationKind: Bool?], actor: String? = nil) {
        self.user = user
        self.kinds = kinds
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["user", "kinds", "actor"])
        self.user = try members.optional("user")
        self.kinds = try members.required("kinds")
        self.actor = try members.optional("actor")
    }
}

/// A message to administrators and superusers. Names people by id only.
public struct Notification: ContractValue {
    /// Its id.
    public var id: String
    /// What it is about.
    public var kind: NotificationKind
    /// How bad it is.
    public var severity: NotificationSeverity
    /// For people.
    public var title: String
    /// For people.
    public var text: String
    /// When.
    public var at: String
    /// The integration's id.
    public var integration: String?
    /// The run's id.
    public var run: String?
    /// What a program needs: counts, error kind.
    public var data: JSONObject
    /// When the asking user marked it as read.
    public var readAt: String?

    public init(id: String, kind: NotificationKind, severity: NotificationSeverity, title: String, text: String, at: String, integration: String? = nil, run: String? = nil, data: JSONObject, readAt: String? = nil) {
        self.id = id
        self.kind = kind
        self.severity = severity
        self.title = title
        self.text = text
        self.at = at
        self.integration = integration
        self.run = run
        self.data = data
        self.readAt = readAt
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "kind", "severity", "title", "text", "at", "integration", "run", "data", "readAt"])
        self.id = try members.required("id")
        self.kind = try members.required("kind")
        self.severity = try members.required("severity")
        self.title = try members.required("title")
        self.text = try members.required("text")
        self.at = try members.required("at")
        self.integration = try members.optional("integration")
        self.run = try members.optional("run")
        self.data = try members.required("data")
        self.readAt = try members.optional("readAt")
        try members.check("at", self.at, .timestamp)
        try members.check("readAt", self.readAt, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("kind", kind)
        writer.member("severity", severity)
        writer.member("title", title)
        writer.member("text", text)
        writer.member("at", at)
        writer.member("integration", integration)
        writer.member("run", run)
        writer.member("data", data)
        writer.member("readAt", readAt)
        writer.endObject()
    }
}

/// What it is about (R-NOT-1). Newer agents may know more.
public enum NotificationKind: String, ContractEnum {
    case testResultsReady
    case licenseLimitExceeded
    case deletionSafeguard
    case userConflicts
    case syncFailed
    case authorizationRequired
    case attributeSafeguard
}

/// How bad it is.
public enum NotificationSeverity: String, ContractEnum {
    case info
    case warning
    case error
}

/// Some of a list, the newest first.
public struct NotificationPage: ContractValue {
    /// The notifications.
    public var items: [Notification]
    /// There is more.
    public var nextCursor: String?
    /// How many are unread, of all.
    public var unread: Int

    public init(items: [Notification], nextCursor: String? = nil, unread: Int) {
        self.items = items
        self.nextCursor = nextCursor
        self.unread = unread
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["items", "nextCursor", "unread"])
        self.items = try members.required("items")
        self.nextCursor = try members.optional("nextCursor")
        self.unread = try members.required("unread")
        try members.check("unread", self.unread, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("items", items)
        writer.member("nextCursor", nextCursor)
        writer.member("unread", unread)
        writer.endObject()
    }
}

/// What was marked.
public struct MarkReadResult: ContractValue {
    /// How many were unread until now.
    public var marked: Int

    public init(marked: Int) {
        self.marked = marked
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["marked"])
        self.marked = try members.required("marked")
        try members.check("marked", self.marked, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("marked", marked)
        writer.endObject()
    }
}

/// Who wants to be told what (R-NOT-2).
public struct NotificationPreferences: ContractValue {
    /// The account's settings.
    public var account: [NotificationKind: Bool]
    /// The user's own, which override them.
    public var user: [NotificationKind: Bool]?
    /// What counts.
    public var effective: [NotificationKind: Bool]

    public init(account: [NotificationKind: Bool], user: [NotificationKind: Bool]? = nil, effective: [NotificationKind: Bool]) {
        self.account = account
        self.user = user
        self.effective = effective
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["account", "user", "effective"])
        self.account = try members.required("account")
        self.user = try members.optional("user")
        self.effective = try members.required("effective")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("account", account)
        writer.member("user", user)
        writer.member("effective", effective)
        writer.endObject()
    }
}

/// There is a new notification.
public struct NotificationCreated: ContractValue {
    /// The notification.
    public var notification: Notification
    /// The ids of the users whom it is for.
    public var recipients: [String]

    public init(notification: Notification, recipients: [String]) {
        self.notification = notification
        self.recipients = recipients
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["notification", "recipients"])
        self.notification = try members.required("notification")
        self.recipients = try members.required("recipients")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("notification", notification)
        writer.member("recipients", recipients)
        writer.endObject()
    }
}

/// `notification/created`: There is a new notification.
extension NotificationCreated: Event {
    public static let method = "notification/created"
    public static let delivery = Delivery.lossless
}
