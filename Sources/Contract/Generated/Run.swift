// Made from protocol/ by `swift run generate`; do not edit. Sources: f39bfad607f2b451
import JSON

/// Parameters of `run/list`.
public struct RunListParams: Params {
    /// Only of this integration, by id or name.
    public var integration: String?
    /// Only tests, or only syncs.
    public var kind: RunKind?
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String? = nil, kind: RunKind? = nil, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.integration = integration
        self.kind = kind
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "kind", "limit", "cursor", "actor"])
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `run/get`.
public struct RunGetParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.actor = try members.optional("actor")
        try members.exactlyOne(["run", "integration"])
    }
}

/// Parameters of `run/wait`.
public struct RunWaitParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// How long to wait at most; absent: until it has ended.
    public var timeoutSeconds: Int?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, timeoutSeconds: Int? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.timeoutSeconds = timeoutSeconds
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "timeoutSeconds", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.timeoutSeconds = try members.optional("timeoutSeconds")
        self.actor = try members.optional("actor")
        try members.check("timeoutSeconds", self.timeoutSeconds, in: 0...Int.max)
        try members.exactlyOne(["run", "integration"])
    }
}

/// Parameters of `run/cancel`.
public struct RunCancelParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.actor = try members.optional("actor")
        try members.exactlyOne(["run", "integration"])
    }
}

/// Parameters of `run/rows`.
public struct RunRowsParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// Which rows.
    public var category: Category
    /// The beginning of first name, last name, email or external ID, folded.
    public var query: String?
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, category: Category, query: String? = nil, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.category = category
        self.query = query
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "category", "query", "limit", "cursor", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.category = try members.required("category")
        self.query = try members.optional("query")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
        try members.exactlyOne(["run", "integration"])
    }
}

/// Parameters of `run/export`.
public struct RunExportParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// Which rows.
    public var category: Category
    /// What separates the cells (R-RES-3).
    public var delimiter: Delimiter
    /// Begin the file with a byte order mark, which some spreadsheets need.
    public var bom: Bool
    /// A file on the agent's machine. With an actor only under `--files`. An existing file is never overwritten.
    public var path: String?
    /// `nextCursor` of the answer before.
    public var cursor: String?
    /// The most rows one answer gives; absent: all.
    public var limit: Int?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, category: Category, delimiter: Delimiter = .semicolon, bom: Bool = false, path: String? = nil, cursor: String? = nil, limit: Int? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.category = category
        self.delimiter = delimiter
        self.bom = bom
        self.path = path
        self.cursor = cursor
        self.limit = limit
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "category", "delimiter", "bom", "path", "cursor", "limit", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.category = try members.required("category")
        self.delimiter = try members.optional("delimiter") ?? .semicolon
        self.bom = try members.optional("bom") ?? false
        self.path = try members.optional("path")
        self.cursor = try members.optional("cursor")
        self.limit = try members.optional("limit")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
        try members.exactlyOne(["run", "integration"])
    }
}

/// Parameters of `run/compare`.
public struct RunCompareParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// The id of the run to compare with.
    public var with: String
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, with: String, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.with = with
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "with", "limit", "cursor", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.with = try members.required("with")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
        try members.exactlyOne(["run", "integration"])
    }
}

/// Parameters of `run/undo`.
public struct RunUndoParams: Params {
    /// The run, by id. Absent, `integration` (and `kind`) name the newest one.
    public var run: String?
    /// Instead of `run`: the integration, by id or name, whose newest run is meant.
    public var integration: String?
    /// With `integration`: the newest run of this kind.
    public var kind: RunKind?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(run: String? = nil, integration: String? = nil, kind: RunKind? = nil, actor: String? = nil) {
        self.run = run
        self.integration = integration
        self.kind = kind
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run", "integration", "kind", "actor"])
        self.run = try members.optional("run")
        self.integration = try members.optional("integration")
        self.kind = try members.optional("kind")
        self.actor = try members.optional("actor")
        try members.exactlyOne(["run", "integration"])
    }
}

/// One test or sync.
public struct Run: ContractValue {
    /// Its id.
    public var id: String
    /// The integration's id.
    public var integration: String
    /// Test or sync.
    public var kind: RunKind
    /// What started it.
    public var trigger: RunTrigger
    /// How far it is.
    public var state: RunState
    /// When it was asked for.
    public var startedAt: String
    /// When it ended.
    public var endedAt: String?
    /// Of the configuration it used.
    public var revision: Int
    /// Employees read.
    public var progress: RunProgress
    /// Once there is a plan.
    public var summary: Summary?
    /// Why it failed or was interrupted.
    public var error: RunError?
    /// Until when its rows can be read (R-RUN-7).
    public var resultsExpireAt: String?
    /// When it was undone.
    public var undoneAt: String?

