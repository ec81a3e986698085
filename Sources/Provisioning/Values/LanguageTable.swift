/// The two-letter languages of ISO 639-1 and how an HRIS may write them (R-MAP-4).
public enum LanguageTable {
    /// All codes in alphabetical order: an account's languages unless it chooses (R-ACC-4).
    public static let codes = LanguageNames.all.map(\.code)

    /// The English name of a code; nil: no code of ISO 639-1.
    public static func englishName(of code: String) -> String? { LanguageNames.all.first { $0.code == code }?.english }

    /// The supported language that `value` means, as it is written in `supported`; nil: none of them.
    ///
    /// A tag in any case with `-` or `_`: the exact one, else shortened from its end. Or the English or own name of a supported language in any case.
    public static func resolve(_ value: String, supported: [String]) -> String? {
        let folded = Text.fold(value)
        if folded.isEmpty { return nil }
        var tag = hyphenated(folded)[...]
        while true {
            if let language = supported.first(where: { hyphenated(Text.fold($0)) == tag }) { return language }
            guard let hyphen = tag.utf8.lastIndex(of: UInt8(ascii: "-")) else { break }
            tag = tag[..<hyphen]
        }
        // Several languages may share a name (the two Ndebele): the first that the account supports.
        guard let named = codesByName[folded] else { return nil }
        return supported.first { named.contains(Text.fold($0)) }
    }

    private static func hyphenated(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "_")) ? String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self) : text
    }

    private static let codesByName: [String: [String]] = {
        var codes: [String: [String]] = [:]
        for language in LanguageNames.all {
            for name in Set([language.english, language.own].map(Text.fold)) where !name.isEmpty { codes[name, default: []].append(language.code) }
        }
        return codes
    }()
}
