import Dispatch
import Foundation
import JSON
import Synchronization

/// JSON-RPC 2.0 over two descriptors: a thread that reads, one that works on the lane, one that writes.
///
/// Memory is bounded by 1,000 unanswered requests of 16 MiB together, one message of `maximumMessage` bytes, and `Writer.capacity` for
/// what waits to be written: a client that does not read is not read from.
public final class Connection: Client {
    /// How long ending may take: what runs in the lane has half of it before it is cancelled, the last answers have `reserve`.
    static let grace = 5.0
    private static let reserve = 0.2

    private let handler: any MessageHandler
    private let input: Descriptor
    private let maximumMessage: Int
    private let wake = WakePipe()
    private let writer: Writer
    private let session = Mutex(Session())
    private let hasOpened = Atomic(false)
    private let ending = Mutex<Ending?>(nil)
    private let leaving = Mutex<ContinuousClock.Instant?>(nil)
    private let isLeaving = Atomic(false)
    private let laneWork = DispatchSemaphore(value: 0)
    /// Something happened that `run` may wait for.
    private let progress = DispatchSemaphore(value: 0)
    /// The lane took a job, which the reader of a full script waits for.
    private let room = DispatchSemaphore(value: 0)
    private let hasEnded = Atomic(false)

    /// The descriptors stay the caller's; they must stay open until `run` has returned.
    /// - Parameter maximumMessage: bytes; longer messages are skipped.
    public init(input: Int32, output: Int32, handler: any MessageHandler, maximumMessage: Int = 16 << 20) {
        self.handler = handler
        self.input = Descriptor(number: input)
        self.maximumMessage = maximumMessage
        writer = Writer(output: Descriptor(number: output), wake: wake)
    }

    // MARK: Client

    public var isSession: Bool { hasOpened.load(ordering: .acquiring) }

    public func notify(method: String, params: [UInt8], replacing key: String?) {
        guard isSession else { return }
        writer.notify(Response.notification(method, params: params), replacing: key)
    }

    // MARK: Life

    /// Serves until the connection ends; blocks. To be called once.
    public func run() -> Ending {
        let threads = DispatchGroup()
        start("reader", threads) { $0.readLoop() }
        start("writer", threads) { connection in
            if !connection.writer.run() { connection.leave(.brokenPipe) }
        }
        // The lane may be caught in a handler that does not heed cancellation: nobody waits for it.
        start("lane", nil) { $0.laneLoop() }
        let ending = awaitEnd()
        hasEnded.store(true, ordering: .releasing)
        writer.end()
        wake.wake()
        laneWork.signal()
        room.signal()
        _ = threads.wait(timeout: .now() + .seconds(1))
        handler.closed(self)
        return ending
    }

    /// Ends the connection from outside, as SIGTERM does: nothing new is accepted, what waits is refused, what runs is cancelled
    /// and has 5 s; then `run` returns. Safe to call from any thread.
    public func stop(reason: String) { leave(.stopped(reason)) }

    /// When the reason came for which the connection ends; nil: there is none yet.
    public var leftAt: ContinuousClock.Instant? { leaving.withLock { $0 } }

    /// The first reason counts, but a script at the end of its input can still be stopped.
    private func leave(_ reason: Ending.Reason, status: Int32 = 0) {
        ending.withLock { ending in
            if ending == nil || ending?.reason == .endOfInput {
                ending = Ending(reason: reason, status: status)
                leaving.withLock { $0 = .now }
            }
        }
        isLeaving.store(true, ordering: .sequentiallyConsistent)
        progress.signal()
        room.signal()
    }

    private func start(_ name: String, _ group: DispatchGroup?, _ body: @escaping @Sendable (Connection) -> Void) {
        group?.enter()
        let thread = Thread { [self] in
            body(self)
            group?.leave()
        }
        thread.name = name
        thread.stackSize = 8 << 20
        thread.start()
    }

    // MARK: Session

    /// The only way to the session: one event, then what it wants done. Responses are queued before anyone can see that their
    /// requests have ended.
    private func update(_ event: (inout Session) -> [Action]) {
        let actions = session.withLock { session in
            let actions = event(&session)
            for case .send(let bytes, _) in actions { writer.send(bytes) }
            return actions
        }
        for action in actions { obey(action) }
        // Without this condition every request would wake the thread that waits for the end.
        if isLeaving.load(ordering: .sequentiallyConsistent) { progress.signal() }
    }

    private func obey(_ action: Action) {
        switch action {
        case .send(_, let calls):
            for call in calls {
                for followUp in call.takeFollowUps() { followUp() }
            }
        case .run(let job): work(on: job)
        case .wakeLane: laneWork.signal()
        case .cancel(let call): call.cancellation.cancel()
        case .opened:
            hasOpened.store(true, ordering: .releasing)
            handler.opened(self)
        case .exit(let status): leave(.exit, status: status)
        }
    }

    // MARK: Lane

