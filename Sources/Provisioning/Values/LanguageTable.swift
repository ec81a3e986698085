/// The two-letter languages of ISO 639-1 and how an HRIS may write them (R-MAP-4).
public enum LanguageTable {
    /// All codes in alphabetical order: an account's languages unless it chooses (R-ACC-4).
    public static let codes = LanguageNames.all.map(\.code)

    /// The English name of a code; nil: no code of ISO 639-1.
    public static func englishName(of code: String) -> String? { LanguageNames.all.first { $0.code == code }?.english }

    /// As `Languages.resolve`, for one value.
    public static func resolve(_ value: String, supported: [String]) -> String? { Languages(supported).resolve(value) }

    fileprivate static func hyphenated(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "_")) ? String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self) : text
    }

    fileprivate static let codesByName: [String: [String]] = {
        var codes: [String: [String]] = [:]
        for language in LanguageNames.all {
            for name in Set([language.english, language.own].map(Text.fold)) where !name.isEmpty { codes[name, default: []].append(language.code) }
        }
        return codes
    }()
}

/// An account's languages, laid out so that what an HRIS writes is found among them.
public struct Languages: Sendable {
    /// By its tag in small letters with hyphens, each as the account writes it; of several the first.
    private let byTag: [String: String]
    private let supported: [(language: String, fold: String)]

    public init(_ supported: [String]) {
        self.supported = supported.map { ($0, Text.fold($0)) }
        byTag = Dictionary(self.supported.map { (LanguageTable.hyphenated($0.fold), $0.language) }, uniquingKeysWith: { first, _ in first })
    }

    /// The supported language that `value` means, as the account writes it; nil: none of them.
    ///
    /// A tag in any case with `-` or `_`: the exact one, else shortened from its end. Or the English or own name of a supported language in any case.
    public func resolve(_ value: String) -> String? {
        let folded = Text.fold(value)
        if folded.isEmpty { return nil }
        var tag = LanguageTable.hyphenated(folded)
        while true {
            if let language = byTag[tag] { return language }
            guard let hyphen = tag.utf8.lastIndex(of: UInt8(ascii: "-")) else { break }
            tag = String(tag[..<hyphen])
        }
        // Several languages may share a name (the two Ndebele): the first that the account supports.
        guard let named = LanguageTable.codesByName[folded] else { return nil }
        return supported.first { named.contains($0.fold) }?.language
    }
}
