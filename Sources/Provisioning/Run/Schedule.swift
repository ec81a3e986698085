/// The daily sync of an enabled integration (R-RUN-4).
public enum Schedule {
    static let retryDelays: [Int64] = [15 * 60, 3600, 4 * 3600]

    /// The first slot of the anchor's 24-hour grid after `now`: a time missed is made up once, and nothing drifts. The grid has no beginning: an
    /// anchor that a wrong clock put years ahead does not stop the syncs.
    public static func nextSlot(anchor: Timestamp, after now: Timestamp) -> Timestamp {
        let day: Int64 = 86_400_000
        let elapsed = now.milliseconds - anchor.milliseconds
        let past = elapsed >= 0 ? elapsed / day : -((-elapsed + day - 1) / day)
        return Timestamp(milliseconds: anchor.milliseconds + (past + 1) * day)
    }

    /// After a failed or interrupted scheduled sync: again after 15 min, 1 h, 4 h, then with the next day's slot.
    public static func afterFailure(anchor: Timestamp, retries: Int, now: Timestamp) -> (at: Timestamp, retries: Int) {
        let slot = nextSlot(anchor: anchor, after: now)
        guard retries < retryDelays.count else { return (slot, 0) }
        let again = now.adding(seconds: retryDelays[retries])
        return again < slot ? (again, retries + 1) : (slot, 0)
    }
}
