import JSON

/// Something wrong with a manifest, and where.
struct ManifestProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// From 1.
    var line: Int
    /// `lists[0].paging.kind`; empty: the whole.
    var path: String
    var message: String

    var description: String { "line \(line): \(path.isEmpty ? "" : path + ": ")\(message)" }
}

/// Everything that is wrong with a manifest; at least one problem.
struct ManifestError: Error, Sendable, Equatable {
    var problems: [ManifestProblem]
}

/// What a manifest's reading notes down: its faults and its placeholders.
final class Notes {
    private(set) var problems: [ManifestProblem] = []
    private(set) var placeholders: [(name: String, line: Int, path: String)] = []
    private(set) var lookups: [(table: String, place: Draft)] = []
    private let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    func line(of offset: Int) -> Int { lineStarts.count(where: { $0 <= offset }) }

    func note(_ message: String, at draft: Draft) {
        problems.append(ManifestProblem(line: line(of: draft.view.raw.startIndex), path: draft.path, message: message))
    }

    func note(placeholder name: String, at draft: Draft) {
        placeholders.append((name, line(of: draft.view.raw.startIndex), draft.path))
    }

    func note(lookup table: String, at draft: Draft) { lookups.append((table, draft)) }

    func note(_ problem: ManifestProblem) { problems.append(problem) }
}

/// A part of a manifest being read. Reading never stops at a fault: it is noted and a harmless value stands in, so that all faults are told at once.
struct Draft {
    let view: JSONView
    let path: String
    let notes: Notes

    func note(_ message: String) { notes.note(message, at: self) }

    /// The members of an object; names beside `known` are faults.
    func members(_ known: [String], required: [String] = []) -> Members {
        guard view.kind == .object else {
            note("This must be an object with: \(known.joined(separator: ", ")).")
            return Members(draft: self, values: [:])
        }
        var values: [String: Draft] = [:]
        for member in view.members {
            let child = Draft(view: member.value, path: path.isEmpty ? member.name : "\(path).\(member.name)", notes: notes)
            if !known.contains(member.name) {
                child.note("There is no such member here. Known are: \(known.joined(separator: ", ")).")
            } else if values.updateValue(child, forKey: member.name) != nil {
                child.note("This member is here twice.")
            }
        }
        for name in required where values[name] == nil { note("“\(name)” is missing.") }
        return Members(draft: self, values: values)
    }

    /// The members of an object with names of its own.
    var entries: [(name: String, value: Draft)] {
        guard view.kind == .object else {
            note("This must be an object.")
            return []
        }
        return view.members.map { ($0.name, Draft(view: $0.value, path: "\(path).\($0.name)", notes: notes)) }
    }

    var elements: [Draft] {
        guard view.kind == .array else {
            note("This must be a list.")
            return []
        }
        return view.elements.enumerated().map { Draft(view: $1, path: "\(path)[\($0)]", notes: notes) }
    }

    var text: String {
        if let text = view.string { return text }
        note("This must be text.")
        return ""
    }

    var texts: [String] { view.kind == .string ? [text] : elements.map(\.text) }

    var flag: Bool {
        if let flag = view.bool { return flag }
        note("This must be true or false.")
        return false
    }

    /// A whole number from 0.
    var count: Int {
        if let number = view.number?.int, number >= 0 { return number }
        note("This must be a whole number, 0 or more.")
        return 0
    }

    /// One of the words of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(_ standard: Word) -> Word where Word.RawValue == String {
        if let text = view.string, let word = Word(rawValue: text) { return word }
        note("\(view.string.map { "“\($0)”" } ?? "This") is none of: \(Word.allCases.map(\.rawValue).joined(separator: ", ")).")
        return standard
    }

    struct Members {
        let draft: Draft
        let values: [String: Draft]

        subscript(name: String) -> Draft? { values[name] }

        func text(_ name: String) -> String? { values[name]?.text }
        func flag(_ name: String, _ standard: Bool = false) -> Bool { values[name]?.flag ?? standard }
        func elements(_ name: String) -> [Draft] { values[name]?.elements ?? [] }
        func entries(_ name: String) -> [(name: String, value: Draft)] { values[name]?.entries ?? [] }
    }
}
