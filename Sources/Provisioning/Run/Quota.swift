/// How many runs may still be started by hand (R-RUN-2).
public struct Quota: Sendable, Equatable {
    /// nil: no limit.
    public var left: Int?
    /// When the next one is free, if none is now.
    public var nextAt: Timestamp?

    /// `starts`: when the runs that count were started, in any order. `limit` 0: no limit.
    public init(limit: Int, starts: [Timestamp], now: Timestamp) {
        guard limit > 0 else { return }
        // Free again exactly 24 hours later.
        let counting = starts.filter { $0.adding(hours: 24) > now }.sorted()
        left = max(0, limit - counting.count)
        if counting.count >= limit { nextAt = counting[counting.count - limit].adding(hours: 24) }
    }
}
