// Made from protocol/ by `swift run generate`; do not edit. Sources: 70f68c24d5d8e0b3
import JSON

/// Parameters of `user/list`.
public struct UserListParams: Params {
    /// The beginning of first name, last name, email or external ID, folded.
    public var query: String?
    /// Only those managed by this integration, by id or name.
    public var integration: String?
    /// Only managed ones, or only others.
    public var managed: Bool?
    /// Only with this role.
    public var role: Role?
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(query: String? = nil, integration: String? = nil, managed: Bool? = nil, role: Role? = nil, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.query = query
        self.integration = integration
        self.managed = managed
        self.role = role
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["query", "integration", "managed", "role", "limit", "cursor", "actor"])
        self.query = try members.optional("query")
        self.integration = try members.optional("integration")
        self.managed = try members.optional("managed")
        self.role = try members.optional("role")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `user/get`.
public struct UserGetParams: Params {
    /// By id.
    public var user: String?
    /// By external ID.
    public var externalId: String?
    /// By address.
    public var email: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(user: String? = nil, externalId: String? = nil, email: String? = nil, actor: String? = nil) {
        self.user = user
        self.externalId = externalId
        self.email = email
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["user", "externalId", "email", "actor"])
        self.user = try members.optional("user")
        self.externalId = try members.optional("externalId")
        self.email = try members.optional("email")
        self.actor = try members.optional("actor")
        try members.exactlyOne(["user", "externalId", "email"])
    }
}

/// Parameters of `user/create`.
public struct UserCreateParams: Params {
    /// First name.
    public var firstName: String
    /// Last name.
    public var lastName: String
    /// Address.
    public var email: String?
    /// With an integration's prefix it is managed by it.
    public var externalId: String?
    /// One of the supported languages; absent: the default one.
    public var language: String?
    /// Only administrators and the host give the role administrator.
    public var role: Role
    /// Absent: on, without start date.
    public var participation: ParticipationInput?
    /// Unique.
    public var kioskCode: String?
    /// By key.
    public var attributes: [String: Value]?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(firstName: String, lastName: String, email: String? = nil, externalId: String? = nil, language: String? = nil, role: Role = .employee, participation: ParticipationInput? = nil, kioskCode: String? = nil, attributes: [String: Value]? = nil, actor: String? = nil) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.externalId = externalId
        self.language = language
        self.role = role
        self.participation = participation
        self.kioskCode = kioskCode
        self.attributes = attributes
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["firstName", "lastName", "email", "externalId", "language", "role", "participation", "kioskCode", "attributes", "actor"])
        self.firstName = try members.required("firstName")
        self.lastName = try members.required("lastName")
        self.email = try members.optional("email")
        self.externalId = try members.optional("externalId")
        self.language = try members.optional("language")
        self.role = try members.optional("role") ?? .employee
        self.participation = try members.optional("participation")
        self.kioskCode = try members.optional("kioskCode")
        self.attributes = try members.optional("attributes")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `user/update`.
