/// Finds users by what a row of a file may name them.
struct UserIndex {
    private var byID: [String: User] = [:]
    private var byExternalID: [String: User] = [:]
    private var byEmail: [String: User] = [:]
    private var newByExternalID: [String: Int] = [:]
    private var linkedByExternalID: [String: String] = [:]

    init(_ users: [User]) {
        for user in users {
            byID[user.id] = user
            if let externalID = user.externalID { byExternalID[externalID] = user }
            if let email = user.email { byEmail[Text.fold(email)] = user }
        }
    }

    func user(id: String) -> User? { byID[id] }
    func user(externalID: String) -> User? { byExternalID[externalID] }
    func user(email: String) -> User? { byEmail[Text.fold(email)] }

    /// Makes known whom the file creates and links.
    mutating func add(_ edits: [MassEdit.Edit]) {
        for (position, edit) in edits.enumerated() {
            guard let externalID = edit.after.externalID else { continue }
            if let user = edit.before { linkedByExternalID[externalID] = user.id } else { newByExternalID[externalID] = position }
        }
    }

    /// An external ID as it is after the file, else a user id.
    func target(_ name: String) -> MassEdit.Target? {
        if let user = linkedByExternalID[name] { return .user(user) }
        if let position = newByExternalID[name] { return .edit(position) }
        return (byExternalID[name] ?? byID[name]).map { .user($0.id) }
    }
}
