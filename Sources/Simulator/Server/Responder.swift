import Foundation
import Hummingbird
import JSON
import NIOCore
import Provisioning

/// Answers requests: the control endpoints, then whichever vendor knows the path, then the faults of delivery.
struct Responder: HTTPResponder {
    let world: World
    let scheme: String

    /// A company may be sent.
    private static let maximumBody = 512 << 20

    func respond(to request: Request, context: Connection) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.maximumBody)
        let incoming = ClientRequest(request, body: Array(buffer: body), scheme: scheme)
        if incoming.segments.first == "control" { return Control(world: world).answer(incoming).response }
        guard let (format, scope) = Self.route(incoming) else {
            return Answer(404, ["error": .string("This is hris-simulator; no format has the path \(incoming.path).")]).response
        }
        let scene = world.scene(for: scope)
        let answer = self.answer(incoming, format, scene)
        let breaking = scene.faults.contains { $0.kind == .reset }
        world.record(
            RequestRecord(
                number: scene.number, at: scene.now, method: incoming.method, path: incoming.path, query: incoming.rawQuery, host: incoming.host,
                authorization: incoming.authorizationScheme, format: format, scope: scope, status: breaking ? 0 : answer.status,
                faults: scene.faults.map(\.description)))
        return try await Delivery(faults: scene.faults, connection: context).deliver(answer)
    }

    static func route(_ request: ClientRequest) -> (Format, Fault.Scope)? {
        for format in Format.allCases {
            if let scope = format.vendor.scope(of: request) { return (format, scope) }
        }
        return nil
    }

    private func answer(_ request: ClientRequest, _ format: Format, _ scene: Scene) -> Answer {
        if let redirect = scene.fault(.redirect) {
            let target = scene.otherHost(request) + request.path + (request.rawQuery.map { "?" + $0 } ?? "")
            return Answer(302, headers: [("Location", redirect.value ?? target)])
        }
        let failure = scene.faults.lazy.compactMap(Failure.init).first
        if let failure { return format.vendor.answer(failure, request, scene) }
        return format.vendor.answer(request, scene)
    }
}

/// The connection a request came on, so that it can be broken.
struct Connection: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }

    /// Sends a reset instead of an end.
    func reset() async {
        if let socket = channel as? any SocketOptionProvider {
            try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await channel.close()
    }
}
