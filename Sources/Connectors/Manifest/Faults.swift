import JSON

/// What the HRIS's refusals mean.
struct Faults: Sendable {
    enum Meaning: String, Sendable, CaseIterable {
        /// The credentials, or their rights, do not do (any more).
        case authorization
        /// Too many requests: wait and ask again.
        case rateLimit
        /// The plan's allowance is used up: asking again is no use.
        case quota
        /// It will pass: ask again.
        case retry
        /// The listing has lost its place: read it from its beginning.
        case restart
        /// The list does not come in pages: ask for all of it at once.
        case unpaged
        /// The answer is not the whole truth, now.
        case incomplete
        /// There is no such employee.
        case missing
        /// The HRIS cannot do this.
        case unsupported
        case unexpected
    }

    struct Rule: Sendable {
        var statuses: Set<Int>
        var conditions: Conditions?
        var meaning: Meaning
        /// Our own words, before the HRIS's.
        var sentence: String?
        /// Where the body says for how many milliseconds asking again is no use; then it is asked once more.
        var cooldown: Path?
    }

    struct Verdict: Sendable {
        var meaning: Meaning
        var sentence: String?
        var cooldown: Duration?
    }

    var rules: [Rule] = []
    /// Where the HRIS's own words are, the first that has any.
    var words: [Path] = []
    var wordsHeader: String?

    init() {}

    init(_ draft: Draft) {
        let members = draft.members(["rules", "words", "wordsHeader"])
        rules = members.elements("rules").map { draft in
            let members = draft.members(["status", "where", "means", "say", "cooldown"], required: ["means"])
            let statuses = members["status"].map { $0.view.kind == .array ? $0.elements.map(\.count) : [$0.count] } ?? []
            if members["status"] == nil, members["where"] == nil { draft.note("“status” or “where” is missing: what is it that means this?") }
            return Rule(
                statuses: Set(statuses), conditions: members["where"].map(Conditions.init), meaning: members["means"]?.word(Meaning.unexpected) ?? .unexpected,
                sentence: members.text("say"), cooldown: members["cooldown"].map(Path.init))
        }
        words = members.elements("words").map(Path.init)
        wordsHeader = members.text("wordsHeader")
    }

    /// The first rule that fits, else what the status means everywhere; nil: a success.
    /// - Parameter body: asked for only if a rule depends on it, since successes are long.
    func judge(status: Int, body: () -> JSONView?) -> Verdict? {
        for rule in rules where rule.statuses.isEmpty || rule.statuses.contains(status) {
            if let conditions = rule.conditions, !(body().map { conditions.match($0) } ?? false) { continue }
            let milliseconds = rule.cooldown.flatMap { path in body().flatMap { path.find(in: $0)?.number?.double } }.flatMap { $0 > 0 && $0 < 1e9 ? $0 : nil }
            return Verdict(meaning: rule.meaning, sentence: rule.sentence, cooldown: milliseconds.map { .milliseconds(Int64($0)) })
        }
        let meaning: Meaning? = switch status {
        case 200..<300: nil
        case 401, 403: .authorization
        case 402: .quota
        case 404, 410: .missing
        case 429: .rateLimit
        case 408, 425, 500...599: .retry
        default: .unexpected
        }
        return meaning.map { Verdict(meaning: $0, sentence: status == 403 ? "The credentials lack a right that this needs." : nil) }
    }
}

/// How fast the HRIS may be asked.
struct Limits: Sendable {
    enum Unit: String, Sendable, CaseIterable { case seconds, milliseconds, epochSeconds, epochMilliseconds }

    struct Hint: Sendable {
        var header: String
        var unit: Unit
    }

    var perMinute: Int?
    /// How many requests for details may be under way.
    var atOnce = 4
    /// The header that counts down; at 0 the next request waits for the first hint.
    var remaining: String?
    /// Headers that say how long to wait, besides `Retry-After`.
    var hints: [Hint] = []

    init() {}

    init(_ draft: Draft) {
        let members = draft.members(["perMinute", "atOnce", "remaining", "waits"])
        perMinute = members["perMinute"].map(\.count)
        atOnce = max(1, members["atOnce"]?.count ?? 4)
        remaining = members.text("remaining")
        hints = members.elements("waits").map { draft in
            let members = draft.members(["header", "unit"], required: ["header", "unit"])
            return Hint(header: members.text("header") ?? "", unit: members["unit"]?.word(Unit.seconds) ?? .seconds)
        }
    }
}
