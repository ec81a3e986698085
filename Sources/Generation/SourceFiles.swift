import Foundation

/// What went wrong while the contract was read or written: names the file and, where known, the place in it.
public struct GenerationError: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// Plain files below a root directory.
public struct SourceFiles: Sendable {
    public let root: String

    public init(root: String) { self.root = root }

    private func url(_ path: String) -> URL { URL(filePath: root).appending(path: path) }

    public func read(_ path: String) throws(GenerationError) -> [UInt8] {
        do { return [UInt8](try Data(contentsOf: url(path))) } catch { throw GenerationError("\(path): cannot be read") }
    }

    public func write(_ text: String, to path: String) throws(GenerationError) {
        do { try Data(text.utf8).write(to: url(path)) } catch { throw GenerationError("\(path): cannot be written") }
    }

    public func remove(_ path: String) throws(GenerationError) {
        do { try FileManager.default.removeItem(at: url(path)) } catch { throw GenerationError("\(path): cannot be removed") }
    }

    /// The names in a directory that end so, sorted; none if there is no such directory.
    public func names(in directory: String, ending suffix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url(directory).path)) ?? []
        return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
    }
}

/// FNV-1a, 64 bits: tells whether sources are the same, nothing more.
public func fingerprint(_ sources: [[UInt8]]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for source in sources {
        for byte in source { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
