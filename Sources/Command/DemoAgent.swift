import Foundation
import JSON

/// An agent in a process of its own, at the other end of two pipes.
final class DemoAgent {
    private let process = Process()
    private let input = Pipe(), output = Pipe()
    private let terminal: Terminal
    private let verbose: Bool
    private var received: [UInt8] = []
    private var lastID = 0

    init(database: String, clock: String, terminal: Terminal, verbose: Bool) throws {
        self.terminal = terminal
        self.verbose = verbose
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--database", database, "--virtual-clock", clock]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// A session: notifications flow.
    func begin() throws {
        let server = try call("initialize", ["client": ["name": "demo", "version": "1"]])["server"]
        if verbose { terminal.say("The agent is \(server?["name"]?.string ?? "") \(server?["version"]?.string ?? "").") }
    }

    func end() throws {
        try call("shutdown")
        try send(["jsonrpc": "2.0", "method": "exit"])
        process.waitUntilExit()
    }

    func stop() {
        if process.isRunning { process.terminate() }
    }

    /// Starts a run and waits for its end, with a progress bar.
    func run(_ method: String, _ integration: String) throws -> JSONValue {
        let result = try call(method, ["integration": .string(integration), "wait": true])
        terminal.endProgress()
        guard let run = result["run"] else { throw Trouble("\(method) started no run.") }
        guard run["state"]?.string == "succeeded" else { throw Trouble("The run ended as \(run["state"]?.string ?? "?"): \(run["error"]?["message"]?.string ?? "")") }
        return run
    }

    @discardableResult
    func call(_ method: String, _ params: JSONObject = [:]) throws -> JSONValue {
        lastID += 1
        let id = lastID
        try send(["jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": .string(method), "params": .object(params)])
        while let message = try receive() {
            if message["id"]?.int == id {
                if let error = message["error"] { throw Trouble("\(method): \(error["message"]?.string ?? error.text)") }
                return message["result"] ?? .null
            }
            heard(message)
        }
        throw Trouble("The agent ended before it answered \(method).")
    }

    private func heard(_ message: JSONValue) {
        guard message["method"]?.string == "$/progress", let value = message["params"]?["value"] else { return }
        terminal.progress(value["phase"]?.string ?? "", read: value["read"]?.int ?? 0, total: value["total"]?.int)
    }

    private func send(_ message: JSONObject) throws {
        let bytes = JSONValue.object(message).encoded()
        if verbose { terminal.request(String(decoding: bytes, as: UTF8.self)) }
        try input.fileHandleForWriting.write(contentsOf: Data(bytes + [0x0A]))
    }

    private func receive() throws -> JSONValue? {
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                let line = Array(received[..<end])
                received.removeSubrange(...end)
                return try JSONValue(parsing: line)
            }
            let chunk = output.fileHandleForReading.availableData
            if chunk.isEmpty { return nil }
            received += chunk
        }
    }
}
