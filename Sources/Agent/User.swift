import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func userList(_ params: UserListParams, _ call: Call) throws(RPCError) -> UserPage {
        let cursor = Cursor(call)
        let position = try cursor.position(params.cursor)
        return try attempt {
            try store.read { reading in
                let prefix = try params.integration.map { try integration($0, reading).prefix }
                let page = try reading.users(
                    query: params.query, prefix: prefix, managed: params.managed, role: params.role.map(Provisioning.User.Role.init), after: position ?? 0,
                    limit: params.limit)
                let show = try shower(reading)
                return UserPage(items: page.items.map(show), nextCursor: cursor.text(page.next))
            }
        }
    }

    public func userGet(_ params: UserGetParams, _ call: Call) throws(RPCError) -> Contract.User {
        try attempt {
            try store.read { reading in
                let user: Provisioning.User? =
                    if let id = params.user { try reading.user(id: id) }
                    else if let externalID = params.externalId { try reading.user(externalID: externalID) }
                    else { try reading.user(emailKey: Text.fold(params.email ?? "")) }
                guard let user else { throw RPCError(.notFound, "There is no such user.") }
                return try shower(reading)(user)
            }
        }
    }

    public func userCreate(_ params: UserCreateParams, _ call: Call) throws(RPCError) -> Contract.User {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            let user = try store.write { writing in
                let account = try account(writing)
                var user = Provisioning.User(id: "", firstName: "", lastName: "", language: account.defaultLanguage, role: Provisioning.User.Role(params.role))
                try mayGrant(user.role, before: nil, actor)
                let edit = UserEdit(writing: writing, account: account)
                try edit.setName(&user, params.firstName, \.firstName, "firstName")
                try edit.setName(&user, params.lastName, \.lastName, "lastName")
                if let email = params.email { try edit.setEmail(&user, email) }
                if let externalID = params.externalId { try edit.setExternalID(&user, externalID) }
                if let language = params.language { try edit.setLanguage(&user, language) }
                if let on = params.participation?.on { user.participation.on = on }
                if let day = params.participation?.startDate { user.participation.startDate = Day(day) }
                if let code = params.kioskCode { try edit.setKioskCode(&user, code) }
                for (key, value) in params.attributes ?? [:] { try edit.set(&user, key, value) }
                if let limit = account.licenseLimit, try writing.userCount() >= limit {
                    throw RPCError(.licenseLimit, "The account's licence limit of \(limit) users is reached; raise it with account/update or delete users.", data: ["limit": .number(JSONNumber(limit))])
                }
                user = try writing.insert(user, now: time.now)
                try writing.audit(call.method, actor, subject: user.id, at: time.now, fields: edit.fields(of: user))
                return try shower(writing)(user)
            }
            announceUsers(after: call)
            return user
        }
    }

    public func userUpdate(_ params: UserUpdateParams, _ call: Call) throws(RPCError) -> Contract.User {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            let user = try store.write { writing in
                guard let before = try writing.user(id: params.user) else { throw RPCError(.notFound, "There is no user with this id.") }
                let role = params.role.map(Provisioning.User.Role.init) ?? before.role
                try mayGrant(role, before: before.role, actor)
                let edit = UserEdit(writing: writing, account: try account(writing))
                var user = before
                user.role = role
                if let name = params.firstName { try edit.setName(&user, name, \.firstName, "firstName") }
                if let name = params.lastName { try edit.setName(&user, name, \.lastName, "lastName") }
                switch params.email {
                case .absent: break
                case .clear: user.email = nil
                case .set(let email): try edit.setEmail(&user, email)
                }
                switch params.externalId {
                case .absent: break
                case .clear: user.externalID = nil
                case .set(let externalID): try edit.setExternalID(&user, externalID)
                }
                if let language = params.language { try edit.setLanguage(&user, language) }
                if let on = params.participation?.on { user.participation.on = on }
                switch params.participation?.startDate ?? .absent {
                case .absent: break
                case .clear: user.participation.startDate = nil
                case .set(let day): user.participation.startDate = Day(day)
                }
                // A date set by hand is never moved by a sync (R-LIFE-3).
                if user.participation.startDate != before.participation.startDate { user.participation.startDateIsSynced = false }
                switch params.kioskCode {
                case .absent: break
                case .clear: user.kioskCode = nil
                case .set(let code): try edit.setKioskCode(&user, code)
                }
                for (key, value) in params.attributes ?? [:] {
                    if let value { try edit.set(&user, key, value) } else { try edit.clear(&user, key) }
                }
                if user.externalID != before.externalID { user.held = false }
                if user != before {
                    user = try writing.update(user, now: time.now)
                    try writing.audit(call.method, actor, subject: user.id, at: time.now, fields: edit.fields(from: before, to: user))
                }
                return try shower(writing)(user)
            }
            announceUsers(after: call)
            return user
        }
    }

    public func userDelete(_ params: UserDeleteParams, _ call: Call) throws(RPCError) -> Deleted {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            try store.write { writing in
                guard let user = try writing.user(id: params.user) else { throw RPCError(.notFound, "There is no user with this id.") }
                try mayGrant(.employee, before: user.role, actor)
                _ = try writing.deleteUser(id: user.id, now: time.now)
                try writing.audit(call.method, actor, subject: user.id, at: time.now)
            }
            // Deleted by hand, the person is gone from the log at once (R-USR-3).
            try scheduler.emptyLog()
            announceUsers(after: call)
            return Deleted(deleted: true)
        }
    }

    public func userMassEdit(_ params: UserMassEditParams, _ call: Call) throws(RPCError) -> MassEditResult {
        let actor = try actor(params.actor, for: call.method)
        let bytes: [UInt8]
        switch (params.csv, params.path) {
        case (let csv?, nil): bytes = Array(csv.utf8)
        case (nil, let path?):
            try mayUse(path: path, actor)
            bytes = try readFile(path)
        default: throw RPCError(.invalidParams, "Give either csv or path.", data: ["path": "csv"])
        }
        return try attempt {
            let result = try massEdit(
                bytes, resetEmpty: params.resetEmpty, deleteMissing: params.deleteMissing, confirm: params.confirm, preview: params.preview, actor: actor,
                cancellation: call.cancellation)
            announceUsers(after: call)
            return MassEditResult(
                created: result.created, updated: result.updated, deleted: result.deleted, unchanged: result.unchanged,
                segmentsCreated: result.segments.map { SegmentReference(attribute: $0.attribute, name: $0.name) },
                problems: result.problems.map(Contract.Problem.init))
        }
    }

    public func userExport(_ params: UserExportParams, _ call: Call) throws(RPCError) -> ExportResult {
        let actor = try actor(params.actor, for: call.method)
        let cursor = Cursor(call)
        let start = try cursor.position(params.cursor)
        return try attempt {
            let table = RowTable(users: try store.read { try $0.attributes() })
            // The template for creating is the header alone.
            if params.template == .create {
                var writer = DelimitedText.Writer(delimiter: params.delimiter.rawValue == "," ? .comma : .semicolon, hasMark: params.bom)
                writer.append(table.header)
                if let path = params.path {
                    try mayUse(path: path, actor)
                    try writeNewFile(path, writer.bytes)
                    return ExportResult(name: "users-create.csv", rows: 0)
                }
                return ExportResult(name: "users-create.csv", rows: 0, csv: writer.text)
            }
            let exported = try export(
                name: "users.csv", header: table.header, CSVOptions(params.delimiter, bom: params.bom, path: params.path), actor: actor,
                onePageOnly: params.limit != nil || params.cursor != nil,
                page: { after in
                    try store.read { reading in
                        let page = try reading.users(after: after ?? 0, limit: params.limit ?? 1000)
                        let cells = try page.items.map { user in
                            let names = try user.references.reduce(into: [String: String]()) { $0[$1] = try reading.reference(toUser: $1) }
                            return table.cells(user) { names[$0] ?? $0 }
                        }
                        return (cells, page.next)
                    }
                }, from: start)
            return ExportResult(exported, cursor)
        }
    }

    /// R-USR-2: each changed user once, in its latest state. After a restore, or with another store's number, the feed begins anew.
    public func userChanges(_ params: UserChangesParams, _ call: Call) throws(RPCError) -> Contract.UserChanges {
        try attempt {
            try store.read { reading in
                let storeID = try reading.storeID()
                let isFresh = try params.store.map { $0 != storeID } ?? false || Int64(params.since) > reading.lastSequence()
                let changes = try reading.changes(since: isFresh ? 0 : Int64(params.since), limit: params.limit)
                let show = try shower(reading)
                return Contract.UserChanges(
                    changes: changes.changes.map { change in
                        switch change {
                        case .changed(let user): Contract.UserChange(sequence: Int(user.sequence), user: show(user))
                        case .deleted(let id, let sequence): Contract.UserChange(sequence: Int(sequence), deleted: DeletedUser(id: id))
                        }
                    }, next: Int(changes.next), more: changes.more, store: storeID, fresh: isFresh)
            }
        }
    }

    // MARK: Shown

    /// Shows users: who manages them, and whether they take part today.
    func shower(_ reading: Reading) throws -> (Provisioning.User) -> Contract.User {
        let prefixes = try reading.integrations().map { ($0.prefix, $0.id) }
        let today = try account(reading).timeZone.day(at: time.now)
        return { user in
            let managedBy = user.externalID.flatMap { externalID in prefixes.first { externalID.utf8.starts(with: $0.0.utf8) }?.1 }
            return Contract.User(user, managedBy: managedBy, today: today)
        }
    }

    /// Only administrators and the host grant or take the role administrator, or edit or delete one (R-ACC-3).
    private func mayGrant(_ role: Provisioning.User.Role, before: Provisioning.User.Role?, _ actor: Actor) throws(RPCError) {
        guard role == .administrator || before == .administrator, !actor.mayEditAdministrators else { return }
        throw RPCError(.forbidden, "Only administrators may create, edit or delete administrators.")
    }
}

extension Provisioning.User {
    /// Everybody whom this user points to, by id.
    var references: [String] {
        attributes.values.flatMap { value -> [String] in if case .users(let ids) = value { ids } else { [] } }
    }
}
