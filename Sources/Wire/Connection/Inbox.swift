import Synchronization

/// What one thread puts and one task takes.
final class Inbox<Item: Sendable>: Sendable {
    fileprivate struct State {
        var items: [Item] = []
        /// Items put since `more` looked last.
        var hasNews = false
        var isClosed = false
        var waiter: CheckedContinuation<Bool, Never>?
    }

    fileprivate let state = Mutex(State())

    func put(_ item: Item) {
        change { state in
            state.items.append(item)
            state.hasNews = true
        }
    }

    /// Nothing more will be put.
    func close() { change { $0.isClosed = true } }

    private func change(_ body: (inout State) -> Void) {
        let (waiter, isNews) = state.withLock { state in
            body(&state)
            defer { state.waiter = nil }
            if state.waiter == nil { return (state.waiter, false) }
            let isNews = state.hasNews
            state.hasNews = false
            return (state.waiter, isNews)
        }
        waiter?.resume(returning: isNews)
    }

    /// Waits until something was put since the last time; false: closed.
    func more() async -> Bool {
        await withCheckedContinuation { continuation in
            let answer: Bool? = state.withLock { state in
                if state.hasNews {
                    state.hasNews = false
                    return true
                }
                if state.isClosed { return false }
                state.waiter = continuation
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    var first: Item? { state.withLock { $0.items.first } }

    func takeAll() -> [Item] {
        state.withLock { state in
            defer { state.items = [] }
            return state.items
        }
    }
}

extension Inbox<[UInt8]> {
    /// The first line, if its line feed is there, without it.
    func takeLine() -> [UInt8]? {
        state.withLock { state in
            guard let place = state.items.firstIndex(where: { $0.contains(UInt8(ascii: "\n")) }),
                let end = state.items[place].firstIndex(of: UInt8(ascii: "\n"))
            else { return nil }
            let line = state.items[..<place].joined() + state.items[place][..<end]
            let rest = Array(state.items[place][(end + 1)...])
            state.items.replaceSubrange(...place, with: rest.isEmpty ? [] : [rest])
            return Array(line)
        }
    }
}
