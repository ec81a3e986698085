import Dispatch
import Foundation

/// SIGTERM and SIGINT end a connection in order.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable (String) -> Void) {
        // Of its own, because runs may keep all threads of the global ones busy.
        let queue = DispatchQueue(label: "signals")
        sources = [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT")].map { number, name in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { stop(name) }
            source.resume()
            return source
        }
    }

    func end() { for source in sources { source.cancel() } }
}
