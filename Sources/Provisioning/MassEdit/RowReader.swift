/// Reads one line of a mass edit file into an edit.
struct RowReader {
    let edit: MassEdit
    let line: Int
    let cells: [Column: String]

    /// nil: the line is at fault, and `outcome` says why.
    func read(_ index: UserIndex, _ outcome: inout MassEdit.Outcome) -> MassEdit.Edit? {
        let faultsBefore = outcome.faults.count
        let (user, byID) = find(index, &outcome)
        if outcome.faults.count > faultsBefore { return nil }
        var after = user ?? User(id: "", firstName: "", lastName: "", language: edit.account.defaultLanguage)
        readNames(&after, isNew: user == nil, &outcome)
        readIdentifiers(&after, user, byID: byID, &outcome)
        readParticipation(&after, &outcome)
        readAttributes(&after, &outcome)
        if let user, user.role.isProtected {
            if !edit.mayEditAdministrators, user.role == .administrator, after != user {
                fault(&outcome, "forbidden", "Only administrators may edit an administrator; take this line out.")
            }
            if user.externalID == nil, after.externalID != nil { outcome.linkedProtected.append(user.id) }
        }
        return outcome.faults.count > faultsBefore ? nil : MassEdit.Edit(line: line, before: user, after: after)
    }

    private func fault(_ outcome: inout MassEdit.Outcome, _ code: String, _ message: String, _ column: Column? = nil) {
        outcome.fault(line, code, message, path: column?.title(edit.attributes))
    }

    /// A cell that says something; nil: leave the value alone. An empty one says "none" only under `resetEmpty`.
    private func cell(_ column: Column) -> String? {
        guard let text = cells[column], !text.isEmpty || edit.resetEmpty else { return nil }
        return text
    }

    private func filled(_ column: Column) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }

    /// By User ID, then External ID, then Email.
    private func find(_ index: UserIndex, _ outcome: inout MassEdit.Outcome) -> (user: User?, byID: Bool) {
        if let id = filled(.userID) {
            if let user = index.user(id: id) { return (user, true) }
            fault(&outcome, "userUnknown", "There is no user with this User ID; leave the cell empty to create a new user.", .userID)
            return (nil, true)
        }
        if let externalID = filled(.externalID), let user = index.user(externalID: externalID) { return (user, true) }
        if let email = filled(.email), let user = index.user(email: email) {
            if let own = user.externalID, let asked = filled(.externalID), !Text.sameBytes(own, asked) {
                fault(&outcome, "externalIdDiffers", "The user with this address has another External ID; name the user by User ID to change it.", .externalID)
            }
            return (user, false)
        }
        return (nil, false)
    }

    private func readNames(_ user: inout User, isNew: Bool, _ outcome: inout MassEdit.Outcome) {
        for (column, path) in [(Column.firstName, \User.firstName), (.lastName, \User.lastName)] {
            if let name = filled(column) {
                user[keyPath: path] = name
            } else if isNew {
                fault(&outcome, "required", "A new user needs a first and a last name.", column)
            }
        }
        guard let language = cell(.language) else { return }
        if language.isEmpty {
            user.language = edit.account.defaultLanguage
        } else if let known = LanguageTable.resolve(language, supported: edit.account.languages) {
            user.language = known
        } else {
            fault(&outcome, "languageUnknown", "“\(language)” is no language of this account.", .language)
        }
    }

    private func readIdentifiers(_ user: inout User, _ before: User?, byID: Bool, _ outcome: inout MassEdit.Outcome) {
        if let email = cell(.email) {
            if email.isEmpty {
                if byID || before == nil { user.email = nil }
            } else if !EmailAddress.isValid(email) {
                fault(&outcome, "emailInvalid", "This is no valid address.", .email)
            } else if byID || before == nil {
                user.email = email
            }
        }
        if let externalID = cell(.externalID) { user.externalID = externalID.isEmpty ? nil : externalID }
        if let code = cell(.kioskCode) { user.kioskCode = code.isEmpty ? nil : code }
    }

    private func readParticipation(_ user: inout User, _ outcome: inout MassEdit.Outcome) {
        if let text = filled(.participation) {
            switch Text.fold(text) {
            case "true", "1", "yes": user.participation.on = true
            case "false", "0", "no": user.participation.on = false
            default: fault(&outcome, "notBoolean", "Write true or false (1/0 and yes/no will do).", .participation)
            }
        }
        guard let text = cell(.participationStartDate) else { return }
        let day = text.isEmpty ? nil : Day(text)
        if !text.isEmpty, day == nil { return fault(&outcome, "dateInvalid", "Write the date as YYYY-MM-DD.", .participationStartDate) }
        guard day != user.participation.startDate else { return }
        user.participation.startDate = day
        user.participation.startDateIsSynced = false  // A date set by file is never moved by a sync (R-LIFE-3).
    }

    private func readAttributes(_ user: inout User, _ outcome: inout MassEdit.Outcome) {
        for attribute in edit.attributes where attribute.type != .user {
            let column = Column.attribute(attribute.key)
            guard let text = cell(column) else { continue }
            if text.isEmpty {
                user.attributes[attribute.key] = nil
                continue
            }
            switch attribute.type {
            case .choice:
                let name = edit.segments[attribute.key]?[text] ?? text
                user.attributes[attribute.key] = .choice(name)
                let new = Plan.NewSegment(attribute: attribute.key, name: name)
                if edit.segments[attribute.key]?[text] == nil, !outcome.segments.contains(new) { outcome.segments.append(new) }
            case .date:
                guard let day = Day(text) else { fault(&outcome, "dateInvalid", "Write the date as YYYY-MM-DD.", column); continue }
                user.attributes[attribute.key] = .date(day)
            case .number:
                guard let number = FieldReading.number(.text(text)) else { fault(&outcome, "numberInvalid", "Write the number with a decimal point and without separators.", column); continue }
                user.attributes[attribute.key] = .number(number)
            case .user: break
            }
        }
    }
}
