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
    func user(number: Int) throws(Failure) -> User?
    func number(externalID: String) throws(Failure) -> Int?
    func number(emailKey: String) throws(Failure) -> Int?
    func number(kioskCode: String) throws(Failure) -> Int?
    /// How a user is shown in references: its external ID, else its id; nil: no such user.
    func reference(toUser id: String) throws(Failure) -> String?
    /// Every user with its references of one `user` attribute: (user id, ids of the users it points to).
    func references(attribute: String, _ body: (String, [String]) -> Void) throws(Failure)

    // MARK: By number, which takes less than by id where there are many

    /// Small and not negative, the same for as long as the user exists.
    func number(ofUser id: String) -> Int?
    /// How many users' external IDs begin with `prefix`.
    func managedCount(prefix: String) throws(Failure) -> Int
    /// How many of these are held, or, where `protected`, have a role that is protected (R-SAFE-6).
    func exemptCount(prefix: String, protected: Bool) throws(Failure) -> Int
    /// In any order.
    func managedNumbers(prefix: String, _ body: (Int) -> Void) throws(Failure)
    /// Everybody who refers to the user.
    func referrers(toNumber number: Int) throws(Failure) -> [Int]
    /// Each reference of one `user` attribute: (who refers, to whom).
    func referenceNumbers(attribute: String, _ body: (Int, Int) -> Void) throws(Failure)
    /// Of the last change of a user.
    func lastSequence() throws(Failure) -> Int64
    /// The users who were written after a change of that sequence, deleted ones too.
    func numbersChanged(since sequence: Int64) throws(Failure) -> NumberSet
}
