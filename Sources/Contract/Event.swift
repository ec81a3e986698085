import JSON
import Wire

/// What happens to a notification that waits to be written when there are more than can be (`x-delivery`).
public enum Delivery: Sendable {
    /// It stays; what cannot is counted and told.
    case lossless
    /// A newer one about the same thing replaces it.
    case latest
}

/// The parameters of a notification to a session.
public protocol Event: ContractValue {
    static var method: String { get }
    static var delivery: Delivery { get }
}

extension Client {
    /// Queues a notification. `subject`: what it is about; with `latest` delivery one about the same that still waits is replaced.
    public func notify<E: Event>(_ event: E, about subject: String = "") {
        let key: String? = switch E.delivery {
        case .latest: "\(E.method) \(subject)"
        case .lossless: nil
        }
        notify(method: E.method, params: event.encoded(), replacing: key)
    }
}
