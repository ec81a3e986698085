import Provisioning
import Testing

@Suite struct LanguageTests {
    @Test("R-ACC-4 the table holds every two-letter code of ISO 639-1 once, in order") func table() {
        #expect(LanguageTable.codes.count == 183)
        #expect(Set(LanguageTable.codes).count == 183)
        #expect(LanguageTable.codes == LanguageTable.codes.sorted())
        #expect(LanguageTable.codes.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } })
    }

    @Test("R-MAP-4 a tag in any case with - or _, else shortened; the English or own name", arguments: [
        ("sv", "sv"), ("EN", "en"), ("sv-SE", "sv"), ("sv_SE", "sv"), ("zh-Hant-TW", "zh"), (" de ", "de"), ("Swedish", "sv"), ("svenska", "sv"),
        ("SVENSKA", "sv"), ("Français", "fr"), ("Fran\u{63}\u{327}ais", "fr"), ("polski", "pl"), ("日本語", "ja"), ("ελληνικά", "el"),
        ("Norwegian Bokmål", "nb"), ("norsk", "no"), ("North Ndebele", "nd"), ("isiNdebele", "nd"),
        ("", nil), ("  ", nil), ("xx", nil), ("Klingon", nil), ("e", nil), ("English (UK)", nil), ("-", nil), ("-en", nil),
    ] as [(String, String?)]) func resolving(_ value: String, _ expected: String?) {
        #expect(LanguageTable.resolve(value, supported: LanguageTable.codes) == expected)
    }

    @Test("R-MAP-4 only supported languages, as the account writes them", arguments: [
        ("sv", nil), ("Swedish", nil), ("pt-br", "pt-BR"), ("PT_BR", "pt-BR"), ("pt-PT", "pt"), ("Portuguese", "pt"), ("de-CH-1996", "de-ch"), ("de", nil),
    ] as [(String, String?)]) func supported(_ value: String, _ expected: String?) {
        #expect(LanguageTable.resolve(value, supported: ["en", "pt", "pt-BR", "de-ch"]) == expected)
    }

    @Test("every English name and every code finds its way back") func names() {
        for code in LanguageTable.codes {
            #expect(LanguageTable.resolve(code.uppercased() + "_ZZ", supported: LanguageTable.codes) == code)
            let name = LanguageTable.englishName(of: code)
            #expect(name.flatMap { LanguageTable.resolve($0, supported: LanguageTable.codes) } == code)
        }
    }
}
