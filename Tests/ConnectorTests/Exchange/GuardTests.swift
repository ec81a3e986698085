import Testing

@testable import Connectors

@Suite struct GuardTests {
    private static let origin = Address("https://hr.example.org/")?.origin

    private func send(_ address: String, _ answers: [HTTPResponse], method: String = "GET") async throws -> (ExchangeError?, [HTTPRequest]) {
        let inner = ScriptedExchange(answers.map { .success($0) })
        let origin = try #require(Self.origin)
        var request = try HTTPRequest.get(address)
        request.method = method
        let sent = request
        let error = await exchangeError { _ = try await HostGuard(inner: inner, origin: origin).send(sent) }
        return (error, inner.requests)
    }

    @Test("nothing goes to another host, scheme or port", arguments: [
        "https://evil.example/", "http://hr.example.org/", "https://hr.example.org:8443/", "https://hr.example.org.evil.example/", "https://a.hr.example.org/",
    ])
    func pinned(_ address: String) async throws {
        let (error, requests) = try await send(address, [.json("{}")])
        guard case .refused? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(requests.isEmpty)
    }

    @Test("a redirect to another host is refused, whatever asks", arguments: ["GET", "POST"], ["https://evil.example/x", "//evil.example/x", "http://hr.example.org/x"])
    func redirect(_ method: String, _ target: String) async throws {
        let (error, requests) = try await send("https://hr.example.org/a", [.json("", status: 302, [Header("Location", target)])], method: method)
        guard case .refused(let message)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("another host"))
        #expect(requests.count == 1)
    }

    @Test("a redirect within the host is followed, a circle is not") func within() async throws {
        let (error, requests) = try await send("https://hr.example.org/a", [.json("", status: 301, [Header("Location", "/b?c=1")]), .json("{}")])
        #expect(error == nil)
        #expect(requests.map(\.address.target) == ["/a", "/b?c=1"])
        let (circle, _) = try await send("https://hr.example.org/a", [.json("", status: 301, [Header("Location", "/a")])])
        #expect(circle != nil)
    }

    @Test("inner addresses in every notation", arguments: [
        "127.0.0.1", "127.255.0.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1",
        "2001:0:1::1", "fec0::1", "", "localhost", "0x7f.1", "127.1", "2130706433",
    ])
    func inner(_ address: String) { #expect(InnerAddress.contains(address)) }

    @Test("addresses of the public internet", arguments: ["8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.1.1", "100.63.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888", "64:ff9b::808:808", "::ffff:8.8.8.8"])
    func outer(_ address: String) { #expect(!InnerAddress.contains(address)) }

    @Test("proxies as curl reads them") func proxies() throws {
        let settings = ProxySettings(environment: ["https_proxy": "http://me:p%40ss@proxy.example:3128/", "HTTP_PROXY": "http://wrong:1", "no_proxy": "inner.example, .corp"])
        let origin = try #require(Self.origin)
        #expect(settings.server(for: origin) == ProxySettings.Server(host: "proxy.example", port: 3128, user: "me", password: "p@ss"))
        #expect(settings.server(for: Origin(scheme: "http", host: "hr.example.org", port: 80)) == nil)
        for host in ["inner.example", "a.inner.example", "b.corp", "corp"] { #expect(settings.server(for: Origin(scheme: "https", host: host, port: 443)) == nil) }
        #expect(ProxySettings(environment: ["ALL_PROXY": "[::1]:8080", "NO_PROXY": "*"]).server(for: origin) == nil)
        #expect(ProxySettings(environment: ["ALL_PROXY": "[::1]:8080"]).server(for: origin)?.host == "::1")
    }

    @Test("R-CON-3 the HRIS's words have at most 300 characters, no secret in any coding, and nobody's address") func redaction() {
        let redactor = Redactor(secrets: ["s3cret&key", "abc"])
        let text = "key s3cret&key (s3cret%26key, czNjcmV0JmtleQ==) of ada@example.org\n is\twrong"
        let words = redactor.words(text)
        #expect(!words.contains("s3cret") && !words.contains("czNjcmV0") && !words.contains("ada") && !words.contains("\n"))
        #expect(words.contains("is wrong"))
        #expect(redactor.words("abc is no secret") == "abc is no secret", "too short to hide anything")
        #expect(redactor.words(String(repeating: "x", count: 1_000)).count == 300)
    }

    @Test("a cassette gives back what was recorded, without secrets, each answer once") func cassette() async throws {
        let inner = ScriptedExchange([.success(.json("{\"k\":\"s3cret-token\"}", [Header("X-A", "b"), Header("Set-Cookie", "s=1")])), .success(.json("{}", status: 404))])
        let recorder = Recorder(inner, redactor: Redactor(secrets: ["s3cret-token"]))
        let first = try HTTPRequest.get("https://a.test/x?token=s3cret-token"), second = try HTTPRequest.get("https://a.test/y")
        let recorded = try await recorder.send(first)
        #expect(recorded.body == Array("{\"k\":\"s3cret-token\"}".utf8))
        _ = try await recorder.send(second)
        let text = recorder.cassette.text
        #expect(!text.contains("s3cret-token") && !text.contains("Set-Cookie"))
        let replayer = Replayer(try Cassette(text))
        let missing = try await replayer.send(second)
        #expect(missing.status == 404)
        let replayed = try await replayer.send(try HTTPRequest.get("https://a.test/x?token=…"))
        #expect(replayed.body == Array("{\"k\":\"…\"}".utf8))
        #expect(replayed["x-a"] == "b")
        let again = await exchangeError { _ = try await replayer.send(second) }
        #expect(again != nil)
    }
}
