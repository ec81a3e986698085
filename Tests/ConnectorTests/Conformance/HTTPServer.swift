import Foundation
import JSON
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A real HTTP server on loopback that answers as a closure says.
final class HTTPServer: Sendable {
    struct Request: Sendable {
        var method, path: String
        /// Decoded.
        var query: [String: String]
        var headers: [(name: String, value: String)]
        var body: [UInt8]

        subscript(header: String) -> String? { headers.first { $0.name.lowercased() == header.lowercased() }?.value }
        var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }
        var form: [String: String] { HTTPServer.pairs(String(decoding: body, as: UTF8.self)) }
        func number(_ name: String) -> Int? { query[name].flatMap { Int($0) } }
    }

    enum Reply: Sendable {
        case answer(status: Int, headers: [(String, String)] = [], body: [UInt8])
        /// The connection is reset before anything was answered.
        case reset
        /// It closes in the middle of the body.
        case cutOff([UInt8])
        /// Nothing is ever answered.
        case silence

        static func json(_ value: JSONValue, status: Int = 200, headers: [(String, String)] = []) -> Reply { .answer(status: status, headers: headers, body: value.encoded()) }
    }

    let port: Int
    private let channel: any Channel
    private let log: Log

    var url: String { "http://127.0.0.1:\(port)" }
    /// Everything that was asked.
    var requests: [Request] { log.requests.withLock { $0 } }

    init(_ answer: @escaping @Sendable (Request) -> Reply) async throws {
        let log = Log()
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler { request in
                        log.requests.withLock { $0.append(request) }
                        return answer(request)
                    })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        self.log = log
    }

    private final class Log: Sendable { let requests = Mutex<[Request]>([]) }

    func stop() async { try? await channel.close() }

    static func pairs(_ text: String) -> [String: String] {
        var pairs: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
            pairs[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        return pairs
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let answer: @Sendable (Request) -> Reply
        private var head: HTTPRequestHead?
        private var body: [UInt8] = []

        init(_ answer: @escaping @Sendable (Request) -> Reply) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = []
            case .body(let part): body += part.readableBytesView
            case .end:
                guard let head else { return }
                let parts = head.uri.split(separator: "?", maxSplits: 1).map(String.init)
                let request = Request(
                    method: head.method.rawValue, path: parts[0].removingPercentEncoding ?? parts[0], query: parts.count > 1 ? HTTPServer.pairs(parts[1]) : [:],
                    headers: head.headers.map { ($0.name, $0.value) }, body: body)
                write(answer(request), context)
            }
        }

        private func write(_ reply: Reply, _ context: ChannelHandlerContext) {
            switch reply {
            case .silence: break
            case .reset:
                // Lingering for no time makes the close a reset.
                (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in }
                context.close(promise: nil)
            case .cutOff(let bytes): send(200, [("Content-Length", String(bytes.count + 100))], bytes, context, closing: true)
            case .answer(let status, let headers, let bytes): send(status, headers + [("Content-Length", String(bytes.count))], bytes, context, closing: false)
            }
        }

        private func send(_ status: Int, _ headers: [(String, String)], _ bytes: [UInt8], _ context: ChannelHandlerContext, closing: Bool) {
            var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: status))
            head.headers.add(name: "Content-Type", value: "application/json")
            for (name, value) in headers { head.headers.add(name: name, value: value) }
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
            if closing {
                context.flush()
                context.close(promise: nil)
            } else {
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
