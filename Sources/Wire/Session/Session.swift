import JSON

/// The state of a connection, without I/O: what was received, what runs, what is answered. Each event returns what to do.
///
/// Requests wait in one lane in order of arrival. A script has one of them running at a time; in a session a remote one leaves the
/// lane as soon as it has started. Control requests do not wait.
struct Session: Sendable {
    /// What kind of connection it is shows with its first request.
    enum Mode: Sendable {
        case undecided, script, session
    }

    enum Phase: Sendable {
        case open
        /// `shutdown` was received: nothing but `exit` is accepted.
        case closing
        case ended
    }

    private enum Handshake {
        case none, running, done
    }

    private struct Entry {
        let reply: ReplyAddress
        let call: Call?
        let isRemote: Bool
        var isInitialize = false
        /// Of the request's text.
        var bytes = 0
    }

    /// So many requests of a session may be unanswered, apart from the one in the lane and those that are answered at once.
    static let maximumWaiting = 1_000
    /// And they may be so long together, besides one of any length: else a thousand of the longest would take a thousand times its memory.
    static let maximumWaitingBytes = 16 << 20

    private(set) var mode = Mode.undecided
    private(set) var phase = Phase.open
    private var handshake = Handshake.none
    private var waiting: [Job] = []
    /// Requests without a response yet, by ticket.
    private var entries: [Int: Entry] = [:]
    private var tickets: [RPCID: Int] = [:]
    /// The job that the lane is busy with.
    private var inLane: Int?
    private var batches = BatchAnswers()
    private var lastTicket = 0
    /// The length of all requests without a response yet.
    private var unansweredBytes = 0

    /// Everything received is answered.
    var isIdle: Bool { entries.isEmpty && waiting.isEmpty && inLane == nil }

    /// Whether reading has to pause: a script is never refused a request for coming too early.
    var isFull: Bool { mode != .session && (waiting.count >= Self.maximumWaiting || !waiting.isEmpty && unansweredBytes >= Self.maximumWaitingBytes) }

    // MARK: Receiving

    /// A request or notification; its call, if the parameters were an object.
    mutating func receive(
        _ request: Message.Request, _ params: Result<JSONObject, RPCError>, _ traits: MethodTraits, batch: Int? = nil, client: any Client
    ) -> [Action] {
        guard let id = request.id else { return receiveNotification(request, params, client: client) }
        let reply = ReplyAddress(id: id, batch: batch)
        if mode == .undecided { mode = request.method == "initialize" ? .session : .script }
        if phase != .open { return refuse(reply, .closing) }
        // A script is answered in order, so its requests need no ids of their own to be told apart.
        if mode == .session, tickets[id] != nil { return refuse(reply, .invalidRequest("a request with this id is still unanswered")) }
        switch (request.method, params) {
        case ("exit", _), ("initialized", _), ("$/cancelRequest", _):
            return refuse(reply, .invalidRequest("\(request.method) is a notification, it has no id"))
        case (_, .failure(let error)) where traits.effect != nil || request.method == "initialize" || request.method == "shutdown":
            return refuse(reply, error)
        case ("initialize", .success(let object)):
            guard mode == .session else { return refuse(reply, .invalidRequest("initialize must be the first request")) }
            guard handshake == .none else { return refuse(reply, .invalidRequest("the session is initialized already")) }
            handshake = .running
            return [.run(enter(.answer(call(request, object, client)), reply, request.bytes, isInitialize: true))]
        case ("shutdown", _):
            phase = .closing
            return enqueue(enter(.shutdown, reply))
        case (_, .success(let object)):
            guard let effect = traits.effect else { return refuse(reply, .methodNotFound(request.method)) }
            return schedule(call(request, object, client), effect, traits, reply, request.bytes)
        case (_, .failure):
            return refuse(reply, .methodNotFound(request.method))
        }
    }

    private mutating func schedule(_ call: Call, _ effect: Effect, _ traits: MethodTraits, _ reply: ReplyAddress, _ bytes: Int) -> [Action] {
        if effect == .control { return [.run(enter(.answer(call), reply, bytes))] }
        if mode == .session, entries.count - (inLane == nil ? 0 : 1) >= Self.maximumWaiting {
            return refuse(reply, .overloaded("more than \(Self.maximumWaiting) requests are waiting; try again when some are answered"))
        }
        if mode == .session, !entries.isEmpty, unansweredBytes + bytes > Self.maximumWaitingBytes {
            return refuse(reply, .overloaded("the requests that wait are longer than \(Self.maximumWaitingBytes >> 20) MiB together; try again when some are answered"))
        }
        if effect == .remote { return enqueue(enter(.perform(call), reply, bytes)) }
        let job = enter(.answer(call), reply, bytes)
        guard effect == .read, traits.isQuick, inLane == nil, waiting.isEmpty else { return enqueue(job) }
        inLane = job.ticket
        return [.run(job)]
    }

    private mutating func receiveNotification(
        _ request: Message.Request, _ params: Result<JSONObject, RPCError>, client: any Client
    ) -> [Action] {
        // A notification has no answer, not even an error.
        guard case .success(let object) = params else { return [] }
        switch request.method {
        case "exit":
            guard phase != .ended else { return [] }
            defer { phase = .ended }
            return [.exit(status: mode == .session && phase == .open ? 1 : 0)]
        case "initialized":
            return []
        case "$/cancelRequest":
            return object["id"].flatMap { RPCID($0) }.map { cancel($0) } ?? []
        default:
            // Nor does it wait if it is long.
            guard phase == .open, waiting.count < Self.maximumWaiting, waiting.isEmpty || request.bytes <= 1 << 16 else { return [] }
            lastTicket += 1
            return enqueue(Job(ticket: lastTicket, work: .received(call(request, object, client))))
        }
    }

