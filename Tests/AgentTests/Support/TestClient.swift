import JSON
import Synchronization
import Testing
import Wire

/// A client in this process: sends requests, gets responses by id, and keeps everything the agent said in order.
final class TestClient: Sendable {
    let connection: PairedConnection

    private struct State {
        var lastID = 0
        var received: [JSONValue] = []
        var hasEnded = false
        var waiters: [(isMet: @Sendable ([JSONValue]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())

    init(_ handler: any MessageHandler, maximumMessage: Int = 16 << 20) {
        connection = PairedConnection(handler: Unhurried(handler), maximumMessage: maximumMessage)
        Task { [connection, weak self] in
            while let message = await connection.receive() { self?.take(message) }
            self?.take(nil)
        }
    }

    /// nil: nothing more comes, or the waiters are only to look again.
    private func take(_ message: JSONValue?, ends: Bool = true) {
        let met = state.withLock { state in
            if let message { state.received.append(message) } else if ends { state.hasEnded = true }
            let met = state.waiters.filter { state.hasEnded || $0.isMet(state.received) }
            state.waiters.removeAll { state.hasEnded || $0.isMet(state.received) }
            return met
        }
        for waiter in met { waiter.continuation.resume() }
    }

    /// Everything so far, responses and notifications.
    var received: [JSONValue] { state.withLock { $0.received } }

    var notifications: [JSONValue] { received.filter { $0["id"] == nil } }

    /// The same, but no longer than `limit`: what should have come and did not is for the caller to see.
    func wait(atMost limit: Duration, _ isMet: @escaping @Sendable ([JSONValue]) -> Bool) async {
        let over = Flag()
        let timer = Task {
            try await Task.sleep(for: limit)
            over.set()
            self.take(nil, ends: false)
        }
        await suspend { over.isSet || isMet($0) }
        timer.cancel()
    }

    /// Waits until what was received fulfils a condition, or nothing more comes. Two minutes of that fail the test.
    func wait(_ isMet: @escaping @Sendable ([JSONValue]) -> Bool) async {
        await wait(atMost: .seconds(120), isMet)
        let (received, hasEnded) = state.withLock { ($0.received, $0.hasEnded) }
        if !hasEnded, !isMet(received) { Issue.record("what was waited for did not come within two minutes; the last message: \(received.last?.text ?? "none")") }
    }

    private func suspend(until isMet: @escaping @Sendable ([JSONValue]) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isMetNow = state.withLock { state in
                if state.hasEnded || isMet(state.received) { return true }
                state.waiters.append((isMet, continuation))
                return false
            }
            if isMetNow { continuation.resume() }
        }
    }

    /// Sends a request and does not wait for its answer.
    func send(_ method: String, _ params: JSONValue = [:]) -> Int {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        connection.request(id, method, params)
        return id
    }

    func response(_ id: Int) async throws -> JSONValue {
        let isIt: @Sendable (JSONValue) -> Bool = { $0["id"]?.int == id && $0["method"] == nil }
        await wait { $0.contains(where: isIt) }
        guard let response = received.first(where: isIt) else { throw RPCError.closing }
        if let result = response["result"] { return result }
        let error = response["error"]
        throw RPCError(code: error?["code"]?.int ?? 0, message: error?["message"]?.string ?? "", data: error?["data"])
    }

    func call(_ method: String, _ params: JSONValue = [:]) async throws -> JSONValue { try await response(send(method, params)) }
}

/// Set once, seen by all.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}

/// Hands every notification on, also those that newer ones could replace: which ones meet in the queue is a matter of speed.
private final class Unhurried: MessageHandler {
    private let handler: any MessageHandler
    private let clients = Mutex<[ObjectIdentifier: Lossless]>([:])
    init(_ handler: any MessageHandler) { self.handler = handler }

    func effect(of method: String) -> Effect? { handler.effect(of: method) }
    func isQuick(_ method: String) -> Bool { handler.isQuick(method) }
    func answer(_ call: Call) throws(RPCError) -> [UInt8] { try handler.answer(call) }
    func perform(_ call: Call) async throws(RPCError) -> [UInt8] { try await handler.perform(call) }
    func received(_ call: Call) { handler.received(call) }
    func opened(_ client: any Client) { handler.opened(lossless(client)) }
    func drain(_ client: any Client) async { await handler.drain(client) }
    func closed(_ client: any Client) { handler.closed(lossless(client)) }

    private func lossless(_ client: any Client) -> Lossless {
        clients.withLock { clients in
            let known = clients[ObjectIdentifier(client)] ?? Lossless(client)
            clients[ObjectIdentifier(client)] = known
            return known
        }
    }

    private final class Lossless: Client {
        private let client: any Client
        init(_ client: any Client) { self.client = client }
        var isSession: Bool { client.isSession }
        func notify(method: String, params: [UInt8], replacing key: String?) { client.notify(method: method, params: params, replacing: nil) }
    }
}
