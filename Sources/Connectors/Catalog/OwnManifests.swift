import Foundation

/// Manifests from files of the operator's.
public struct OwnManifests: Sendable {
    let definitions: [Definition]

    public init() { definitions = [] }

    /// Every `.json` file of a folder.
    /// - Throws: `ManifestFault` with every problem of every file; a folder with a faulty manifest gives nothing.
    public init(folder: String) throws(ManifestFault) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ManifestFault(lines: ["\(folder): There is no such folder, or it cannot be read."])
        }
        var definitions: [Definition] = [], lines: [String] = [], ids: [String: String] = [:]
        for name in names.sorted() where name.hasSuffix(".json") {
            do {
                let manifest = try Self.read("\(folder)/\(name)")
                if let other = ids.updateValue(name, forKey: manifest.id) { lines.append("\(folder)/\(name): \(other) has the id “\(manifest.id)” already.") }
                definitions += manifest.definitions
            } catch { lines += error.lines }
        }
        if !lines.isEmpty { throw ManifestFault(lines: lines) }
        self.definitions = definitions
    }

    /// What is wrong with one file, a line each; nothing: it can be used. Also the name of what it describes.
    public static func check(file: String) throws(ManifestFault) -> String {
        let manifest = try read(file)
        if let other = BuiltIn.definitions.first(where: { $0.id == manifest.id }) {
            return "\(manifest.name) (\(manifest.id)); it takes the place of the built-in \(other.name)"
        }
        return "\(manifest.name) (\(manifest.definitions.map(\.id).joined(separator: ", ")))"
    }

    private static func read(_ path: String) throws(ManifestFault) -> Manifest {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { throw ManifestFault(lines: ["\(path): This is a folder; name one file in it."]) }
        guard let data = FileManager.default.contents(atPath: path) else { throw ManifestFault(lines: ["\(path): There is no such file, or it cannot be read."]) }
        do {
            return try Manifest(Array(data))
        } catch {
            throw ManifestFault(lines: error.problems.map { "\(path):\($0.line): \($0.path.isEmpty ? "" : "\($0.path): ")\($0.message)" })
        }
    }
}

/// What is wrong with manifests, a line each.
public struct ManifestFault: Error, Sendable, Equatable {
    public var lines: [String]
}
