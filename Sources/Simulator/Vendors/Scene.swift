import Foundation
import JSON
import Provisioning

/// What a vendor sees while it answers one request.
struct Scene: Sendable {
    private(set) var company: Company
    let credentials: Credentials
    let now: Timestamp
    /// The faults that meet this request.
    let faults: [Fault]
    /// Some armed fault is about counts, so the lists tell one where the vendor may leave it out.
    let tellsCounts: Bool
    let grants: Grants
    /// Counts all requests; makes things unlike each other.
    let number: Int
    /// Changes the company itself, for formats that write.
    let changeCompany: @Sendable (@Sendable (inout Company) -> Bool) -> Bool

    /// The same with other people.
    func with(_ company: Company) -> Scene {
        var scene = self
        scene.company = company
        return scene
    }

    func fault(_ kind: Fault.Kind) -> Fault? { faults.first { $0.kind == kind } }
    func has(_ kind: Fault.Kind) -> Bool { fault(kind) != nil }

    /// Fields of our model that cannot be delivered this time.
    var withheld: [String] { faults.filter { $0.kind == .partialSuccess }.map { $0.value ?? "manager" } }

    /// Whether the bearer token is the key or a token that was granted and has not expired.
    func accepts(bearer token: String?) -> Bool {
        token.map { $0 == credentials.key || grants.accepts($0, now: now) } ?? false
    }

    /// The manager of a person as far as the company knows him.
    func manager(of person: Person) -> Person? { person.managerID.flatMap(company.person(id:)) }

    /// `Retry-After` for a hint that is told so.
    func retryHeaders(_ hint: Failure.RateHint) -> [(name: String, value: String)] {
        switch hint {
        case .none, .vendorHeaders: []
        case .seconds(let seconds): [("Retry-After", String(seconds))]
        case .date(let seconds): [("Retry-After", now.adding(seconds: Int64(seconds)).httpDate)]
        }
    }

    /// Another name of this very host, so that whoever follows arrives here and is seen.
    func otherHost(_ request: ClientRequest) -> String {
        let (name, port) = request.host.split(separator: ":").count == 2
            ? (request.host.prefix { $0 != ":" }, String(request.host.drop { $0 != ":" })) : (request.host[...], "")
        return (request.base.hasPrefix("https") ? "https://" : "http://") + (name == "localhost" ? "127.0.0.1" : "localhost") + port
    }

    /// The host for next links: the client's, unless they are to mislead.
    func linkBase(_ request: ClientRequest) -> String {
        fault(.foreignNext).map { $0.value ?? otherHost(request) } ?? request.base
    }
}

extension Timestamp {
    /// Seconds since 1970.
    var seconds: Int { Int(milliseconds / 1000) }

    /// Without fractions: `2026-11-25T03:42:10Z`.
    var iso: String { description.prefix(19) + "Z" }

    /// IMF-fixdate of RFC 9110 section 5.6.7.
    var httpDate: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }
}