public struct UserUpdateParams: Params {
    /// By id.
    public var user: String
    /// First name.
    public var firstName: String?
    /// Last name.
    public var lastName: String?
    /// Address.
    public var email: Patch<String>
    /// External ID.
    public var externalId: Patch<String>
    /// One of the supported languages.
    public var language: String?
    /// Only administrators and the host give or take the role administrator.
    public var role: Role?
    /// Whether the user takes part.
    public var participation: ParticipationPatch?
    /// Unique.
    public var kioskCode: Patch<String>
    /// By key; what is not named stays.
    public var attributes: [String: Value?]?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(user: String, firstName: String? = nil, lastName: String? = nil, email: Patch<String> = .absent, externalId: Patch<String> = .absent, language: String? = nil, role: Role? = nil, participation: ParticipationPatch? = nil, kioskCode: Patch<String> = .absent, attributes: [String: Value?]? = nil, actor: String? = nil) {
        self.user = user
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.externalId = externalId
        self.language = language
        self.role = role
        self.participation = participation
        self.kioskCode = kioskCode
        self.attributes = attributes
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["user", "firstName", "lastName", "email", "externalId", "language", "role", "participation", "kioskCode", "attributes", "actor"])
        self.user = try members.required("user")
        self.firstName = try members.optional("firstName")
        self.lastName = try members.optional("lastName")
        self.email = try members.patch("email")
        self.externalId = try members.patch("externalId")
        self.language = try members.optional("language")
        self.role = try members.optional("role")
        self.participation = try members.optional("participation")
        self.kioskCode = try members.patch("kioskCode")
        self.attributes = try members.optional("attributes")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `user/delete`.
public struct UserDeleteParams: Params {
    /// By id.
    public var user: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(user: String, actor: String? = nil) {
        self.user = user
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["user", "actor"])
        self.user = try members.required("user")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `user/massEdit`.
public struct UserMassEditParams: Params {
    /// The text of the file,
    public var csv: String?
    /// or a file on the agent's machine. With an actor only under `--files`.
    public var path: String?
    /// Empty cells clear; otherwise they are left alone.
    public var resetEmpty: Bool
    /// Users who are not in the file are deleted (protected ones never); needs `confirm`.
    public var deleteMissing: Bool
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// Show what it would do, and do nothing.
    public var preview: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(csv: String? = nil, path: String? = nil, resetEmpty: Bool = false, deleteMissing: Bool = false, confirm: Bool = false, preview: Bool = false, actor: String? = nil) {
        self.csv = csv
        self.path = path
        self.resetEmpty = resetEmpty
        self.deleteMissing = deleteMissing
        self.confirm = confirm
        self.preview = preview
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["csv", "path", "resetEmpty", "deleteMissing", "confirm", "preview", "actor"])
        self.csv = try members.optional("csv")
        self.path = try members.optional("path")
        self.resetEmpty = try members.optional("resetEmpty") ?? false
        self.deleteMissing = try members.optional("deleteMissing") ?? false
        self.confirm = try members.optional("confirm") ?? false
        self.preview = try members.optional("preview") ?? false
        self.actor = try members.optional("actor")
        try members.exactlyOne(["csv", "path"])
    }
}

/// Parameters of `user/export`.
public struct UserExportParams: Params {
    /// A file on the agent's machine. With an actor only under `--files`. An existing file is never overwritten.
    public var path: String?
    /// What separates the cells (R-RES-3).
    public var delimiter: Delimiter
    /// Begin the file with a byte order mark, which some spreadsheets need.
    public var bom: Bool
    /// What the file is for.
    public var template: ExportTemplate?
    /// `nextCursor` of the answer before.
    public var cursor: String?
    /// The most users one answer gives; absent: all.
    public var limit: Int?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(path: String? = nil, delimiter: Delimiter = .semicolon, bom: Bool = false, template: ExportTemplate? = nil, cursor: String? = nil, limit: Int? = nil, actor: String? = nil) {
        self.path = path
        self.delimiter = delimiter
        self.bom = bom
        self.template = template
        self.cursor = cursor
        self.limit = limit
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["path", "delimiter", "bom", "template", "cursor", "limit", "actor"])
        self.path = try members.optional("path")
        self.delimiter = try members.optional("delimiter") ?? .semicolon
        self.bom = try members.optional("bom") ?? false
        self.template = try members.optional("template")
        self.cursor = try members.optional("cursor")
        self.limit = try members.optional("limit")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `user/changes`.
public struct UserChangesParams: Params {
    /// `next` of the answer before; 0 for the beginning.
    public var since: Int
    /// `store` of the answer before; with another one the answer is `fresh` and begins anew.
    public var store: String?
    /// The most changes one answer gives.
    public var limit: Int
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(since: Int, store: String? = nil, limit: Int = 100, actor: String? = nil) {
        self.since = since
        self.store = store
        self.limit = limit
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["since", "store", "limit", "actor"])
        self.since = try members.required("since")
        self.store = try members.optional("store")
        self.limit = try members.optional("limit") ?? 100
        self.actor = try members.optional("actor")
        try members.check("since", self.since, in: 0...Int.max)
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// A person in the mirror.
public struct User: ContractValue {
    /// Its id; never used again.
    public var id: String
    /// Prefix and employee id; decides which integration manages it.
    public var externalId: String?
    /// First name.
    public var firstName: String
    /// Last name.
    public var lastName: String
    /// Address, unique (folded).
    public var email: String?
    /// Tag.
    public var language: String
    /// What the user may do (R-ACC-3).
    public var role: Role
    /// Whether the user takes part.
    public var participation: Participation
    /// Unique.
    public var kioskCode: String?
    /// By key: `choice` the segment's name, `date` a date, `number` a number, `user` a list of user ids.
    public var attributes: [String: Value]
    /// The integration's id.
    public var managedBy: String?
    /// A safeguard holds back the user's deletion (R-SAFE-1).
    public var held: Bool?
    /// When it was created.
    public var createdAt: String
    /// When it was changed last.
    public var updatedAt: String
    /// Of the last change (R-USR-2).
    public var sequence: Int

