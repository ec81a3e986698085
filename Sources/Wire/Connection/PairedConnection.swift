import Dispatch
import Foundation
import JSON
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// A connection inside this process, over two pipes, with the client's end in hand. For tests.
public final class PairedConnection: Sendable {
    public let connection: Connection
    private let toAgent: Mutex<FileHandle?>
    private let fromAgent: Mutex<LineReader?>
    private let ending = Mutex<Ending?>(nil)
    private let hasEnded = DispatchSemaphore(value: 0)

    /// Starts to serve at once.
    public init(handler: any MessageHandler, maximumMessage: Int = 16 << 20) {
        let input = Pipe(), output = Pipe()
        connection = Connection(
            input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor, handler: handler,
            maximumMessage: maximumMessage)
        toAgent = Mutex(input.fileHandleForWriting)
        fromAgent = Mutex(LineReader(handle: output.fileHandleForReading))
        signal(SIGPIPE, SIG_IGN)
        let thread = Thread { [self] in
            let result = connection.run()
            try? output.fileHandleForWriting.close()
            try? input.fileHandleForReading.close()
            ending.withLock { $0 = result }
            hasEnded.signal()
        }
        thread.start()
    }

    /// Writes text as it is.
    public func write(_ text: String) { write(Array(text.utf8)) }

    public func write(_ bytes: [UInt8]) {
        let handle = toAgent.withLock { $0 }
        try? handle?.write(contentsOf: Data(bytes))
    }

    /// Writes one message, followed by a line feed.
    public func send(_ message: JSONValue) { write(message.text + "\n") }

    public func request(_ id: Int, _ method: String, _ params: JSONValue = [:]) {
        send(["jsonrpc": "2.0", "id": .number(JSONNumber(id)), "method": .string(method), "params": params])
    }

    public func notify(_ method: String, _ params: JSONValue = [:]) {
        send(["jsonrpc": "2.0", "method": .string(method), "params": params])
    }

    /// Waits for the next message of the agent, which must frame by lines; nil: there are no more. One thread at a time.
    public func receive() -> JSONValue? {
        fromAgent.withLock { reader in
            guard let line = reader?.next() else { return nil }
            return try? JSONValue(parsing: line)
        }
    }

    /// Everything that the agent writes until it ends, as it is.
    public func receiveText() -> String {
        fromAgent.withLock { reader in
            let rest = try? reader?.handle.readToEnd()
            return String(decoding: (reader?.buffer ?? []) + (rest.flatMap { $0 } ?? Data()), as: UTF8.self)
        }
    }

    /// Ends the agent's input.
    public func closeInput() {
        toAgent.withLock { handle in
            try? handle?.close()
            handle = nil
        }
    }

    /// Stops to read what the agent writes.
    public func closeOutput() {
        fromAgent.withLock { reader in
            try? reader?.handle.close()
            reader = nil
        }
    }

    /// Waits for the end.
    public func awaitEnd() -> Ending? {
        hasEnded.wait()
        hasEnded.signal()
        return ending.withLock { $0 }
    }

    private struct LineReader {
        let handle: FileHandle
        var buffer: [UInt8] = []

        mutating func next() -> [UInt8]? {
            while true {
                if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                    defer { buffer.removeFirst(end + 1) }
                    return Array(buffer[..<end])
                }
                let data = handle.availableData
                if data.isEmpty { return nil }
                buffer += data
            }
        }
    }
}
