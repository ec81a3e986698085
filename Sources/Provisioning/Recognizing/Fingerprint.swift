/// Stands for the bytes of a record: 128 bits under a key that only the database knows, so that two different records which share one need not
/// be reckoned with.
public struct Fingerprint: Sendable, Hashable, Comparable, BitwiseCopyable {
    public var first: UInt64
    public var second: UInt64

    public init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    public static func < (left: Fingerprint, right: Fingerprint) -> Bool {
        left.first != right.first ? left.first < right.first : left.second < right.second
    }
}

/// What fingerprints are made with.
public struct FingerprintKey: Sendable, Hashable {
    /// Four random words.
    public let words: [UInt64]
    private let a, b, c, d: UInt64

    public init(_ random: inout some RandomNumberGenerator) {
        self.init(words: (0..<4).map { _ in random.next() })
    }

    /// Fewer than four words count as followed by zeros.
    public init(words: [UInt64]) {
        self.words = words
        func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }
        (a, b, c, d) = (word(0), word(1), word(2), word(3))
    }

    /// Two lanes that each read all bytes and multiply them in, as wyhash does (Wang Yi 2019): every byte of every record passes here at every run,
    /// and this costs a quarter of a second per gigabyte. A lane alone would confuse two given records once in 2^63; both together, under keys of
    /// their own, once in 2^126.
    public func fingerprint(of bytes: RawSpan) -> Fingerprint {
        let count = bytes.byteCount
        var one = a ^ UInt64(truncatingIfNeeded: count), two = b
        var offset = 0
        while offset &+ 16 <= count {
            let x = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
            let y = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 8, as: UInt64.self))
            one = Self.mix(x ^ c, y ^ one)
            two = Self.mix(x ^ two, y ^ d)
            offset &+= 16
        }
        var x: UInt64 = 0, y: UInt64 = 0
        var shift: UInt64 = 0
        while offset < count {
            let byte = UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
            if shift < 64 { x |= byte << shift } else { y |= byte << (shift - 64) }
            shift += 8
            offset &+= 1
        }
        one = Self.mix(x ^ c, y ^ one)
        two = Self.mix(x ^ two, y ^ d)
        return Fingerprint(first: Self.mix(one ^ b, c), second: Self.mix(two ^ a, d))
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}

extension Fingerprint {
    /// Of a text that is nobody's secret, under no key: for telling whether settings are as they were.
    public init(ofSettings text: String) {
        let bytes = Array(text.utf8)
        self = FingerprintKey.known.fingerprint(of: bytes.span.bytes)
    }
}

extension FingerprintKey {
    /// That of nobody's secrets.
    public static let known = FingerprintKey(words: [0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3])
}
