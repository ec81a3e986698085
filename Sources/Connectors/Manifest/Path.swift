import JSON

/// Where in a JSON value something is: `a.b.0.c`, or a list of exact names for names with dots of their own.
struct Path: Sendable, Equatable {
    var names: [String]

    init(_ draft: Draft) {
        self.init(names: draft.view.kind == .array ? draft.elements.map(\.text) : Path(draft.text).names)
        if names.isEmpty || names.contains("") { draft.note("A path is names with dots between them, or a list of names.") }
    }

    init(_ text: String) { names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }

    init(names: [String]) { self.names = names }

    /// nil: not there at all; JSON's null is there.
    func find(in view: JSONView, foldingNames: Bool = false) -> JSONView? {
        var view = view
        for name in names {
            // Whatever would be inside null is null too: `"manager": null` says that there is no manager's id.
            if view.isNull { return view }
            guard let inner = Self.member(name, of: view, foldingNames) else { return nil }
            view = inner
        }
        return view
    }

    /// Whether it leads into a null, or behind the end of a list: it is said that there is nothing, other than by a member that is missing.
    func isNothing(in view: JSONView, foldingNames: Bool = false) -> Bool {
        var view = view
        for name in names {
            if view.kind == .null { return true }
            guard let inner = Self.member(name, of: view, foldingNames) else { return view.kind == .array && Int(name) != nil }
            view = inner
        }
        return view.isNull
    }

    private static func member(_ name: String, of view: JSONView, _ foldingNames: Bool) -> JSONView? {
        switch view.kind {
        case .object:
            if let exact = view[name] { return exact }
            return foldingNames ? view.members.first { $0.name.lowercased() == name.lowercased() }?.value : nil
        case .array:
            guard let index = Int(name), index >= 0 else { return nil }
            return view.elements.dropFirst(index).first { _ in true }
        case .null, .bool, .number, .string: return nil
        }
    }

    var text: String { names.joined(separator: ".") }
}

extension JSONView {
    /// A scalar as text; nil: null, a list or an object.
    var scalarText: String? {
        switch kind {
        case .string: string
        case .number: number?.literal
        case .bool: bool == true ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
