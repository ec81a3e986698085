import Foundation
import Provisioning

/// What connectors reach the world with; tests put something else in its place.
struct Network: Sendable {
    var policy: NetworkPolicy
    var waiting: any Waiting = RealWaiting()
    var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    var resolver: any Resolver = SystemResolver()
    var boundaries = NetworkExchange.Boundaries()
    var proxies = ProxySettings(environment: ProcessInfo.processInfo.environment)
    var trust = Trust(environment: ProcessInfo.processInfo.environment)

    /// One connector's way out.
    func exchange(isRestricted: Bool) -> any Exchange {
        NetworkExchange(policy: policy, isRestricted: isRestricted, resolver: resolver, proxies: proxies, trust: trust, boundaries: boundaries)
    }
}