    public init(id: String, integration: String, kind: RunKind, trigger: RunTrigger, state: RunState, startedAt: String, endedAt: String? = nil, revision: Int, progress: RunProgress, summary: Summary? = nil, error: RunError? = nil, resultsExpireAt: String? = nil, undoneAt: String? = nil) {
        self.id = id
        self.integration = integration
        self.kind = kind
        self.trigger = trigger
        self.state = state
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.revision = revision
        self.progress = progress
        self.summary = summary
        self.error = error
        self.resultsExpireAt = resultsExpireAt
        self.undoneAt = undoneAt
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "integration", "kind", "trigger", "state", "startedAt", "endedAt", "revision", "progress", "summary", "error", "resultsExpireAt", "undoneAt"])
        self.id = try members.required("id")
        self.integration = try members.required("integration")
        self.kind = try members.required("kind")
        self.trigger = try members.required("trigger")
        self.state = try members.required("state")
        self.startedAt = try members.required("startedAt")
        self.endedAt = try members.optional("endedAt")
        self.revision = try members.required("revision")
        self.progress = try members.required("progress")
        self.summary = try members.optional("summary")
        self.error = try members.optional("error")
        self.resultsExpireAt = try members.optional("resultsExpireAt")
        self.undoneAt = try members.optional("undoneAt")
        try members.check("startedAt", self.startedAt, .timestamp)
        try members.check("endedAt", self.endedAt, .timestamp)
        try members.check("revision", self.revision, in: 0...Int.max)
        try members.check("resultsExpireAt", self.resultsExpireAt, .timestamp)
        try members.check("undoneAt", self.undoneAt, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("integration", integration)
        writer.member("kind", kind)
        writer.member("trigger", trigger)
        writer.member("state", state)
        writer.member("startedAt", startedAt)
        writer.member("endedAt", endedAt)
        writer.member("revision", revision)
        writer.member("progress", progress)
        writer.member("summary", summary)
        writer.member("error", error)
        writer.member("resultsExpireAt", resultsExpireAt)
        writer.member("undoneAt", undoneAt)
        writer.endObject()
    }
}

/// A test computes the plan and stops; a sync applies it.
public enum RunKind: String, ContractEnum {
    case test
    case sync
}

/// By hand, by the schedule, by enabling, or to apply a test's plan. Newer agents may know more.
public enum RunTrigger: String, ContractEnum {
    case manual
    case schedule
    case enable
    case plan
}

/// R-RUN-3. The last three are ends. Newer agents may know more.
public enum RunState: String, ContractEnum {
    case queued
    case fetching
    case planning
    case applying
    case succeeded
    case failed
    case cancelled
}

/// Employees read.
public struct RunProgress: ContractValue {
    /// So far.
    public var read: Int
    /// In all, if the HRIS tells.
    public var total: Int?

    public init(read: Int, total: Int? = nil) {
        self.read = read
        self.total = total
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["read", "total"])
        self.read = try members.required("read")
        self.total = try members.optional("total")
        try members.check("read", self.read, in: 0...Int.max)
        try members.check("total", self.total, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("read", read)
        writer.member("total", total)
        writer.endObject()
    }
}

/// Why a run failed; the same members as a JSON-RPC error.
public struct RunError: ContractValue {
    /// From the error table.
    public var code: Int
    /// What happened and what to do next.
    public var message: String
    /// With `kind`, the stable name.
    public var data: JSONObject

    public init(code: Int, message: String, data: JSONObject) {
        self.code = code
        self.message = message
        self.data = data
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["code", "message", "data"])
        self.code = try members.required("code")
        self.message = try members.required("message")
        self.data = try members.required("data")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("code", code)
        writer.member("message", message)
        writer.member("data", data)
        writer.endObject()
    }
}

