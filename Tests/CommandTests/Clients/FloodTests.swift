import Foundation
import JSON
import Testing

/// Clients that send too much, too long, too deep, or read nothing: the agent answers, and its memory stays within what docs/guarantees.md says.
@Suite(.serialized) struct FloodTests {
    /// Of the agent's peak memory, in MB (docs/guarantees.md).
    static let bound = 1_024

    private static let options = ["--memory", "--virtual-clock", "2026-01-05T08:00:00Z"]
    private static let ping = Child.request(0, "clock/get")

    /// What takes the most memory for its length.
    static let shapes: [(String, @Sendable (Int) -> String)] = [
        ("numbers", { "[" + String(repeating: "1,", count: $0 / 2) + "1]" }),
        ("strings", { "[" + String(repeating: #""","#, count: $0 / 3) + "1]" }),
        ("lists", { "[" + String(repeating: "[],", count: $0 / 3) + "1]" }),
        ("objects", { "[" + String(repeating: #"{"a":{}},"#, count: $0 / 9) + "1]" }),
        ("text", { "\"" + String(repeating: "ä", count: $0 / 2) + "\"" }),
    ]

    @Test("messages of the greatest length, one after the other, of whatever shape: memory stays bounded", arguments: shapes.map(\.0)) func long(_ shape: String) async throws {
        let make = try #require(Self.shapes.first { $0.0 == shape }?.1)
        // With a release build (make soak) longer ones, more of them, in a session, too: a debug build takes minutes for each.
        let isLong = ProcessInfo.processInfo.environment["STAFFETTA_BINARY"] != nil
        let length = (isLong ? 16 : 2) << 20
        let message = #"{"jsonrpc":"2.0","id":1,"method":"user/massEdit","params":{"csv":"# + make(length - 200) + "}}\n"
        let bytes = Array(message.utf8)
        try #require(bytes.count <= length)
        for isSession in isLong ? [false, true] : [false] {
            try await withChild(Self.options, lifetime: 300) { child in
                if isSession { child.write(LifeTests.initialize + "\n") }
                for _ in 0..<(isLong ? 8 : 2) { child.write(bytes) }
                child.request(2, "clock/get")
                #expect(try await child.response(2)["result"] != nil)
                let peak = try child.memory("VmHWM") / 1024
                print("\(isLong ? 8 : 2) messages of \(length >> 20) MiB of \(shape) in a \(isSession ? "session" : "script"): \(peak) MB")
                #expect(peak < (isLong ? Self.bound : 200), "\(peak) MB")
            }
        }
    }

    @Test("a line of 100 MB is skipped in little memory, in both framings") func hundredMegabytes() async throws {
        for framing in ["lines", "headers"] {
            try await withChild(Self.options) { child in
                let body = [UInt8](repeating: UInt8(ascii: "a"), count: 100 << 20)
                func frame(_ text: String) -> String { framing == "lines" ? text + "\n" : "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }
                child.write(frame(Self.ping))
                child.write(framing == "lines" ? body + [0x0A] : Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
                child.write(frame(Self.ping))
                child.closeInput()
                let output = String(decoding: await child.output.rest(), as: UTF8.self)
                #expect(output.contains("1003") && output.contains("messageTooLarge"), "\(output)")
                #expect(output.components(separatedBy: #""now""#).count == 3, "\(output)")
            }
            try await withChild(Self.options) { child in
                child.write([UInt8(ascii: "{")] + [UInt8](repeating: UInt8(ascii: "a"), count: 100 << 20) + [0x0A])
                child.request(1, "clock/get")
                #expect(try await child.response(1)["result"] != nil)
                let peak = try child.memory("VmHWM") / 1024
                print("a line of 100 MB: \(peak) MB")
                #expect(peak < 100, "\(peak) MB")
            }
        }
    }

    @Test("a flood of requests: each is answered, or refused as overloaded; memory stays bounded", arguments: [true, false]) func flood(_ isSession: Bool) async throws {
        let count = ProcessInfo.processInfo.environment["STAFFETTA_BINARY"] == nil ? 20_000 : 200_000
        try await withChild(Self.options, lifetime: 300) { child in
            if isSession {
                child.write(LifeTests.initialize + "\n")
                _ = try await child.response(0)
            }
            child.write((1...count).map { Child.request($0, $0 % 10 == 0 ? "user/create" : "user/list", $0 % 10 == 0 ? ["firstName": "A"] : [:]) + "\n" }.joined())
            var answered = 0, overloaded = 0
            while answered < count {
                let message = try await child.message()
                guard message["id"]?.int != nil else { continue }
                answered += 1
                if message["error"]?["data"]?["kind"] == "overloaded" { overloaded += 1 }
            }
            let peak = try child.memory("VmHWM") / 1024
            print("\(count) requests in a \(isSession ? "session" : "script"): \(overloaded) overloaded, \(peak) MB")
            #expect(isSession || overloaded == 0)
            #expect(peak < 128, "\(peak) MB")
        }
    }

    @Test("a client that asks for much and reads nothing is not read from; memory stays bounded") func stalled() async throws {
        try await withChild(Self.options, reading: .never) { child in
            child.write(LifeTests.initialize + "\n")
            // 100 MB of answers, were they all made.
            for _ in 0..<20 { child.write((1...100).map { Child.request($0, "rpc.discover") + "\n" }.joined()) }
            // Until the agent no longer works: it waits for its reader.
            var used = -1
            while case let now = try ticks(child), now != used {
                used = now
                try await Task.sleep(for: .seconds(1))
            }
            let peak = try child.memory("VmHWM") / 1024
            print("a reader that stands still: \(peak) MB")
            #expect(peak < 256, "\(peak) MB")
            child.signal(SIGTERM)
            try await child.expectEnd(.status(0))
        }
    }

    /// The processor time it has used.
    private func ticks(_ child: Child) throws -> Int {
        let stat = try String(contentsOfFile: "/proc/\(child.pid)/stat", encoding: .utf8)
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        return (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0)
    }

    @Test("bytes at random, ten thousand lines of them: every answer is JSON, and the next request is served") func noise() async throws {
        let seed = CrashTests.setting("STAFFETTA_SEED", or: Int.random(in: 0..<1 << 32))
        var dice = Dice(seed: UInt64(seed))
        let alphabet = Array(#"{}[]",:0123456789eE+-.\ntrufalsjopcidmhy "2.0"jsonrpcmethodparams/"#.utf8) + [0, 0xFF, 0xC3, 0xE2, 0x80]
        try await withChild(Self.options) { child in
            var lines: [UInt8] = Array((Self.ping + "\n").utf8)
            for _ in 0..<10_000 {
                for _ in 0..<Int.random(in: 1...60, using: &dice) { lines.append(alphabet.randomElement(using: &dice) ?? 0) }
                lines.append(0x0A)
            }
            child.write(lines)
            child.request(77_777, "clock/get")
            child.closeInput()
            let output = await child.output.rest()
            for line in output.split(separator: 0x0A) { #expect((try? JSONValue(parsing: Array(line))) != nil, "seed \(seed)") }
            #expect(String(decoding: output, as: UTF8.self).contains(#""id":77777,"result""#), "seed \(seed)")
            try await child.expectEnd(.status(0))
        }
    }

    @Test("signals that end a process leave nothing half done", arguments: [SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGKILL]) func signals(_ signal: Int32) async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(20_000))
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            child.request(1, "integration/enable", ["integration": "People", "confirm": true])
            _ = try await child.notification("run/changed") { $0["run"]?["state"] == "applying" }
            child.signal(signal)
            #expect(try await child.end() == .signal(signal))
        }
        let run = try await call(folder.database, "run/get", ["integration": "People"])
        let users = try await call(folder.database, "account/get")["users"]?["total"]?.int
        #expect(run["state"] == "succeeded" ? users == 20_000 : run["error"]?["data"]?["kind"] == "interrupted" && users == 0, "\(run.text), \(users ?? -1)")
        #expect(try await staffetta(["check", "--database", folder.database]).exit == .status(0))
    }
}
