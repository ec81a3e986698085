import ArgumentParser
import Foundation
import Simulator

/// `hris-simulator`: serves vendors' wire formats over HTTP with switchable faults.
@main
struct HRISSimulator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hris-simulator", abstract: "Serve a company in the wire formats of HR systems, with faults that can be switched.",
        discussion: """
            Apideck, BambooHR, Personio, HiBob and SCIM 2.0 are served on one port under the paths of their vendors. When it listens, one line of \
            JSON on stdout names the port, and for each format its address and the credentials. It ends with SIGTERM. Faults and company can be \
            changed while it runs: see docs/simulator.md.

            A fault is KIND[:FIRST[-[LAST]]][@SCOPE][=VALUE], e.g. serverError:3 (the third list request), slow@detail=5 (every call for one \
            person takes 5 seconds), rateLimitedSeconds:1-2=1.
            Kinds: \(Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")).
            Scopes: \(Fault.Scope.allCases.map(\.rawValue).joined(separator: ", ")).
            """)

    @Option(help: "The people, as JSON lines or a JSON array of the employee model; - reads stdin.")
    var company: String

    @Option(help: "The port to listen on; 0: any free one.")
    var port = 0

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .customLong("fault"), help: "Something that goes wrong; may be repeated.", transform: { try Fault($0) })
    var faults: [Fault] = []

    @Option(help: "The API key, bearer token and BambooHR user name that are let in.")
    var key = Credentials().key

    @Option(help: "How long access tokens live, in seconds.")
    var tokenLifetime = 3600

    @Option(help: "Serve HTTPS with this certificate chain (PEM); with --certificate-key.")
    var certificate: String?

    @Option(help: "The certificate's key (PEM).")
    var certificateKey: String?

    func validate() throws {
        if (certificate == nil) != (certificateKey == nil) { throw ValidationError("--certificate and --certificate-key belong together.") }
    }

    func run() async throws {
        var options = Simulator.Options()
        options.host = host
        options.port = port
        options.credentials.key = key
        options.faults = faults
        options.tokenLifetime = tokenLifetime
        if let certificate, let certificateKey { options.certificate = Simulator.Certificate(chain: certificate, key: certificateKey) }
        let simulator = try await Simulator.start(company: try people(), options: options)
        FileHandle.standardOutput.write(Data((simulator.announcement + "\n").utf8))
        await simulator.waitUntilStopped()
    }

    private func people() throws -> Company {
        do {
            let data = company == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: company))
            return try Company(parsing: Array(data))
        } catch let error as CompanyError {
            throw ValidationError("\(company): \(error).")
        } catch {
            throw ValidationError("\(company) cannot be read: \(error.localizedDescription)")
        }
    }
}
