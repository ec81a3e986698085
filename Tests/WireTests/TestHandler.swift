import Dispatch
import JSON
import Synchronization

@testable import Wire

/// A handler whose methods can be held up and whose doings are recorded.
final class TestHandler: MessageHandler {
    /// Something that a test lets pass. Threads block at it, tasks suspend.
    final class Gate: Sendable {
        private struct State {
            var isOpen = false
            var waiters: [@Sendable () -> Void] = []
            var arrivals = 0
            var onArrival: (@Sendable () -> Void)?
        }

        private let state = Mutex(State())

        func open() {
            let waiters = state.withLock { state in
                state.isOpen = true
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiters { waiter() }
        }

        func block() {
            let semaphore = DispatchSemaphore(value: 0)
            arrive { semaphore.signal() }
            semaphore.wait()
        }

        func pass() async {
            await withCheckedContinuation { continuation in arrive { continuation.resume() } }
        }

        private func arrive(_ go: @escaping @Sendable () -> Void) {
            let (isOpen, onArrival) = state.withLock { state in
                if !state.isOpen { state.waiters.append(go) }
                defer { state.onArrival = nil }
                if state.onArrival == nil { state.arrivals += 1 }
                return (state.isOpen, state.onArrival)
            }
            onArrival?()
            if isOpen { go() }
        }

        /// Waits until somebody (one more) has come to the gate.
        func awaitArrival() async {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.arrivals > 0 {
                        state.arrivals -= 1
                        return true
                    }
                    state.onArrival = { continuation.resume() }
                    return false
                }
                if isThere { continuation.resume() }
            }
        }
    }

    let gate = Gate()
    let log = Mutex<[String]>([])
    private let value = Mutex(0)

    func effect(of method: String) -> Effect? {
        switch method {
        case "initialize": .control
        case "get", "quick", "big", "block", "untilCancelled": .read
        case "add", "subtract", "sum", "update", "fail", "named": .local
        case "slow", "start", "stubborn", "mark": .remote
        case "status": .control
        default: nil
        }
    }

    func isQuick(_ method: String) -> Bool { method == "quick" }

    func answer(_ call: Call) throws(RPCError) -> [UInt8] {
        note(call.method)
        switch call.method {
        case "initialize": return Array("{}".utf8)
        case "get", "quick": return Array(String(value.withLock { $0 }).utf8)
        case "add":
            let amount = call.params["by"]?.int ?? 1
            return Array(String(value.withLock { value in value += amount; return value }).utf8)
        case "subtract": return Array(String((call.params["minuend"]?.int ?? 0) - (call.params["subtrahend"]?.int ?? 0)).utf8)
        case "sum": return Array(String(call.params["of"]?.array?.compactMap(\.int).reduce(0, +) ?? 0).utf8)
        case "big": return Array("\"\(String(repeating: "x", count: 1 << 20))\"".utf8)
        case "block":
            gate.block()
            return Array("true".utf8)
        case "untilCancelled":
            let cancelled = DispatchSemaphore(value: 0)
            call.cancellation.onCancel { cancelled.signal() }
            gate.open()
            cancelled.wait()
            throw RPCError(code: 5001, kind: "remoteUnavailable", message: "broken off")
        case "fail": throw RPCError(code: 2001, kind: "notFound", message: "there is no such thing")
        case "named":
            call.afterResponse { call.client.notify(method: "event", params: Array("{}".utf8), replacing: nil) }
            return Array("\"run\"".utf8)
        default: return Array("\"ok\"".utf8)
        }
    }

    func perform(_ call: Call) async throws(RPCError) -> [UInt8] {
        note(call.method)
        // Before the first suspension.
        if call.method == "mark" { value.withLock { $0 = 77 } }
        if call.method == "stubborn" {
            await gate.pass()
            return Array("\"late\"".utf8)
        }
        if call.method == "slow" || call.method == "mark" { await gate.pass() }
        if Task.isCancelled { throw RPCError(code: 5001, kind: "remoteUnavailable", message: "broken off") }
        note("\(call.method) done")
        return Array("\"ok\"".utf8)
    }

    func received(_ call: Call) { note("received \(call.method)") }
    func opened(_ client: any Client) { note("opened") }
    func drain(_ client: any Client) async { note("drain") }
    func closed(_ client: any Client) { note("closed") }

    func note(_ text: String) { log.withLock { $0.append(text) } }
    var noted: [String] { log.withLock { $0 } }
}

extension PairedConnection {
    /// Receives until there is nothing more.
    func receiveAll() async -> [JSONValue] {
        var all: [JSONValue] = []
        while let message = await receive() { all.append(message) }
        return all
    }

    func initialize() async {
        request(0, "initialize")
        _ = await receive()
    }
}

extension JSONValue {
    var kind: String? { self["error"]?["data"]?["kind"]?.string }
    var code: Int? { self["error"]?["code"]?.int }
    var id: JSONValue? { self["id"] }
}
