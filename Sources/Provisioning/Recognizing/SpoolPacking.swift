/// One field of many employees. Texts that come again and again – of departments, countries, states – are kept once and named by their number.
struct SpoolColumn: Sendable {
    let path: String
    fileprivate(set) var texts: [String] = []
    private var places: [String: Int] = [:]
    /// Too many different ones: names and the like, which are written out.
    private var isFree = false

    private static let most = 2000

    init(path: String) { self.path = path }

    /// The number of the text; nil: it is to be written out.
    fileprivate mutating func place(of text: String) -> Int? {
        if isFree { return nil }
        // Swift takes texts for equal that differ in their bytes; the rules do not.
        if let place = places[text] { return Text.sameBytes(texts[place], text) ? place : nil }
        if texts.count == Self.most {
            isFree = true
            places = [:]
            return nil
        }
        places[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }
}

private enum SpoolTag {
    static let text: UInt8 = 0, number: UInt8 = 1, no: UInt8 = 2, yes: UInt8 = 3, list: UInt8 = 4, object: UInt8 = 5, known: UInt8 = 6
}

struct SpoolPacker {
    private(set) var bytes: [UInt8]

    init(bytes: consuming [UInt8]) { self.bytes = bytes }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// Seven bits a byte, the lowest first (as LEB128).
    mutating func number(_ number: Int) {
        var rest = UInt64(truncatingIfNeeded: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func fingerprint(_ fingerprint: Fingerprint) {
        withUnsafeBytes(of: fingerprint) { bytes.append(contentsOf: $0) }
    }

    mutating func value(_ value: FieldValue, _ column: inout SpoolColumn) {
        switch value {
        case .text(let text):
            if let place = column.place(of: text) {
                byte(SpoolTag.known)
                number(place)
            } else {
                byte(SpoolTag.text)
                self.text(text)
            }
        case .number(let literal):
            byte(SpoolTag.number)
            text(literal)
        case .boolean(let flag): byte(flag ? SpoolTag.yes : SpoolTag.no)
        case .list(let elements):
            byte(SpoolTag.list)
            number(elements.count)
            for element in elements { self.value(element, &column) }
        case .object: byte(SpoolTag.object)
        }
    }
}

/// Reads what `SpoolPacker` wrote.
struct SpoolUnpacker {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Of the employee, before anything is read.
    var flags: UInt8 { bytes[0] }

    mutating func byte() -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(truncatingIfNeeded: number) }
            shift += 7
        }
    }

    mutating func bytesOfText() -> UnsafeBufferPointer<UInt8> {
        let count = number()
        defer { position += count }
        return UnsafeBufferPointer(rebasing: bytes[position..<position + count])
    }

    mutating func text() -> String { String(decoding: bytesOfText(), as: UTF8.self) }

    mutating func head() -> EmployeeSpool.Head {
        let flags = byte()
        var fingerprint: Fingerprint?
        if flags & 1 != 0 {
            fingerprint = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: Fingerprint.self)
            position += MemoryLayout<Fingerprint>.size
        }
        return EmployeeSpool.Head(fingerprint: fingerprint, paths: number(), isDeleted: flags & 2 != 0, hasID: flags & 4 != 0)
    }

    mutating func value(_ column: SpoolColumn) -> FieldValue {
        switch byte() {
        case SpoolTag.text: return .text(text())
        case SpoolTag.number: return .number(text())
        case SpoolTag.no: return .boolean(false)
        case SpoolTag.yes: return .boolean(true)
        case SpoolTag.list:
            let count = number()
            return .list((0..<count).map { _ in value(column) })
        case SpoolTag.known: return .text(column.texts[number()])
        default: return .object
        }
    }
}
