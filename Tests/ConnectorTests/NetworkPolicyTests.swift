import Testing

@testable import Connectors

@Suite struct NetworkPolicyTests {
    @Test("a host is allowed under every spelling of it, and no other is")
    func spellings() {
        let policy = NetworkPolicy(allowHTTP: ["HR.example.org", "[::1]"], allowHost: ["10.0.0.7"])
        for host in ["hr.example.org", "HR.EXAMPLE.ORG", "::1", "[::1]"] { #expect(policy.allowsPlainHTTP(to: host), "\(host)") }
        for host in ["example.org", "a.hr.example.org", "hr.example.org.evil.test", "10.0.0.7", "127.0.0.1", ""] { #expect(!policy.allowsPlainHTTP(to: host), "\(host)") }
        #expect(policy.allowsInnerAddress(of: "10.0.0.7"))
        #expect(!policy.allowsInnerAddress(of: "hr.example.org"), "each option is for itself")
        #expect(!NetworkPolicy().allowsPlainHTTP(to: "localhost") && !NetworkPolicy().allowsInnerAddress(of: "localhost"))
    }

    @Test("what is no host is told", arguments: [
        ("hr.example.org", true), ("127.0.0.1", true), ("::1", true), ("[fe80::1]", true), ("localhost", true), ("bücher.example", true),
        ("", false), ("http://hr.example.org", false), ("hr.example.org:8080", false), ("hr.example.org/path", false), ("*.example.org", false), ("a b", false),
    ])
    func hosts(_ text: String, isHost: Bool) {
        #expect((NetworkPolicy.problem(withHost: text) == nil) == isHost)
    }
}
