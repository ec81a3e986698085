import Foundation
import Testing

/// Everything that a process did to the files of a folder, in order (recorder.c).
struct Recording {
    enum Action {
        case write(at: Int, ArraySlice<UInt8>)
        case truncate(to: Int)
        /// Of a file or a folder.
        case sync
        case remove
        case rename(to: String)
        case link(to: String)
        /// Something was said on stdout.
        case answer
    }

    struct Step {
        /// Without the folder's.
        var path: String
        var action: Action
    }

    private(set) var steps: [Step] = []

    struct Unreadable: Error { var place: Int }

    /// Compiled beside the binary.
    private static let recorder = Shared {
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "recorder.c").path
        let library = (Child.binary as NSString).deletingLastPathComponent + "/recorder.so"
        try #require(Child.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]) == .status(0), "recorder.c does not compile")
        return library
    }

    /// Runs the binary on a folder, to its end.
    static func of(_ arguments: [String], in folder: Folder) async throws -> (Recording, Outcome) {
        let elsewhere = try Folder()
        let log = elsewhere.path + "/log"
        let outcome = try await staffetta(arguments, environment: ["LD_PRELOAD": recorder.value(), "RECORD_ROOT": folder.path, "RECORD_LOG": log])
        return (try Recording([UInt8](Data(contentsOf: URL(filePath: log))), root: folder.path), outcome)
    }

    private init(_ bytes: [UInt8], root: String) throws {
        var place = 0
        func number(_ count: Int) throws -> Int {
            guard place + count <= bytes.count else { throw Unreadable(place: place) }
            defer { place += count }
            return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        func inside(_ path: ArraySlice<UInt8>) -> String { String(String(decoding: path, as: UTF8.self).dropFirst(root.count).drop { $0 == "/" }) }
        while place < bytes.count {
            let kind = try number(1), pathLength = try number(4), value = try number(8), length = try number(4)
            guard place + pathLength + length <= bytes.count else { throw Unreadable(place: place) }
            let path = inside(bytes[place..<place + pathLength]), content = bytes[(place + pathLength)..<(place + pathLength + length)]
            place += pathLength + length
            let action: Action = switch UInt8(kind) {
            case UInt8(ascii: "W"): .write(at: value, content)
            case UInt8(ascii: "T"): .truncate(to: value)
            case UInt8(ascii: "S"): .sync
            case UInt8(ascii: "U"): .remove
            case UInt8(ascii: "R"): .rename(to: inside(content))
            case UInt8(ascii: "L"): .link(to: inside(content))
            case UInt8(ascii: "A"): .answer
            default: throw Unreadable(place: place)
            }
            steps.append(Step(path: path, action: action))
        }
    }
}
