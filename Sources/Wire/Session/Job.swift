import JSON

/// A piece of work that the session hands out.
struct Job: Sendable {
    enum Work: Sendable {
        /// A `read`, `local` or `control` call, or `initialize`.
        case answer(Call)
        /// A `remote` call.
        case perform(Call)
        /// A notification.
        case received(Call)
        /// A request that is refused when its turn comes.
        case refuse(RPCError)
        case shutdown
    }

    /// Tells the jobs of a session apart; ids of requests come again.
    let ticket: Int
    let work: Work

    var call: Call? {
        switch work {
        case .answer(let call), .perform(let call), .received(let call): call
        case .refuse, .shutdown: nil
        }
    }
}

/// Where an answer goes: to whom by itself, or into the answer of a batch.
struct ReplyAddress: Sendable {
    let id: RPCID
    var batch: Int?
}

/// What a handler says about a method.
struct MethodTraits: Sendable {
    /// nil: there is no such method.
    var effect: Effect?
    var isQuick = false
}

/// What the session wants done, in this order.
enum Action: Sendable {
    /// Write a message; then run what these calls collected for after their response.
    case send([UInt8], after: [Call])
    /// Do this now, on the thread that reads.
    case run(Job)
    /// There is something for the lane.
    case wakeLane
    /// Tell the handler that nobody waits for this call.
    case cancel(Call)
    /// `initialize` was answered.
    case opened
    /// The client said `exit`; the process is to end with this status.
    case exit(status: Int32)
}
