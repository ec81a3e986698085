import Agent
import ArgumentParser
import Contract
import Foundation
import JSON
import Wire

/// One call for scripts.
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Make one call and print its result.",
        discussion: "Waits for a run that it started. Exit status 1, with the error on stderr, if the call or its run failed.")

    @Argument(help: "The method, such as user/list.", completion: .list(Method.allCases.map(\.rawValue)))
    var method: String

    @Argument(help: "The parameters as a JSON object, or - to read them from stdin.")
    var parameters = "{}"

    @OptionGroup var options: AgentOptions

    /// These answer when their run has ended.
    private static let starting: Set<String> = ["integration/runTest", "integration/enable", "integration/sync"]

    func run() async throws {
        var params = try read()
        if Self.starting.contains(method), params["wait"] == nil { params["wait"] = true }
        let (handler, agent, _) = try options.served()
        let connection = PairedConnection(handler: handler)
        connection.request(1, method, .object(params))
        connection.closeInput()
        let response = await connection.receive()
        while await connection.receive() != nil {}
        await agent?.shutDown()
        guard let result = response?["result"] else { throw failure(response?["error"] ?? .null) }
        print(result.text)
        if let run = result["run"], run["state"]?.string == "failed" { throw failure(run["error"] ?? .null) }
    }

    /// Nothing but the error itself on stderr, for programs.
    private func failure(_ error: JSONValue) -> ExitCode {
        FileHandle.standardError.write(Data((error.text + "\n").utf8))
        return .failure
    }

    private func read() throws -> JSONObject {
        let bytes = parameters == "-" ? [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) : Array(parameters.utf8)
        do {
            guard let object = try JSONValue(parsing: bytes).object else { throw Trouble("The parameters must be a JSON object.") }
            return object
        } catch let error as JSONError {
            throw Trouble("The parameters are no JSON: \(error)")
        }
    }
}
