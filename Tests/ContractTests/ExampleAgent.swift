import Contract
import Foundation
import JSON
import Testing
import Wire

/// Answers every method with the first valid example of its result.
struct ExampleAgent: Sendable {
    var refused: Set<Method> = []

    func admit(_ method: Method, actor: String?, _ call: Call) throws(RPCError) {
        if refused.contains(method) { throw RPCError(.forbidden, "\(actor ?? "host") may not call \(method.rawValue).") }
    }

    func example<R: ContractValue>() throws(RPCError) -> R {
        guard let example = Example.all.first(where: { $0.type == "\(R.self)" && !$0.isInvalid }) else {
            throw RPCError(.internalError, "There is no example of \(R.self).")
        }
        do { return try R(json: example.json, at: "") } catch { throw RPCError(error) }
    }
}

/// A file of `protocol/examples`.
struct Example: CustomTestStringConvertible, Sendable {
    let type: String
    let name: String
    let json: JSONValue

    var isInvalid: Bool { name.hasPrefix("invalid-") }
    var testDescription: String { "\(type)/\(name)" }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let all: [Example] = {
        let folder = root.appending(path: "protocol/examples")
        func names(_ url: URL) -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
        var examples: [Example] = []
        for type in names(folder) {
            for name in names(folder.appending(path: type)) {
                guard let data = try? Data(contentsOf: folder.appending(path: "\(type)/\(name)")), let json = try? JSONValue(parsing: [UInt8](data)) else { continue }
                examples.append(Example(type: type, name: name, json: json))
            }
        }
        return examples
    }()
}

final class SilentClient: Client {
    let isSession = false
    func notify(method: String, params: [UInt8], replacing key: String?) {}
}

func call(_ method: String, _ params: JSONObject = [:]) -> Call { Call(method: method, params: params, id: .number("1"), client: SilentClient()) }

enum SourceBytes {
    static func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: Example.root.appending(path: path))) }
}
