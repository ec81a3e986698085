/// What a sync did to one user, kept with its rows so that it can be taken back (R-RES-6).
public struct UserEffect: Sendable, Equatable {
    /// nil: the sync created the user.
    public var before: User?
    /// nil: the sync deleted the user.
    public var after: User?

    public init(before: User?, after: User?) {
        self.before = before
        self.after = after
    }
}
