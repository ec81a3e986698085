import JSON
@testable import Provisioning

/// Dates, times, addresses, folding: whatever they accept they mean the same thing by, written out and read again.
func fuzzValue(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let day = Day(text) {
        require(Day(day.description) == day, "a date is read as another")
        require(day.description == text, "a date is written otherwise than it was read")
        require(day.adding(months: 12).adding(months: -12).civil.month == day.civil.month, "a year later is another month")
        // What would come after the year 9999 stays as it is.
        for months in 1...60 where day.civil.year < 9_990 { require(day.adding(months: months) > day, "months later is earlier") }
    }
    if let time = Timestamp(text) { require(Timestamp(time.description) == time, "a time is read as another") }
    let folded = Text.fold(text)
    require(Text.fold(folded) == folded, "folding twice is another thing")
    require(Text.normalized(Text.normalized(text)) == Text.normalized(text), "normalising twice is another thing")
    if case .day(let day) = FieldReading.date(.text(text)) { require((1900...2150).contains(day.civil.year), "a year out of range") }
    _ = FieldReading.number(.text(text))
    _ = AccountTimeZone(text)
    let other = String(text.reversed())
    require(!(precedesInExternalIDOrder(text, other) && precedesInExternalIDOrder(other, text)), "each of two ids comes before the other")
    require(!precedesInExternalIDOrder(text, text), "an id comes before itself")
}

/// An employee and a configuration made of the input: a decision, and the same one again; nobody passes an exclude filter that matches.
func fuzzDecision(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func byte() -> UInt8 { rest.popFirst() ?? 0 }
    func word() -> String {
        let length = Int(byte() % 12)
        defer { rest = rest.dropFirst(length) }
        return String(decoding: rest.prefix(length), as: UTF8.self)
    }
    let paths = ["employment_status", "employment_start_date", "employment_end_date", "department", "birthday", "custom_fields.x"]
    var employee = Employee(id: "7")
    for path in ["first_name", "last_name"] + paths { employee.set(path, text: word()) }
    let flags = byte()
    for (bit, path) in paths.enumerated() where flags >> bit & 1 != 0 { employee.unavailable.insert(path) }
    employee.deleted = flags & 0x80 != 0
    var configuration = Configuration()
    configuration.lifecycle.userState = [.doNothing, .delete, .toggleParticipation][Int(byte()) % 3]
    configuration.lifecycle.participationStart = byte() & 1 == 0 ? .directly : .afterMonths(1 + Int(byte() % 60))
    configuration.lifecycle.userRemoval = [nil, .directly, .afterMonths(1 + Int(byte() % 60))][Int(byte()) % 3]
    for _ in 0..<Int(byte() % 4) {
        let path = paths[Int(byte()) % paths.count], mode: Filter.Mode = byte() & 1 == 0 ? .include : .exclude
        let test: Filter.Test =
            byte() & 1 == 0
            ? .values([word(), word()], matchEmpty: byte() & 1 == 0)
            : .date(Filter.Operator.allCases[Int(byte()) % 5], .daysFromToday(Int(Int8(bitPattern: byte()))))
        configuration.filters.append(Filter(field: path, mode: mode, test: test))
    }
    let rules = Ruleset(configuration: configuration, account: Account(languages: ["en"]), today: Day(number: 20_000), prefix: "h-", attributes: [], matching: .externalID)
    let decider = Decider(rules: rules, unavailable: [])
    for isExisting in [true, false] {
        var passed = true
        let decision = decider.decide(employee, isExisting: isExisting) { asked in
            if case .passes(let filter, let matches?) = asked, matches != (filter.mode == .include) { passed = false }
        }
        require(decision == decider.decide(employee, isExisting: isExisting), "the same employee is decided otherwise")
        if !passed { require(decision == .excluded(.filtered), "someone passes a filter that does not let them") }
        if employee.isUnavailable("employment_status"), configuration.filters.isEmpty { require(decision != .excluded(.inactive), "an unavailable status deletes") }
        if employee.isUnavailable("employment_end_date") { require(decision != .excluded(.ended), "an unavailable date deletes") }
    }
}
