/// The order of a plan's rows: categories in theirs, each in external ID order, records without id last and as read.
enum RowOrder {
    /// Places of the rows.
    static func sorted(_ rows: [Row]) -> [Int] {
        let rank = Dictionary(uniqueKeysWithValues: Row.Category.allCases.enumerated().map { ($1, $0) })
        return rows.indices.sorted { left, right in
            let a = rows[left], b = rows[right]
            if a.category != b.category { return rank[a.category, default: 0] < rank[b.category, default: 0] }
            switch (a.employeeID, b.employeeID) {
            case (let x?, let y?) where x != y: return precedesInExternalIDOrder(x, y)
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left < right
            }
        }
    }
}
