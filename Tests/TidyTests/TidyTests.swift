import Foundation
import Testing

/// Structure and habits, held against the sources themselves.
@Suite struct TidyTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Which module may import which: ours, then others'. A new edge is the rare, discussed kind of change.
    static let imports: [String: Set<String>] = [
        "JSON": [],
        "Wire": ["JSON", "Foundation", "Dispatch", "Glibc", "Darwin", "Synchronization"],
        "Generation": ["JSON", "Foundation"],
        "generate": ["Generation", "Foundation"],
        "Contract": ["JSON", "Wire"],
        "Provisioning": ["Foundation"],
        "Store": ["JSON", "Provisioning", "GRDB", "GRDBSQLite", "Crypto", "Foundation", "Synchronization", "Glibc", "Darwin"],
        // NIOSSL to choose whose certificates are believed, and to say why one is not.
        "Connectors": ["JSON", "Provisioning", "AsyncHTTPClient", "NIOCore", "NIOSSL", "Crypto", "Foundation", "Glibc", "Darwin", "Synchronization"],
        // Crypto for the hash of PKCE; Glibc for the socket option that makes a reset.
        "Simulator": ["JSON", "Provisioning", "Hummingbird", "HummingbirdTLS", "NIOCore", "Logging", "Crypto", "Foundation", "Synchronization", "Glibc", "Darwin"],
        "hris-simulator": ["Simulator", "ArgumentParser", "Foundation"],
        "Agent": ["JSON", "Wire", "Contract", "Provisioning", "Store", "Logging", "Foundation", "Glibc", "Darwin", "Synchronization"],
        "Command": ["JSON", "Wire", "Contract", "Provisioning", "Store", "Connectors", "Agent", "ArgumentParser", "Logging", "Foundation", "Dispatch", "Glibc", "Darwin", "Synchronization"],
    ]

    struct Source {
        var module: String
        var name: String
        var lines: [Substring]
    }

    static let sources: [Source] = {
        let folder = root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "swift" }.compactMap { file in
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            let path = file.path.dropFirst(folder.path.count + 1)
            return Source(module: String(path.prefix { $0 != "/" }), name: String(path), lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }()

    @Test("every import is in the table of the architecture") func importTable() {
        #expect(Self.sources.count > 50)
        for source in Self.sources {
            let allowed = Self.imports[source.module]
            #expect(allowed != nil, "the module \(source.module) has no line in the table")
            for line in source.lines {
                let words = line.split(separator: " ").drop { $0.hasPrefix("@") || ["public", "package", "internal"].contains($0) }
                guard words.first == "import", let name = words.last.map(String.init) else { continue }
                #expect(allowed?.contains(name) == true, "\(source.name) imports \(name)")
            }
        }
    }

    @Test("no file is longer than 300 lines, but for what is generated or a table") func fileLength() {
        for source in Self.sources where !source.name.contains("Generated") && !source.name.contains("LanguageTable") {
            #expect(source.lines.count <= 300, "\(source.name) has \(source.lines.count) lines")
        }
    }

    @Test("stdout belongs to the protocol: print only where the command talks to people") func noPrint() {
        for source in Self.sources where source.module != "Command" && source.module != "generate" {
            #expect(!source.lines.contains { $0.trimmingCharacters(in: .whitespaces).hasPrefix("print(") }, "\(source.name) prints")
        }
    }

    @Test("no unchecked concurrency, no forced tries") func noEscapeHatches() {
        for source in Self.sources {
            for hatch in ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!"] {
                #expect(!source.lines.contains { $0.contains(hatch) && !$0.contains("//") }, "\(source.name) uses \(hatch)")
            }
        }
    }
}
