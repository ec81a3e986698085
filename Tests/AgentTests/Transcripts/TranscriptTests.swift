import Contract
import Foundation
import JSON
import Testing

/// `UPDATE=1 swift test --filter TranscriptTests` records them anew; read the difference before it is kept.
@Suite struct TranscriptTests {
    @Test("a recorded conversation goes as it went", arguments: Transcript.all)
    func replay(_ transcript: Transcript) async throws {
        let isRecording = ProcessInfo.processInfo.environment["UPDATE"] == "1"
        let lines = try await TranscriptPlayer(transcript).play(isRecording: isRecording)
        if isRecording {
            var recorded = transcript
            recorded.lines = lines
            try recorded.write()
            return
        }
        for (index, (wanted, found)) in zip(transcript.lines, lines).enumerated() where wanted != found {
            Issue.record("\(transcript.name).jsonl:\(index + 2): wanted \(wanted), found \(found)")
            return
        }
        #expect(lines.count == transcript.lines.count)
    }

    @Test("every method that is served has been answered with a result in a transcript") func methods() {
        var answered: Set<String> = []
        for transcript in Transcript.all {
            var asked: [JSONValue: String] = [:]
            for line in transcript.lines {
                switch line {
                case .client(let message, _, _):
                    if let id = message["id"], let method = message["method"]?.string { asked[id] = method }
                case .agent(let message):
                    if message["result"] != nil, let id = message["id"], let method = asked[id] { answered.insert(method) }
                default: break
                }
            }
        }
        let missing = Set(Method.allCases.map(\.rawValue)).subtracting(answered)
        #expect(missing.isEmpty, "no transcript shows \(missing.sorted())")
    }

    /// Why no transcript shows them.
    static let unshownErrors: [ErrorKind: String] = [.internalError: "a fault that is known is mended; BadInputTests holds what is said"]

    @Test("every error kind is shown in a transcript, or there is a reason why not") func errors() {
        var shown: Set<ErrorKind> = []
        func look(_ json: JSONValue) {
            if let kind = json["kind"]?.string.flatMap(ErrorKind.init(rawValue:)) { shown.insert(kind) }
            for member in json.object?.members ?? [] { look(member.value) }
            for element in json.array ?? [] { look(element) }
        }
        for transcript in Transcript.all {
            for case .agent(let message) in transcript.lines { look(message) }
        }
        for kind in ErrorKind.allCases {
            #expect(shown.contains(kind) != (Self.unshownErrors[kind] != nil), "\(kind.rawValue) is \(shown.contains(kind) ? "shown and excused" : "neither shown nor excused")")
        }
    }
}

extension JSONValue: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
