import Dispatch
import Foundation
import JSON
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// A connection inside this process, over two pipes, with the client's end in hand. For tests; waiting suspends and blocks no thread.
public final class PairedConnection: Sendable {
    public let connection: Connection
    private let toAgent: Mutex<FileHandle?>
    private let fromAgent: FileHandle
    private let inbox = Inbox<[UInt8]>()
    private let ending = Inbox<Ending>()

    /// Starts to serve at once.
    /// - Parameter isReading: false for a client that does not read before `startReading`.
    public init(handler: any MessageHandler, maximumMessage: Int = 16 << 20, isReading: Bool = true) {
        let input = Pipe(), output = Pipe()
        connection = Connection(
            input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor, handler: handler,
            maximumMessage: maximumMessage)
        toAgent = Mutex(input.fileHandleForWriting)
        fromAgent = output.fileHandleForReading
        signal(SIGPIPE, SIG_IGN)
        Thread { [self] in
            let result = connection.run()
            try? output.fileHandleForWriting.close()
            try? input.fileHandleForReading.close()
            ending.put(result)
            ending.close()
        }.start()
        if isReading { startReading() }
    }

    public func startReading() {
        Thread { [self] in
            while case let data = fromAgent.availableData, !data.isEmpty { inbox.put(Array(data)) }
            inbox.close()
        }.start()
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
        send(["jsonrpc": "2.0", "id": JSONValue(id), "method": .string(method), "params": params])
    }

    public func notify(_ method: String, _ params: JSONValue = [:]) {
        send(["jsonrpc": "2.0", "method": .string(method), "params": params])
    }

    /// The next message of the agent, which must frame by lines; nil: there are no more. For one caller at a time.
    public func receive() async -> JSONValue? {
        while true {
            if let line = inbox.takeLine() { return try? JSONValue(parsing: line) }
            guard await inbox.more() else { return nil }
        }
    }

    /// Everything that the agent writes until it ends, as it is.
    public func receiveText() async -> String {
        while await inbox.more() {}
        return String(decoding: inbox.takeAll().joined(), as: UTF8.self)
    }

    /// Ends the agent's input.
    public func closeInput() {
        toAgent.withLock { handle in
            try? handle?.close()
            handle = nil
        }
    }

    /// Closes the end that the agent's output is read from. For a connection that does not read.
    public func closeOutput() { try? fromAgent.close() }

    /// Waits for the end.
    public func awaitEnd() async -> Ending? {
        while await ending.more() {}
        return ending.first
    }
}
