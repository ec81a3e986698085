/// Which fields have a value, of many employees: few sets of paths stand for a million people.
struct PathSets: Sendable {
    private var places: [String: Int] = [:]
    private var paths: [String] = []
    private var ids: [NumberSet: Int] = [:]
    private var all: [NumberSet] = []

    /// The number of the set of all fields of the employee that have a value.
    mutating func id(of employee: Employee) -> Int {
        var set = NumberSet()
        for (path, value) in employee.fields where value != .list([]) { set.insert(place(of: path)) }
        if !employee.emails.isEmpty { set.insert(place(of: "emails")) }
        if employee.id != nil { set.insert(place(of: "id")) }
        if let known = ids[set] { return known }
        ids[set] = all.count
        all.append(set)
        return all.count - 1
    }

    private mutating func place(of path: String) -> Int {
        if let known = places[path] { return known }
        places[path] = paths.count
        paths.append(path)
        return paths.count - 1
    }

    /// In order.
    func paths(of id: Int) -> [String] {
        var found: [String] = []
        all[id].forEach { found.append(paths[$0]) }
        return found.sorted()
    }

    var count: Int { all.count }
}
