/// What the rows of a plan bring along: warnings, new segments, people who are not active. Rows are made in two parts, and all this is told as if they
/// had been made in external ID order.
struct PlanNotes {
    /// People who are not active and would nevertheless be created.
    var inactive = 0
    private var warnings: [(order: Int, problem: Problem)] = []
    /// How many of this part's are among them, and how many there were in all.
    private var kept = 0, warningCount = 0
    private var lastOrder = 0
    /// With where it came first: the place of the person, and the change among the row's.
    private var segments: [Plan.NewSegment: (order: Int, change: Int)] = [:]

    /// `order`: of the person; it grows within a part.
    mutating func warn(_ problem: Problem, _ order: Int) {
        if order < lastOrder { kept = 0 }
        lastOrder = order
        warningCount += 1
        if kept == Summary.mostWarnings { return }
        kept += 1
        warnings.append((order, problem))
    }

    /// Notes the segments that applying the row creates (R-MAP-6).
    mutating func note(_ row: Row, _ rules: Ruleset, _ order: Int) {
        for (place, change) in row.changes.enumerated() {
            guard case .attribute(let key) = change.field, case .text(let name)? = change.to, rules.segments[key]?[name] == nil else { continue }
            let segment = Plan.NewSegment(attribute: key, name: name)
            if let known = segments[segment], known <= (order, place) { continue }
            segments[segment] = (order, place)
        }
    }

    func tell(_ summary: inout Summary, _ rules: Ruleset) {
        let told = warnings.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.prefix(Summary.mostWarnings)
        for (_, warning) in told { summary.warn(warning.problem) }
        summary.warningCount += warningCount - told.count
        list(segments.sorted { $0.value < $1.value }.map(\.key), into: &summary, rules)
        if inactive > 0 {
            summary.warn(Problem(.warning, "createsInactive", "\(inactive) of the people to be created are not active in the HRIS. If they should not become users, set the user state to delete, or filter by employment_status.", path: "lifecycle.userState"))
        }
    }

    /// With a warning where one differs from another only by its spelling (R-MAP-6).
    private func list(_ segments: [Plan.NewSegment], into summary: inout Summary, _ rules: Ruleset) {
        var spellings: [String: [String: String]] = rules.segments.mapValues { names in
            Dictionary(names.keys.map { (Text.fold($0), $0) }, uniquingKeysWith: { min($0, $1) })
        }
        for segment in segments {
            summary.segments.append(segment)
            let fold = Text.fold(segment.name)
            if let near = spellings[segment.attribute]?[fold] {
                summary.warn(Problem(.warning, "segmentNearMiss", "The segment “\(segment.name)” of \(segment.attribute) would be created beside “\(near)”, which differs only in spelling; an alias would join them.", path: "attributes.\(segment.attribute)"))
            } else {
                spellings[segment.attribute, default: [:]][fold] = segment.name
            }
        }
    }
}
