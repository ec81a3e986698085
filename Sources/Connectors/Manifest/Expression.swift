import JSON
import Provisioning

/// Where in a record something is, through lists, details and tables.
struct Selector: Sendable {
    var path: Path
    /// Ever deeper: one element of a list, then a path inside it.
    var steps: [Step] = []
    /// Each looks up what the one before it gave.
    var lookups: [Lookup] = []

    struct Step: Sendable {
        var pick: Pick?
        var get: Path?
    }

    struct Lookup: Sendable {
        var table: String
        var pick: Pick?
        var get: Path?
        /// Texts that mean no value, so that there is nothing to look up.
        var empty: Set<String> = []

        init(_ draft: Draft) {
            if draft.view.kind == .string {
                table = draft.text
                draft.notes.note(lookup: table, at: draft)
                return
            }
            let members = draft.members(["table", "pick", "get"], required: ["table"])
            table = members.text("table") ?? ""
            if let place = members["table"] { place.notes.note(lookup: table, at: place) }
            pick = members["pick"].map(Pick.init)
            get = members["get"].map(Path.init)
        }
    }

    static let members = ["path", "pick", "get", "lookup"]

    init(path: Path) { self.path = path }

    /// Text is a path.
    init(_ draft: Draft) {
        if draft.view.kind == .object {
            self.init(draft.members(Self.members, required: ["path"]))
        } else {
            self.init(path: Path(draft))
        }
    }

    init(_ members: Draft.Members) {
        path = members["path"].map(Path.init) ?? Path("")
        steps = Self.steps(members)
        lookups = members["lookup"].map { $0.view.kind == .array ? $0.elements.map(Lookup.init) : [Lookup($0)] } ?? []
    }

    /// `get` is a path, or an object with a `path` and in turn a `pick` and a `get`.
    private static func steps(_ members: Draft.Members) -> [Step] {
        let pick = members["pick"].map(Pick.init)
        guard let get = members["get"] else { return pick.map { [Step(pick: $0)] } ?? [] }
        guard get.view.kind == .object else { return [Step(pick: pick, get: Path(get))] }
        let inner = get.members(["path", "pick", "get"], required: ["path"])
        return [Step(pick: pick, get: inner["path"].map(Path.init))] + steps(inner)
    }

    func ignoring(_ empty: Set<String>) -> Selector {
        var selector = self
        for index in lookups.indices { selector.lookups[index].empty = empty }
        return selector
    }
}

/// How one field of an employee is made from a record.
indirect enum Expression: Sendable {
    case constant(String)
    /// The first that has a value.
    case first([Expression])
    /// `each` nil: a single value; else of each element of the list there.
    case value(Selector, each: Path?, Conversion)
    /// `ended` from the day after that date on; until then, or without a date, what the other says, or `active`.
    case activeUntil(Expression, ended: String, then: Expression?)
    /// `active` before that date, from it on what the other says.
    case activeBefore(Expression, Expression)
    /// A date, but none if it lies before the other one: then it belongs to an earlier employment.
    case notBefore(Expression, Expression)

    private static let conversionMembers = ["as", "order", "translate", "empty", "absent"]

    init(_ draft: Draft, _ inherited: Conversion) {
        switch draft.view.kind {
        case .string: self = .value(Selector(path: Path(draft)), each: nil, inherited)
        case .array: self = .first(draft.elements.map { Expression($0, inherited) })
        default:
            let members = draft.members(Selector.members + ["constant", "first", "each", "activeUntil", "ended", "activeBefore", "then", "notBefore"] + Self.conversionMembers)
            let conversion = Conversion(members, inherited)
            let kinds = ["constant", "first", "path", "activeUntil", "activeBefore"].filter { members[$0] != nil }
            if kinds.count != 1 { draft.note("Exactly one of: path, first, constant, activeUntil, activeBefore.") }
            if let constant = members.text("constant") {
                self = .constant(constant)
            } else if let first = members["first"] {
                self = .first(first.elements.map { Expression($0, conversion) })
            } else if let until = members["activeUntil"] {
                self = .activeUntil(Expression(until, inherited.forDates), ended: members.text("ended") ?? "terminated", then: members["then"].map { Expression($0, conversion) })
            } else if let before = members["activeBefore"] {
                if members["then"] == nil { draft.note("“then” is missing: what holds from that date on.") }
                self = .activeBefore(Expression(before, inherited.forDates), members["then"].map { Expression($0, conversion) } ?? .constant(""))
            } else {
                self = .value(Selector(members).ignoring(conversion.empty), each: members["each"].map(Path.init), conversion)
            }
            if let earliest = members["notBefore"] { self = .notBefore(self, Expression(earliest, inherited.forDates)) }
        }
    }

    /// Every selector in it.
    var selectors: [Selector] {
        switch self {
        case .constant: []
        case .first(let all): all.flatMap(\.selectors)
        case .value(let selector, _, _): [selector]
        case .activeUntil(let date, _, let then): date.selectors + (then?.selectors ?? [])
        case .activeBefore(let one, let other), .notBefore(let one, let other): one.selectors + other.selectors
        }
    }
}

