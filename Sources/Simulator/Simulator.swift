import Hummingbird
import JSON
import Provisioning

/// An HR system of a vendor's wire format, for tests.
public struct Simulator: Sendable {
    public init() {}
}
