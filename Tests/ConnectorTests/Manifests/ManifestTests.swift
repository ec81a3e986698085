import Foundation
import JSON
import Testing

@testable import Connectors

@Suite struct ManifestTests {
    /// The example of docs/connectors.md, which must be a manifest.
    static let example: String = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/connectors.md").standardized
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return String((text.components(separatedBy: "```json\n").dropFirst().first ?? "").prefix { $0 != "`" })
    }()

    private func problems(_ text: String) -> [ManifestProblem] {
        do {
            _ = try Manifest(Array(text.utf8))
            return []
        } catch { return error.problems }
    }

    @Test("every manifest inside the binary can be read, and is listed") func builtIn() throws {
        #expect(BuiltIn.texts.count >= 5)
        for text in BuiltIn.texts {
            let bytes = text.withUTF8Buffer { Array($0) }
            do { _ = try Manifest(bytes) } catch {
                let name = (try? JSONDocument(bytes).root["id"]?.string) ?? "?"
                Issue.record("\(name): \(error.problems.map(\.description).joined(separator: "\n"))")
            }
        }
    }

    @Test("the page's example is a manifest") func page() {
        #expect(Self.example.contains("acme-hr"))
        #expect(problems(Self.example) == [])
    }

    @Test("what is no JSON is told with its line") func noJSON() {
        #expect(problems("{\n  \"id\": \"a\",\n  oops\n}").map(\.line) == [3])
    }

    /// What is written in place of what, the line's text by which it is found, and words of the message.
    private static let faults: [(String, String, String)] = [
        ("\"cursor\", \"next\"", "\"curser\", \"next\"", "none of: none, cursor"),
        ("\"size\": 100", "\"size\": -1", "whole number"),
        ("\"id\": \"acme-hr\"", "\"id\": \"Acme HR\"", "small letters"),
        ("\"base\": \"https://", "\"base\": \"http://", "begins with https://"),
        ("\"format\": \"label\"", "\"format\": \"text\"", "no text can lead elsewhere"),
        ("{apiKey}", "{apikey}", "no setting and no placeholder"),
        ("\"kind\": \"apiKey\"", "\"kind\": \"key\"", "none of"),
        ("\"path\": \"/me\"", "\"path\": \"me\"", "begins with a slash"),
        ("\"first_name\": \"given_name\"", "\"firstname\": \"given_name\"", "no such member"),
        ("\"type\": \"work\"", "\"type\": \"office\"", "none of: primary"),
        ("\"path\": \"state\"", "\"constant\": \"x\", \"path\": \"state\"", "Exactly one"),
        ("\"members\": \"extra\"", "\"discovered\": [\"{id}\"]", "needs a “discovery”"),
        ("\"department.name\"", "{\"path\": \"d\", \"lookup\": \"departments\"}", "no such table"),
        ("\"cursor\": \"{page.cursor}\", ", "", "every page would be the first"),
        ("\"left\": \"terminated\"", "\"left\": \"gone\"", "no status of ours"),
        ("\"records\": \"people\"", "\"records\": 7", "list"),
        ("\"title\": \"Company\", ", "", "“title” is missing"),
        ("\"type\": \"secret\"", "\"type\": \"choice\"", "belong to the type choice"),
        ("\"next\": \"paging.next\", ", "", "“next” is missing"),
        ("\"format\": \"label\"", "\"format\": \"label\", \"within\": [\"acme.example\"]", "belongs to the formats host and url"),
        ("\"include_left\": \"true\"", "\"*\": \"true\"", "takes a placeholder and nothing else"),
        ("\"limitations\": [", "\"columns\": \"company\", \"limitations\": [", "no setting of the type map"),
    ]

    @Test("R-CON-1 each fault is told, with its line and what to do", arguments: faults)
    func fault(_ original: String, _ wrong: String, _ words: String) throws {
        let text = Self.example.replacing(original, with: wrong, maxReplacements: 1)
        let place = try #require(Self.example.range(of: original), "the example has no \(original)")
        let line = Self.example[..<place.lowerBound].count { $0 == "\n" } + 1
        let found = problems(text)
        #expect(found.contains { $0.message.contains(words) }, "\(found)")
        // A missing member is told where the object begins, a broken whole where the whole is.
        let isNear = found.contains { abs($0.line - line) <= 1 || ["base", "employee"].contains($0.path) || $0.path == "employee.custom_fields" }
        #expect(isNear, "line \(line): \(found)")
    }

    @Test("all faults are told at once") func all() {
        let text = Self.example.replacing("\"size\": 100", with: "\"size\": \"many\"").replacing("given_name", with: "").replacing("\"kind\": \"cursor\"", with: "\"kind\": \"x\"")
        #expect(problems(text).count >= 3)
    }

    @Test("no change of a byte makes reading crash") func mutations() {
        var random = SystemRandomNumberGenerator()
        let bytes = Array(Self.example.utf8)
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<3 { changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 32..<127, using: &random) }
            _ = try? Manifest(changed)
        }
    }
}
