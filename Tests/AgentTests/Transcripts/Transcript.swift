import Foundation
import JSON
import Testing

/// A recorded conversation (`protocol/transcripts/*.jsonl`): a header, then who said what in turn.
struct Transcript: Sendable, CustomTestStringConvertible {
    enum Line: Sendable, Equatable {
        /// A message of the client, `times` with ids that count up. `isPending`: the conversation goes on before it is answered.
        case client(JSONValue, times: Int, isPending: Bool)
        /// What a client sends that is no message.
        case text(String)
        case agent(JSONValue)
        /// A file that is written, or with no content removed.
        case file(name: String, content: JSONValue)
        /// What the connector `scripted` does from now on.
        case hris(JSONValue)
        /// What happens to the agent's process, or to the disk under its database.
        case machine(Machine.Event)
    }

    let name: String
    let header: JSONObject
    var lines: [Line]

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "protocol/transcripts")

    static let all: [Transcript] = {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }.compactMap { try? Transcript(contentsOf: $0) }
    }()

    struct Unreadable: Error { var line: String }

    init(contentsOf file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        let texts = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        header = try texts.first.flatMap { try JSONValue(parsing: Array($0.utf8)).object } ?? [:]
        lines = try texts.dropFirst().map { text in
            let json = try JSONValue(parsing: Array(text.utf8))
            switch (json["from"]?.string, json["message"]) {
            case ("client", let message?): return .client(message, times: json["times"]?.int ?? 1, isPending: json["pending"] == true)
            case ("client", nil): return .text(json["text"]?.string ?? "")
            case ("agent", let message?): return .agent(message)
            case ("file", _): return .file(name: json["name"]?.string ?? "", content: json["content"] ?? .null)
            case ("hris", _): return .hris(json)
            case ("machine", _):
                guard let event = json["event"]?.string.flatMap(Machine.Event.init) else { throw Unreadable(line: text) }
                return .machine(event)
            default: throw Unreadable(line: text)
            }
        }
    }

    var testDescription: String { header["transcript"]?.string ?? name }

    /// As it stands in the file.
    var text: String {
        let parts = [JSONValue.object(header)] + lines.map { line in
            switch line {
            case .client(let message, let times, let isPending):
                .object([("from", "client"), ("times", times == 1 ? nil : JSONValue(times)), ("pending", isPending ? true : nil), ("message", message)])
            case .text(let text): ["from": "client", "text": .string(text)]
            case .agent(let message): ["from": "agent", "message": message]
            case .file(let name, let content): ["from": "file", "name": .string(name), "content": content]
            case .hris(let json): json
            case .machine(let event): ["from": "machine", "event": .string(event.rawValue)]
            }
        }
        return parts.map { $0.text + "\n" }.joined()
    }

    /// The message and those that repeat it, their ids counting up.
    static func repeated(_ message: JSONValue, times: Int) -> [JSONValue] {
        guard times > 1, let first = message["id"]?.int, let object = message.object else { return [message] }
        return (0..<times).map { number in
            var copy = object
            copy["id"] = JSONValue(first + number)
            return .object(copy)
        }
    }

    func write() throws { try Data(text.utf8).write(to: Self.folder.appending(path: name + ".jsonl")) }
}

extension JSONValue {
    /// An object of the members that have a value.
    fileprivate static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
        var object: JSONObject = [:]
        for (name, value) in members where value ?? .null != .null { object[name] = value }
        return .object(object)
    }
}
