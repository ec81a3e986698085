import Contract
import Foundation
import Provisioning
import Store
import Wire

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// This process's claims to the runs that it carries out. They lapse if the process dies, whatever a virtual clock says.
struct Leases: Sendable {
    /// How long a claim holds without renewal, and how often it is renewed, in seconds.
    static let duration: Int64 = 15
    static let renewal: Int64 = 5

    /// Where this process's id means something: another container, or the machine before its last start, counts its processes anew.
    private static let place: String = {
        let namespace = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
        let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
        return "\(namespace) \(boot.filter { !$0.isWhitespace })"
    }()
    /// With something of this process's start, since process ids are used again.
    private let token = "\(Leases.place) \(String(UInt64.random(in: .min ... .max), radix: 36))"
    private let clock = SystemClock()

    private func lease(_ run: String) -> Lease {
        Lease(name: run, pid: getpid(), token: token, expiresAt: clock.now.adding(seconds: Leases.duration))
    }

    func take(_ run: String, _ writing: Writing) throws {
        guard try writing.acquire(lease(run), now: clock.now) else { throw StoreError.runInProgress }
    }

    /// Takes on a stored run; false: it has ended, or another process carries it out.
    func claim(_ run: String, _ writing: Writing) throws -> Bool {
        guard let stored = try writing.run(id: run), !stored.state.isFinal else { return false }
        if let lease = try writing.lease(run, now: clock.now), isGone(lease) { try forget(run, writing) }
        return try writing.acquire(lease(run), now: clock.now)
    }

    /// Asked before a run writes anything: a process that stood still for long (a machine asleep) may have been taken for dead, and its run ended.
    func keep(_ run: String, _ writing: Writing) throws {
        guard try claim(run, writing) else {
            throw RPCError(.interrupted, "This process stood still for so long that another one took it for dead and ended its run. Nothing was changed.", data: ["run": .string(run)])
        }
    }

    /// false: it is lost.
    func renew(_ run: String, _ writing: Writing) throws -> Bool { try writing.renew(lease(run)) }

    func giveUp(_ run: String, _ writing: Writing) throws { try writing.release(lease(run)) }

    /// Whoever held it is gone.
    func forget(_ run: String, _ writing: Writing) throws { try writing.dropLease(run) }

    /// Unfinished runs that nobody carries out any more: the lease has lapsed, or its process is gone.
    func orphans(_ reading: Reading) throws -> [Provisioning.Run] {
        try reading.unfinishedRuns().filter { try !$0.waitsItsTurn && !isHeld($0.id, reading) }
    }

    /// Queued syncs of the schedule whose integration is free, so that anyone may take them on.
    func waiting(_ reading: Reading) throws -> [Provisioning.Run] {
        let unfinished = try reading.unfinishedRuns()
        return try unfinished.filter { run in
            try run.waitsItsTurn && !isHeld(run.id, reading) && !unfinished.contains { $0.integration == run.integration && !$0.waitsItsTurn }
        }
    }

    private func isHeld(_ run: String, _ reading: Reading) throws -> Bool {
        guard let lease = try reading.lease(run, now: clock.now) else { return false }
        return !isGone(lease)
    }

    private func isGone(_ lease: Lease) -> Bool {
        if lease.token == token { return false }
        // Where its process id says nothing, only time tells.
        guard lease.token.hasPrefix(Leases.place + " ") else { return false }
        return lease.pid == getpid() || !isAlive(lease.pid)
    }

    /// A process that was killed and not yet waited for by its parent is dead, too (state Z of Linux's proc(5)).
    private func isAlive(_ pid: Int32) -> Bool {
        if kill(pid, 0) != 0 { return errno != ESRCH }
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8), let name = stat.lastIndex(of: ")") else { return true }
        return !stat[name...].dropFirst(2).hasPrefix("Z")
    }
}

// MARK: One at a time

extension Leases {
    /// Runs `body` while nobody else, in this process or another, is in one of the same name. Waits for its turn as long as it is not cancelled;
    /// who died in it holds nobody up.
    func alone<T>(_ name: String, _ store: Store, _ body: () async throws -> T) async throws -> T {
        let turn = Lease(name: name, pid: getpid(), token: String(UInt64.random(in: .min ... .max), radix: 36), expiresAt: clock.now)
        while try !take(turn, store) { try await Task.sleep(for: .milliseconds(50)) }
        let heartbeat = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(Leases.renewal))
                _ = try? store.write { try $0.renew(prolonged(turn)) }
            }
        }
        let result: Result<T, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        heartbeat.cancel()
        // If this fails the claim lapses by itself.
        _ = try? store.write { try $0.release(turn) }
        return try result.get()
    }

    private func prolonged(_ turn: Lease) -> Lease {
        var turn = turn
        turn.expiresAt = clock.now.adding(seconds: Leases.duration)
        return turn
    }

    private func take(_ turn: Lease, _ store: Store) throws -> Bool {
        // Who only waits keeps nobody from writing.
        if let holder = try store.read({ try $0.lease(turn.name, now: clock.now) }), isAlive(holder.pid) { return false }
        do {
            return try store.write { writing in
                if let holder = try writing.lease(turn.name, now: clock.now), !isAlive(holder.pid) { try writing.release(holder) }
                return try writing.acquire(prolonged(turn), now: clock.now)
            }
        } catch StoreError.locked {
            // A long apply of another process; this is not urgent.
            return false
        }
    }
}

extension Provisioning.Run {
    /// It fell due while another run of its integration was under way (R-RUN-1). A run that somebody has just started is queued for a moment, too.
    var waitsItsTurn: Bool { state == .queued && trigger == .schedule }
}
