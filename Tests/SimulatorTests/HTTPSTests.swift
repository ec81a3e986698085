import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL
import Testing

@testable import Simulator

@Suite struct HTTPSTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/certificates").path

    @Test("over HTTPS it serves who trusts its certificate, and nobody else") func trust() async throws {
        let chain = Self.folder + "/loopback.pem"
        var options = Simulator.Options()
        options.certificate = Simulator.Certificate(chain: chain, key: Self.folder + "/key.pem")
        let simulator = try await Simulator.start(company: try .people(3), options: options)
        #expect(simulator.root == "https://127.0.0.1:\(simulator.port)")
        var request = HTTPClientRequest(url: simulator.address(.scim) + "/Users")
        request.headers.add(name: "Authorization", value: "Bearer simulator-key")
        var trusting = HTTPClient.Configuration()
        trusting.tlsConfiguration = .makeClientConfiguration()
        trusting.tlsConfiguration?.trustRoots = .file(chain)
        var doubting = HTTPClient.Configuration()
        doubting.connectionPool.retryConnectionEstablishment = false
        var outcomes: [UInt?] = []
        for configuration in [trusting, doubting] {
            let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            outcomes.append(try? await http.execute(request, timeout: .seconds(20)).status.code)
            try await http.shutdown()
        }
        await simulator.stop()
        #expect(outcomes == [200, nil])
        #expect(simulator.requests.count == 1)
    }

    @Test("a certificate that is none is refused at the start") func noCertificate() async throws {
        var options = Simulator.Options()
        options.certificate = Simulator.Certificate(chain: "/nowhere", key: "/nowhere")
        await #expect(throws: (any Error).self) { _ = try await Simulator.start(options: options) }
    }
}
