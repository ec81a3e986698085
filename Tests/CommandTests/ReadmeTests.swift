import Foundation
import JSON
import Testing

/// What the README tells to type.
@Suite struct ReadmeTests {
    static let text = (try? String(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md"), encoding: .utf8)) ?? ""

    @Test("the first session of the README answers every request with a result") func session() async throws {
        let document = try #require(Self.text.firstMatch(of: /<<'END'[^\n]*\n((?:.|\n)*?)\nEND\n/)).output.1
        let lines = document.split(separator: "\n").map(String.init)
        #expect(lines.count > 5)
        let outcome = try await staffetta("--memory", lines: lines)
        let messages = try outcome.messages
        #expect(messages.compactMap { $0["id"]?.int } == Array(1...lines.count))
        for message in messages { #expect(message["result"] != nil, "\(message.text)") }
        #expect(messages.last?["result"]?["items"]?.array?.isEmpty == false)
        #expect(outcome.exit == .status(0))
    }

    @Test("every subcommand and option that the README names is there") func options() async throws {
        let help = try await staffetta(["--help"]).output
        var serve = ""
        for name in ["serve", "call", "demo", "backup"] { serve += try await staffetta(["help", name]).output }
        for match in Self.text.matches(of: /staffetta ([a-z][a-z-]+)/) where match.output.0 != "staffetta help" {
            #expect(help.contains("\n  \(match.output.1) "), "\(match.output.0)")
        }
        for match in Self.text.matches(of: /[\s`](--[a-z][a-z-]+)/) { #expect(serve.contains(match.output.1), "\(match.output.1)") }
    }

    @Test("every file that the README links to is there") func links() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let links = Self.text.matches(of: /\]\(([^)#:]+)\)/).map(\.output.1)
        #expect(links.count > 3)
        for link in links { #expect(FileManager.default.fileExists(atPath: root.appending(path: String(link)).path), "\(link)") }
    }
}
