import Contract
import JSON
import Provisioning
import Synchronization
import Wire

/// Tells connected sessions what has happened. Never more than a hint: the store has it already.
final class Events: Sendable {
    private let clients = Mutex<[ObjectIdentifier: any Client]>([:])

    func add(_ client: any Client) { clients.withLock { $0[ObjectIdentifier(client)] = client } }
    func remove(_ client: any Client) { clients.withLock { $0[ObjectIdentifier(client)] = nil } }
    var isEmpty: Bool { clients.withLock { $0.isEmpty } }

    /// `key`: a later event under the same key replaces one that still waits (`x-delivery: latest`).
    func send(_ method: String, replacing key: String? = nil, _ write: (inout JSONWriter) -> Void) {
        let listeners = clients.withLock { Array($0.values) }
        guard !listeners.isEmpty else { return }
        var writer = JSONWriter()
        write(&writer)
        for client in listeners { client.notify(method: method, params: writer.bytes, replacing: key) }
    }
}
