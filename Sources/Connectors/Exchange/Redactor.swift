import Foundation

/// Takes secrets out of what others said, before it is quoted (R-CON-3).
struct Redactor: Sendable {
    static let limit = 300

    private let secrets: [String]

    /// Secrets of fewer than 4 characters hide nothing and would tear words apart.
    init(secrets: [String]) {
        let all = secrets.flatMap { [$0, Data($0.utf8).base64EncodedString(), Template.Encoding.percent($0)] }
        self.secrets = Set(all).filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }
    }

    func adding(_ more: [String]) -> Redactor { Redactor(secrets: secrets + more) }

    func without(_ text: String) -> String { secrets.reduce(text) { $0.replacing($1, with: "…") } }

    /// In one line, at most 300 characters, without secrets and addresses of people.
    func words(_ text: String) -> String {
        let line = without(text).split(whereSeparator: \.isWhitespace).map { word in
            // A name and a host around an @: a person's address has no place in an error.
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty ? "…" : String(word)
        }.joined(separator: " ")
        return line.count > Self.limit ? String(line.prefix(Self.limit - 1)) + "…" : line
    }
}
