import Agent
import JSON
import Wire

/// An agent in this process, called like any other.
final class LocalAgent {
    private let agent: Agent
    private let connection: PairedConnection
    private var lastID = 0

    init(_ agent: Agent) {
        self.agent = agent
        connection = PairedConnection(handler: agent)
    }

    /// The result; an error of the agent is thrown as it is.
    func call(_ method: String, _ params: JSONValue = [:]) async throws -> JSONValue {
        lastID += 1
        connection.request(lastID, method, params)
        guard let response = await connection.receive() else { throw Trouble("The agent has ended.") }
        if let result = response["result"] { return result }
        let error = response["error"] ?? .null
        throw RPCError(code: error["code"]?.int ?? 0, message: error["message"]?.string ?? "", data: error["data"])
    }

    func end() async {
        connection.closeInput()
        while await connection.receive() != nil {}
        await agent.shutDown()
    }
}
