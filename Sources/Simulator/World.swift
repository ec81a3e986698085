import Foundation
import Provisioning
import Synchronization

/// Everything that changes while the simulator runs, behind one lock.
final class World: Sendable {
    struct State: Sendable {
        var company = Company()
        var faults = ArmedFaults()
        var clock = SimulatedClock()
        var requests: [RequestRecord] = []
        var requestCount = 0
    }

    let credentials: Credentials
    let grants: Grants
    private let state: Mutex<State>

    init(credentials: Credentials, tokenLifetime: Int) {
        self.credentials = credentials
        grants = Grants(lifetime: tokenLifetime)
        state = Mutex(State())
    }

    func read<Value>(_ body: (State) throws -> Value) rethrows -> Value where Value: Sendable {
        try state.withLock { try body($0) }
    }

    func change<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> Value where Value: Sendable {
        try state.withLock { try body(&$0) }
    }

    /// Counts the request and shows what it meets.
    func scene(for scope: Fault.Scope) -> Scene {
        state.withLock { state in
            state.requestCount += 1
            let faults = state.faults.meet(scope)
            return Scene(
                company: state.company, credentials: credentials, now: state.clock.now, faults: faults,
                tellsCounts: state.faults.contains([.countNotReached, .lyingTotal]), grants: grants, number: state.requestCount,
                changeCompany: { change in self.change { change(&$0.company) } })
        }
    }

    /// The newest 10,000 are kept.
    func record(_ record: RequestRecord) {
        state.withLock { state in
            if state.requests.count >= 20_000 { state.requests.removeFirst(10_000) }
            state.requests.append(record)
        }
    }
}

/// The simulator's time: the machine's, or what was set.
struct SimulatedClock: Sendable {
    /// nil: the machine's time.
    var fixed: Timestamp?

    var now: Timestamp { fixed ?? Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

/// A request that was answered, or broken off.
public struct RequestRecord: Sendable, Equatable {
    /// Counted from 1 since the start.
    public let number: Int
    public let at: Timestamp
    public let method: String
    public let path: String
    /// As it was written, without the question mark; nil: none.
    public let query: String?
    /// The `Host` header: which name the client used.
    public let host: String
    /// The scheme of its `Authorization` header, without the secret.
    public let authorization: String?
    public let format: Format
    public let scope: Fault.Scope
    /// What was answered; 0: nothing, the connection was broken.
    public let status: Int
    /// The faults that met it, as they are written.
    public let faults: [String]
}