    public init(id: String, externalId: String? = nil, firstName: String, lastName: String, email: String? = nil, language: String, role: Role, participation: Participation, kioskCode: String? = nil, attributes: [String: Value], managedBy: String? = nil, held: Bool? = nil, createdAt: String, updatedAt: String, sequence: Int) {
        self.id = id
        self.externalId = externalId
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.language = language
        self.role = role
        self.participation = participation
        self.kioskCode = kioskCode
        self.attributes = attributes
        self.managedBy = managedBy
        self.held = held
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.sequence = sequence
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "externalId", "firstName", "lastName", "email", "language", "role", "participation", "kioskCode", "attributes", "managedBy", "held", "createdAt", "updatedAt", "sequence"])
        self.id = try members.required("id")
        self.externalId = try members.optional("externalId")
        self.firstName = try members.required("firstName")
        self.lastName = try members.required("lastName")
        self.email = try members.optional("email")
        self.language = try members.required("language")
        self.role = try members.required("role")
        self.participation = try members.required("participation")
        self.kioskCode = try members.optional("kioskCode")
        self.attributes = try members.required("attributes")
        self.managedBy = try members.optional("managedBy")
        self.held = try members.optional("held")
        self.createdAt = try members.required("createdAt")
        self.updatedAt = try members.required("updatedAt")
        self.sequence = try members.required("sequence")
        try members.check("createdAt", self.createdAt, .timestamp)
        try members.check("updatedAt", self.updatedAt, .timestamp)
        try members.check("sequence", self.sequence, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("externalId", externalId)
        writer.member("firstName", firstName)
        writer.member("lastName", lastName)
        writer.member("email", email)
        writer.member("language", language)
        writer.member("role", role)
        writer.member("participation", participation)
        writer.member("kioskCode", kioskCode)
        writer.member("attributes", attributes)
        writer.member("managedBy", managedBy)
        writer.member("held", held)
        writer.member("createdAt", createdAt)
        writer.member("updatedAt", updatedAt)
        writer.member("sequence", sequence)
        writer.endObject()
    }
}

/// What a user may do (R-ACC-3).
public enum Role: String, ContractEnum {
    case administrator
    case superuser
    case analyst
    case employee
}

/// Whether a user takes part.
public struct Participation: ContractValue {
    /// Switched on.
    public var on: Bool
    /// Not before this day.
    public var startDate: String?
    /// On, and the day has come.
    public var effective: Bool

    public init(on: Bool, startDate: String? = nil, effective: Bool) {
        self.on = on
        self.startDate = startDate
        self.effective = effective
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["on", "startDate", "effective"])
        self.on = try members.required("on")
        self.startDate = try members.optional("startDate")
        self.effective = try members.required("effective")
        try members.check("startDate", self.startDate, .date)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("on", on)
        writer.member("startDate", startDate)
        writer.member("effective", effective)
        writer.endObject()
    }
}

/// Whether a new user takes part.
public struct ParticipationInput: ContractValue {
    /// Default true.
    public var on: Bool?
    /// Not before this day.
    public var startDate: String?

    public init(on: Bool? = nil, startDate: String? = nil) {
        self.on = on
        self.startDate = startDate
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["on", "startDate"])
        self.on = try members.optional("on")
        self.startDate = try members.optional("startDate")
        try members.check("startDate", self.startDate, .date)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("on", on)
        writer.member("startDate", startDate)
        writer.endObject()
    }
}

/// A change of participation.
public struct ParticipationPatch: ContractValue {
    /// Switch it.
    public var on: Bool?
    /// Not before this day; null: no start date.
    public var startDate: Patch<String>

    public init(on: Bool? = nil, startDate: Patch<String> = .absent) {
        self.on = on
        self.startDate = startDate
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["on", "startDate"])
        self.on = try members.optional("on")
        self.startDate = try members.patch("startDate")
        try members.check("startDate", self.startDate, .date)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("on", on)
        writer.member("startDate", startDate)
        writer.endObject()
    }
}

/// Confirms a deletion.
public struct Deleted: ContractValue {
    /// Always true.
    public var deleted: Bool

    public init(deleted: Bool = true) {
        self.deleted = deleted
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["deleted"])
        self.deleted = try members.alwaysTrue("deleted")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("deleted", deleted)
        writer.endObject()
    }
}

/// A tombstone: no more than the id.
public struct DeletedUser: ContractValue {
    /// The id it had.
    public var id: String

    public init(id: String) {
        self.id = id
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id"])
        self.id = try members.required("id")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.endObject()
    }
}

