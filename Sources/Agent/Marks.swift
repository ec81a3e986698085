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
