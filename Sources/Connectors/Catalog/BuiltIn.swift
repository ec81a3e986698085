/// The manifests inside the binary.
enum BuiltIn {
    /// By name, as a person looks for them. A faulty one would be missing here; a test reads them all.
    static let definitions: [Definition] = {
        let manifests = texts.compactMap { try? Manifest($0.withUTF8Buffer { Array($0) }) }
        return manifests.sorted { $0.name.lowercased() < $1.name.lowercased() }.flatMap(\.definitions)
    }()
}
