import Foundation

/// The account's time zone (R-ACC-4), which decides what day it is.
public struct AccountTimeZone: Sendable, Hashable {
    /// IANA name.
    public let name: String

    public static let utc = AccountTimeZone(known: "UTC")
    private init(known: String) { name = known }

    /// nil: there is no such IANA zone.
    public init?(_ name: String) {
        guard name == "UTC" || (name.contains("/") || name.utf8.allSatisfy { $0 < 0x80 }) && TimeZone(identifier: name) != nil else { return nil }
        self.name = name
    }

    /// The date on the wall there at `moment`.
    public func day(at moment: Timestamp) -> Day {
        var milliseconds = moment.milliseconds
        // UTC needs no look-up, and so no time-zone data in memory.
        if name != "UTC", let zone = TimeZone(identifier: name) {
            milliseconds += Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))) * 1000
        }
        let day: Int64 = 86_400_000
        return Day(number: Int32(milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day))
    }
}
