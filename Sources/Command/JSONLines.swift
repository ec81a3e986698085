import Agent
import Foundation
import JSON
import Logging

/// Logs as JSON lines on stderr. Metadata names things by id; values of people never come here.
struct JSONLines: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    static func logger(_ level: Logger.Level) -> Logger { Logger(label: "staffetta") { _ in JSONLines(logLevel: level) } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line: JSONObject = [
            "at": .string(SystemClock().now.description), "level": .string(event.level.rawValue), "message": .string(event.message.description),
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { _, new in new }).sorted(by: { $0.key < $1.key }) {
            line[key] = .string(value.description)
        }
        FileHandle.standardError.write(Data(JSONValue.object(line).encoded() + [0x0A]))
    }
}
