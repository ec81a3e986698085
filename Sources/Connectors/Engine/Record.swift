import JSON

/// One person in the HRIS's words, with what was asked for besides.
struct Record: Sendable {
    /// What a detail call gave.
    enum Detail: Sendable {
        case one(JSONView)
        case many([JSONView])
        /// There is none.
        case none
        /// The HRIS could not deliver it.
        case unavailable
    }

    enum Node: Sendable {
        case found(JSONView)
        case elements([JSONView])
        case text(String)
        /// Certainly nothing.
        case none
        /// No such member at all.
        case absent
        case unavailable
    }

    let view: JSONView
    /// Its name in an object of records: `$key`.
    var key: String?
    var details: [String: Detail] = [:]
    /// The record in full, before which `view` is only what a list knew; nil: not asked for.
    var full: Detail?
    var foldsNames = false
    /// The customer's names of members, by the manifest's.
    var columns: [String: String] = [:]
    /// What the HRIS withheld from our credentials, by its own names.
    var withheld: Set<String> = []
    /// Paths of ours that an answer said it lacks.
    var missing: Set<String> = []

    func node(at path: Path) -> Node {
        guard let first = path.names.first else { return .absent }
        if let theirs = columns[first] { return member(at: Path(names: [theirs] + path.names.dropFirst()), theirs) }
        if first == "$key", path.names.count == 1 { return key.map { .text($0) } ?? .absent }
        if let detail = details[first] { return node(in: detail, at: Path(names: Array(path.names.dropFirst()))) }
        return member(at: path, first)
    }

    private func member(at path: Path, _ first: String) -> Node {
        if !withheld.isEmpty, withheld.contains(first) || withheld.contains(path.text) { return .unavailable }
        let listed = path.find(in: view, foldingNames: foldsNames)
        switch full {
        case nil: return node(path, in: view)
        case .one(let whole)?:
            if case .absent = node(path, in: whole) { return node(path, in: view) }
            return node(path, in: whole)
        case .many?, Detail.none?, .unavailable?:
            // What the list had stays good; what only the whole record has is not known.
            if let listed, !listed.isNull { return .found(listed) }
            return .unavailable
        }
    }

    private func node(in detail: Detail, at path: Path) -> Node {
        switch detail {
        case .none: return .none
        case .unavailable: return .unavailable
        case .one(let view): return node(path, in: view)
        case .many(let views):
            guard let first = path.names.first else { return .elements(views) }
            guard let index = Int(first), views.indices.contains(index) else { return .none }
            return node(Path(names: Array(path.names.dropFirst())), in: views[index])
        }
    }

    private func node(_ path: Path, in view: JSONView) -> Node {
        if let found = path.find(in: view, foldingNames: foldsNames) { return .found(found) }
        return path.isNothing(in: view, foldingNames: foldsNames) ? .none : .absent
    }
}

extension Path {
    /// An empty path is the value itself.
    func find(inWhole view: JSONView) -> JSONView? { names.isEmpty ? view : find(in: view) }
}