/// A plan in numbers. employees = created + updated + unchanged + conflicts + skipped (without protectedRole) + excluded; repeated ids and `deleted: true` are not counted.
public struct Summary: ContractValue {
    /// Employees delivered.
    public var employees: Int
    /// Rows.
    public var created: Int
    /// Rows.
    public var updated: Int
    /// Deletions that are not held.
    public var deleted: Int
    /// Employees whose users are right already.
    public var unchanged: Int
    /// Rows that cannot be applied.
    public var conflicts: Int
    /// Rows that are not synced.
    public var skipped: Int
    /// A part of `updated`: matched by address, without external ID yet (R-PLAN-2).
    public var needsLink: Int
    /// Deletions that a safeguard holds back.
    public var deletionsHeld: Int
    /// Employees who are not wanted.
    public var excluded: ExcludedCounts
    /// Segments that are created with the rows (R-MAP-6).
    public var segments: [SegmentReference]
    /// Which ones held: `deletion`, `identity`, `participation`, `attribute:KEY`.
    public var safeguards: [String]
    /// The first 100.
    public var warnings: [Problem]
    /// All of them.
    public var warningCount: Int

    public init(employees: Int, created: Int, updated: Int, deleted: Int, unchanged: Int, conflicts: Int, skipped: Int, needsLink: Int, deletionsHeld: Int, excluded: ExcludedCounts, segments: [SegmentReference], safeguards: [String], warnings: [Problem], warningCount: Int) {
        self.employees = employees
        self.created = created
        self.updated = updated
        self.deleted = deleted
        self.unchanged = unchanged
        self.conflicts = conflicts
        self.skipped = skipped
        self.needsLink = needsLink
        self.deletionsHeld = deletionsHeld
        self.excluded = excluded
        self.segments = segments
        self.safeguards = safeguards
        self.warnings = warnings
        self.warningCount = warningCount
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["employees", "created", "updated", "deleted", "unchanged", "conflicts", "skipped", "needsLink", "deletionsHeld", "excluded", "segments", "safeguards", "warnings", "warningCount"])
        self.employees = try members.required("employees")
        self.created = try members.required("created")
        self.updated = try members.required("updated")
        self.deleted = try members.required("deleted")
        self.unchanged = try members.required("unchanged")
        self.conflicts = try members.required("conflicts")
        self.skipped = try members.required("skipped")
        self.needsLink = try members.required("needsLink")
        self.deletionsHeld = try members.required("deletionsHeld")
        self.excluded = try members.required("excluded")
        self.segments = try members.required("segments")
        self.safeguards = try members.required("safeguards")
        self.warnings = try members.required("warnings")
        self.warningCount = try members.required("warningCount")
        try members.check("employees", self.employees, in: 0...Int.max)
        try members.check("created", self.created, in: 0...Int.max)
        try members.check("updated", self.updated, in: 0...Int.max)
        try members.check("deleted", self.deleted, in: 0...Int.max)
        try members.check("unchanged", self.unchanged, in: 0...Int.max)
        try members.check("conflicts", self.conflicts, in: 0...Int.max)
        try members.check("skipped", self.skipped, in: 0...Int.max)
        try members.check("needsLink", self.needsLink, in: 0...Int.max)
        try members.check("deletionsHeld", self.deletionsHeld, in: 0...Int.max)
        try members.check("warningCount", self.warningCount, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("employees", employees)
        writer.member("created", created)
        writer.member("updated", updated)
        writer.member("deleted", deleted)
        writer.member("unchanged", unchanged)
        writer.member("conflicts", conflicts)
        writer.member("skipped", skipped)
        writer.member("needsLink", needsLink)
        writer.member("deletionsHeld", deletionsHeld)
        writer.member("excluded", excluded)
        writer.member("segments", segments)
        writer.member("safeguards", safeguards)
        writer.member("warnings", warnings)
        writer.member("warningCount", warningCount)
        writer.endObject()
    }
}

/// Employees who are not wanted, by reason.
public struct ExcludedCounts: ContractValue {
    /// Out of scope.
    public var filtered: Int
    /// Their employment has ended.
    public var ended: Int
    /// Not active.
    public var inactive: Int

    public init(filtered: Int, ended: Int, inactive: Int) {
        self.filtered = filtered
        self.ended = ended
        self.inactive = inactive
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["filtered", "ended", "inactive"])
        self.filtered = try members.required("filtered")
        self.ended = try members.required("ended")
        self.inactive = try members.required("inactive")
        try members.check("filtered", self.filtered, in: 0...Int.max)
        try members.check("ended", self.ended, in: 0...Int.max)
        try members.check("inactive", self.inactive, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("filtered", filtered)
        writer.member("ended", ended)
        writer.member("inactive", inactive)
        writer.endObject()
    }
}

/// A segment of an attribute.
public struct SegmentReference: ContractValue {
    /// The attribute's key.
    public var attribute: String
    /// The segment's name.
    public var name: String

