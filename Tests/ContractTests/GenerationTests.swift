import Contract
import Generation
import JSON
import Testing

@Suite struct GenerationTests {
    @Test("what is made from protocol/ is what stands here; if not: swift run generate") func upToDate() throws {
        let specification = try Specification(root: Example.root.path)
        #expect(try specification.differences() == [])
    }

    @Test("two readings of the same protocol/ make the same bytes") func deterministic() throws {
        let first = try outputs(from: try Specification(root: Example.root.path))
        let second = try outputs(from: try Specification(root: Example.root.path))
        #expect(first.count > 20)
        #expect(zip(first, second).allSatisfy { $0.path == $1.path && $0.text == $1.text })
    }

    @Test("FNV-1a, by its published test vectors") func hash() {
        #expect(fingerprint([]) == "cbf29ce484222325")
        #expect(fingerprint([Array("a".utf8)]) == "af63dc4c8601ec8c")
        #expect(fingerprint([Array("foo".utf8), Array("bar".utf8)]) == "85944171f73967e8")
    }

    @Test("the embedded OpenRPC document is the file, and every reference in it leads somewhere") func openRPC() throws {
        let file = try SourceFiles(root: Example.root.path).read("protocol/openrpc.json")
        let document = try JSONValue(parsing: openRPCDocument.withUTF8Buffer { Array($0) })
        #expect(document.pretty + "\n" == String(decoding: file, as: UTF8.self))
        #expect(document["openrpc"]?.string == "1.3.2")
        var references = 0
        func visit(_ value: JSONValue) {
            for element in value.array ?? [] { visit(element) }
            for member in value.object?.members ?? [] {
                if member.name == "$ref", let target = member.value.string {
                    references += 1
                    let found = target.split(separator: "/").dropFirst().reduce(JSONValue?.some(document)) { $0?[String($1)] }
                    #expect(target.hasPrefix("#/components/") && found != nil, "\(target) leads nowhere")
                } else {
                    visit(member.value)
                }
            }
        }
        visit(document)
        #expect(references > 300)
        let names = Set((document["methods"]?.array ?? []).compactMap { $0["name"]?.string })
        #expect(names == Set(Method.allCases.map(\.rawValue)).union(["initialized", "shutdown", "exit"]))
    }
}
