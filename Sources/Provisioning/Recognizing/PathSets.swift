/// Which fields have a value, of many employees: few sets of paths stand for a million people.
struct PathSets: Sendable {
    private var places: [String: Int] = [:]
    private var paths: [String] = []
    private var ids: [NumberSet: Int] = [:]
    private var all: [NumberSet] = []
    /// What is known after the paths in the order in which employees name them: most name the same ones in the same order as somebody before, so
    /// that a few comparisons find their set.
    private var steps = [Step()]

    private struct Step {
        var set: Int?
        /// The path that came next last time, and where it led.
        var path = ""
        var next = 0
        var others: [String: Int] = [:]
    }

    private static let mostSteps = 1 << 16

    /// The number of the set of all fields of the employee that have a value.
    mutating func id(of employee: Employee) -> Int {
        var step = 0
        Self.forEachPath(of: employee) { path in if step >= 0 { step = self.step(from: step, path) } }
        if step >= 0, let known = steps[step].set { return known }
        var set = NumberSet()
        Self.forEachPath(of: employee) { set.insert(place(of: $0)) }
        let id = id(of: set)
        if step >= 0 { steps[step].set = id }
        return id
    }

    private static func forEachPath(of employee: Employee, _ body: (String) -> Void) {
        for (path, value) in employee.fields {
            if case .list(let elements) = value, elements.isEmpty { continue }
            body(path)
        }
        if !employee.emails.isEmpty { body("emails") }
        if employee.id != nil { body("id") }
    }

    /// -1: there are too many.
    private mutating func step(from step: Int, _ path: String) -> Int {
        if steps[step].path == path { return steps[step].next }
        let next: Int
        if let known = steps[step].others[path] {
            next = known
        } else {
            if steps.count >= Self.mostSteps { return -1 }
            next = steps.count
            steps.append(Step())
            steps[step].others[path] = next
        }
        steps[step].path = path
        steps[step].next = next
        return next
    }

    private mutating func id(of set: NumberSet) -> Int {
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