    public init(attribute: String, name: String) {
        self.attribute = attribute
        self.name = name
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["attribute", "name"])
        self.attribute = try members.required("attribute")
        self.name = try members.required("name")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("attribute", attribute)
        writer.member("name", name)
        writer.endObject()
    }
}

/// What a row is about (R-RES-1).
public enum Category: String, ContractEnum {
    case created
    case updated
    case deleted
    case conflict
    case skipped
}

/// Why. Skipped: missingId, missingFirstName, missingLastName, unavailable, protectedRole. Deleted or excluded: absent, filtered, ended, inactive. Conflict: emailTaken, emailDuplicate, kioskCodeTaken, kioskCodeDuplicate, licenseLimit. Newer agents may know more.
public enum Reason: String, ContractEnum {
    case missingId
    case missingFirstName
    case missingLastName
    case unavailable
    case protectedRole
    case absent
    case filtered
    case ended
    case inactive
    case emailTaken
    case emailDuplicate
    case kioskCodeTaken
    case kioskCodeDuplicate
    case licenseLimit
}

/// How an employee and a user found each other.
public enum MatchedBy: String, ContractEnum {
    case externalId
    case email
}

/// A person and what happens to them.
public struct Row: ContractValue {
    /// What happens.
    public var category: Category
    /// The employee's id in the HRIS.
    public var employeeId: String?
    /// The user's external ID.
    public var externalId: String?
    /// The user's id; absent: does not exist yet.
    public var userId: String?
    /// First name.
    public var firstName: String?
    /// Last name.
    public var lastName: String?
    /// Address.
    public var email: String?
    /// Why, for deleted, conflict and skipped.
    public var reason: Reason?
    /// How the user was found.
    public var matchedBy: MatchedBy?
    /// Found by address; must be linked before a sync can manage it (R-PLAN-2).
    public var needsLink: Bool?
    /// A deletion that a safeguard holds back.
    public var held: Bool?
    /// Each field with old and new value.
    public var changes: [FieldChange]
    /// What could not be taken over.
    public var problems: [Problem]?

    public init(category: Category, employeeId: String? = nil, externalId: String? = nil, userId: String? = nil, firstName: String? = nil, lastName: String? = nil, email: String? = nil, reason: Reason? = nil, matchedBy: MatchedBy? = nil, needsLink: Bool? = nil, held: Bool? = nil, changes: [FieldChange], problems: [Problem]? = nil) {
        self.category = category
        self.employeeId = employeeId
        self.externalId = externalId
        self.userId = userId
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.reason = reason
        self.matchedBy = matchedBy
        self.needsLink = needsLink
        self.held = held
        self.changes = changes
        self.problems = problems
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["category", "employeeId", "externalId", "userId", "firstName", "lastName", "email", "reason", "matchedBy", "needsLink", "held", "changes", "problems"])
        self.category = try members.required("category")
        self.employeeId = try members.optional("employeeId")
        self.externalId = try members.optional("externalId")
        self.userId = try members.optional("userId")
        self.firstName = try members.optional("firstName")
        self.lastName = try members.optional("lastName")
        self.email = try members.optional("email")
        self.reason = try members.optional("reason")
        self.matchedBy = try members.optional("matchedBy")
        self.needsLink = try members.optional("needsLink")
        self.held = try members.optional("held")
        self.changes = try members.required("changes")
        self.problems = try members.optional("problems")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("category", category)
        writer.member("employeeId", employeeId)
        writer.member("externalId", externalId)
        writer.member("userId", userId)
        writer.member("firstName", firstName)
        writer.member("lastName", lastName)
        writer.member("email", email)
        writer.member("reason", reason)
        writer.member("matchedBy", matchedBy)
        writer.member("needsLink", needsLink)
        writer.member("held", held)
        writer.member("changes", changes)
        writer.member("problems", problems)
        writer.endObject()
    }
}

/// One field with its old and its new value; absent: no value.
public struct FieldChange: ContractValue {
    /// `firstName`, `lastName`, `email`, `externalId`, `language`, `participation`, `participationStartDate`, `kioskCode` or `attributes.KEY`.
    public var field: String
    /// Before.
    public var from: Value?
    /// After.
    public var to: Value?

    public init(field: String, from: Value? = nil, to: Value? = nil) {
        self.field = field
        self.from = from
        self.to = to
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["field", "from", "to"])
        self.field = try members.required("field")
        self.from = try members.optional("from")
        self.to = try members.optional("to")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("field", field)
        writer.member("from", from)
        writer.member("to", to)
        writer.endObject()
    }
}

