import Store
import Wire

/// Exchanging the key under which secrets are sealed (R-CON-4), for the one who operates the agent.
extension Agent {
    /// `source` nil: a new key takes the place of the one in the key file.
    public func rekey(to source: KeySource?) throws(RPCError) {
        try attempt { try store.rekey(to: source) { try $0.audit("rekey", .host, subject: nil, at: time.now) } }
    }

    /// For a key that is lost. The names of the integrations that have to be reconnected.
    public func forgetSecrets() throws(RPCError) -> [String] {
        try attempt {
            let ids = try store.forgetSecrets { try $0.audit("rekey", .host, subject: nil, at: time.now, after: ["forgetSecrets": true]) }
            return try store.read { reading in try ids.compactMap { try reading.integration($0)?.name } }
        }
    }
}
