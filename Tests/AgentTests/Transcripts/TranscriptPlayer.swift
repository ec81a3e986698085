import Foundation
import JSON
import Provisioning
import Testing

/// Plays the client's part of a transcript to an agent and notes what the agent says.
///
/// Values that differ each time have names: `${dir}` the folder of the files, `${store}` the store's id, `${size}` a number of bytes,
/// `${openrpc}` the contract, `${pid}` this process.
final class TranscriptPlayer {
    let transcript: Transcript
    private let folder: TestFolder
    private let machine: Machine
    /// How many of the agent's messages have been noted, since it was last started.
    private var heard = 0

    init(_ transcript: Transcript) async throws {
        self.transcript = transcript
        let folder = try TestFolder()
        self.folder = folder
        let options = transcript.header["options"]
        machine = try await Machine(
            database: options?["database"]?.string.map(folder.file), now: options?["virtualClock"]?.string.flatMap { Timestamp($0) } ?? TestAgent.start,
            maximumMessage: options?["maxMessage"]?.int ?? 16 << 20
        ) { set in
            if let limit = options?["testsPerDay"]?.int { set.testsPerDay = limit }
            if let limit = options?["syncsPerDay"]?.int { set.syncsPerDay = limit }
            if options?["requireActor"] == true { set.requireActor = true }
            if options?["files"] != nil { set.files = folder.path }
        }
        for (name, content) in transcript.header["files"]?.object?.members ?? [] { try write(content, to: name) }
    }

    /// The conversation as it went this time. `isRecording`: how often the agent speaks is not known yet, so it is given time.
    func play(isRecording: Bool) async throws -> [Transcript.Line] {
        var lines: [Transcript.Line] = []
        for (index, line) in transcript.lines.enumerated() {
            switch line {
            case .agent: continue
            case .client(let message, let times, let isPending):
                let messages = Transcript.repeated(message, times: times)
                machine.client.connection.write(try messages.map { try filled($0.text) + "\n" }.joined())
                if isRecording, !isPending, let last = messages.last, last["id"] != nil, message["method"] != nil {
                    await machine.client.wait { $0.contains { $0["id"] == last["id"] && $0["method"] == nil } }
                }
            case .text(let text): machine.client.connection.write(text + "\n")
            case .file(let name, let content): try write(content, to: name)
            case .hris(let json): machine.hris.obey(json)
            case .machine(let event): if try await machine.undergo(event) { heard = 0 }
            }
            lines.append(line)
            lines += try await answers(after: index, isRecording: isRecording).map { .agent($0) }
        }
        lines += try machine.client.received[heard...].map { .agent(try named($0)) }
        try await machine.end()
        return lines
    }

    /// What the agent says before the next line that is not its own.
    private func answers(after index: Int, isRecording: Bool) async throws -> [JSONValue] {
        let expected = transcript.lines[(index + 1)...].prefix { if case .agent = $0 { true } else { false } }.count
        let client = machine.client
        var end = heard + expected
        if isRecording {
            // Until the agent has said all that it has to say.
            repeat {
                end = client.received.count
                try await Task.sleep(for: .seconds(1))
            } while client.received.count > end
        } else {
            let wanted = end
            await client.wait(atMost: .seconds(20)) { $0.count >= wanted }
            // What comes too soon belongs to a later line, or to none.
            end = min(end, client.received.count)
        }
        defer { heard = end }
        return try client.received[heard..<end].map(named)
    }

    // MARK: Placeholders

    private func filled(_ text: String) throws -> String {
        let text = text.replacing("${dir}", with: folder.path)
        return try machine.storeID.map { text.replacing("${store}", with: $0) } ?? text
    }

    private func named(_ message: JSONValue) throws -> JSONValue {
        if message["result"]?["openrpc"] != nil { return ["jsonrpc": "2.0", "id": message["id"] ?? .null, "result": "${openrpc}"] }
        var text = message.text.replacing(folder.path, with: "${dir}").replacing(#/"(sizeBytes|bytes)":[0-9]+/#) { "\"\($0.1)\":\"${size}\"" }
            .replacing(#/"pid":[0-9]+/#, with: #""pid":"${pid}""#).replacing("the process \(getpid())", with: "the process ${pid}")
        if let store = try machine.storeID { text = text.replacing(store, with: "${store}") }
        return try JSONValue(parsing: Array(text.utf8))
    }

    // MARK: Files

    /// `content`: the text itself; or a copy of a file of the tests, with lines (by their first cell) left out, replaced or added; or null: no file.
    private func write(_ content: JSONValue, to name: String) throws {
        if content.isNull {
            try FileManager.default.removeItem(atPath: folder.file(name))
            return
        }
        if let text = content.string {
            try folder.write(text, to: name)
            return
        }
        let source = Transcript.root.appending(path: "Tests/Data").appending(path: content["copy"]?.string ?? "")
        let original = try String(contentsOf: source, encoding: .utf8).replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
        let dropped = Set(content["drop"]?.array?.compactMap(\.string) ?? [])
        var lines = original.compactMap { line -> String? in
            let id = String(line.prefix { $0 != "," })
            return dropped.contains(id) ? nil : content["replace"]?[id]?.string ?? line
        }
        lines += content["add"]?.array?.compactMap(\.string) ?? []
        try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    }
}

extension ScriptedHRIS {
    /// `employees`: what it delivers, `total`: how many it promises, `fails`: when all is read, `refuses`: when the authorisation is proved,
    /// `hold`: whether it keeps readers waiting after the first page; `codes`: which the authorization server takes; `revoked`: it takes no token any more.
    func obey(_ json: JSONValue) {
        with { state in
            if let list = json["employees"]?.array { state.pages = [list.map(Employee.init(scripted:))] }
            state.total = json["total"]?.int
            state.failure = json["fails"]?.string.flatMap(ConnectorError.init(kind:))
            state.refusal = json["refuses"]?.string.flatMap(ConnectorError.init(kind:))
            if json["hold"] == true { state.isHeld = true }
            if let codes = json["codes"]?.array { state.server.codes = Set(codes.compactMap(\.string)) }
            if json["revoked"] == true {
                state.server.access = []
                state.server.refresh = []
            }
        }
        if json["hold"] == false { release() }
    }
}

extension Employee {
    init(scripted json: JSONValue) {
        var fields: [String: FieldValue] = [:]
        for (name, value) in json.object?.members ?? [] where name != "id" && name != "email" { fields[name] = .text(value.string ?? value.text) }
        self.init(id: json["id"]?.string, emails: json["email"]?.string.map { [.init(address: $0, type: .work)] } ?? [], fields: fields)
    }
}

extension ConnectorError {
    init?(kind: String) {
        switch kind {
        case "authorizationRejected": self = .authorizationRejected("The HRIS says: this token was revoked. Make a new one there.")
        case "authorizationRequired": self = .authorizationRequired("The HRIS no longer accepts the token; reconnect with a new one.")
        case "remoteUnavailable": self = .remoteUnavailable("The HRIS does not answer; try again later.")
        case "remoteRateLimited": self = .remoteRateLimited("The HRIS refuses so many requests; try again later.", retryAt: Timestamp("2026-01-05T09:00:00Z"))
        case "remoteUnexpected": self = .remoteUnexpected("The HRIS answered with something that is no list of employees; check its address.")
        case "remoteIncomplete": self = .remoteIncomplete("The HRIS broke off in the middle of its answer; nothing was changed.")
        case "unsupported": self = .unsupported("This HRIS cannot show a single employee.")
        default: return nil
        }
    }
}
