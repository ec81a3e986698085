import Foundation
import JSON
import Simulator
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `staffetta connect` by code, against a real authorization server on loopback, and what follows: tokens that serve once, and their loss.
@Suite struct CodeFlowTests {
    static let people = #"{"id":"1","first_name":"Ada","last_name":"Berg","emails":[{"email":"ada@example.org","type":"work"}],"employment_status":"active"}"# + "\n"
        + #"{"id":"2","first_name":"Bo","last_name":"Carl","emails":[{"email":"bo@example.org","type":"work"}],"employment_status":"active"}"# + "\n"
    /// Answers of the form: client, secret, address.
    static let client = "simulator-client", secret = "simulator-secret"

    struct Scene {
        let simulator: Simulator
        let folder: Folder
        var database: String { folder.database }
        var network: [String] { ["--database", folder.database, "--allow-http", "127.0.0.1", "--log-level", "trace"] }

        func call(_ method: String, _ params: JSONValue) async throws -> Outcome { try await staffetta(["call", method, params.text] + network) }
    }

    /// Tokens live for `lifetime` seconds; up to 60, each use renews them first.
    func scene(lifetime: Int = 3600) async throws -> Scene {
        var options = Simulator.Options()
        options.tokenLifetime = lifetime
        let simulator = try await Simulator.start(company: try Company(parsing: Array(Self.people.utf8)), options: options)
        let folder = try Folder()
        _ = try await CommandTests.call(folder.database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        return Scene(simulator: simulator, folder: folder)
    }

    /// Starts the command, answers the form, and gives `away` the address at which the browser is wanted.
    func connect(_ scene: Scene, _ arguments: [String] = [], secret: String = secret, away: (URL, Child) async throws -> Void) async throws -> Outcome {
        try await withChild(["connect", "hibob", "--kind", "authorizationCode"] + arguments + scene.network) { child in
            child.write([Self.client, secret, "http://127.0.0.1:\(scene.simulator.port)"].map { $0 + "\n" }.joined())
            var said = ""
            while let line = await child.errors.line() {
                let text = String(decoding: line, as: UTF8.self)
                said += text + "\n"
                guard text.hasPrefix("http"), let url = URL(string: text) else { continue }
                try await away(url, child)
                break
            }
            let output = await child.output.rest()
            let rest = await child.log()
            return Outcome(exit: try await child.end(), output: String(decoding: output, as: UTF8.self), errors: said + rest)
        }
    }

    /// As a browser does, with all redirects.
    func browse(_ url: URL) async throws -> (status: Int, page: String) {
        let (data, response) = try await URLSession(configuration: .ephemeral).data(from: url)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test("connect by code in a browser, then test, over real HTTP; secrets, codes and tokens are said and stored nowhere") func browser() async throws {
        let scene = try await scene()
        let outcome = try await connect(scene, ["--name", "HR"]) { url, _ in
            let query = try #require(URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems)
            #expect(query.contains { $0.name == "code_challenge_method" && $0.value == "S256" })
            let redirect = try #require(query.first { $0.name == "redirect_uri" }?.value.flatMap { URL(string: $0) })
            #expect(redirect.host() == "127.0.0.1" && redirect.port != nil)
            let lost = try await browse(redirect.appending(path: "elsewhere"))
            #expect(lost.status == 404)
            let foreign = try await browse(redirect.appending(queryItems: [.init(name: "code", value: "x"), .init(name: "state", value: "y")]))
            #expect(foreign.status == 400 && foreign.page.contains("another attempt"), "\(foreign)")
            let page = try await browse(url)
            #expect(page.status == 200 && page.page.contains("<h1>Connected</h1>"), "\(page)")
        }
        #expect(outcome.exit == .status(0), "\(outcome)")
        #expect(outcome.output.hasPrefix("Connected: HR."))
        let configured = try await scene.call("integration/configure", ["integration": "HR", "configuration": [:]])
        let tested = try await scene.call("integration/runTest", ["integration": "HR"])
        #expect(tested.output.contains(#""created":2"#), "\(tested)")
        let copied = try await staffetta(["backup", scene.folder.path + "/copy.sqlite", "--database", scene.database])
        let exported = try await scene.call("audit/list", [:])
        for said in [outcome, configured, tested, copied, exported] {
            #expect(!(said.output + said.errors).contains(Self.secret))
            #expect((said.output + said.errors).firstMatch(of: /\b(code|at|rt)-[0-9a-zA-Z]{12}/) == nil, "\(said)")
        }
        for file in try FileManager.default.subpathsOfDirectory(atPath: scene.folder.path) {
            let bytes = FileManager.default.contents(atPath: scene.folder.path + "/" + file) ?? Data()
            #expect(bytes.range(of: Data(Self.secret.utf8)) == nil, "\(file)")
            #expect(String(decoding: bytes, as: UTF8.self).firstMatch(of: /\b(code|at|rt)-[0-9a-zA-Z]{12}/) == nil, "\(file)")
        }
        await scene.simulator.stop()
    }

    @Test("what the HRIS or its user refuses is told in the browser and the terminal, and leaves nothing", arguments: ["no", "secret"]) func refused(_ why: String) async throws {
        let scene = try await scene()
        if why == "no" { scene.simulator.setFaults([Fault(.denied)]) }
        let outcome = try await connect(scene, secret: why == "no" ? Self.secret : "wrong-marker") { url, _ in
            let page = try await browse(url)
            #expect(page.status == 400 && page.page.contains("Not connected"), "\(page)")
            #expect(!page.page.contains("wrong-marker"))
        }
        #expect(outcome.exit == .status(1) && outcome.errors.contains(why == "no" ? "access_denied" : "Error: "), "\(outcome)")
        #expect(!outcome.errors.contains("wrong-marker"))
        #expect(try await CommandTests.call(scene.database, "integration/list")["items"] == [])
        await scene.simulator.stop()
    }

    @Test("where the browser runs elsewhere, the address to which it was sent is pasted") func pasted() async throws {
        let scene = try await scene()
        let outcome = try await connect(scene, ["--redirect-uri", "https://app.example.org/callback"]) { url, child in
            let stay = Stay()
            let (_, response) = try await URLSession(configuration: .ephemeral, delegate: stay, delegateQueue: nil).data(from: url)
            let target = try #require((response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Location"))
            #expect(target.hasPrefix("https://app.example.org/callback?"))
            child.write("not an address\n\(target)\n")
        }
        #expect(outcome.exit == .status(0) && outcome.output.hasPrefix("Connected: "), "\(outcome)")
        await scene.simulator.stop()
    }

    @Test("R-CON-6 refresh tokens that serve once survive many processes at once; revoked, they ask for a reconnect, which resumes") func tokens() async throws {
        // Each call renews: a token of 30 seconds is not worth sending.
        let scene = try await scene(lifetime: 30)
        _ = try await connect(scene, ["--name", "HR"]) { url, _ in _ = try await browse(url) }
        _ = try await scene.call("integration/configure", ["integration": "HR", "configuration": [:]])
        let fields = ["call", "integration/fields", #"{"integration": "HR"}"#] + scene.network
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for _ in 0..<5 { group.addTask { try await staffetta(fields) } }
            for try await outcome in group { #expect(outcome.exit == .status(0), "\(outcome.errors)") }
        }
        let asked = scene.simulator.requests.filter { $0.format == .oauth && $0.method == "POST" }
        #expect(asked.count > 3)
        #expect(asked.allSatisfy { $0.status == 200 }, "no refresh token was used twice")
        let enabled = try await scene.call("integration/enable", ["integration": "HR", "confirm": true])
        #expect(enabled.exit == .status(0), "\(enabled)")

        scene.simulator.setFaults([try Fault("customerUnauthorized:1-@token")])
        let lost = try await scene.call("integration/fields", ["integration": "HR"])
        #expect(lost.exit == .status(1) && lost.errors.contains("authorizationRequired"), "\(lost)")
        #expect(try await CommandTests.call(scene.database, "integration/get", ["integration": "HR"])["state"] == "needsAuthorization")
        #expect(try await CommandTests.call(scene.database, "user/list")["items"]?.array?.count == 2)
        scene.simulator.setFaults([])
        let again = try await connect(scene, ["--reconnect", "HR"]) { url, _ in _ = try await browse(url) }
        #expect(again.output.hasPrefix("Reconnected: HR."), "\(again)")
        let due = try await staffetta(["run-due"] + scene.network)
        #expect(due.output.contains("succeeded"), "\(due)")
        await scene.simulator.stop()
    }

    @Test("R-ACC-3 connectors speak HTTP only where the operator allows it, and reach loopback for an actor only with --allow-host") func network() async throws {
        let scene = try await scene()
        let address = "http://127.0.0.1:\(scene.simulator.port)"
        let admin = try await CommandTests.call(scene.database, "user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        func connect(_ options: [String], actor: Bool) async throws -> Outcome {
            var params: JSONObject = [
                "connector": "hibob", "authorization": ["kind": "basic", "fields": ["serviceUser": "SERVICE-1", "token": .string(Self.secret), "baseUrl": .string(address)]],
            ]
            if actor { params["actor"] = admin }
            return try await staffetta(["call", "integration/connect", JSONValue.object(params).text, "--database", scene.database] + options)
        }
        for (options, actor) in [([], false), (["--allow-http", "127.0.0.1"], true), (["--allow-host", "127.0.0.1"], true)] {
            let outcome = try await connect(options, actor: actor)
            #expect(outcome.exit == .status(1) && !outcome.errors.contains(Self.secret), "\(options): \(outcome)")
        }
        #expect(scene.simulator.requests.isEmpty, "nothing was sent")
        #expect(try await connect(["--allow-http", "127.0.0.1", "--allow-host", "127.0.0.1"], actor: true).exit == .status(0))
        _ = try await CommandTests.call(scene.database, "integration/configure", ["integration": "i1", "configuration": [:]])
        scene.simulator.forgetRequests()
        // The host's own run, and what the actor chose.
        let host = try await scene.call("integration/runTest", ["integration": "i1"])
        #expect(host.exit == .status(1), "\(host)")
        #expect(scene.simulator.requests.isEmpty)
        await scene.simulator.stop()
    }

    /// A browser that follows no redirect.
    private final class Stay: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
            completionHandler: @escaping (URLRequest?) -> Void
        ) { completionHandler(nil) }
    }
}
