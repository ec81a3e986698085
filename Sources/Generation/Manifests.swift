/// Where manifests become Swift.
let manifestDirectory = "Sources/Connectors/Generated"
private let sources = "Sources/Connectors/Manifests"

/// Each manifest as a text inside the binary, and the list of them. As text, since a list of 200,000 bytes takes the compiler 13 s.
func embeddedManifests(_ files: SourceFiles) throws(GenerationError) -> [Output] {
    let names = files.names(in: sources, ending: ".json").map { String($0.dropLast(".json".utf8.count)) }
    var outputs: [Output] = []
    for name in names {
        let bytes = try files.read("\(sources)/\(name).json")
        var text = String(decoding: bytes, as: UTF8.self)
        if !text.hasSuffix("\n") { text += "\n" }
        let head = "// Made from \(sources)/\(name).json by `swift run generate`; do not edit.\n"
        outputs.append(
            Output(path: "\(manifestDirectory)/\(name).swift", text: "\(head)extension BuiltIn {\n    static let \(constant(name)): StaticString = ##\"\"\"\n\(text)\"\"\"##\n}\n"))
    }
    let list = names.map { "        \(constant($0)),\n" }.joined()
    let head = "// Made from \(sources)/ by `swift run generate`; do not edit.\n"
    outputs.append(Output(path: "\(manifestDirectory)/Manifests.swift", text: "\(head)extension BuiltIn {\n    static let texts: [StaticString] = [\n\(list)    ]\n}\n"))
    return outputs
}

/// `sage-hr` → `sageHr`.
private func constant(_ name: String) -> String {
    let words = name.split(separator: "-")
    return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
}
