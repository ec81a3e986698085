/// A set of small numbers, a bit each: of a million users it takes an eighth of a megabyte.
public struct NumberSet: Sendable, Hashable {
    private var words: [UInt64] = []
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    public func contains(_ number: Int) -> Bool {
        let word = number >> 6
        return word < words.count && words[word] & 1 << UInt64(number & 63) != 0
    }

    /// Whether it was not there before. `number` is not negative.
    @discardableResult
    public mutating func insert(_ number: Int) -> Bool {
        let word = number >> 6, bit: UInt64 = 1 << UInt64(number & 63)
        while word >= words.count { words.append(0) }
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        count += 1
        return true
    }

    public mutating func remove(_ number: Int) {
        guard contains(number) else { return }
        words[number >> 6] &= ~(1 << UInt64(number & 63))
        count -= 1
    }

    public func forEach(_ body: (Int) throws -> Void) rethrows {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                try body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// How many smaller numbers there are, of each number in the set: its place among them.
    var ranks: (Int) -> Int {
        var before: [Int] = []
        before.reserveCapacity(words.count)
        var sum = 0
        for word in words {
            before.append(sum)
            sum += word.nonzeroBitCount
        }
        return { [words] number in
            let word = number >> 6, lower: UInt64 = 1 << UInt64(number & 63) - 1
            return before[word] + (words[word] & lower).nonzeroBitCount
        }
    }
}