/// A value of a user: a segment's name or a date as text, a number, a boolean, or references (in rows external IDs, else user ids).
public enum Value: ContractValue {
    case string(String)
    case number(JSONNumber)
    case bool(Bool)
    case list([String])

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        switch json {
        case .string: self = .string(try String(json: json, at: path))
        case .number: self = .number(try JSONNumber(json: json, at: path))
        case .bool: self = .bool(try Bool(json: json, at: path))
        case .array: self = .list(try [String](json: json, at: path))
        default: throw DecodingFault(path, "must be a string or a number or a boolean or a list of strings")
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &writer)
        case .number(let value): value.write(to: &writer)
        case .bool(let value): value.write(to: &writer)
        case .list(let value): value.write(to: &writer)
        }
    }
}

/// How a row differs between two runs.
public struct RowChange: ContractValue {
    /// What it is.
    public var change: RowChangeKind
    /// In the run compared with.
    public var before: Row?
    /// In the run.
    public var after: Row?

    public init(change: RowChangeKind, before: Row? = nil, after: Row? = nil) {
        self.change = change
        self.before = before
        self.after = after
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["change", "before", "after"])
        self.change = try members.required("change")
        self.before = try members.optional("before")
        self.after = try members.optional("after")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("change", change)
        writer.member("before", before)
        writer.member("after", after)
        writer.endObject()
    }
}

/// Only in the run, only in the one compared with, or in both and different.
public enum RowChangeKind: String, ContractEnum {
    case added
    case removed
    case changed
}

/// A table as CSV.
public struct ExportResult: ContractValue {
    /// A name for the file.
    public var name: String
    /// How many rows are in it; 0: no file.
    public var rows: Int
    /// The text, unless `path` was given or there are no rows.
    public var csv: String?
    /// There is more.
    public var nextCursor: String?

    public init(name: String, rows: Int, csv: String? = nil, nextCursor: String? = nil) {
        self.name = name
        self.rows = rows
        self.csv = csv
        self.nextCursor = nextCursor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["name", "rows", "csv", "nextCursor"])
        self.name = try members.required("name")
        self.rows = try members.required("rows")
        self.csv = try members.optional("csv")
        self.nextCursor = try members.optional("nextCursor")
        try members.check("rows", self.rows, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("rows", rows)
        writer.member("csv", csv)
        writer.member("nextCursor", nextCursor)
        writer.endObject()
    }
}

/// What separates the cells.
public enum Delimiter: String, ContractEnum {
    case semicolon = ";"
    case comma = ","
}

/// What was undone.
public struct UndoResult: ContractValue {
    /// Deleted users who are back.
    public var recreated: Int
    /// Users whose fields have their old values.
    public var reverted: Int
    /// Created users who are gone.
    public var removed: Int
    /// What could not be undone, and why.
    public var untouched: [Problem]

    public init(recreated: Int, reverted: Int, removed: Int, untouched: [Problem]) {
        self.recreated = recreated
        self.reverted = reverted
        self.removed = removed
        self.untouched = untouched
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["recreated", "reverted", "removed", "untouched"])
        self.recreated = try members.required("recreated")
        self.reverted = try members.required("reverted")
        self.removed = try members.required("removed")
        self.untouched = try members.required("untouched")
        try members.check("recreated", self.recreated, in: 0...Int.max)
        try members.check("reverted", self.reverted, in: 0...Int.max)
        try members.check("removed", self.removed, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("recreated", recreated)
        writer.member("reverted", reverted)
        writer.member("removed", removed)
        writer.member("untouched", untouched)
        writer.endObject()
    }
}

/// A run is not what it was.
public struct RunChanged: ContractValue {
    /// As it is now.
    public var run: Run

    public init(run: Run) {
        self.run = run
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run"])
        self.run = try members.required("run")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("run", run)
        writer.endObject()
    }
}

/// A part of a list.
public struct RowPage: ContractValue {
    /// The items of this part, in order.
    public var items: [Row]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [Row], nextCursor: String? = nil) {
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

/// A part of a list.
public struct RowChangePage: ContractValue {
    /// The items of this part, in order.
    public var items: [RowChange]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [RowChange], nextCursor: String? = nil) {
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

/// A part of a list.
public struct RunPage: ContractValue {
    /// The items of this part, in order.
    public var items: [Run]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [Run], nextCursor: String? = nil) {
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

/// `run/changed`: A run is not what it was.
extension RunChanged: Event {
    public static let method = "run/changed"
    public static let delivery = Delivery.latest
}
