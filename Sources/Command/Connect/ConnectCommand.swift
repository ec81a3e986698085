import ArgumentParser
import Connectors
import Contract
import Foundation
import JSON
import Wire

/// Connects an HR system at a terminal.
struct ConnectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connect", abstract: "Connect an HR system: asks the questions of its form.",
        discussion: """
            What is secret is not shown while it is typed, and goes nowhere but sealed into the database. Answers can be piped in, a line each, in \
            the order of the questions. Where the HR system asks in a browser, the address to open is shown, and its answer is awaited on 127.0.0.1.
            """)

    @Argument(help: "The connector's id, such as bamboohr; connector/list names them all.", completion: .custom { _, _, _ in Catalog().entries.map(\.id) })
    var connector: String

    @Option(help: "What the integration is to be called (default: as the HR system).")
    var name: String?

    @Option(help: "How its external IDs begin (default: the connector's id and -).")
    var prefix: String?

    @Option(help: "The kind of authorization, where the connector has several.", completion: .list(AuthorizationKind.allCases.map(\.rawValue)))
    var kind: String?

    @Option(help: ArgumentHelp("Give this integration new secrets, instead of making a new one.", valueName: "integration"))
    var reconnect: String?

    @Option(help: "The port of 127.0.0.1 on which the browser is awaited, where the HR system knows only one (default: any free one).")
    var port: UInt16 = 0

    @Option(help: ArgumentHelp("Where else the HR system sends the browser back to; its address there is then pasted here.", valueName: "url"))
    var redirectUri: String?

    @Flag(help: "Manage users who have such external IDs already, without asking.")
    var confirm = false

    @OptionGroup var options: AgentOptions

    /// Errors that another answer may mend.
    private static let mendable: Set<String> = ["authorizationRejected", "configurationInvalid", "fileUnavailable"]

    func run() async throws {
        let prompt = Prompt()
        let agent = LocalAgent(try options.agent())
        let result: Result<Void, any Error>
        do { result = .success(try await connect(agent, prompt)) } catch { result = .failure(error) }
        await agent.end()
        do { try result.get() } catch let error as RPCError { throw Trouble(error.message) }
    }

    private func connect(_ agent: LocalAgent, _ prompt: Prompt) async throws {
        try await requireFeature(agent)
        let entry = try await agent.call("connector/get", ["connector": .string(connector)])
        prompt.heading(reconnect.map { "New secrets for \($0) (\(entry["name"]?.string ?? connector))" } ?? "Connect \(entry["name"]?.string ?? connector)")
        for limitation in entry["limitations"]?.array?.compactMap(\.string) ?? [] { prompt.help("· " + limitation) }
        let way = try choose(entry["authorizations"]?.array ?? [], prompt)
        prompt.help(way["help"]?.string ?? "")
        let questions = Questions(form: way["form"] ?? [:], prompt: prompt)
        let isByCode = way["kind"] == "authorizationCode"
        let listener = isByCode && redirectUri == nil ? try RedirectListener(port: port) : nil
        if let listener, port != 0 || prompt.isTerminal { prompt.help("Where the HR system asks for a redirect address, it is \(listener.redirectURI)") }
        var fields = JSONObject()
        while true {
            fields = try questions.ask(before: fields)
            var authorization: JSONObject = ["kind": way["kind"] ?? .null, "fields": .object(fields)]
            if isByCode { authorization["redirectUri"] = (redirectUri ?? listener?.redirectURI).map { .string($0) } }
            do {
                let result = try await send(authorization, agent, prompt)
                return try await finish(result, listener, agent, prompt)
            } catch let error as RPCError where prompt.isTerminal && !isByCode && Self.mendable.contains(error.kind ?? "") {
                prompt.say("\n\(error.message)\nTry again (Ctrl-C ends); an empty answer keeps what you gave before.")
            }
        }
    }

    private func requireFeature(_ agent: LocalAgent) async throws {
        let feature = try await agent.call("feature/list")["items"]?.array?.first
        guard feature?["enabled"] != true else { return }
        throw Trouble("""
            The feature hrisIntegration is off. It handles personal data, so somebody has to accept the terms first:
            \(feature?["terms"]?["text"]?.string ?? "")
            To accept them: staffetta call feature/enable '{"feature": "hrisIntegration", "acceptSubprocessor": true}' --database \(options.databasePath)
            """)
    }

    private func choose(_ ways: [JSONValue], _ prompt: Prompt) throws -> JSONValue {
        let kinds = ways.compactMap { $0["kind"]?.string }
        if let kind {
            guard let way = ways.first(where: { $0["kind"]?.string == kind }) else { throw Trouble("\(connector) is authorized by: \(kinds.joined(separator: ", ")).") }
            return way
        }
        guard ways.count > 1 else { return ways.first ?? [:] }
        prompt.heading("How is it authorized?")
        for (index, way) in ways.enumerated() { prompt.say("  \(index + 1)  \(way["title"]?.string ?? "") (\(kinds[index]))") }
        while true {
            let text = try prompt.answer(">")
            if let index = kinds.firstIndex(of: text) ?? Int(text).map({ $0 - 1 }), ways.indices.contains(index) { return ways[index] }
            let problem = "Choose one of: \(kinds.joined(separator: ", "))."
            guard prompt.isTerminal else { throw Trouble("\(problem) Nothing was changed.") }
            prompt.say(problem)
        }
    }

    private func send(_ authorization: JSONObject, _ agent: LocalAgent, _ prompt: Prompt) async throws -> JSONValue {
        if let reconnect { return try await agent.call("integration/reconnect", ["integration": .string(reconnect), "authorization": .object(authorization)]) }
        var params: JSONObject = ["connector": .string(connector), "authorization": .object(authorization)]
        params["name"] = name.map { .string($0) }
        params["prefix"] = prefix.map { .string($0) }
        if confirm { params["confirm"] = true }
        do {
            return try await agent.call("integration/connect", .object(params))
        } catch let error as RPCError where error.kind == "confirmationRequired" && prompt.isTerminal {
            prompt.say("\n" + error.message)
            guard try prompt.answer("Is it meant? y/n >").lowercased().hasPrefix("y") else { throw Trouble("Nothing was changed.") }
            params["confirm"] = true
            return try await agent.call("integration/connect", .object(params))
        }
    }

    private func finish(_ result: JSONValue, _ listener: RedirectListener?, _ agent: LocalAgent, _ prompt: Prompt) async throws {
        var integration = result["integration"] ?? [:]
        if let request = result["authorize"] {
            let code = CodeExchange(integration: integration["id"] ?? .null, state: request["state"]?.string ?? "", agent: agent, prompt: prompt)
            do {
                integration = try await code.complete(request["url"]?.string ?? "", listener)
            } catch {
                // What never came to be keeps neither its name nor its prefix.
                if reconnect == nil { _ = try? await agent.call("integration/disconnect", ["integration": integration["id"] ?? .null]) }
                throw error
            }
        }
        let name = integration["name"]?.string ?? ""
        print("\(reconnect == nil ? "Connected" : "Reconnected"): \(name). Its users have external IDs that begin with “\(integration["prefix"]?.string ?? "")”.")
        guard integration["configured"] != true else { return }
        print("Next, configure it and run a test:")
        print("  staffetta call integration/configure '{\"integration\": \"\(name)\", \"configuration\": {}}' --database \(options.databasePath)")
        print("  staffetta call integration/runTest '{\"integration\": \"\(name)\"}' --database \(options.databasePath)")
    }
}
