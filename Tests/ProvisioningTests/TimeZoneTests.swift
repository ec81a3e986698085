import Foundation
import Provisioning
import Testing

/// Which day it is where, from UTC-12 to UTC+14, over every change of the clocks, leap day and turn of the year.
@Suite("Time zones") struct TimeZoneTests {
    static let zones = [
        "Etc/GMT+12", "Pacific/Pago_Pago", "America/St_Johns", "America/New_York", "UTC", "Europe/Stockholm", "Europe/London", "Asia/Kathmandu", "Asia/Tehran",
        "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca", "America/Sao_Paulo",
    ]

    @Test("the day is the one on the wall there, every quarter of an hour around midnight, for seven years", arguments: zones) func wall(_ name: String) throws {
        let zone = try #require(AccountTimeZone(name)), wall = try #require(TimeZone(identifier: name))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = wall
        let start = try #require(Timestamp("2022-12-30T00:00:00Z")).milliseconds
        var last = zone.day(at: Timestamp(milliseconds: start))
        for step in 0..<(7 * 366 * 8) {
            // Every three hours, and the quarters on both sides.
            for minutes in [-15, 0, 15] {
                let moment = Timestamp(milliseconds: start + Int64(step) * 3 * 3_600_000 + Int64(minutes) * 60_000)
                let day = zone.day(at: moment)
                guard minutes == 0, step % 7 == 0 || day != last else { continue }
                let shown = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
                #expect((day.civil.year, day.civil.month, day.civil.day) == (shown.year ?? 0, shown.month ?? 0, shown.day ?? 0), "\(name) at \(moment)")
                #expect(day >= last && day.number <= last.number + 1, "\(name): from \(last) to \(day)")
                last = day
            }
        }
    }

    @Test("R-LIFE-4 someone whose last day it is stays until midnight there, and not a millisecond longer", arguments: zones, ["2024-02-29", "2025-12-31", "2026-03-29", "2026-10-25", "2026-07-01"])
    func lastDay(_ name: String, _ text: String) throws {
        let zone = try #require(AccountTimeZone(name)), day = try #require(Day(text)), wall = try #require(TimeZone(identifier: name))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = wall
        let next = day.adding(days: 1).civil
        let midnight = try #require(calendar.date(from: DateComponents(year: next.year, month: next.month, day: next.day)))
        let after = Timestamp(milliseconds: Int64((midnight.timeIntervalSince1970 * 1000).rounded()))
        for (moment, isThere) in [(after.adding(seconds: -3600), true), (Timestamp(milliseconds: after.milliseconds - 1), true), (after, false), (after.adding(seconds: 3600), false)] {
            var scene = Scene([user()], [employee("7", ["employment_end_date": .text(text)])])
            scene.configuration.lifecycle.userRemoval = .directly
            scene.rules.today = zone.day(at: moment)
            // One of one is more than half, so the deletion is held.
            #expect(try scene.fate() == (isThere ? "none" : "deleted ended held"), "\(name), \(moment)")
        }
    }

    @Test("R-LIFE-3, R-LIFE-4 months later is the same day or the month's last, over leap days and turns of the year") func months() throws {
        for (day, months, expected) in [
            ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2100-01-31", 1, "2100-02-28"),
            ("2025-12-31", 2, "2026-02-28"), ("2025-11-30", 3, "2026-02-28"), ("2025-12-01", 1, "2026-01-01"), ("2021-03-31", 60, "2026-03-31"), ("2025-08-31", 6, "2026-02-28"),
        ] {
            #expect(try #require(Day(day)).adding(months: months).description == expected, "\(day) + \(months)")
        }
    }
}
