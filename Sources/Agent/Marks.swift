import Provisioning
import Store

extension Writing {
    /// What a sync remembers about users besides their values: who is held, which values are guarded (R-SAFE-1, R-SAFE-3).
    func mark(_ plan: Plan, now: Timestamp) throws {
        var users: [User] = []
        for id in Marks(plan).users.sorted() {
            guard let known = try user(id: id) else { continue }
            var user = known
            if plan.hold.contains(id) { user.held = true }
            if plan.release.contains(id) { user.held = false }
            user.guarded.formUnion(plan.guardFields[id] ?? [])
            user.guarded.subtract(plan.unguardFields[id] ?? [])
            if user != known { users.append(user) }
        }
        _ = try update(users, now: now)
    }
}

extension Writing {
    /// Keeps in mind about whom a sync left nothing to do or to say, so that the next one need not read their records again. `start`: the change of
    /// a user that was the last one before the apply.
    func remember(_ plan: Plan, _ entries: [Recognition.Entry], _ intake: Intake, _ rules: Ruleset, integration: String, since start: Int64) throws {
        let recognition = Recognition.after(
            plan, before: intake.recognition, key: intake.key, epoch: rules.epoch, day: rules.today, sequence: try lastSequence(),
            written: try numbersChanged(since: start), entries: entries)
        if let recognition { try set(integration: integration, recognition) }
    }
}
