import JSON
import Synchronization

/// One request or notification on its way to the handler.
public final class Call: Sendable {
    public let method: String
    /// Always an object: an absent `params` counts as an empty one.
    public let params: JSONObject
    /// nil for a notification.
    public let id: RPCID?
    public let cancellation = Cancellation()
    /// Where notifications about this call go.
    public let client: any Client
    private let followUps = Mutex<[@Sendable () -> Void]>([])

    public init(method: String, params: JSONObject, id: RPCID?, client: any Client) {
        self.method = method
        self.params = params
        self.id = id
        self.client = client
    }

    /// Runs `action` once the response has been queued for writing, so that events about a run come after the response that names it.
    public func afterResponse(_ action: @escaping @Sendable () -> Void) {
        followUps.withLock { $0.append(action) }
    }

    /// For the connection: what `afterResponse` collected, once.
    func takeFollowUps() -> [@Sendable () -> Void] {
        followUps.withLock { actions in
            defer { actions = [] }
            return actions
        }
    }
}

/// The other end of a connection.
public protocol Client: AnyObject, Sendable {
    /// Whether it began with `initialize` (a session gets notifications, a script does not).
    var isSession: Bool { get }
    /// Queues a notification; a script's is dropped. `params` is encoded JSON.
    /// With `replacing`, one that still waits under the same key is replaced (`x-delivery: latest`).
    func notify(method: String, params: [UInt8], replacing key: String?)
}
