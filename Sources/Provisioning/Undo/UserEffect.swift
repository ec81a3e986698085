/// What a sync did to one user, kept with its rows so that it can be taken back (R-RES-6).
public enum UserEffect: Sendable, Equatable {
    /// `sequence`: of the change (R-USR-2); a greater one tells that somebody has changed the user since.
    case created(id: String, sequence: Int64)
    case changed(before: User, after: User)
    case deleted(User)
}
