/// The mirror as the planner reads it, all within one consistent view. Answers are current users.
public protocol Directory {
    associatedtype Failure: Error
    /// How many users there are in all.
    func userCount() throws(Failure) -> Int
    /// Every user whose external ID begins with `prefix`, in any order.
    func managedUsers(prefix: String, _ body: (User) -> Void) throws(Failure)
    /// The user, of whatever origin, whose address folds to `emailKey` (addresses are unique).
    func user(emailKey: String) throws(Failure) -> User?
    func user(kioskCode: String) throws(Failure) -> User?
    func user(externalID: String) throws(Failure) -> User?
    /// How a user is shown in references: its external ID, else its id; nil: no such user.
    func reference(toUser id: String) throws(Failure) -> String?
    /// Every user with its references of one `user` attribute: (user id, ids of the users it points to).
    func references(attribute: String, _ body: (String, [String]) -> Void) throws(Failure)
}
