import Simulator

/// What goes wrong with a simulated HR system on one day.
struct Weather {
    enum Kind: CaseIterable {
        /// Nothing; single requests fail; many do, in any way, once or for ever; managers are missing everywhere; most people are.
        case fair, showers, storm, partial, halfGone
    }

    var kind: Kind
    var faults: [Fault] = []
    /// Somebody is waited for who really does not answer, so what comes of it depends on this machine.
    var isSlow: Bool { faults.contains { $0.kind == .slow } }

    /// These pass when the request is sent again, or the list is read again.
    private static let passing: [Fault.Kind] = [
        .serverError, .reset, .cutOff, .truncatedJSON, .wrongJSON, .html, .rateLimited, .rateLimitedSeconds, .rateLimitedDate, .rateLimitedHeaders, .emptyPage, .repeatedPeople,
    ]
    private static let lasting: [Fault.Kind] = [
        .unauthorized, .customerUnauthorized, .forbidden, .notFound, .paymentRequired, .redirect, .foreignNext, .cursorLoop, .cursorExpired, .emptyList,
    ]

    init(for system: SimulatedSystem, _ dice: inout Dice) {
        kind = [.fair, .fair, .showers, .showers, .showers, .storm, .storm, .partial, .halfGone].randomElement(using: &dice) ?? .fair
        if kind == .partial, !system.warns { kind = .showers }
        switch kind {
        case .fair, .halfGone: break
        case .partial: faults = [Fault(.partialSuccess)]
        case .showers:
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let number = Int.random(in: 1...6, using: &dice)
                faults.append(Fault(Self.passing.randomElement(using: &dice) ?? .reset, first: number, last: number))
            }
            // At the third page, not at a first one that is asked for again.
            if Int.random(in: 0..<4, using: &dice) == 0 { faults = [Fault(.cursorExpired, first: 3, last: 3)] }
            if system.hasTokens { faults.append(Fault(.unauthorized, first: 5, last: 5)) }
            if Int.random(in: 0..<12, using: &dice) == 0 { faults.append(Fault(.slow, first: 2, last: 2, value: "2")) }
        case .storm:
            // What only a promise tells is left to those who give one.
            let kinds = Self.passing + Self.lasting + Self.lasting + (system.promises ? [.countNotReached, .shiftedPage, .lyingTotal] : [])
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let first = Int.random(in: 1...8, using: &dice), length = [1, 2, 6, 7, 13, 40].randomElement(using: &dice)
                let isForEver = Int.random(in: 0..<3, using: &dice) == 0
                faults.append(Fault(kinds.randomElement(using: &dice) ?? .reset, first: first, last: isForEver ? nil : first + (length ?? 1) - 1, scope: Bool.random(using: &dice) ? .list : .any))
            }
        }
    }
}
