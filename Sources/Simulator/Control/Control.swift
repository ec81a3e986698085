import JSON
import Provisioning

/// `/control/…`: what a test changes and looks at while the simulator runs. It asks for no credentials.
struct Control {
    let world: World

    func answer(_ request: ClientRequest) -> Answer {
        let segments = Array(request.segments.dropFirst())
        switch (request.method, segments) {
        case ("GET", ["faults"]): return faults()
        case ("PUT", ["faults"]): return setFaults(request)
        case ("DELETE", ["faults"]):
            world.change { $0.faults = ArmedFaults() }
            return faults()
        case ("GET", ["requests"]): return requests()
        case ("DELETE", ["requests"]):
            world.change { $0.requests = [] }
            return requests()
        case ("GET", ["company"]): return Answer(200, text: String(decoding: world.read { $0.company.text }, as: UTF8.self) + "\n", type: "application/jsonl")
        case ("PUT", ["company"]): return setCompany(request)
        case ("PUT", ["employees"]): return putEmployee(request)
        case ("DELETE", _) where segments.count == 2 && segments[0] == "employees": return removeEmployee(segments[1])
        case ("GET", ["clock"]): return clock()
        case ("PUT", ["clock"]): return setClock(request)
        case ("DELETE", ["tokens"]):
            world.grants.revokeAll()
            return Answer(200, ["revoked": true])
        default: return wrong(404, "there is no \(request.method) \(request.path); docs/simulator.md lists what there is")
        }
    }

    private func wrong(_ status: Int, _ message: String) -> Answer { Answer(status, ["error": .string(message)]) }

    // MARK: Faults

    private func faults() -> Answer {
        let states = world.read { $0.faults.states }
        return Answer(200, ["faults": .array(states.map { state in
            ["fault": .string(state.fault.description), "requests": JSONValue(state.requests), "applied": JSONValue(state.applied)]
        })])
    }

    /// An array of faults as they are written on the command line; it takes the place of those before, and counting begins anew.
    private func setFaults(_ request: ClientRequest) -> Answer {
        guard let texts = request.json?.array, texts.allSatisfy({ $0.string != nil }) else {
            return wrong(400, "the body is a JSON array of faults, e.g. [\"serverError:1\", \"slow@detail=2\"]")
        }
        do {
            let faults = try texts.compactMap(\.string).map { text throws(FaultError) in try Fault(text) }
            world.change { $0.faults = ArmedFaults(faults) }
            return self.faults()
        } catch {
            return wrong(400, "\(error)")
        }
    }

    private func requests() -> Answer {
        let records = world.read { $0.requests }
        return Answer(200, ["requests": .array(records.map { record in
            [
                "number": JSONValue(record.number), "at": .string(record.at.description), "method": .string(record.method), "path": .string(record.path),
                "query": JSONValue(record.query), "host": .string(record.host), "authorization": JSONValue(record.authorization),
                "format": .string(record.format.rawValue), "scope": .string(record.scope.rawValue), "status": JSONValue(record.status),
                "faults": .array(record.faults.map { .string($0) }),
            ]
        })])
    }

    // MARK: The company

    private func setCompany(_ request: ClientRequest) -> Answer {
        do {
            let company = try Company(parsing: request.body)
            return world.change { state in
                state.company.replace(with: company, now: state.clock.now)
                return Answer(200, ["employees": JSONValue(state.company.count)])
            }
        } catch {
            return wrong(400, "the company: \(error)")
        }
    }

    private func putEmployee(_ request: ClientRequest) -> Answer {
        guard let employee = request.json?.object else { return wrong(400, "the body is an employee as a JSON object") }
        return world.change { state in
            state.company.put(employee, now: state.clock.now)
            return Answer(200, ["employees": JSONValue(state.company.count)])
        }
    }

    private func removeEmployee(_ id: String) -> Answer {
        let count = world.change { state in state.company.remove(id: id, now: state.clock.now) ? state.company.count : nil }
        return count.map { Answer(200, ["employees": JSONValue($0)]) } ?? wrong(404, "there is no employee \(id)")
    }

    // MARK: The clock

    private func clock() -> Answer { Answer(200, ["now": .string(world.read { $0.clock.now }.description)]) }

    /// `{"now": timestamp}` stops it there, `{"now": null}` gives it back to the machine, `{"advanceSeconds": n}` moves it on and stops it.
    private func setClock(_ request: ClientRequest) -> Answer {
        let body = request.json?.object
        if let seconds = body?["advanceSeconds"]?.int {
            world.change { $0.clock.fixed = $0.clock.now.adding(seconds: Int64(seconds)) }
        } else if let now = body?["now"]?.string.flatMap({ Timestamp($0) }) {
            world.change { $0.clock.fixed = now }
        } else if body?["now"] == .null {
            world.change { $0.clock.fixed = nil }
        } else {
            return wrong(400, "the body is {\"now\": timestamp or null} or {\"advanceSeconds\": number}")
        }
        return clock()
    }
}