/// What a mass edit did, or would do.
public struct MassEditResult: ContractValue {
    /// Users.
    public var created: Int
    /// Users.
    public var updated: Int
    /// Users.
    public var deleted: Int
    /// Rows that change nothing.
    public var unchanged: Int
    /// Segments.
    public var segmentsCreated: [SegmentReference]
    /// What deserves a second look, by line.
    public var problems: [Problem]

    public init(created: Int, updated: Int, deleted: Int, unchanged: Int, segmentsCreated: [SegmentReference], problems: [Problem]) {
        self.created = created
        self.updated = updated
        self.deleted = deleted
        self.unchanged = unchanged
        self.segmentsCreated = segmentsCreated
        self.problems = problems
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["created", "updated", "deleted", "unchanged", "segmentsCreated", "problems"])
        self.created = try members.required("created")
        self.updated = try members.required("updated")
        self.deleted = try members.required("deleted")
        self.unchanged = try members.required("unchanged")
        self.segmentsCreated = try members.required("segmentsCreated")
        self.problems = try members.required("problems")
        try members.check("created", self.created, in: 0...Int.max)
        try members.check("updated", self.updated, in: 0...Int.max)
        try members.check("deleted", self.deleted, in: 0...Int.max)
        try members.check("unchanged", self.unchanged, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created", created)
        writer.member("updated", updated)
        writer.member("deleted", deleted)
        writer.member("unchanged", unchanged)
        writer.member("segmentsCreated", segmentsCreated)
        writer.member("problems", problems)
        writer.endObject()
    }
}

/// A part of the feed of changes (R-USR-2).
public struct UserChanges: ContractValue {
    /// In order; each user once, in its latest state.
    public var changes: [UserChange]
    /// The next `since`.
    public var next: Int
    /// There is more at once.
    public var more: Bool
    /// Which store the numbers belong to; hand it back with `since`.
    public var store: String
    /// The numbers are of another store (a restore, a new database): forget what you have, this is the beginning.
    public var fresh: Bool

    public init(changes: [UserChange], next: Int, more: Bool, store: String, fresh: Bool) {
        self.changes = changes
        self.next = next
        self.more = more
        self.store = store
        self.fresh = fresh
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["changes", "next", "more", "store", "fresh"])
        self.changes = try members.required("changes")
        self.next = try members.required("next")
        self.more = try members.required("more")
        self.store = try members.required("store")
        self.fresh = try members.required("fresh")
        try members.check("next", self.next, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("changes", changes)
        writer.member("next", next)
        writer.member("more", more)
        writer.member("store", store)
        writer.member("fresh", fresh)
        writer.endObject()
    }
}

/// A user's latest state, or its tombstone.
public struct UserChange: ContractValue {
    /// Of the change.
    public var sequence: Int
    /// The user as it is,
    public var user: User?
    /// or that it is gone.
    public var deleted: DeletedUser?

    public init(sequence: Int, user: User? = nil, deleted: DeletedUser? = nil) {
        self.sequence = sequence
        self.user = user
        self.deleted = deleted
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["sequence", "user", "deleted"])
        self.sequence = try members.required("sequence")
        self.user = try members.optional("user")
        self.deleted = try members.optional("deleted")
        try members.check("sequence", self.sequence, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("sequence", sequence)
        writer.member("user", user)
        writer.member("deleted", deleted)
        writer.endObject()
    }
}

/// Users changed; read `user/changes`.
public struct UserChanged: ContractValue {
    /// Of the newest change.
    public var lastSequence: Int
    /// Which store it belongs to.
    public var store: String

    public init(lastSequence: Int, store: String) {
        self.lastSequence = lastSequence
        self.store = store
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["lastSequence", "store"])
        self.lastSequence = try members.required("lastSequence")
        self.store = try members.required("store")
        try members.check("lastSequence", self.lastSequence, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("lastSequence", lastSequence)
        writer.member("store", store)
        writer.endObject()
    }
}

/// What an exported file is for.
public enum ExportTemplate: String, ContractEnum {
    case create
    case edit
}

/// A part of a list.
public struct UserPage: ContractValue {
    /// The items of this part, in order.
    public var items: [User]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [User], nextCursor: String? = nil) {
        self.items = items
        self.nextCursor = nextCursor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["items", "nextCursor"])
        self.items = try members.required("items")
        self.nextCursor = try members.optional("nextCursor")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("items", items)
        writer.member("nextCursor", nextCursor)
        writer.endObject()
    }
}

/// `user/changed`: Users changed.
extension UserChanged: Event {
    public static let method = "user/changed"
    public static let delivery = Delivery.latest
}