    /// Answers something that cannot be a call. In a script the answer waits for its turn.
    mutating func refuse(_ reply: ReplyAddress, _ error: RPCError) -> [Action] {
        if mode == .script, inLane != nil || !waiting.isEmpty {
            return enqueue(enter(.refuse(error), reply))
        }
        return deliver(Response.error(error, id: reply.id), to: reply, of: nil)
    }

    /// Cancels a request; one that is unknown or answered already is no error.
    private mutating func cancel(_ id: RPCID) -> [Action] {
        guard let ticket = tickets[id], let call = entries[ticket]?.call else { return [] }
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return [.cancel(call)] }
        waiting.remove(at: place)
        return [.cancel(call)] + finish(ticket, .failure(.cancelled))
    }

    // MARK: Working

    /// The next job of the lane, which is busy with it until `finish` or `release`.
    mutating func next() -> Job? {
        guard inLane == nil, !waiting.isEmpty else { return nil }
        let job = waiting.removeFirst()
        inLane = job.ticket
        return job
    }

    /// A remote job has started. In a session the lane goes on.
    mutating func release(_ ticket: Int) -> [Action] {
        guard mode == .session, inLane == ticket else { return [] }
        inLane = nil
        return waiting.isEmpty ? [] : [.wakeLane]
    }

    /// A job is done. Whatever comes after a request's first response is dropped. An error after a cancellation is `cancelled`;
    /// a result is the truth and is sent all the same.
    mutating func finish(_ ticket: Int, _ result: Result<[UInt8], RPCError>?) -> [Action] {
        var actions: [Action] = []
        if let result, let entry = entries.removeValue(forKey: ticket) {
            unansweredBytes -= entry.bytes
            let id = entry.reply.id
            if tickets[id] == ticket { tickets[id] = nil }
            let response =
                switch result {
                case .success(let bytes): Response.result(bytes, id: id)
                case .failure(let error): Response.error(entry.call?.cancellation.isCancelled == true ? .cancelled : error, id: id)
                }
            actions = deliver(response, to: entry.reply, of: entry.call)
            if entry.isInitialize, case .success = result {
                handshake = .done
                actions.append(.opened)
            } else if entry.isInitialize {
                handshake = .none
            }
        }
        if inLane == ticket {
            inLane = nil
            if !waiting.isEmpty { actions.append(.wakeLane) }
        }
        return actions
    }

    // MARK: Ending

    /// Accepts nothing more, refuses the remote requests that wait and cancels those that run; everything else goes on.
    mutating func endInput() -> [Action] {
        end { $0.isRemote }
    }

    /// Accepts nothing more, refuses all that waits and cancels all that runs.
    mutating func stop() -> [Action] {
        waiting.removeAll { entries[$0.ticket] == nil }
        return end { _ in true }
    }

    private mutating func end(_ concerns: (Entry) -> Bool) -> [Action] {
        phase = .ended
        let waitingTickets = Set(waiting.map(\.ticket))
        let concerned = entries.filter { concerns($0.value) }.keys.sorted()
        waiting.removeAll { entries[$0.ticket].map(concerns) == true }
        var actions: [Action] = []
        for ticket in concerned {
            if waitingTickets.contains(ticket) {
                actions += finish(ticket, .failure(.closing))
            } else if let call = entries[ticket]?.call {
                actions.append(.cancel(call))
            }
        }
        return actions
    }

    /// Answers for all that has not ended in time.
    mutating func abandon() -> [Action] {
        phase = .ended
        waiting = []
        var actions: [Action] = []
        for ticket in entries.keys.sorted() { actions += finish(ticket, .failure(.cancelled)) }
        return actions
    }

    // MARK: Parts

    /// - Parameter count: how many members of the batch will be answered, at least one.
    mutating func openBatch(expecting count: Int) -> Int { batches.open(expecting: count) }

    private func call(_ request: Message.Request, _ params: JSONObject, _ client: any Client) -> Call {
        Call(method: request.method, params: params, id: request.id, client: client)
    }

    private mutating func enter(_ work: Job.Work, _ reply: ReplyAddress, _ bytes: Int = 0, isInitialize: Bool = false) -> Job {
        lastTicket += 1
        let job = Job(ticket: lastTicket, work: work)
        let isRemote = if case .perform = work { true } else { false }
        entries[job.ticket] = Entry(reply: reply, call: job.call, isRemote: isRemote, isInitialize: isInitialize, bytes: bytes)
        unansweredBytes += bytes
        // A refused request does not take the id of the one that it repeats.
        if case .refuse = work { return job }
        tickets[reply.id] = job.ticket
        return job
    }

    private mutating func enqueue(_ job: Job) -> [Action] {
        waiting.append(job)
        return inLane == nil ? [.wakeLane] : []
    }

    private mutating func deliver(_ response: [UInt8], to reply: ReplyAddress, of call: Call?) -> [Action] {
        guard let batch = reply.batch else { return [.send(response, after: call.map { [$0] } ?? [])] }
        guard let whole = batches.add(response, of: call, to: batch) else { return [] }
        return [.send(whole.response, after: whole.calls)]
    }
}
