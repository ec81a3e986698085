import JSON
import Provisioning

/// What is wrong with a manifest although each part of it can be read.
extension Manifest {
    /// Placeholders that requests have by themselves.
    private static let requestNames: Set<String> = ["page.cursor", "page.offset", "page.number", "page.size", "discovered", "discovered.more", "id", "token"]

    func check(_ notes: Notes, _ root: JSONView) {
        let whole = Draft(view: root, path: "", notes: notes)
        func at(_ names: String...) -> Draft {
            var draft = whole
            for name in names {
                guard let inner = Path(name).find(in: draft.view) else { break }
                draft = Draft(view: inner, path: draft.path.isEmpty ? name : "\(draft.path).\(name)", notes: notes)
            }
            return draft
        }
        checkNames(at)
        checkPlaceholders(notes)
        checkTables(at, notes)
        if authorizations.isEmpty { at("authorizations").note("At least one way to be authorised is needed.") }
        if Set(authorizations.map(\.kind)).count < authorizations.count { at("authorizations").note("Each kind can be here once.") }
        if let columns, setting(named: columns)?.isMap != true { at("columns").note("“\(columns)” is no setting of the type map.") }
        if lists.isEmpty { at("lists").note("At least one list is needed.") }
        if employee.id == nil { at("employee").note("“id” is missing: without it nobody can be recognised.") }
        for name in ["first_name", "last_name"] where employee.fields[name] == nil { at("employee").note("“\(name)” is missing: without it nobody is synced (R-MAP-2).") }
        if partial.map({ $0.fields.isEmpty }) ?? false { at("partial").note("“fields” is empty: say what is not delivered then.") }
    }

    private func checkNames(_ at: (String...) -> Draft) {
        if id.isEmpty || !id.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }) {
            at("id").note("An id has small letters, digits and hyphens only.")
        }
        let start = base.parts.first
        switch start {
        case .text(let text) where text.hasPrefix("https://"): break
        case .value(let name) where setting(named: name)?.format == .url: break
        default: at("base").note("The base begins with https://, or is a setting with the format url.")
        }
        for name in hostPlaceholders {
            guard let setting = setting(named: name), setting.format != .text || !setting.choices.isEmpty || setting.isChoice else {
                at("base").note("“{\(name)}” stands in the host: its setting needs the format label or host, or choices, so that no text can lead elsewhere.")
                continue
            }
        }
        let serviceIDs = services.map(\.id)
        if Set(serviceIDs).count < serviceIDs.count { at("services").note("Two services have the same id.") }
        for service in services {
            for name in service.values.keys where setting(named: name) == nil { at("services").note("\(service.id) sets “\(name)”, which is no setting.") }
        }
    }

    /// Placeholders between `https://` and the next slash.
    private var hostPlaceholders: [String] {
        var names: [String] = []
        for (index, part) in base.parts.enumerated() {
            switch part {
            case .value(let name): if index > 0 { names.append(name) }
            case .text(let text): if (index == 0 ? text.dropFirst("https://".count) : Substring(text)).contains("/") { return names }
            }
        }
        return names
    }

    private func checkPlaceholders(_ notes: Notes) {
        var known = Self.requestNames.union(variables.map(\.name))
        known.formUnion(allSettings.map(\.field.name))
        for (name, line, path) in notes.placeholders where !known.contains(name) && !name.hasPrefix("record.") {
            let list = known.sorted().joined(separator: ", ")
            notes.note(ManifestProblem(line: line, path: path, message: "“{\(name)}” is no setting and no placeholder. Known are: \(list), record.….") )
        }
    }

    private func checkTables(_ at: (String...) -> Draft, _ notes: Notes) {
        let mappings = [employee] + lists.compactMap(\.employee) + one.compactMap(\.employee)
        for (name, place) in notes.lookups where tables[name] == nil {
            let known = tables.isEmpty ? "There are none" : "Known are: \(tables.keys.sorted().joined(separator: ", "))"
            place.note("There is no such table as “\(name)”. \(known).")
        }
        let discovers = mappings.contains { $0.customFields.contains { if case .discovered = $0 { true } else { false } } }
        if discovers, discovery == nil { at("employee", "custom_fields").note("“discovered” needs a “discovery”.") }
        if Set(details.map(\.name)).count < details.count { at("details").note("Two details have the same name.") }
    }

    /// Those of every authorisation too.
    var allSettings: [Setting] { settings + authorizations.flatMap(\.settings) }

    func setting(named name: String) -> Setting? { allSettings.first { $0.field.name == name } }
}

extension Setting {
    fileprivate var isMap: Bool { if case .map = field.type { true } else { false } }
    fileprivate var isChoice: Bool { if case .choice = field.type { true } else { false } }
}
