import JSON

/// A generated file.
public struct Output: Sendable {
    /// Below the root of the repository.
    public let path: String
    public let text: String
}

/// Everything that follows from `protocol/`. To generate for another language, append its files here.
public func outputs(from specification: Specification) throws(GenerationError) -> [Output] {
    let document = OpenRPCDocument(specification).json()
    var outputs = swift(specification, document: document)
    outputs.append(SwiftTests(specification: specification).output())
    outputs += TypeScript(specification: specification).outputs()
    outputs.append(Output(path: "protocol/openrpc.json", text: document.pretty + "\n"))
    outputs.append(Output(path: "protocol/reference.md", text: try Reference(specification).text()))
    outputs += try PythonFiles(specification: specification).outputs()
    outputs += try embeddedManifests(specification.files)
    return outputs
}

let generatedDirectory = "Sources/Contract/Generated"

/// Where every file of an ending is generated, so that one which no longer follows from anything is found.
private let generatedOnly = [
    (directory: generatedDirectory, ending: ".swift"), (directory: manifestDirectory, ending: ".swift"), (directory: PythonFiles.directory, ending: ".py"),
    (directory: TypeScript.directory, ending: ".js"), (directory: TypeScript.directory, ending: ".ts"),
]

private func swift(_ specification: Specification, document: JSONValue) -> [Output] {
    let types = SwiftTypes(specification: specification)
    let methods = SwiftMethods(specification: specification)
    func file(_ name: String, hash: String, imports: [String], _ parts: [String]) -> Output {
        let head = "// Made from protocol/ by `swift run generate`; do not edit. Sources: \(hash)\n"
        let importLines = imports.isEmpty ? "" : imports.map { "import \($0)\n" }.joined() + "\n"
        return Output(path: "\(generatedDirectory)/\(name).swift", text: head + importLines + parts.joined(separator: "\n"))
    }
    var outputs: [Output] = []
    for noun in specification.nouns {
        var parts: [String] = []
        for method in noun.methods where method.server != .wire { parts.append(types.parameters(of: method)) }
        for name in noun.types {
            if let type = specification.types[name] { parts.append(types.text(of: type)) }
        }
        for event in noun.events { parts.append(methods.event(event)) }
        outputs.append(file(SwiftName.capitalized(noun.name), hash: noun.hash, imports: ["JSON"], parts))
    }
    let hash = specification.hash
    outputs.append(file("Method", hash: hash, imports: ["Wire"], [methods.methods()]))
    outputs.append(file("AgentAPI", hash: hash, imports: ["JSON", "Wire"], [methods.interface()]))
    outputs.append(file("Dispatch", hash: hash, imports: ["Wire"], [methods.dispatch()]))
    outputs.append(file("ErrorKind", hash: hash, imports: [], [methods.errorKinds()]))
    let embedded = "/// `protocol/openrpc.json` in one line: the answer to `rpc.discover`.\npublic let openRPCDocument: StaticString = ##\"\(document.text)\"##\n"
    outputs.append(file("OpenRPC", hash: hash, imports: [], [embedded]))
    return outputs
}

extension Specification {
    /// What differs from the files on disk, a sentence each; nothing: all is up to date.
    public func differences() throws(GenerationError) -> [String] {
        var differences: [String] = []
        var expected: Set<String> = []
        for output in try outputs(from: self) {
            expected.insert(output.path)
            let bytes = (try? files.read(output.path)) ?? []
            if bytes != Array(output.text.utf8) { differences.append("\(output.path) is not what its sources say") }
        }
        differences += strays(among: expected).map { "\($0) follows from nothing" }
        return differences
    }

    /// Writes what differs and removes what follows from nothing; returns the paths that it wrote.
    public func write() throws(GenerationError) -> [String] {
        var written: [String] = []
        var expected: Set<String> = []
        for output in try outputs(from: self) {
            expected.insert(output.path)
            if let bytes = try? files.read(output.path), bytes == Array(output.text.utf8) { continue }
            try files.write(output.text, to: output.path)
            written.append(output.path)
        }
        for path in strays(among: expected) { try files.remove(path) }
        return written
    }

    private func strays(among expected: Set<String>) -> [String] {
        generatedOnly.flatMap { place in files.names(in: place.directory, ending: place.ending).map { "\(place.directory)/\($0)" } }.filter { !expected.contains($0) }
    }
}
