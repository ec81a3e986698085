import Foundation
import Hummingbird
import HummingbirdTLS
import JSON
import Logging
import Provisioning

/// HR systems on a port: the wire formats of Apideck, BambooHR, Personio, HiBob and SCIM for one company, with faults that can be switched.
///
/// ```swift
/// let simulator = try await Simulator.start(company: Company(parsing: bytes))
/// simulator.setFaults([Fault(.serverError, first: 3, last: 3)])
/// // … a client reads from simulator.address(.apideck) …
/// #expect(simulator.requests.map(\.status) == [200, 200, 500, 200])
/// await simulator.stop()
/// ```
public final class Simulator: Sendable {
    public struct Options: Sendable {
        /// The address to listen on.
        public var host = "127.0.0.1"
        /// 0: any free one.
        public var port = 0
        public var credentials = Credentials()
        public var faults: [Fault] = []
        /// How long access tokens live, in seconds of the simulator's clock.
        public var tokenLifetime = 3600
        /// nil: the machine's time.
        public var clock: Timestamp?
        /// nil: plain HTTP.
        public var certificate: Certificate?

        public init() {}
    }

    /// What HTTPS is served with: files in PEM.
    public struct Certificate: Sendable {
        /// The certificate, then those that it was signed with.
        public var chain: String
        public var key: String

        public init(chain: String, key: String) {
            self.chain = chain
            self.key = key
        }

        fileprivate func configuration() throws -> TLSConfiguration {
            try .makeServerConfiguration(
                certificateChain: NIOSSLCertificate.fromPEMFile(chain).map { .certificate($0) }, privateKey: .privateKey(NIOSSLPrivateKey(file: key, format: .pem)))
        }
    }

    public let port: Int
    /// Scheme, host and port.
    public let root: String
    public let credentials: Credentials
    private let world: World
    private let server: Task<Void, any Error>

    /// Listens when it returns. Throws if the port is taken, or the certificate cannot be read.
    public static func start(company: Company = Company(), options: Options = Options()) async throws -> Simulator {
        let world = World(credentials: options.credentials, tokenLifetime: options.tokenLifetime)
        world.change { state in
            state.faults = ArmedFaults(options.faults)
            state.clock.fixed = options.clock
            var arrived = Company()
            arrived.replace(with: company, now: state.clock.now)
            state.company = arrived
        }
        let scheme = options.certificate == nil ? "http" : "https"
        let (ports, report) = AsyncStream.makeStream(of: Int?.self)
        let application = Application(
            responder: Responder(world: world, scheme: scheme),
            server: try options.certificate.map { try .tls(tlsConfiguration: $0.configuration()) } ?? .http1(),
            configuration: ApplicationConfiguration(address: .hostname(options.host, port: options.port)),
            onServerRunning: { channel in
                report.yield(channel.localAddress?.port)
                report.finish()
            },
            // What it could say is in `requests`; broken connections are its trade.
            logger: Logger(label: "hris-simulator") { _ in SwiftLogNoOpLogHandler() })
        let server = Task {
            // Nobody waits for a port for ever if the server does not come up.
            defer { report.finish() }
            try await application.run()
        }
        for await case let port? in ports {
            return Simulator(port: port, root: "\(scheme)://\(options.host):\(port)", world: world, server: server)
        }
        try await server.value
        throw CancellationError()
    }

    /// Returns when the server has ended.
    public func waitUntilStopped() async { _ = try? await server.value }

    private init(port: Int, root: String, world: World, server: Task<Void, any Error>) {
        self.port = port
        self.root = root
        self.world = world
        self.server = server
        credentials = world.credentials
    }

    /// Ends the server and every connection.
    public func stop() async {
        server.cancel()
        _ = try? await server.value
    }

    /// What a connector's form takes as the address of the system: the vendor's host is replaced by this, its paths stay. SCIM has no path of its own.
    public func address(_ format: Format) -> String { format == .scim ? root + "/scim/v2" : root }

    // MARK: What a test changes and looks at

    /// Takes these for those before; counting begins anew.
    public func setFaults(_ faults: [Fault]) { world.change { $0.faults = ArmedFaults(faults) } }

    /// What was asked so far, the newest 10,000 at least.
    public var requests: [RequestRecord] { world.read { $0.requests } }

    public func forgetRequests() { world.change { $0.requests = [] } }

    public var company: Company { world.read { $0.company } }

    /// Changes the company between two requests, never within one.
    public func changeCompany(_ change: (inout Company, _ now: Timestamp) -> Void) {
        world.change { state in change(&state.company, state.clock.now) }
    }

    /// Stops the clock at this time; nil: back to the machine's.
    public func setClock(_ now: Timestamp?) { world.change { $0.clock.fixed = now } }

    /// All tokens that were granted are void.
    public func revokeTokens() { world.grants.revokeAll() }
}
