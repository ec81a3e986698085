import Provisioning
import Testing

@Suite("Schedule and quota") struct ScheduleTests {
    let anchor = Timestamp(milliseconds: 1_700_000_000_000)
    let day: Int64 = 86_400

    @Test("R-RUN-4 slots are 24 hours apart from the anchor and never drift") func slots() {
        for days in 0..<400 as Range<Int64> {
            for late in [0, 1, 3600, 86_399] as [Int64] {
                let now = anchor.adding(seconds: days * day + late)
                #expect(Schedule.nextSlot(anchor: anchor, after: now) == anchor.adding(seconds: (days + 1) * day))
            }
        }
        #expect(Schedule.nextSlot(anchor: anchor, after: anchor.adding(seconds: -5)) == anchor)
        #expect(Schedule.nextSlot(anchor: anchor, after: anchor.adding(seconds: -day)) == anchor)
        // The clock was years ahead when the integration was enabled.
        #expect(Schedule.nextSlot(anchor: anchor, after: anchor.adding(seconds: -5 - 4000 * day)) == anchor.adding(seconds: -4000 * day))
    }

    @Test("R-RUN-4 a failed sync is tried again after 15 min, 1 h, 4 h, then waits for the next day") func retries() {
        var now = anchor, retries = 0
        var waits: [Int64] = []
        for _ in 0..<4 {
            let next = Schedule.afterFailure(anchor: anchor, retries: retries, now: now)
            waits.append((next.at.milliseconds - now.milliseconds) / 1000)
            (now, retries) = (next.at, next.retries)
        }
        #expect(waits == [900, 3600, 14_400, day - 18_900])
        #expect(retries == 0)
    }

    @Test("R-RUN-4 a retry never lies beyond the next slot") func retryBeforeSlot() {
        let now = anchor.adding(seconds: day - 600)
        let next = Schedule.afterFailure(anchor: anchor, retries: 0, now: now)
        #expect(next.at == anchor.adding(seconds: day) && next.retries == 0)
    }

    @Test("R-RUN-2 free again exactly 24 hours after the start") func quota() {
        let starts = [0, 100, 200].map { anchor.adding(seconds: $0) }
        #expect(Quota(limit: 3, starts: Array(starts.prefix(2)), now: anchor.adding(seconds: 300)).left == 1)
        let full = Quota(limit: 3, starts: starts, now: anchor.adding(seconds: 300))
        #expect(full.left == 0 && full.nextAt == anchor.adding(seconds: day))
        #expect(Quota(limit: 3, starts: starts, now: Timestamp(milliseconds: anchor.adding(seconds: day).milliseconds - 1)).left == 0)
        #expect(Quota(limit: 3, starts: starts, now: anchor.adding(seconds: day)).left == 1)
        // More starts than the limit (it was lowered): free when enough of them have passed.
        #expect(Quota(limit: 1, starts: starts, now: anchor.adding(seconds: 300)).nextAt == anchor.adding(seconds: day + 200))
        #expect(Quota(limit: 0, starts: starts, now: anchor).left == nil)
    }
}
