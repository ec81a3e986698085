/// The difference between the rows of two runs: what appeared, what is gone, what is not the same any more.
public enum RowComparison {
    public struct Change: Sendable, Equatable {
        public var before: Row?
        public var after: Row?
    }

    /// Rows belong together by employee, else by user. In the order of `after`, then those that are gone.
    public static func changes(from before: [Row], to after: [Row]) -> [Change] {
        func name(_ row: Row) -> String? { row.externalID.map { "x" + $0 } ?? row.userID.map { "u" + $0 } }
        var old: [String: Row] = [:]
        for row in before { if let name = name(row) { old[name] = row } }
        var changes: [Change] = []
        for row in after {
            guard let name = name(row) else { continue }
            let previous = old.removeValue(forKey: name)
            if previous != row { changes.append(Change(before: previous, after: row)) }
        }
        for row in before { if let name = name(row), old[name] != nil { changes.append(Change(before: row, after: nil)) } }
        return changes
    }
}
