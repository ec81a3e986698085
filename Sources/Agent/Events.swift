import Contract
import JSON
import Provisioning
import Store
import Synchronization
import Wire

/// The connected sessions. Events are never more than a hint: the store has it already.
final class Events: Sendable {
    private let clients = Mutex<[ObjectIdentifier: any Client]>([:])

    func add(_ client: any Client) { clients.withLock { $0[ObjectIdentifier(client)] = client } }
    func remove(_ client: any Client) { clients.withLock { $0[ObjectIdentifier(client)] = nil } }
    var isEmpty: Bool { clients.withLock { $0.isEmpty } }

    func send(_ event: some Event, about subject: String = "") {
        for client in clients.withLock({ Array($0.values) }) { client.notify(event, about: subject) }
    }
}

/// What sessions were told last: of a change they hear once, from whoever made it or, if it was another process, from the watcher.
struct Told {
    /// Of a user's change.
    var sequence: Int64
    /// By id: as it is stored, and as it was shown, in JSON, and whether it was the watcher who told.
    var integrations: [String: (stored: Provisioning.Integration, shown: [UInt8], isSeen: Bool)] = [:]
    /// The ids of the newest, in order.
    var notices: [String] = []
}

/// What sessions hear of runs and their consequences.
extension RunDriver {
    func announce(_ run: Provisioning.Run) {
        events.send(RunChanged(run: Contract.Run(run)), about: "\(run.id) \(run.state.rawValue)")
    }

    /// `isSeen`: the watcher has seen it in the database; it may be this process's own change, which is told already or just about to be.
    func announce(_ integration: Provisioning.Integration, isSeen: Bool = false) {
        guard !events.isEmpty, let show = showIntegration.withLock({ $0 }), let shown = show(integration) else {
            told.withLock { $0.integrations[integration.id] = nil }
            return
        }
        let text = shown.encoded()
        let isNew = told.withLock { told in
            let last = told.integrations[integration.id]
            if let last, isSeen ? last.stored == integration : last.isSeen && last.shown == text { return false }
            told.integrations[integration.id] = (integration, text, isSeen)
            return true
        }
        if isNew { events.send(IntegrationChanged(integration: shown), about: integration.id) }
    }

    func announce(_ notice: Notice) {
        let isNew = told.withLock { told in
            if told.notices.contains(notice.id) { return false }
            // The watcher looks no further back than this.
            told.notices = told.notices.suffix(Watcher.reach - 1) + [notice.id]
            return true
        }
        guard isNew else { return }
        events.send(NotificationCreated(notification: Contract.Notification(notice, readAt: nil), recipients: notice.recipients))
    }

    /// As it is after a run: no longer running, with another quota, newest run and next sync.
    func announceIntegration(of run: Provisioning.Run) {
        guard !events.isEmpty, let integration = try? store.read({ try $0.integration(run.integration) }) else { return }
        announce(integration)
    }

    /// Tells how far the changes of users go by now, once.
    func announceUsers() {
        guard let (sequence, storeID) = try? store.read({ (try $0.lastSequence(), try $0.storeID()) }) else { return }
        let isNew = told.withLock { told in
            defer { told.sequence = max(told.sequence, sequence) }
            return sequence > told.sequence
        }
        if isNew { events.send(UserChanged(lastSequence: Int(sequence), store: storeID)) }
    }

    /// Under the run's id, and under the id of a request that waits for the run.
    func announceProgress(_ run: Provisioning.Run, _ request: RPCID?) {
        let value = ProgressValue(phase: run.state.rawValue, read: run.read, total: run.total)
        events.send(ProgressEvent(token: .string(run.id), value: value), about: run.id)
        switch request {
        case .string(let id)?: events.send(ProgressEvent(token: .string(id), value: value), about: "request \(id)")
        case .number(let literal)?:
            if let number = JSONNumber(literal: literal) { events.send(ProgressEvent(token: .number(number), value: value), about: "request \(literal)") }
        case .null?, nil: break
        }
    }
}
