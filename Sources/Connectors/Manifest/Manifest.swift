import JSON
import Provisioning

/// One HRIS as data: how it is authorised, asked, read and understood. `docs/connectors.md` describes the file.
struct Manifest: Sendable {
    var id, name: String
    var base: Template
    var settings: [Setting]
    var authorizations: [AuthorizationPlan]
    var headers: [(name: String, value: Template)]
    var limits: Limits
    var faults: Faults
    var foldsNames: Bool
    var variables: [Variable]
    var prove: Check?
    /// What must hold before everybody is read.
    var ready: [Check]
    var discovery: Discovery?
    /// What custom fields are called, where no record says it.
    var labels: Discovery?
    var tables: [String: Table]
    var lists: [Listing]
    var one: [Single]
    var details: [Detail]
    var partial: PartialAnswer?
    /// Where a record names the members that the credentials may not see.
    var withheld: Path?
    /// The map setting by which a customer says how columns are called: their names to those of this manifest.
    var columns: String?
    var employee: Mapping
    var empty: Set<String>
    var deliversInactive: Bool
    var limitations: [String]
    var services: [Service]

    private static let members = [
        "id", "name", "documentation", "base", "settings", "authorizations", "headers", "limits", "faults", "foldNames", "variables", "prove", "ready", "discovery",
        "labels", "tables", "lists", "one", "details", "partial", "withheld", "columns", "employee", "empty", "absent", "inactive", "limitations", "services",
    ]

    /// Reads and checks a manifest; the error holds everything that is wrong with it.
    init(_ bytes: [UInt8]) throws(ManifestError) {
        let document: JSONDocument
        do { document = try JSONDocument(bytes, maximumDepth: 64) } catch {
            throw ManifestError(problems: [ManifestProblem(line: error.line, path: "", message: "This is no JSON: \(error).")])
        }
        let notes = Notes(bytes)
        self.init(Draft(view: document.root, path: "", notes: notes))
        check(notes, document.root)
        if !notes.problems.isEmpty { throw ManifestError(problems: notes.problems.sorted { $0.line < $1.line }) }
    }

    private init(_ draft: Draft) {
        let members = draft.members(Self.members, required: ["id", "name", "base", "authorizations", "lists", "employee"])
        id = members.text("id") ?? ""
        name = members.text("name") ?? ""
        base = members["base"].map(Template.init) ?? Template("")
        settings = members.elements("settings").map(Setting.init)
        authorizations = members.elements("authorizations").map(AuthorizationPlan.init)
        headers = RequestTemplate.pairs(members, "headers")
        limits = members["limits"].map(Limits.init) ?? Limits()
        faults = members["faults"].map(Faults.init) ?? Faults()
        foldsNames = members.flag("foldNames")
        variables = members.entries("variables").map { Variable(name: $0.name, $0.value) }
        prove = members["prove"].map(Check.init)
        ready = members.elements("ready").map(Check.init)
        discovery = members["discovery"].map(Discovery.init)
        labels = members["labels"].map(Discovery.init)
        tables = Dictionary(members.entries("tables").map { ($0.name, Table($0.value)) }) { $1 }
        empty = Set(members["empty"].map(Conversion.emptyTexts) ?? [])
        var conversion = Conversion(kind: .text)
        conversion.empty = empty
        conversion.absent = members["absent"]?.word(Absence.none) ?? .none
        lists = members.elements("lists").map { Listing($0, conversion) }
        one = members.elements("one").map { Single($0, conversion) }
        details = members.elements("details").map(Detail.init)
        partial = members["partial"].map(PartialAnswer.init)
        withheld = members["withheld"].map(Path.init)
        columns = members.text("columns")
        employee = members["employee"].map { Mapping($0, conversion) } ?? Mapping(draft, conversion)
        deliversInactive = members.flag("inactive", true)
        limitations = members["limitations"]?.texts ?? []
        services = members.elements("services").map(Service.init)
        _ = members.text("documentation")
    }
}

/// An HRIS that is reached through a unified API: an entry of its own.
struct Service: Sendable {
    var id, name: String
    /// What its settings are instead of being asked for.
    var values: [String: String]
    /// What it does not deliver, by the names of `supports`.
    var lacks: Set<String>
    var limitations: [String]
    /// What a missing member means here, whatever the manifest says.
    var absence: Absence?

    static let supports = [
        "manager", "department", "customFields", "status", "startDate", "endDate", "language", "employeeNumber", "inactive", "deletions", "changedSince",
    ]

    init(_ draft: Draft) {
        let members = draft.members(["id", "name", "set", "lacks", "limitations", "absent"], required: ["id", "name", "set"])
        id = members.text("id") ?? ""
        name = members.text("name") ?? ""
        values = Dictionary(members.entries("set").map { ($0.name, $0.value.view.scalarText ?? $0.value.text) }) { $1 }
        lacks = Set(members["lacks"]?.texts ?? [])
        for word in lacks where !Self.supports.contains(word) { members["lacks"]?.note("“\(word)” is none of: \(Self.supports.joined(separator: ", ")).") }
        limitations = members["limitations"]?.texts ?? []
        absence = members["absent"]?.word(Absence.none)
    }
}
