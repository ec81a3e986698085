import JSON
import Provisioning

/// A list of records somewhere in an answer, with its pages.
struct RecordList: Sendable {
    var request: RequestTemplate
    var records: Path?
    /// Inside each element, where the record is.
    var item: Path?
    /// `records` is an object with a record for each key; a record's own key is `$key`.
    var isKeyed: Bool
    /// No list at all counts as an empty one; with paths, only if a number at one of them is 0.
    var mayLack: [Path]?
    /// The answer may also be the list itself.
    var mayBeBare: Bool
    var paging: Paging

    static let members = ["request", "records", "item", "keyed", "mayLack", "mayBeBare", "paging"]

    init(_ members: Draft.Members) {
        let known = members.draft.notes.placeholders.count
        request = members["request"].map(RequestTemplate.init) ?? .nowhere
        let placeholders = members.draft.notes.placeholders[known...].map(\.name)
        if members["request"] == nil { members.draft.note("“request” is missing.") }
        records = members["records"].map(Path.init)
        item = members["item"].map(Path.init)
        isKeyed = members.flag("keyed")
        mayLack = members["mayLack"].map { $0.view.kind == .bool ? [] : $0.elements.map(Path.init) }
        mayBeBare = members.flag("mayBeBare")
        paging = members["paging"].map(Paging.init) ?? .none
        if let needed = paging.placeholder, !placeholders.contains(needed), members["request"] != nil {
            members["request"]?.note("It has no “{\(needed)}”, so that every page would be the first one.")
        }
    }
}

/// One of the lists that together are everybody.
struct Listing: Sendable {
    var collection: RecordList
    /// Only if all these settings are as said.
    var when: When
    /// What this list's records mean differently.
    var employee: Mapping?
    /// Its records are asked for details.
    var isDetailed: Bool

    init(_ draft: Draft, _ conversion: Conversion) {
        let members = draft.members(RecordList.members + ["when", "employee", "details"])
        isDetailed = members.flag("details", true)
        collection = RecordList(members)
        when = When(members)
        employee = members["employee"].map { Mapping($0, conversion) }
    }
}

/// How one employee is asked for; `{id}` is the id.
struct Single: Sendable {
    var request: RequestTemplate
    /// Where the record is; a list there: its only element.
    var record: Path?
    var when: When
    var employee: Mapping?
    var isDetailed: Bool

    init(_ draft: Draft, _ conversion: Conversion) {
        let members = draft.members(["request", "record", "when", "employee", "details"], required: ["request"])
        isDetailed = members.flag("details", true)
        request = members["request"].map(RequestTemplate.init) ?? .nowhere
        record = members["record"].map(Path.init)
        when = When(members)
        employee = members["employee"].map { Mapping($0, conversion) }
    }
}

/// Settings that must be so; a setting that is not given has its default.
struct When: Sendable {
    var values: [String: [String]]

    init(_ members: Draft.Members) {
        values = Dictionary(members.entries("when").map { ($0.name, $0.value.view.kind == .array ? $0.value.texts : [$0.value.view.scalarText ?? $0.value.text]) }) { $1 }
    }

    func holds(_ scope: Scope) -> Bool { values.allSatisfy { name, allowed in allowed.contains(scope[name]?.text ?? "") } }
}

/// What has to be asked for besides, for one record or for a page of them; mappings find it under its name.
struct Detail: Sendable {
    enum For: String, Sendable, CaseIterable { case record, page }

    var name: String
    var scope: For
    var collection: RecordList
    var when: When
    /// For a page: which of its elements belong to which record.
    var key: Path
    var match: Path
    /// For a page: an element's own status.
    var code: Path?
    var isMany: Bool
    var pick: Pick?
    /// The record itself, in full: what it has goes before what the list had.
    var isMerged: Bool

    init(_ draft: Draft) {
        let members = draft.members(RecordList.members + ["name", "for", "when", "key", "match", "code", "many", "pick", "merge"], required: ["name"])
        name = members.text("name") ?? ""
        scope = members["for"]?.word(For.record) ?? .record
        collection = RecordList(members)
        when = When(members)
        key = members["key"].map(Path.init) ?? Path("id")
        match = members["match"].map(Path.init) ?? Path("id")
        code = members["code"].map(Path.init)
        isMany = members.flag("many")
        pick = members["pick"].map(Pick.init)
        isMerged = members.flag("merge")
        if isMerged, isMany || pick != nil { draft.note("“merge” is for a single record.") }
    }
}

