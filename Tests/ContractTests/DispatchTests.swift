import Contract
import JSON
import Testing
import Wire

@Suite struct DispatchTests {
    let dispatch = Dispatch(ExampleAgent())

    @Test("every method is found, called and answered with what its handler returns", arguments: Method.allCases)
    func everyMethod(_ method: Method) async throws {
        let call = call(method.rawValue, try ParamsTests.example(of: method))
        #expect(dispatch.effect(of: method.rawValue) == method.effect)
        let bytes = method.effect == .remote ? try await dispatch.perform(call) : try dispatch.answer(call)
        let result = try JSONValue(parsing: bytes)
        if method == .rpcDiscover {
            #expect(result["openrpc"]?.string == "1.3.2")
        } else {
            let example = try #require(Example.all.first { !$0.isInvalid && $0.json == result })
            #expect(!bytes.isEmpty && contractTypes[example.type] != nil)
        }
    }

    @Test("an unknown method is -32601; a method of the other lane is not answered in this one") func unknownMethods() async {
        #expect(dispatch.effect(of: "user/explode") == nil)
        #expect(throws: RPCError.self) { try dispatch.answer(call("user/explode")) }
        let error = await #expect(throws: RPCError.self) { try await dispatch.perform(call("account/get")) }
        #expect(error?.code == -32601)
    }

    @Test("bad parameters are -32602 with kind and path") func badParameters() throws {
        let error = #expect(throws: RPCError.self) { try dispatch.answer(call("user/list", ["limit": 0])) }
        #expect(error?.code == -32602)
        #expect(error?.data == ["kind": "invalidParams", "path": "limit"])
    }

    @Test("R-ACC-3 each method asks whether it is allowed before it is called", arguments: Method.allCases)
    func admission(_ method: Method) async throws {
        let dispatch = Dispatch(ExampleAgent(refused: [method]))
        let call = call(method.rawValue, try ParamsTests.example(of: method))
        let error = await #expect(throws: RPCError.self) {
            _ = method.effect == .remote ? try await dispatch.perform(call) : try dispatch.answer(call)
        }
        #expect(error?.errorKind == .forbidden)
    }

    @Test("the effect of a method is its lane") func effects() {
        let control: Set<Method> = [.agentStatus, .runCancel, .clockGet, .rpcDiscover]
        let remote: Set<Method> = [
            .integrationConnect, .integrationAuthorize, .integrationReconnect, .integrationFields, .integrationRunTest, .integrationEnable, .integrationSync,
            .integrationExplain, .runWait, .clockAdvance,
        ]
        #expect(Set(Method.allCases.filter { $0.effect == .control }) == control)
        #expect(Set(Method.allCases.filter { $0.effect == .remote }) == remote)
        #expect(Set(Method.allCases.filter(\.needsVirtualClock)) == [.clockGet, .clockAdvance])
    }

    @Test("an error of the table has its number and its kind, whatever else it carries", arguments: ErrorKind.allCases)
    func errors(_ kind: ErrorKind) {
        let error = RPCError(kind, "What happened.", data: ["kind": "other", "retryAt": "2026-01-31T08:00:00.000Z"])
        #expect(error.code == kind.code)
        #expect(error.data == ["kind": .string(kind.rawValue), "retryAt": "2026-01-31T08:00:00.000Z"])
        #expect(error.errorKind == kind)
    }

    @Test("no error number is used twice, and the thousand says who can act") func numbers() {
        #expect(Set(ErrorKind.allCases.map(\.code)).count == ErrorKind.allCases.count)
        #expect(ErrorKind.allCases.allSatisfy { $0.code < 0 || [1, 2, 4, 5, 6].contains($0.code / 1_000) })
    }
}
