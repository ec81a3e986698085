/// Resolves the employee ids of `user` attributes to people who exist after the run, without closing a cycle (R-MAP-8).
///
/// `Person` is whatever stands for people: the name by which rows show them, or a number.
struct ReferenceGraph<Person: Hashable> {
    /// The references in force: person to the people it points to.
    private var edges: [Person: [Person]] = [:]
    /// Components of the graph with all wished references; only within one can a reference close a cycle.
    private var component: [Person: Int] = [:]

    /// `settled` are the references which this run does not set; `wished` those that it is asked to set.
    init(settled: [Person: [Person]], wished: [(person: Person, targets: [Person])]) {
        edges = settled
        var all = settled
        for (person, targets) in wished { all[person, default: []] += targets }
        component = ReferenceGraph.components(all)
    }

    /// Adds a reference unless it is one to oneself or would close a cycle.
    mutating func add(from person: Person, to target: Person) -> Bool {
        guard allows(from: person, to: target) else { return false }
        // Of nobody else is it asked what they refer to.
        if component[person] != nil { edges[person, default: []].append(target) }
        return true
    }

    /// Whether a reference would neither be one to oneself nor close a cycle.
    func allows(from person: Person, to target: Person) -> Bool {
        guard person != target else { return false }
        guard let own = component[person], own == component[target] else { return true }
        return !reaches(person, from: target, within: own)
    }

    private func reaches(_ goal: Person, from start: Person, within component: Int) -> Bool {
        var seen: Set<Person> = [start]
        var stack = [start]
        while let person = stack.popLast() {
            if person == goal { return true }
            for next in edges[person] ?? [] where self.component[next] == component && seen.insert(next).inserted { stack.append(next) }
        }
        return false
    }

    /// Strongly connected components (Tarjan 1972), iterative: chains of managers can be long.
    private static func components(_ edges: [Person: [Person]]) -> [Person: Int] {
        var index: [Person: Int] = [:], low: [Person: Int] = [:], result: [Person: Int] = [:]
        var stack: [Person] = []
        var counter = 0, componentCount = 0
        for root in edges.keys where index[root] == nil {
            var work: [(node: Person, next: Int)] = [(root, 0)]
            while var frame = work.popLast() {
                if frame.next == 0 {
                    index[frame.node] = counter
                    low[frame.node] = counter
                    counter += 1
                    stack.append(frame.node)
                }
                let targets = edges[frame.node] ?? []
                var descended = false
                while frame.next < targets.count {
                    let target = targets[frame.next]
                    frame.next += 1
                    if index[target] == nil {
                        work.append(frame)
                        work.append((target, 0))
                        descended = true
                        break
                    }
                    if result[target] == nil { low[frame.node] = min(low[frame.node] ?? 0, index[target] ?? 0) }
                }
                if descended { continue }
                if low[frame.node] == index[frame.node] {
                    while let member = stack.popLast() {
                        result[member] = componentCount
                        if member == frame.node { break }
                    }
                    componentCount += 1
                }
                if let parent = work.last?.node { low[parent] = min(low[parent] ?? 0, low[frame.node] ?? 0) }
            }
        }
        return result
    }
}
