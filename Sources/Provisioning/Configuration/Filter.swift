/// Who of the employees is in scope (R-FIL).
public struct Filter: Sendable, Equatable {
    public var field: String
    public var mode: Mode
    public var test: Test

    public init(field: String, mode: Mode, test: Test) {
        self.field = field
        self.mode = mode
        self.test = test
    }

    public enum Mode: String, Sendable, CaseIterable { case include, exclude }

    public enum Test: Sendable, Equatable {
        /// Matches if the field's fold equals that of one of the values; `matchEmpty` also a field without value.
        case values([String], matchEmpty: Bool)
        case date(Operator, DateReference)
    }

    public enum Operator: String, Sendable, CaseIterable { case before, onOrBefore, on, onOrAfter, after }

    public enum DateReference: Sendable, Equatable {
        case day(Day)
        case daysFromToday(Int)
    }
}
