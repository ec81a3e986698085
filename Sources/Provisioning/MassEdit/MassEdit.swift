/// Edits many users from a table (R-RES-4): pure, from the file's records and all users to what is to be done.
public struct MassEdit {
    let attributes: [Attribute]
    let account: Account
    /// By attribute key: each segment name and alias with the segment's name.
    let segments: [String: [String: String]]
    let users: [User]
    let resetEmpty: Bool
    let deleteMissing: Bool
    /// Whether administrators may be edited (R-ACC-3).
    let mayEditAdministrators: Bool

    public init(
        attributes: [Attribute], account: Account, segments: [String: [String: String]], users: [User], resetEmpty: Bool, deleteMissing: Bool,
        mayEditAdministrators: Bool
    ) {
        self.attributes = attributes
        self.account = account
        self.segments = segments
        self.users = users
        self.resetEmpty = resetEmpty
        self.deleteMissing = deleteMissing
        self.mayEditAdministrators = mayEditAdministrators
    }

    public struct Record: Sendable {
        /// Where it begins in the file, from 1.
        public var line: Int
        /// Without the formula guard.
        public var cells: [String]
        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// What the file asks for. If there are faults, nothing of it may be done.
    public struct Outcome: Sendable {
        public var edits: [Edit] = []
        public var deletes: [User] = []
        public var unchanged = 0
        /// New segments, each once, in the order of the file.
        public var segments: [Plan.NewSegment] = []
        /// Administrators and superusers whom the file would link to an HRIS: needs a confirmation (R-PLAN-11).
        public var linkedProtected: [String] = []
        public var faults: [Problem] = []
        public init() {}
    }

    public struct Edit: Sendable {
        public var line: Int
        /// nil: a new user.
        public var before: User?
        /// `id` is empty for a new user. References are in `references`.
        public var after: User
        /// By key of a `user` attribute that the file sets; empty: cleared.
        public var references: [String: [Target]] = [:]
    }

    /// Whom a reference names: a user, or the row of this file that creates one.
    public enum Target: Sendable, Hashable {
        case user(String)
        /// Index in `edits`.
        case edit(Int)
    }

    public func plan(header: [String], records: [Record]) -> Outcome {
        var outcome = Outcome()
        guard let columns = columns(header, &outcome) else { return outcome }
        var index = UserIndex(users)
        var cellsByEdit: [[Column: String]] = []
        var lineOfUser: [String: Int] = [:]
        for record in records {
            guard record.cells.count == columns.count else {
                outcome.fault(record.line, "fieldCount", "This line has \(record.cells.count) fields, the header has \(columns.count).")
                continue
            }
            let cells = Dictionary(zip(columns, record.cells.map(Text.normalized)), uniquingKeysWith: { first, _ in first })
            guard let edit = RowReader(edit: self, line: record.line, cells: cells).read(index, &outcome) else { continue }
            if let user = edit.before, let other = lineOfUser.updateValue(record.line, forKey: user.id) {
                outcome.fault(record.line, "userRepeated", "This user is in line \(other) already; keep one of the two.")
                continue
            }
            outcome.edits.append(edit)
            cellsByEdit.append(cells)
        }
        index.add(outcome.edits)
        for (position, cells) in cellsByEdit.enumerated() { readReferences(cells, position, index, &outcome) }
        if deleteMissing { outcome.deletes = users.filter { lineOfUser[$0.id] == nil && !$0.role.isProtected } }
        FinalState(edit: self).check(&outcome)
        takeOutUnchanged(&outcome)
        return outcome
    }

    private func columns(_ header: [String], _ outcome: inout Outcome) -> [Column]? {
        var columns: [Column] = []
        for title in header {
            guard let column = Column.named(title, attributes) else {
                outcome.fault(1, "columnUnknown", "There is no column “\(title)”. Known are \((Column.standard.map { $0.title(attributes) } + attributes.map(\.name)).joined(separator: ", ")).")
                continue
            }
            if columns.contains(column) { outcome.fault(1, "columnRepeated", "The column “\(title)” is there twice.") }
            columns.append(column)
        }
        if outcome.faults.isEmpty, !columns.contains(where: { [.userID, .externalID, .email, .firstName].contains($0) }) {
            outcome.fault(1, "columnMissing", "The file needs a column User ID, External ID or Email to find users by, or First name and Last name to create them.")
        }
        return outcome.faults.isEmpty ? columns : nil
    }

    /// `user` attributes: external IDs, else user ids, joined by `|`; also of people whom the file creates.
    private func readReferences(_ cells: [Column: String], _ position: Int, _ index: UserIndex, _ outcome: inout Outcome) {
        for attribute in attributes where attribute.type == .user {
            guard let cell = cells[.attribute(attribute.key)], !cell.isEmpty || resetEmpty else { continue }
            var targets: [Target] = []
            for name in cell.split(separator: "|").map({ Text.trimmed(String($0)) }) where !name.isEmpty {
                guard let target = index.target(name) else {
                    outcome.fault(outcome.edits[position].line, "referenceUnknown", "\(attribute.name) names somebody who is neither a user nor in this file; write external IDs or user ids.", path: attribute.name)
                    continue
                }
                if !targets.contains(target) { targets.append(target) }
            }
            outcome.edits[position].references[attribute.key] = targets
        }
    }

    private func takeOutUnchanged(_ outcome: inout Outcome) {
        // Only new users are pointed to by position, and they are never unchanged; but the positions move.
        var positions: [Int: Int] = [:]
        var kept: [Edit] = []
        for (position, edit) in outcome.edits.enumerated() {
            if isUnchanged(edit) {
                outcome.unchanged += 1
            } else {
                positions[position] = kept.count
                kept.append(edit)
            }
        }
        for index in kept.indices {
            kept[index].references = kept[index].references.mapValues { targets in
                targets.map { target in
                    if case .edit(let position) = target, let new = positions[position] { .edit(new) } else { target }
                }
            }
        }
        outcome.edits = kept
    }

    private func isUnchanged(_ edit: Edit) -> Bool {
        guard let before = edit.before, edit.after == before else { return false }
        return edit.references.allSatisfy { key, targets in
            let old: [String] = if case .users(let ids)? = before.attributes[key] { ids } else { [] }
            return Set(old.map { Target.user($0) }) == Set(targets)
        }
    }
}

extension MassEdit.Outcome {
    mutating func fault(_ line: Int, _ code: String, _ message: String, path: String? = nil) {
        faults.append(Problem(.error, code, message, path: path, line: line))
    }
}
