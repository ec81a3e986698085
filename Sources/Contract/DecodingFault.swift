import JSON
import Wire

/// A value that does not have the form the protocol asks for.
public struct DecodingFault: Error, Sendable, Equatable {
    /// Where: members separated by dots, list places in brackets; empty for the whole.
    public let path: String
    /// What it must be, in words that continue "the value".
    public let reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }
}

extension RPCError {
    /// -32602 with the path (and never the value: it may be personal).
    public init(_ fault: DecodingFault) {
        self.init(.invalidParams, fault.path.isEmpty ? "The parameters: \(fault.reason)." : "\(fault.path): \(fault.reason).", data: ["path": .string(fault.path)])
    }
}
