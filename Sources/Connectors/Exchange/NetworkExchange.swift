import AsyncHTTPClient
import Foundation
import NIOCore
import Synchronization

/// One request over the network: certificates checked, no redirects, gzip, time-outs, a limit of size. A restricted one connects to the very
/// address that it has checked, so that a name which resolves differently a moment later leads nowhere else.
final class NetworkExchange: Exchange {
    struct Boundaries: Sendable {
        var connect = Duration.seconds(10)
        /// Between two parts of an answer.
        var idle = Duration.seconds(60)
        var whole = Duration.seconds(60)
        /// The most that a manifest may ask for.
        var longest = Duration.seconds(600)
        /// Bytes of one answer, unpacked.
        var size = 512 << 20
    }

    private let policy: NetworkPolicy
    private let isRestricted: Bool
    private let resolver: any Resolver
    private let proxies: ProxySettings
    private let trust: Trust
    private let boundaries: Boundaries
    /// One client for each address connected to; their connections live on between requests.
    private let clients = Mutex<[String: Client]>([:])
    /// Which of a name's addresses is asked; moves on when one does not answer.
    private let turn = Mutex(0)

    init(
        policy: NetworkPolicy, isRestricted: Bool, resolver: any Resolver = SystemResolver(), proxies: ProxySettings, trust: Trust = Trust(environment: [:]),
        boundaries: Boundaries = Boundaries()
    ) {
        self.policy = policy
        self.isRestricted = isRestricted
        self.resolver = resolver
        self.proxies = proxies
        self.trust = trust
        self.boundaries = boundaries
    }

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        let origin = request.address.origin
        guard origin.scheme == "https" || policy.allowsPlainHTTP(to: origin.host) else {
            throw .refused("\(origin) is not HTTPS, and nothing is sent in the clear. The operator can allow it with --allow-http \(origin.host).")
        }
        let proxy = proxies.server(for: origin)
        let client = try await client(for: origin, proxy)
        do {
            return try await execute(request, client.client)
        } catch let error as ExchangeError {
            throw error
        } catch {
            let explained = explain(error, origin)
            switch explained {
            case .unreachable, .timedOut: turn.withLock { $0 += 1 }
            default: break
            }
            throw explained
        }
    }

    private func execute(_ request: HTTPRequest, _ client: HTTPClient) async throws -> HTTPResponse {
        var outgoing = HTTPClientRequest(url: request.address.description)
        outgoing.method = .RAW(value: request.method)
        for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
        if let body = request.body { outgoing.body = .bytes(body) }
        let response = try await client.execute(outgoing, timeout: TimeAmount(min(request.timeout ?? boundaries.whole, boundaries.longest)))
        let size = boundaries.size
        let body: ByteBuffer
        do { body = try await response.body.collect(upTo: size) } catch is NIOTooManyBytesError { throw ExchangeError.tooLarge(size) }
        let headers = response.headers.map { Header($0.name, $0.value) }
        return HTTPResponse(status: Int(response.status.code), headers: headers, body: Array(body.readableBytesView))
    }

    // MARK: Where to

    private func client(for origin: Origin, _ proxy: ProxySettings.Server?) async throws(ExchangeError) -> Client {
        var pinned: String?
        let isAllowed = policy.allowsInnerAddress(of: origin.host)
        // Behind a proxy an allowed host need not have an address that we could find.
        if isRestricted, !isAllowed || proxy == nil {
            let addresses = try await resolver.addresses(of: origin.host)
            if !isAllowed, addresses.contains(where: InnerAddress.contains) {
                throw .refused(
                    "\(origin.host) leads to a loopback, private or link-local address, where requests of administrators may not go. The operator can allow it with --allow-host \(origin.host)."
                )
            }
            pinned = addresses[turn.withLock { $0 % addresses.count }]
        }
        let key = "\(origin) \(pinned ?? "")"
        return clients.withLock { clients in
            if let client = clients[key] { return client }
            let client = Client(configuration(origin, proxy, pinned: proxy == nil ? pinned : nil))
            clients[key] = client
            return client
        }
    }

    private func configuration(_ origin: Origin, _ proxy: ProxySettings.Server?, pinned: String?) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.tlsConfiguration = trust.configuration
        // `Retry` asks again, and knows what is no use.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.timeout = .init(connect: TimeAmount(boundaries.connect), read: TimeAmount(boundaries.idle))
        configuration.decompression = .enabled(limit: .size(boundaries.size))
        configuration.httpVersion = .http1Only
        if let pinned, pinned != origin.host { configuration.dnsOverride = [origin.host: pinned] }
        if let proxy {
            let authorization = proxy.user.map { HTTPClient.Authorization.basic(username: $0, password: proxy.password ?? "") }
            configuration.proxy = .server(host: proxy.host, port: proxy.port, authorization: authorization)
        }
        return configuration
    }

    private func explain(_ error: any Error, _ origin: Origin) -> ExchangeError {
        if error is CancellationError || Task.isCancelled { return .cancelled }
        if let explanation = trust.explanation(of: error, origin) { return .untrusted(explanation) }
        if let error = error as? HTTPClientError {
            if error == .deadlineExceeded || error == .readTimeout || error == .connectTimeout || error == .writeTimeout { return .timedOut }
            if error == .cancelled { return .cancelled }
            return .unreachable("The connection to \(origin) failed (\(error.shortDescription)).")
        }
        return .unreachable("The connection to \(origin) failed (\(type(of: error))).")
    }

    /// A client that ends its connections when nobody has it any more.
    private final class Client: Sendable {
        let client: HTTPClient

        init(_ configuration: HTTPClient.Configuration) { client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration) }

        deinit { client.shutdown { _ in } }
    }
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) { self = .milliseconds(duration.milliseconds) }
}
