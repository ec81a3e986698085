extension JSONValue {
    /// JSON for people and for files under version control: one member or element per line, two blanks per level, members in their
    /// order, empty containers as `{}` and `[]`, no line feed at the end.
    public var pretty: String {
        var bytes: [UInt8] = []
        appendPretty(to: &bytes, level: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendPretty(to bytes: inout [UInt8], level: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                Self.breakLine(isFirst: index == 0, level: level + 1, in: &bytes)
                element.appendPretty(to: &bytes, level: level + 1)
            }
            Self.breakLine(isFirst: true, level: level, in: &bytes)
            bytes.append(UInt8(ascii: "]"))
        case .object(let object) where !object.isEmpty:
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                Self.breakLine(isFirst: index == 0, level: level + 1, in: &bytes)
                JSONText.append(member.name, to: &bytes)
                bytes.append(contentsOf: ": ".utf8)
                member.value.appendPretty(to: &bytes, level: level + 1)
            }
            Self.breakLine(isFirst: true, level: level, in: &bytes)
            bytes.append(UInt8(ascii: "}"))
        default:
            bytes.append(contentsOf: encoded())
        }
    }

    private static func breakLine(isFirst: Bool, level: Int, in bytes: inout [UInt8]) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }
}
