/// What has to change in the mirror so that it agrees with a snapshot, and what besides is to be remembered.
public struct Plan: Sendable {
    /// Within each category in external ID order.
    public var rows: [Row] = []
    public var summary = Summary()
    /// Users that the deletion safeguard holds from this run on, or no longer (R-SAFE-1); user ids.
    public var hold: Set<String> = []
    public var release: Set<String> = []
    /// Values that a safeguard guards from this run on, or no longer (R-SAFE-3): user id to attribute keys and `participation`.
    public var guardFields: [String: Set<String>] = [:]
    public var unguardFields: [String: Set<String>] = [:]
    /// The clearings that a safeguard holds back, as rows of their own, so that a test can be applied with them (R-SAFE-3).
    public var guarded: [Row] = []
    /// By path, how many employees of the last run that had a field had it (R-SAFE-8), this run counted in.
    public var presence: [String: Int] = [:]
    /// Who was recognised, users by number and outsiders by place, and who else can be from the next run on, if this plan is applied.
    public var recognised = NumberSet()
    public var outsiders = NumberSet()
    public var recognisable: [Recognisable] = []
    /// Those of the recognition that the run began with, and new ones.
    public var shapes: [Recognition.Shape] = []

    public init() {}

    /// Somebody about whom nothing is left to do, or to say, once the plan is applied.
    public struct Recognisable: Sendable {
        /// nil: an outsider.
        public var externalID: String?
        /// Of an outsider.
        public var mark: UInt32 = 0
        public var fingerprint: Fingerprint
        public var until: Day
        /// Its place among `shapes`.
        public var shape: Int
    }

    public struct NewSegment: Sendable, Hashable {
        public var attribute: String
        public var name: String
        public init(attribute: String, name: String) {
            self.attribute = attribute
            self.name = name
        }
    }
}

/// A run in numbers (`Summary` in the protocol).
public struct Summary: Sendable, Equatable {
    public var employees = 0
    public var created = 0, updated = 0, deleted = 0, unchanged = 0, conflicts = 0, skipped = 0
    /// A part of `updated`.
    public var needsLink = 0
    public var deletionsHeld = 0
    public var filtered = 0, ended = 0, inactive = 0
    public var segments: [Plan.NewSegment] = []
    public var safeguards: [Safeguard] = []
    /// The first hundred.
    public var warnings: [Problem] = []
    public var warningCount = 0
    static let mostWarnings = 100

    public init() {}

    mutating func exclude(_ count: Int, _ reason: Row.Reason) {
        switch reason {
        case .filtered: filtered += count
        case .ended: ended += count
        default: inactive += count
        }
    }

    public mutating func warn(_ problem: Problem) {
        warningCount += 1
        if warnings.count < Summary.mostWarnings { warnings.append(problem) }
    }
}

public enum Safeguard: Sendable, Hashable, CustomStringConvertible {
    case deletion, identity, participation
    /// By key.
    case attribute(String)

    public var description: String {
        switch self {
        case .deletion: "deletion"
        case .identity: "identity"
        case .participation: "participation"
        case .attribute(let key): "attribute:\(key)"
        }
    }

    public init?(_ text: String) {
        switch text {
        case "deletion": self = .deletion
        case "identity": self = .identity
        case "participation": self = .participation
        default:
            guard text.hasPrefix("attribute:") else { return nil }
            self = .attribute(String(text.dropFirst("attribute:".count)))
        }
    }
}
