/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// RFC 3339 with `Z` or an offset, fractions cut to milliseconds; nil otherwise.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"), let day = Day(text.prefix(10)) else { return nil }
        func two(_ at: Int) -> Int64? {
            guard at + 1 < bytes.count, (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1]) else { return nil }
            return Int64(bytes[at] - 0x30) * 10 + Int64(bytes[at + 1] - 0x30)
        }
        guard bytes[13] == 0x3A, bytes[16] == 0x3A, let hour = two(11), let minute = two(14), let second = two(17), hour < 24, minute < 60, second < 60
        else { return nil }
        var at = 19
        var fraction: Int64 = 0
        if bytes[at] == UInt8(ascii: ".") {
            at += 1
            var scale: Int64 = 100
            let start = at
            while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
                fraction += Int64(bytes[at] - 0x30) * scale
                scale /= 10
                at += 1
            }
            guard at > start else { return nil }
        }
        guard at < bytes.count else { return nil }
        var offset: Int64 = 0
        switch bytes[at] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): guard at + 1 == bytes.count else { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard at + 6 == bytes.count, bytes[at + 3] == 0x3A, let hours = two(at + 1), let minutes = two(at + 4), hours < 24, minutes < 60 else { return nil }
            offset = (hours * 60 + minutes) * (bytes[at] == UInt8(ascii: "+") ? 60 : -60)
        default: return nil
        }
        milliseconds = (Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second - offset) * 1000 + fraction
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    public func adding(seconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + seconds * 1000) }
    public func adding(hours: Int64) -> Timestamp { adding(seconds: hours * 3600) }
    public func adding(days: Int64) -> Timestamp { adding(hours: days * 24) }

    /// RFC 3339 in UTC with milliseconds.
    public var description: String {
        let secondsInDay: Int64 = 86_400
        var seconds = milliseconds / 1000, rest = milliseconds % 1000
        if rest < 0 { rest += 1000; seconds -= 1 }
        var days = seconds / secondsInDay, time = seconds % secondsInDay
        if time < 0 { time += secondsInDay; days -= 1 }
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(Day(number: Int32(days)))T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2)).\(padded(rest, 3))Z"
    }
}

/// Where the time comes from; tests and `--virtual-clock` bring their own.
public protocol TimeSource: Sendable {
    var now: Timestamp { get }
}
