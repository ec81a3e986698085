import Provisioning
import Testing

@Suite struct DayTests {
    @Test("every day from 1899 to 2151, counted one by one") func everyDay() {
        // 1899-01-01 is 25,932 days before 1970-01-01.
        var number: Int32 = -25_932
        for year in 1899...2151 {
            let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for date in 1...length {
                    let day = Day(number: number)
                    #expect(Day(year: year, month: month + 1, day: date) == day)
                    #expect(day.civil == (year, month + 1, date))
                    #expect(Day(day.description) == day)
                    number += 1
                }
                #expect(Day(year: year, month: month + 1, day: length + 1) == nil)
            }
        }
        #expect(Day(number: 0).description == "1970-01-01")
    }

    @Test("only YYYY-MM-DD is a date", arguments: [
        "", "2024-1-01", "2024-01-1", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-13-01", "2024-00-01", "2023-02-29", "1900-02-29",
        "2024-04-31", "2024-01-00", "0000-01-01", "２０２４-01-01", "+024-01-01", "2024-01-01T00:00:00Z", "2024-W01-1",
    ]) func noDates(_ text: String) { #expect(Day(text) == nil) }

    @Test("R-LIFE-4 adding months keeps the day or takes the month's last", arguments: [
        ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-01-30", 13, "2025-02-28"), ("2024-12-31", 2, "2025-02-28"),
        ("2024-08-31", 60, "2029-08-31"), ("2024-03-31", 1, "2024-04-30"), ("2024-11-15", 2, "2025-01-15"), ("2024-03-31", -1, "2024-02-29"),
        ("2024-01-15", -1, "2023-12-15"), ("2024-01-15", -13, "2022-12-15"), ("2024-02-29", 12, "2025-02-28"), ("2024-05-05", 0, "2024-05-05"),
    ]) func months(_ from: String, _ months: Int, _ to: String) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test("adding days goes over the ends of months and years, and never traps") func days() throws {
        let day = try #require(Day("2024-02-28"))
        #expect(day.adding(days: 1).description == "2024-02-29")
        #expect(day.adding(days: 2).description == "2024-03-01")
        #expect(day.adding(days: -59).description == "2023-12-31")
        #expect(day.adding(days: .max) > day)
        #expect(day.adding(days: .min) < day)
    }

    @Test("R-ACC-4 what day it is depends on the zone, daylight saving included", arguments: [
        ("2024-06-01T00:00:00Z", "UTC", "2024-06-01"), ("2024-06-01T11:59:59.999Z", "Etc/GMT+12", "2024-05-31"), ("2024-06-01T12:00:00Z", "Etc/GMT+12", "2024-06-01"),
        ("2024-06-01T09:59:59.999Z", "Etc/GMT-14", "2024-06-01"), ("2024-06-01T10:00:00Z", "Etc/GMT-14", "2024-06-02"),
        // Berlin: summer time begins 2024-03-31 and ends 2024-10-27.
        ("2024-03-30T22:59:59Z", "Europe/Berlin", "2024-03-30"), ("2024-03-30T23:00:00Z", "Europe/Berlin", "2024-03-31"),
        ("2024-03-31T21:59:59Z", "Europe/Berlin", "2024-03-31"), ("2024-03-31T22:00:00Z", "Europe/Berlin", "2024-04-01"),
        ("2024-10-26T21:59:59Z", "Europe/Berlin", "2024-10-26"), ("2024-10-26T22:00:00Z", "Europe/Berlin", "2024-10-27"),
        ("2024-10-27T22:59:59Z", "Europe/Berlin", "2024-10-27"), ("2024-10-27T23:00:00Z", "Europe/Berlin", "2024-10-28"),
        ("2024-01-01T18:29:59Z", "Asia/Kolkata", "2024-01-01"), ("2024-01-01T18:30:00Z", "Asia/Kolkata", "2024-01-02"),
        ("1969-12-31T23:59:59.999Z", "UTC", "1969-12-31"), ("1970-01-01T00:00:00Z", "UTC", "1970-01-01"), ("1969-12-31T23:00:00Z", "UTC", "1969-12-31"),
    ]) func zones(_ moment: String, _ zone: String, _ day: String) throws {
        #expect(try #require(AccountTimeZone(zone)).day(at: try #require(Timestamp(moment))).description == day)
    }

    @Test("R-ACC-4 only IANA zones", arguments: ["", "Mars/Olympus", "Nowhere", "Europe/", "/", "../etc/passwd", "Ünknown"]) func noZones(_ name: String) {
        #expect(AccountTimeZone(name) == nil)
    }
}
