import Testing

@testable import Simulator

@Suite struct FaultTests {
    static let readable: [(String, Fault)] = [
        ("serverError", Fault(.serverError)),
        ("serverError:3", Fault(.serverError, first: 3, last: 3)),
        ("serverError:1-2", Fault(.serverError, first: 1, last: 2)),
        ("serverError:2-", Fault(.serverError, first: 2)),
        ("slow@detail=0.5", Fault(.slow, scope: .detail, value: "0.5")),
        ("redirect:1-9@any=http://other:80/a=b", Fault(.redirect, first: 1, last: 9, scope: .any, value: "http://other:80/a=b")),
        ("denied", Fault(.denied, scope: .authorize)),
    ]

    @Test("a fault is read as it is written", arguments: readable) func reading(text: String, fault: Fault) throws {
        #expect(try Fault(text) == fault)
        #expect(try Fault(fault.description) == fault)
    }

    @Test("every kind can be written and read", arguments: Fault.Kind.allCases) func everyKind(kind: Fault.Kind) throws {
        #expect(try Fault(kind.rawValue).kind == kind)
    }

    @Test("a fault that makes no sense says why", arguments: [
        ("serverEror", "no such fault"), ("", "no such fault"), ("slow@lists", "behind @"), ("slow:0", "behind :"), ("slow:x", "behind :"),
        ("slow:1-2-3", "behind :"), ("slow:3-2", "before the first"), ("slow:3-x", "before the first"), ("slow=long", "behind = stands a number"),
    ]) func refusing(text: String, reason: String) {
        #expect { try Fault(text) } throws: { "\($0)".contains(reason) }
    }

    @Test("faults count the requests of their scope only") func counting() {
        var armed = ArmedFaults([Fault(.serverError, first: 2, last: 3), Fault(.slow, scope: .detail), Fault(.reset, first: 4, last: 4, scope: .any)])
        #expect(armed.meet(.list) == [])
        #expect(armed.meet(.detail).map(\.kind) == [.slow])
        #expect(armed.meet(.list).map(\.kind) == [.serverError])
        #expect(armed.meet(.list).map(\.kind) == [.serverError, .reset])
        #expect(armed.meet(.list) == [])
        #expect(armed.states.map(\.requests) == [4, 1, 5])
        #expect(armed.states.map(\.applied) == [2, 1, 1])
    }
}
