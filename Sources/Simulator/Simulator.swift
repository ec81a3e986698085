import Foundation
import Hummingbird
import JSON
import Logging
import Provisioning

/// HR systems on a port: the wire formats of Apideck, BambooHR, Personio, HiBob and SCIM for one company, with faults that can be switched.
///
/// ```swift
/// let simulator = try await Simulator.start(company: Company(parsing: bytes))
/// simulator.setFaults([Fault(.serverError, first: 3, last: 3)])
/// // … a client reads from simulator.baseURL(.apideck) …
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

        public init() {}
    }

    public let port: Int
    public let credentials: Credentials
    private let host: String
    private let world: World
    private let server: Task<Void, any Error>

    /// Listens when it returns. Throws if the port is taken.
    public static func start(company: Company = Company(), options: Options = Options()) async throws -> Simulator {
        let world = World(credentials: options.credentials, tokenLifetime: options.tokenLifetime)
        world.change { state in
            state.faults = ArmedFaults(options.faults)
            state.clock.fixed = options.clock
            var arrived = Company()
            arrived.replace(with: company, now: state.clock.now)
            state.company = arrived
        }
        let (ports, report) = AsyncStream.makeStream(of: Int?.self)
        let application = Application(
            responder: Responder(world: world, scheme: "http"),
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
            return Simulator(port: port, host: options.host, world: world, server: server)
        }
        try await server.value
        throw CancellationError()
    }

    private init(port: Int, host: String, world: World, server: Task<Void, any Error>) {
        self.port = port
        self.host = host
        self.world = world
        self.server = server
        credentials = world.credentials
    }

    /// Ends the server and every connection.
    public func stop() async {
        server.cancel()
        _ = try? await server.value
    }

    /// What stands in the vendor's documents as the base of its paths, on this port.
    public func baseURL(_ format: Format) -> String {
        let root = "http://\(host):\(port)"
        return switch format {
        case .apideck, .personio, .oauth: root
        case .bamboohr: root + "/api/v1"
        case .hibob: root + "/v1"
        case .scim: root + "/scim/v2"
        }
    }

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

extension Simulator {
    /// One line of JSON: port, process, and for each format its base URL and what a client has to show.
    public var announcement: String {
        let keys = credentials
        func entry(_ format: Format, _ fields: JSONObject) -> (String, JSONValue) {
            (format.rawValue, ["url": .string(baseURL(format)), "fields": .object(fields)])
        }
        let client: JSONObject = ["clientId": .string(keys.client), "clientSecret": .string(keys.secret)]
        let formats = [
            entry(.apideck, ["apiKey": .string(keys.key), "appId": .string(keys.client), "consumerId": .string(keys.consumer)]),
            entry(.bamboohr, ["apiKey": .string(keys.key)]),
            entry(.personio, client),
            entry(.hibob, ["serviceUser": .string(keys.serviceUser), "token": .string(keys.secret)]),
            entry(.scim, ["token": .string(keys.key)]),
            entry(.oauth, client),
        ]
        let line: JSONValue = [
            "port": JSONValue(port), "pid": JSONValue(Int(ProcessInfo.processInfo.processIdentifier)),
            "formats": .object(JSONObject(formats.map { (name: $0.0, value: $0.1) })),
        ]
        return line.text
    }

    /// Returns when the server has ended.
    public func waitUntilStopped() async { _ = try? await server.value }
}