/// A list that is read once, to look things up in.
struct Table: Sendable {
    var collection: RecordList
    var key: Path
    /// nil: the whole element.
    var value: Path?
    /// Elements inside elements.
    var children: Path?
    var isMany: Bool
    /// A refusal makes what is looked up unavailable, not the whole reading.
    var isOptional: Bool

    init(_ draft: Draft) {
        let members = draft.members(RecordList.members + ["key", "value", "children", "many", "optional"])
        collection = RecordList(members)
        key = members["key"].map(Path.init) ?? Path("id")
        value = members["value"].map(Path.init)
        children = members["children"].map(Path.init)
        isMany = members.flag("many")
        isOptional = members.flag("optional")
    }
}

/// Which custom fields the HRIS has.
struct Discovery: Sendable {
    var collection: RecordList
    var id: [Path]
    var name: Path?
    var conditions: Conditions?
    var exceptions: Conditions?
    /// An id begins with one of these, if there are any, and has one of those in it.
    var prefixes, parts: [String]
    /// Fields of the model that not every installation has: asked for where they are listed, and not custom.
    var also: Set<String>
    /// Which are true or false, so that a false there is no empty value.
    var booleans: Conditions?
    /// How many may be asked for.
    var limit: Int?
    var isOptional: Bool

    init(_ draft: Draft) {
        let members = draft.members(RecordList.members + ["id", "name", "where", "except", "prefixes", "parts", "also", "booleans", "limit", "optional"])
        collection = RecordList(members)
        id = members["id"].map { $0.view.kind == .array ? $0.elements.map(Path.init) : [Path($0)] } ?? [Path("id")]
        name = members["name"].map(Path.init)
        conditions = members["where"].map(Conditions.init)
        exceptions = members["except"].map(Conditions.init)
        prefixes = members["prefixes"]?.texts ?? []
        parts = members["parts"]?.texts ?? []
        also = Set(members["also"]?.texts ?? [])
        booleans = members["booleans"].map(Conditions.init)
        limit = members["limit"].map(\.count)
        isOptional = members.flag("optional")
    }

    func isCustom(_ id: String) -> Bool {
        (prefixes.isEmpty || prefixes.contains(where: id.hasPrefix)) && (parts.isEmpty || parts.contains { id.contains($0) })
    }
}

/// A call whose answer must be so: to prove credentials, or that the HRIS is ready to be read.
struct Check: Sendable {
    var request: RequestTemplate
    /// Where to look; a list: one of its elements must match.
    var at: Path?
    var conditions: Conditions?
    /// What it means if it is not so.
    var sentence: String?
    var when: When

    init(_ draft: Draft) {
        let members = draft.members(["request", "at", "where", "say", "when"], required: ["request"])
        request = members["request"].map(RequestTemplate.init) ?? .nowhere
        at = members["at"].map(Path.init)
        conditions = members["where"].map(Conditions.init)
        sentence = members.text("say")
        when = When(members)
    }
}

/// A value that one call gives and others need: `{name}`.
struct Variable: Sendable {
    var name: String
    var request: RequestTemplate
    var value: Path

    init(name: String, _ draft: Draft) {
        self.name = name
        let members = draft.members(["request", "value"], required: ["request", "value"])
        request = members["request"].map(RequestTemplate.init) ?? .nowhere
        value = members["value"].map(Path.init) ?? Path("")
    }
}

/// Warnings in a successful answer: what it could not deliver (R-MAP-9).
struct PartialAnswer: Sendable {
    var path: Path
    var name: Path?
    /// Which of our paths are missing then, by the warning's name.
    var fields: [String: [String]]

    init(_ draft: Draft) {
        let members = draft.members(["path", "name", "fields"], required: ["path"])
        path = members["path"].map(Path.init) ?? Path("")
        name = members["name"].map(Path.init)
        fields = Dictionary(members.entries("fields").map { ($0.name, $0.value.texts) }) { $1 }
    }
}