    private func laneLoop() {
        while !hasEnded.load(ordering: .acquiring) {
            writer.waitForRoom()
            guard let job = session.withLock({ $0.next() }) else {
                laneWork.wait()
                continue
            }
            room.signal()
            work(on: job)
        }
    }

    private func work(on job: Job) {
        switch job.work {
        case .answer(let call):
            let result = Result { () throws(RPCError) in try handler.answer(call) }
            update { $0.finish(job.ticket, result) }
        case .perform(let call):
            // What comes before the first suspension is done here, so that later requests see it.
            let task = Task.immediate { [self] in
                let result: Result<[UInt8], RPCError>
                do throws(RPCError) { result = .success(try await handler.perform(call)) } catch { result = .failure(error) }
                update { $0.finish(job.ticket, result) }
            }
            call.cancellation.onCancel { task.cancel() }
            update { $0.release(job.ticket) }
        case .received(let call):
            handler.received(call)
            update { $0.finish(job.ticket, nil) }
        case .refuse(let error):
            update { $0.finish(job.ticket, .failure(error)) }
        case .shutdown:
            update { $0.finish(job.ticket, .success(Array("null".utf8))) }
        }
    }

    // MARK: Reading

    private func readLoop() {
        var framer = StreamFramer(maximumMessage: maximumMessage)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            switch input.read(into: &buffer, wake: wake) {
            case .bytes(let count):
                let isFirst = framer.framing == nil
                let frames = framer.feed(buffer[..<count])
                if isFirst, let framing = framer.framing { writer.use(framing) }
                guard receive(frames) else { return }
            case .end:
                if receive(framer.finish()) { leave(.endOfInput) }
                return
            case .woken, .wouldBlock:
                return
            }
        }
    }

    /// False: the connection is at its end.
    private func receive(_ frames: [Frame]) -> Bool {
        for frame in frames {
            writer.waitForRoom()
            while session.withLock({ $0.isFull }), !isLeaving.load(ordering: .acquiring) { room.wait() }
            if hasEnded.load(ordering: .acquiring) { return false }
            let nobody = ReplyAddress(id: .null)
            switch frame {
            case .message(let bytes): receive(Message(bytes))
            case .tooLarge: update { [maximumMessage] in $0.refuse(nobody, .messageTooLarge(maximum: maximumMessage)) }
            case .garbage(let text): update { $0.refuse(nobody, .parseError(text)) }
            }
        }
        return true
    }

    private func receive(_ message: Message) {
        switch message {
        case .single(let item): receive(item, batch: nil)
        case .fault(let error): update { $0.refuse(ReplyAddress(id: .null), error) }
        case .batch(let items):
            let count = items.count { $0.isAnswered }
            let batch = count == 0 ? nil : session.withLock { $0.openBatch(expecting: count) }
            for item in items { receive(item, batch: batch) }
        }
    }

    private func receive(_ item: Message.Item, batch: Int?) {
        switch item {
        case .response: break
        case .fault(let error, let id): update { $0.refuse(ReplyAddress(id: id, batch: batch), error) }
        case .request(let request):
            let params = Result { () throws(RPCError) in try request.object() }
            var traits = MethodTraits()
            if request.id != nil {
                traits.effect = handler.effect(of: request.method)
                traits.isQuick = handler.isQuick(request.method)
            }
            update { $0.receive(request, params, traits, batch: batch, client: self) }
        }
    }

    // MARK: Ending

    private func awaitEnd() -> Ending {
        wait { ending.withLock { $0 } != nil }
        if isAtEndOfInput, session.withLock({ $0.mode }) != .session { finishScript() }
        guard let ending = ending.withLock({ $0 }) else { return Ending(reason: .endOfInput, status: 0) }
        let deadline = DispatchTime.now() + Self.grace
        if ending.reason == .endOfInput || ending.reason == .exit {
            update { $0.endInput() }
            wait(until: .now() + Self.grace / 2) { session.withLock { $0.isIdle } }
        }
        update { $0.stop() }
        wait(until: deadline - Self.reserve) { session.withLock { $0.isIdle } }
        update { $0.abandon() }
        wait(until: deadline) { writer.isFlushed(orSignal: progress) }
        return ending
    }

    /// At the end of a script's input: answers what was received, waits for what it started and for its reader, however long that
    /// takes, unless the connection is stopped.
    private func finishScript() {
        wait { !isAtEndOfInput || session.withLock { $0.isIdle } }
        let isDrained = Flag()
        let drain = Task { [self] in
            await handler.drain(self)
            isDrained.set()
            progress.signal()
        }
        wait { !isAtEndOfInput || isDrained.isSet }
        drain.cancel()
        wait { !isAtEndOfInput || writer.isFlushed(orSignal: progress) }
    }

    private var isAtEndOfInput: Bool { ending.withLock { $0?.reason == .endOfInput } }

    /// Waits for a condition that changes only together with a signal of `progress`.
    private func wait(until deadline: DispatchTime = .distantFuture, _ isMet: () -> Bool) {
        while !isMet() {
            if progress.wait(timeout: deadline) == .timedOut { return }
        }
    }
}

/// Set once, seen by all.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}
