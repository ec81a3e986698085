/// What a test keeps beside its rows, so that it can be applied later exactly as it was reviewed (R-PLAN-11).
public struct Review: Sendable, Equatable {
    public var basis: Basis
    public var marks: Marks
    /// The clearings that a safeguard holds back (R-SAFE-3).
    public var guarded: [Row]

    public init(basis: Basis, marks: Marks, guarded: [Row]) {
        self.basis = basis
        self.marks = marks
        self.guarded = guarded
    }

    /// What the test was computed from. If any of it is different later, the test is stale.
    public struct Basis: Sendable, Equatable {
        /// Of the database, another one after a restore.
        public var store: String
        public var day: Day
        /// Of the configuration.
        public var revision: Int
        /// All settings of the account, encoded.
        public var account: String
        /// By key of each mapped attribute, what it is, encoded.
        public var attributes: [String: String]
        /// By key of each mapped attribute, its segments and aliases, encoded.
        public var segments: [String: String]
        /// Of the last change of a user (R-USR-2).
        public var sequence: Int64
        /// Ids of users whom rows refer to, or whose address or code they want.
        public var users: Set<String>

        public init(
            store: String, day: Day, revision: Int, account: String, attributes: [String: String], segments: [String: String], sequence: Int64,
            users: Set<String> = []
        ) {
            self.store = store
            self.day = day
            self.revision = revision
            self.account = account
            self.attributes = attributes
            self.segments = segments
            self.sequence = sequence
            self.users = users
        }
    }
}

/// What a sync remembers about users besides their values: who is held, which values are guarded (R-SAFE-1, R-SAFE-3). User ids.
public struct Marks: Sendable, Equatable {
    public var hold: Set<String> = []
    public var release: Set<String> = []
    public var guardFields: [String: Set<String>] = [:]
    public var unguardFields: [String: Set<String>] = [:]

    public init() {}

    public init(_ plan: Plan) {
        hold = plan.hold
        release = plan.release
        guardFields = plan.guardFields
        unguardFields = plan.unguardFields
    }

    /// Everybody whom they concern.
    public var users: Set<String> { hold.union(release).union(guardFields.keys).union(unguardFields.keys) }
}

/// Whom and what the rows of a plan touch, to find out whether a later change touches it too (R-PLAN-11).
public struct RowScope: Sendable {
    /// Ids of users that rows name; references may show ids as well.
    public private(set) var ids: Set<String> = []
    /// External IDs that rows name or refer to.
    public private(set) var names: Set<String> = []
    /// Folded addresses, and kiosk codes, that rows want.
    public private(set) var emailKeys: Set<String> = []
    public private(set) var kioskCodes: Set<String> = []

    public init(_ rows: [Row], prefix: String) {
        for row in rows {
            if let id = row.userID { ids.insert(id) }
            if let name = row.externalID { names.insert(name) }
            for wanted in row.wantedReferences.values { names.formUnion(wanted.map { prefix + $0 }) }
            for change in row.changes {
                for case .references(let people)? in [change.from, change.to] {
                    names.formUnion(people)
                    ids.formUnion(people)
                }
                switch (change.field, change.to) {
                case (.email, .text(let address)?): emailKeys.insert(Text.fold(address))
                case (.kioskCode, .text(let code)?): kioskCodes.insert(code)
                default: break
                }
            }
        }
    }

    public func touches(_ user: User) -> Bool {
        ids.contains(user.id) || user.externalID.map(names.contains) ?? false || user.email.map { emailKeys.contains(Text.fold($0)) } ?? false
            || user.kioskCode.map(kioskCodes.contains) ?? false
    }

    /// Users, now, whom the rows refer to, or whose address or code they want.
    public func users(in mirror: some Directory) throws -> Set<String> {
        var users: Set<String> = []
        for name in names { if let user = try mirror.user(externalID: name) { users.insert(user.id) } }
        for key in emailKeys { if let user = try mirror.user(emailKey: key) { users.insert(user.id) } }
        for code in kioskCodes { if let user = try mirror.user(kioskCode: code) { users.insert(user.id) } }
        return users
    }
}
