import Hummingbird
import JSON
import NIOCore

/// Hands an answer over the way the faults want it.
struct Delivery {
    let faults: [Fault]
    let connection: Connection

    /// The connection was broken on purpose.
    struct Broken: Error {}

    func deliver(_ answer: Answer) async throws -> Response {
        var answer = answer
        for fault in faults {
            switch fault.kind {
            case .slow: try await Task.sleep(for: .milliseconds(Int(fault.number(or: 2) * 1000)))
            case .reset:
                await connection.reset()
                throw Broken()
            case .truncatedJSON: answer.body = Array(answer.body.prefix(answer.body.count / 2))
            case .wrongJSON: answer = Answer(200, ["message": "Welcome", "version": [1, 2, 3]])
            case .html: answer = Answer(200, text: "<!doctype html><title>Sign in</title><h1>Please sign in</h1>\n")
            default: break
            }
        }
        return faults.contains { $0.kind == .cutOff } ? cutOff(answer) : answer.response
    }

    /// The head promises the whole body, half of it comes.
    private func cutOff(_ answer: Answer) -> Response {
        var response = answer.response
        let half = ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2)), connection = connection
        response.body = ResponseBody(contentLength: answer.body.count) { writer in
            try await writer.write(half)
            try await connection.channel.close()
            throw Broken()
        }
        return response
    }
}
