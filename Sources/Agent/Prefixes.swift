import Contract
import JSON
import Provisioning
import Store
import Wire

/// What a new integration is called, and how its external IDs begin.
extension Agent {
    func freeName(_ asked: String?, _ entry: ConnectorEntry, _ reading: Reading) throws -> String {
        let taken = Set(try reading.integrations().map(\.name))
        if let asked {
            let name = Text.normalized(asked)
            if name.isEmpty { throw RPCError(.configurationInvalid, "The name is blank; leave it out to get the HRIS's.") }
            if taken.contains(name) { throw RPCError(.taken, "An integration with this name is there already; choose another name.", data: ["which": "name"]) }
            return name
        }
        return taken.contains(entry.name) ? (2...).lazy.map { "\(entry.name) \($0)" }.first { !taken.contains($0) } ?? entry.name : entry.name
    }

    /// 2–32 characters of `A-Z a-z 0-9 . _ -`, ending in `-`; none begins another, disconnected integrations included.
    func freePrefix(_ asked: String?, _ entry: ConnectorEntry, _ reading: Reading) throws -> String {
        let taken = try reading.prefixes().map(\.prefix)
        func clashes(_ prefix: String) -> Bool { taken.contains { $0.hasPrefix(prefix) || prefix.hasPrefix($0) } }
        guard let asked else {
            let base = String(entry.id.prefix(28))
            return clashes(base + "-") ? (2...).lazy.map { "\(base)\($0)-" }.first { !clashes($0) } ?? base + "-" : base + "-"
        }
        let allowed = asked.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) && $0 >= 0x41 || [0x2E, 0x5F, 0x2D].contains($0) }
        guard (2...32).contains(asked.utf8.count), allowed, asked.hasSuffix("-") else {
            let problem = Problem(.error, "prefixInvalid", "A prefix has 2 to 32 characters of A-Z a-z 0-9 . _ - and ends in “-”.", path: "prefix")
            throw RPCError(.configurationInvalid, problem.message, data: ["problems": [problem.json]])
        }
        if clashes(asked) { throw RPCError(.taken, "This prefix begins, or is begun by, one that an integration has had; prefixes belong to one integration for ever.", data: ["which": "prefix"]) }
        return asked
    }
}
