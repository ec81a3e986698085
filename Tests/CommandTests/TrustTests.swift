import Foundation
import JSON
import Simulator
import Testing

/// Whom the agent speaks to over HTTPS, with a real server and real certificates.
@Suite struct TrustTests {
    private static let certificates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/certificates").path

    private func scene(_ certificate: String, host: String = "127.0.0.1", _ body: (Simulator, Folder) async throws -> Void) async throws {
        var options = Simulator.Options()
        options.host = host
        options.certificate = Simulator.Certificate(chain: "\(Self.certificates)/\(certificate).pem", key: Self.certificates + "/key.pem")
        let simulator = try await Simulator.start(company: try Company(parsing: Array(CodeFlowTests.people.utf8)), options: options)
        let folder = try Folder()
        _ = try await call(folder.database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        do { try await body(simulator, folder) } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
    }

    private func staffetta(_ folder: Folder, _ method: String, _ params: JSONValue, _ options: [String] = [], trusting file: String?) async throws -> Outcome {
        try await CommandTests.staffetta(
            ["call", method, params.text, "--database", folder.database] + options, environment: ["no_proxy": "*", "SSL_CERT_FILE": file ?? ""])
    }

    private func connect(_ address: String, _ key: String, actor: JSONValue? = nil) -> JSONValue {
        var params: JSONObject = ["connector": "scim", "authorization": ["kind": "bearer", "fields": ["url": .string(address), "bearerToken": .string(key)]]]
        if let actor { params["actor"] = actor }
        return .object(params)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var certificate: String
        var host = "127.0.0.1"
        var trusted: String? = nil
        var words: [String]
        var testDescription: String { "\(certificate) at \(host), trusting \(trusted ?? "the system")" }
    }

    private static let refusals = [
        Refusal(certificate: "loopback", words: ["no authority that this system knows has signed it", "SSL_CERT_FILE"]),
        Refusal(certificate: "loopback", trusted: "expired", words: ["is not trusted", "expired.pem (SSL_CERT_FILE)"]),
        Refusal(certificate: "expired", trusted: "expired", words: ["it has expired"]),
        Refusal(certificate: "loopback", host: "127.0.0.2", trusted: "loopback", words: ["is for another host"]),
        Refusal(certificate: "loopback", trusted: "missing", words: ["SSL_CERT_FILE names", "missing.pem, which cannot be read"]),
        Refusal(certificate: "loopback", trusted: "key", words: ["SSL_CERT_FILE names", "key.pem, which cannot be read"]),
    ]

    @Test("a server whose certificate does not prove who it is gets nothing, and is told of at once", arguments: refusals) func refused(_ refusal: Refusal) async throws {
        try await scene(refusal.certificate, host: refusal.host) { simulator, folder in
            let started = ContinuousClock.now
            let outcome = try await staffetta(
                folder, "integration/connect", connect(simulator.address(.scim), simulator.credentials.key), trusting: refusal.trusted.map { "\(Self.certificates)/\($0).pem" })
            #expect(outcome.exit == .status(1) && outcome.errors.contains("remoteUnavailable"), "\(outcome)")
            for words in refusal.words + [simulator.root] { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
            #expect(!outcome.errors.contains(simulator.credentials.key))
            // What is no use is not tried again: six tries would wait for 15 seconds at least.
            #expect(ContinuousClock.now - started < .seconds(15))
            #expect(simulator.requests.isEmpty)
            #expect(try await call(folder.database, "integration/list")["items"] == [])
        }
    }

    @Test("a server whose certificate SSL_CERT_FILE vouches for is read; later without it the run fails and changes nobody") func trusted() async throws {
        try await scene("loopback") { simulator, folder in
            let file = Self.certificates + "/loopback.pem"
            let connected = try await staffetta(folder, "integration/connect", connect(simulator.address(.scim), simulator.credentials.key), trusting: file)
            #expect(connected.exit == .status(0), "\(connected)")
            _ = try await call(folder.database, "integration/configure", ["integration": "i1", "configuration": [:]])
            #expect(try await staffetta(folder, "integration/runTest", ["integration": "i1"], trusting: file).exit == .status(0))
            #expect(try await staffetta(folder, "integration/enable", ["integration": "i1"], trusting: file).exit == .status(0))
            simulator.forgetRequests()
            let failed = try await staffetta(folder, "integration/sync", ["integration": "i1"], trusting: nil)
            #expect(failed.exit == .status(1) && failed.errors.contains("The certificate of \(simulator.root) is not trusted"), "\(failed)")
            #expect(simulator.requests.isEmpty)
            #expect(try await call(folder.database, "user/list")["items"]?.array?.count == 2)
        }
    }

    @Test("R-ACC-3 for an actor a name that leads to loopback is refused; with --allow-host it is connected to at the very address, under its own name and certificate")
    func actor() async throws {
        try await scene("loopback") { simulator, folder in
            let admin = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"]
            let params = connect("https://localhost:\(simulator.port)/scim/v2", simulator.credentials.key, actor: admin)
            let file = Self.certificates + "/loopback.pem"
            for options in [[], ["--allow-host", "127.0.0.1"], ["--allow-http", "localhost"]] {
                let refused = try await staffetta(folder, "integration/connect", params, options, trusting: file)
                #expect(refused.exit == .status(1) && refused.errors.contains("localhost leads to a loopback") && refused.errors.contains("--allow-host localhost"), "\(refused)")
            }
            #expect(simulator.requests.isEmpty)
            let connected = try await staffetta(folder, "integration/connect", params, ["--allow-host", "localhost"], trusting: file)
            #expect(connected.exit == .status(0), "\(connected)")
            #expect(!simulator.requests.isEmpty && simulator.requests.allSatisfy { $0.host == "localhost:\(simulator.port)" })
        }
    }
}
