/// The faults that are set, each with the number of requests that it has counted.
struct ArmedFaults: Sendable {
    private(set) var states: [State] = []

    struct State: Sendable {
        let fault: Fault
        var requests = 0
        var applied = 0
    }

    init(_ faults: [Fault] = []) { states = faults.map { State(fault: $0) } }

    /// Counts a request of that scope and says which faults meet it.
    mutating func meet(_ scope: Fault.Scope) -> [Fault] {
        var met: [Fault] = []
        for index in states.indices where states[index].fault.scope == scope || states[index].fault.scope == .any {
            states[index].requests += 1
            let fault = states[index].fault, number = states[index].requests
            guard number >= fault.first, number <= fault.last ?? .max else { continue }
            states[index].applied += 1
            met.append(fault)
        }
        return met
    }

    func contains(_ kinds: Set<Fault.Kind>) -> Bool { states.contains { kinds.contains($0.fault.kind) } }
}
