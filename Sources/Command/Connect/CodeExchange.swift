import Foundation
import JSON
import Wire

/// The part of the code flow in which a person is away in the browser.
struct CodeExchange {
    let integration: JSONValue
    let state: String
    let agent: LocalAgent
    let prompt: Prompt
    /// As long as the agent keeps an attempt.
    private static let patience = Duration.seconds(30 * 60)

    /// The integration, connected.
    func complete(_ url: String, _ listener: RedirectListener?) async throws -> JSONValue {
        prompt.heading("Open this address in your browser, and allow the access there:")
        prompt.say(url)
        prompt.help(listener == nil ? "Then paste the address to which you were sent." : "Waiting for the HR system to send you back. If your browser runs elsewhere, paste the address to which it was sent.")
        let deadline = ContinuousClock.now + Self.patience
        var canType = true
        while true {
            guard let listener else {
                guard let parameters = try pasted() else { throw Trouble("The input ended before the address was pasted; nothing was connected.") }
                if isOurs(parameters) { return try await hand(over: parameters) }
                continue
            }
            switch listener.next(until: deadline, watching: canType ? STDIN_FILENO : nil) {
            case .timedOut: throw Trouble("Nobody came back from the HR system in 30 minutes; nothing was connected.")
            case .typed:
                guard let parameters = try pasted() else {
                    canType = false
                    continue
                }
                if isOurs(parameters) { return try await hand(over: parameters) }
            case .arrival(let arrival):
                guard isOurs(arrival.parameters) else {
                    arrival.show("That was another attempt", "This answer does not belong to what Staffetta waits for. Use the address that it shows now.", isError: true)
                    continue
                }
                do {
                    let integration = try await hand(over: arrival.parameters)
                    arrival.show("Connected", "\(integration["name"]?.string ?? "The HR system") is connected. You can close this page and go back to the terminal.")
                    return integration
                } catch {
                    arrival.show("Not connected", (error as? RPCError)?.message ?? "\(error)", isError: true)
                    throw error
                }
            }
        }
    }

    /// nil: nothing more is typed. An empty line carries nothing.
    private func pasted() throws -> [String: String]? {
        guard let line = try prompt.line() else { return nil }
        return RedirectListener.parameters(ofRedirect: line.trimmingCharacters(in: .whitespacesAndNewlines)) ?? [:]
    }

    private func isOurs(_ parameters: [String: String]) -> Bool {
        if parameters["state"] == state { return true }
        if !parameters.isEmpty { prompt.say("An answer with another state came; it is not the one that is awaited.") }
        return false
    }

    private func hand(over parameters: [String: String]) async throws -> JSONValue {
        var params: JSONObject = ["integration": integration, "state": .string(state)]
        if let code = parameters["code"], parameters["error"] == nil {
            params["code"] = .string(code)
        } else {
            let reason = [parameters["error"], parameters["error_description"]].compactMap(\.self).joined(separator: ": ")
            params["error"] = .string(reason.isEmpty ? "no code" : reason)
        }
        return try await agent.call("integration/authorize", .object(params))["integration"] ?? [:]
    }
}
