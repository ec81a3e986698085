/// The people from whom references lead into a circle. In a company that is nobody, mostly, and then no reference need be looked at twice.
struct Circles {
    private(set) var members = NumberSet()

    /// `edges`: everybody's references, those that are wished for too, by number.
    init(_ edges: [(from: Int, to: Int)]) {
        var people = NumberSet()
        for edge in edges {
            people.insert(edge.from)
            people.insert(edge.to)
        }
        let index = people.ranks
        // Who refers to somebody, person by person.
        var starts = [Int32](repeating: 0, count: people.count + 1)
        var open = [Int32](repeating: 0, count: people.count)
        for edge in edges {
            starts[index(edge.to) + 1] += 1
            open[index(edge.from)] += 1
        }
        for place in 1..<max(starts.count, 1) { starts[place] += starts[place - 1] }
        var referrers = [Int32](repeating: 0, count: edges.count)
        var filled = starts
        for edge in edges {
            let place = index(edge.to)
            referrers[Int(filled[place])] = Int32(index(edge.from))
            filled[place] += 1
        }
        // Whoever refers to nobody who is left closes no circle (Kahn 1962).
        var ends = open.indices.filter { open[$0] == 0 }
        while let end = ends.popLast() {
            for referrer in referrers[Int(starts[end])..<Int(starts[end + 1])] {
                open[Int(referrer)] -= 1
                if open[Int(referrer)] == 0 { ends.append(Int(referrer)) }
            }
        }
        people.forEach { person in if open[index(person)] > 0 { members.insert(person) } }
    }
}
