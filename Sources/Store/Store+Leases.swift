internal import GRDB
import Provisioning

/// A claim to something, for a run or the schedule, that lapses unless it is renewed: its process may have died.
public struct Lease: Sendable, Equatable {
    public var name: String
    public var pid: Int32
    /// Of the process's start, since process ids are used again.
    public var token: String
    public var expiresAt: Timestamp

    public init(name: String, pid: Int32, token: String, expiresAt: Timestamp) {
        self.name = name
        self.pid = pid
        self.token = token
        self.expiresAt = expiresAt
    }
}

extension Reading {
    /// nil: nobody holds it, or its holder has let it lapse.
    public func lease(_ name: String, now: Timestamp) throws(StoreError) -> Lease? {
        try first("SELECT name, pid, token, expires_at FROM lease WHERE name = ? AND expires_at > ?", [name, now.milliseconds]) {
            Lease(name: $0[0], pid: $0[1], token: $0[2], expiresAt: Timestamp(milliseconds: $0[3]))
        }
    }
}

extension Writing {
    /// Takes the lease, or renews it; false: another process holds it.
    public func acquire(_ lease: Lease, now: Timestamp) throws(StoreError) -> Bool {
        let sql = """
            INSERT INTO lease (name, pid, token, expires_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (name) DO UPDATE SET pid = ?2, token = ?3, expires_at = ?4 WHERE expires_at <= ?5 OR pid = ?2 AND token = ?3
            """
        return try execute(sql, [lease.name, lease.pid, lease.token, lease.expiresAt.milliseconds, now.milliseconds]) == 1
    }

    /// Prolongs a lease that is still this process's; false: it has lapsed and somebody else has taken it, or given it up.
    public func renew(_ lease: Lease) throws(StoreError) -> Bool {
        let sql = "UPDATE lease SET expires_at = ? WHERE name = ? AND pid = ? AND token = ?"
        return try execute(sql, [lease.expiresAt.milliseconds, lease.name, lease.pid, lease.token]) == 1
    }

    /// Takes it from whoever holds it.
    public func dropLease(_ name: String) throws(StoreError) { try execute("DELETE FROM lease WHERE name = ?", [name]) }

    public func release(_ lease: Lease) throws(StoreError) {
        try execute("DELETE FROM lease WHERE name = ? AND pid = ? AND token = ?", [lease.name, lease.pid, lease.token])
    }
}
