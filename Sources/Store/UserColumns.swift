internal import GRDB
import JSON
import Provisioning

/// How a user lies in the table: all in one row but references and guards, which a look-up each brings along.
enum UserColumns {
    static let select = """
        SELECT user.id, external_id, first_name, last_name, email, language, role, participating, start_date, start_date_synced, kiosk_code,
            attributes, held, created_at, updated_at, sequence,
            (SELECT group_concat(reference.attribute || ':' || reference.target) FROM reference WHERE reference.user = user.id),
            (SELECT group_concat(user_guard.field, char(31)) FROM user_guard WHERE user_guard.user = user.id)
        FROM user
        """

    static let insert = """
        INSERT INTO user (external_id, external_key, first_name, last_name, first_key, last_key, email, email_key, language, role, participating,
            start_date, start_date_synced, kiosk_code, attributes, held, created_at, updated_at, sequence, id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
        """

    static let update = """
        UPDATE user SET external_id = ?1, external_key = ?2, first_name = ?3, last_name = ?4, first_key = ?5, last_key = ?6, email = ?7, email_key = ?8,
            language = ?9, role = ?10, participating = ?11, start_date = ?12, start_date_synced = ?13, kiosk_code = ?14, attributes = ?15, held = ?16,
            created_at = ?17, updated_at = ?18, sequence = ?19
        WHERE id = ?20
        """
}

extension Reading {
    /// The users whom `condition` finds, in its order; `body` must not read others by the same condition.
    func eachUser(_ condition: String, _ arguments: Arguments = [], _ body: (User) throws(StoreError) -> Void) throws(StoreError) {
        let row = try RawStatement(db, "\(UserColumns.select) \(condition)", arguments)
        defer { row.reset() }
        while try row.step() { try body(try user(row)) }
    }

    private func user(_ row: RawStatement) throws(StoreError) -> User {
        guard let role = row.text(6).flatMap({ User.Role(rawValue: $0) }) else { throw .damaged("A user has an unknown role.") }
        var user = User(
            id: Identifier.user.text(row.int(0)), externalID: row.text(1), firstName: row.text(2) ?? "", lastName: row.text(3) ?? "", email: row.text(4),
            language: row.text(5) ?? "", role: role)
        user.participation.on = row.int(7) != 0
        user.participation.startDate = row.isNull(8) ? nil : Day(number: Int32(clamping: row.int(8)))
        user.participation.startDateIsSynced = row.int(9) != 0
        user.kioskCode = row.text(10)
        let packed = row.bytes(11)
        if packed.count > 2 { user.attributes = try unpack(packed) }
        user.held = row.int(12) != 0
        user.createdAt = Timestamp(milliseconds: row.int(13))
        user.updatedAt = Timestamp(milliseconds: row.int(14))
        user.sequence = row.int(15)
        if let references = row.text(16) { try addReferences(references, to: &user) }
        if let guarded = row.text(17) { user.guarded = Set(guarded.split(separator: "\u{1F}").map(String.init)) }
        return user
    }

    /// The columns of `UserColumns.insert` and `update`; `row` nil: a new one.
    func bind(_ user: User, row: Int64?, to statement: RawStatement) throws(StoreError) {
        let externalKey = user.externalID.map(Text.fold)
        let differs = if let externalKey, let externalID = user.externalID { !Text.sameBytes(externalKey, externalID) } else { false }
        statement.bind(1, user.externalID)
        statement.bind(2, differs ? externalKey : nil)
        statement.bind(3, user.firstName)
        statement.bind(4, user.lastName)
        statement.bind(5, Text.fold(user.firstName))
        statement.bind(6, Text.fold(user.lastName))
        statement.bind(7, user.email)
        statement.bind(8, user.email.map(Text.fold))
        statement.bind(9, user.language)
        statement.bind(10, user.role.rawValue)
        statement.bind(11, user.participation.on)
        if let day = user.participation.startDate { statement.bind(12, Int64(day.number)) } else { statement.bindNull(12) }
        statement.bind(13, user.participation.startDateIsSynced)
        statement.bind(14, user.kioskCode)
        statement.bind(15, utf8: try pack(user.attributes))
        statement.bind(16, user.held)
        statement.bind(17, user.createdAt.milliseconds)
        statement.bind(18, user.updatedAt.milliseconds)
        statement.bind(19, user.sequence)
        if let row { statement.bind(20, row) } else { statement.bindNull(20) }
    }

    // MARK: Attribute values

    private func unpack(_ packed: [UInt8]) throws(StoreError) -> [String: AttributeValue] {
        var values: [String: AttributeValue] = [:]
        let document: JSONDocument
        do { document = try JSONDocument(packed) } catch { throw .damaged("A user's values cannot be read: \(error).") }
        let catalogue = try catalogue()
        for member in document.root.members {
            guard let attribute = catalogue.first(where: { member.isNamed($0.name) }) else { continue }
            values[attribute.attribute.key] = try value(member.value, of: attribute)
        }
        return values
    }

    private func value(_ view: JSONView, of attribute: AttributeRow) throws(StoreError) -> AttributeValue? {
        switch attribute.attribute.type {
        case .choice:
            guard let segment = view.number?.int, let name = try name(ofSegment: Int64(segment)) else { break }
            return .choice(name)
        case .date: if let day = view.string.flatMap({ Day($0) }) { return .date(day) }
        case .number: if let number = view.number?.double { return .number(number) }
        case .user: break
        }
        throw .damaged("A user has a value that \(attribute.attribute.key) cannot have.")
    }

    /// All values but references, in the order of the attributes.
    private func pack(_ values: [String: AttributeValue]) throws(StoreError) -> [UInt8] {
        if values.isEmpty { return Array("{}".utf8) }
        var writer = JSONWriter()
        writer.beginObject()
        var packed = 0
        for attribute in try catalogue() {
            guard let value = values[attribute.attribute.key] else { continue }
            packed += 1
            if attribute.attribute.type != .user { writer.name(attribute.name) }
            switch (attribute.attribute.type, value) {
            case (.choice, .choice(let name)): writer.int(Int(try row(ofSegment: name, in: attribute)))
            case (.date, .date(let day)): writer.string(day.description)
            case (.number, .number(let number)) where number.isFinite: writer.double(number)
            case (.user, .users): break
            default: throw .invalid("The attribute \(attribute.attribute.key) cannot have such a value.")
            }
        }
        guard packed == values.count else { throw .notFound("an attribute of a user") }
        writer.endObject()
        return writer.bytes
    }

    private func addReferences(_ text: String, to user: inout User) throws(StoreError) {
        for pair in text.split(separator: ",") {
            let numbers = pair.split(separator: ":").compactMap { Int64($0) }
            guard numbers.count == 2, let attribute = try catalogue().first(where: { $0.row == numbers[0] }) else {
                throw .damaged("A user's references cannot be read.")
            }
            let target = Identifier.user.text(numbers[1])
            if case .users(let others)? = user.attributes[attribute.attribute.key] {
                user.attributes[attribute.attribute.key] = .users(others + [target])
            } else {
                user.attributes[attribute.attribute.key] = .users([target])
            }
        }
    }
}