extension Expression {
    /// The words of ours that it may translate to.
    var translations: Set<String> {
        switch self {
        case .constant(let word): [word]
        case .first(let all): Set(all.flatMap(\.translations))
        case .value(_, _, let conversion): Set((conversion.translation ?? [:]).values.compactMap(\.self))
        case .activeUntil(_, let ended, let then): Set([ended]).union(then?.translations ?? [])
        case .activeBefore(_, let then): then.translations
        case .notBefore(let one, _): one.translations
        }
    }
}

/// How a JSON value becomes a field's value.
struct Conversion: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case text, number, boolean, date, list, epochSeconds, epochMilliseconds
        /// Parts of a whole name: all but the last word, the last word.
        case firstName, lastName
        /// The first of a list such as `sv-SE, en;q=0.8`.
        case language
        /// Text, and nothing if it is a list or an object.
        case word
        /// A number that is given in hundredths.
        case hundredths
        /// The value with its own type, as custom fields are read.
        case any
    }

    /// How a date with slashes or dots is written.
    enum Order: String, Sendable, CaseIterable { case dayMonthYear, monthDayYear }

    var kind: Kind
    var order: Order?
    /// Folded words to ours; nil: no value. A word that ends in `*` is how theirs begins, the longest goes first; `*` alone: all others.
    var translation: [String: String?]?
    /// Texts that mean no value.
    var empty: Set<String> = []
    var absent: Absence = .none

    init(kind: Kind) { self.kind = kind }

    /// The same, of a date.
    var forDates: Conversion {
        var date = Conversion(kind: .date)
        date.empty = empty
        date.absent = absent
        return date
    }

    init(_ members: Draft.Members, _ inherited: Conversion) {
        self = inherited
        if let kind = members["as"] { self.kind = kind.word(Kind.text) }
        if let order = members["order"] { self.order = order.word(Order.dayMonthYear) }
        if let translate = members["translate"] {
            var translation: [String: String?] = [:]
            for (word, ours) in translate.entries { translation[Text.fold(word)] = .some(ours.view.isNull ? nil : ours.text) }
            self.translation = translation
        }
        if let empty = members["empty"] { self.empty.formUnion(Self.emptyTexts(empty)) }
        if let absent = members["absent"] { self.absent = absent.word(Absence.none) }
    }

    /// Texts, and false or 0 by their literal.
    static func emptyTexts(_ draft: Draft) -> [String] { draft.elements.map { $0.view.scalarText ?? $0.text } }
}

/// What it means that a record has no member for a field, not even null.
enum Absence: String, Sendable, CaseIterable {
    /// No value.
    case none
    /// The HRIS did not deliver it: the old value stays (R-MAP-9).
    case unavailable
    /// No value if another record of the same answer has one, else unavailable for all.
    case unavailableUnlessSeen
}
