/// What follows from a person's status and dates (R-LIFE).
public struct Lifecycle: Sendable, Equatable {
    public var userState = UserState.doNothing
    public var participationStart = Offset.directly
    /// nil: never.
    public var userRemoval: Offset?
    public var absence = Absence.delete

    public init(userState: UserState = .doNothing, participationStart: Offset = .directly, userRemoval: Offset? = nil, absence: Absence = .delete) {
        self.userState = userState
        self.participationStart = participationStart
        self.userRemoval = userRemoval
        self.absence = absence
    }

    public enum UserState: String, Sendable, CaseIterable { case toggleParticipation, delete, doNothing }
    public enum Absence: String, Sendable, CaseIterable { case delete, keep }

    /// When something takes effect after a date.
    public enum Offset: Sendable, Equatable {
        case directly
        /// 1–60.
        case afterMonths(Int)

        func added(to day: Day) -> Day {
            switch self {
            case .directly: day
            case .afterMonths(let months): day.adding(months: months)
            }
        }
    }
}
