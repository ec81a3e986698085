import JSON
@testable import Wire

/// However a stream is chopped, its frames are the same, and none is longer than allowed.
func fuzzFramer(_ bytes: [UInt8]) {
    let limit = 64
    func frames(_ size: Int) -> [Frame] {
        var framer = StreamFramer(maximumMessage: limit)
        var frames: [Frame] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + size)
            frames += framer.feed(bytes[start..<end])
            start = end
        }
        return frames + framer.finish()
    }
    let whole = frames(Int.max / 2)
    require(frames(1) == whole, "byte by byte the frames differ")
    require(frames(7) == whole, "in pieces the frames differ")
    for case .message(let message) in whole { require(message.count <= limit, "a message is longer than allowed") }
}

/// Any messages, in any order, through the session's state machine: every request is answered once, none is forgotten.
func fuzzSession(_ bytes: [UInt8]) {
    var session = Session()
    var asked = 0, answered = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
        guard case .single(.request(let request)) = Message(Array(line)) else { continue }
        let params = Result { () throws(RPCError) in try request.object() }
        if request.id != nil { asked += 1 }
        var actions = session.receive(request, params, MethodTraits(effect: effects[request.method.utf8.count % effects.count]), client: Nobody())
        while !actions.isEmpty {
            let now = actions
            actions = []
            for action in now {
                switch action {
                case .send: answered += 1
                case .run(let job): actions += session.finish(job.ticket, .success(Array("{}".utf8)))
                default: break
                }
            }
        }
        // Every third time the lane works.
        if line.count % 3 == 0, let job = session.next() {
            for case .send in session.finish(job.ticket, line.count % 2 == 0 ? .failure(.cancelled) : .success(Array("{}".utf8))) { answered += 1 }
        }
    }
    for case .send in session.stop() + session.abandon() { answered += 1 }
    require(session.isIdle || session.phase == .ended, "something is left undone")
    require(answered == asked, "\(asked) requests had \(answered) answers")
}

private let effects: [Effect?] = [nil, .read, .local, .remote, .control]

private final class Nobody: Client {
    var isSession: Bool { false }
    func notify(method: String, params: [UInt8], replacing key: String?) {}
}
