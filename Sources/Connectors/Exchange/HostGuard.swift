/// Lets requests go to one origin only: secrets go nowhere else, whatever an answer names. Follows a redirect within it.
struct HostGuard: Exchange {
    static let redirects = 3

    let inner: any Exchange
    let origin: Origin

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        var request = request
        for _ in 0...Self.redirects {
            guard request.address.origin == origin else {
                throw .refused("The HRIS points to another host (\(request.address.origin)); nothing was sent there. Only \(origin) belongs to this integration.")
            }
            let response = try await inner.send(request)
            guard [301, 302, 303, 307, 308].contains(response.status) else { return response }
            guard let location = response["Location"], let target = request.address.resolving(location) else { return response }
            // Another method or a lost body would ask something else.
            guard request.method == "GET" || target.origin != origin else { return response }
            request.address = target
        }
        throw .refused("The HRIS redirects in a circle.")
    }
}
