import Contract
import JSON
import Provisioning
import Store
import Wire

/// Sets the fields of a user from a request, each checked: the right type with a wrong meaning is `configurationInvalid`.
struct UserEdit {
    let writing: Writing
    let account: Provisioning.Account

    func setName(_ user: inout Provisioning.User, _ value: String, _ path: WritableKeyPath<Provisioning.User, String>, _ name: String) throws {
        let text = Text.normalized(value)
        if text.isEmpty { throw invalid("nameBlank", "A name must not be blank.", name) }
        user[keyPath: path] = text
    }

    func setEmail(_ user: inout Provisioning.User, _ value: String) throws {
        let address = Text.normalized(value)
        guard EmailAddress.isValid(address) else { throw invalid("emailInvalid", "This is no valid address: exactly one @ with something on both sides, no blanks, at most 254 bytes.", "email") }
        user.email = address
    }

    func setExternalID(_ user: inout Provisioning.User, _ value: String) throws {
        let text = Text.trimmed(value)
        if text.isEmpty { throw invalid("externalIdBlank", "An external ID must not be blank; null removes it.", "externalId") }
        user.externalID = text
    }

    func setLanguage(_ user: inout Provisioning.User, _ value: String) throws {
        guard let language = LanguageTable.resolve(value, supported: account.languages) else {
            throw invalid("languageUnknown", "“\(value)” is no language of this account; account/get lists them.", "language")
        }
        user.language = language
    }

    func setKioskCode(_ user: inout Provisioning.User, _ value: String) throws {
        let code = Text.normalized(value)
        if code.isEmpty { throw invalid("kioskCodeBlank", "A kiosk code must not be blank; null removes it.", "kioskCode") }
        user.kioskCode = code
    }

    func clear(_ user: inout Provisioning.User, _ key: String) throws {
        _ = try attribute(key)
        user.attributes[key] = nil
    }

    func set(_ user: inout Provisioning.User, _ key: String, _ value: Contract.Value) throws {
        let attribute = try attribute(key)
        let path = "attributes.\(key)"
        switch (attribute.type, value) {
        case (.choice, .string(let text)):
            let name = Text.normalized(text)
            if name.isEmpty { throw invalid("segmentBlank", "A segment's name must not be blank; null removes the value.", path) }
            // A new segment is created with the value, as in a sync and by mass edit.
            let segment = try writing.segment(attribute: key, spelled: name) ?? writing.insertSegment(attribute: key, name: name)
            user.attributes[key] = .choice(segment.name)
        case (.date, .string(let text)):
            guard let day = Day(text) else { throw invalid("dateInvalid", "Write the date as YYYY-MM-DD.", path) }
            user.attributes[key] = .date(day)
        case (.number, .number(let number)):
            guard let double = number.double, double.isFinite else { throw invalid("numberInvalid", "This number is too large.", path) }
            user.attributes[key] = .number(double)
        case (.user, .list(let ids)):
            for id in ids where try writing.user(id: id) == nil { throw invalid("userUnknown", "\(attribute.name) names somebody who is no user.", path) }
            try refuseCycle(user, attribute, ids)
            var unique: [String] = []
            for id in ids where !unique.contains(id) { unique.append(id) }
            user.attributes[key] = unique.isEmpty ? nil : .users(unique)
        case (.choice, _): throw invalid("valueType", "\(attribute.name) takes a segment's name.", path)
        case (.date, _): throw invalid("valueType", "\(attribute.name) takes a date, YYYY-MM-DD.", path)
        case (.number, _): throw invalid("valueType", "\(attribute.name) takes a number.", path)
        case (.user, _): throw invalid("valueType", "\(attribute.name) takes a list of user ids.", path)
        }
    }

    /// A reference to oneself, or one from which following the references leads back.
    private func refuseCycle(_ user: Provisioning.User, _ attribute: Provisioning.Attribute, _ ids: [String]) throws {
        guard !user.id.isEmpty else { return }
        var seen: Set<String> = []
        var stack = ids
        while let id = stack.popLast() {
            if id == user.id { throw invalid("referenceCycle", "\(attribute.name) would close a circle.", "attributes.\(attribute.key)") }
            guard seen.insert(id).inserted, case .users(let next)? = try writing.user(id: id)?.attributes[attribute.key] else { continue }
            stack += next
        }
    }

    private func attribute(_ key: String) throws -> Provisioning.Attribute {
        guard let attribute = try writing.attribute(key: key) else {
            throw invalid("attributeUnknown", "There is no attribute with the key “\(key)”; attribute/list shows all.", "attributes.\(key)")
        }
        return attribute
    }

    private func invalid(_ code: String, _ message: String, _ path: String) -> RPCError {
        RPCError(.configurationInvalid, message, data: ["problems": [Provisioning.Problem(.error, code, message, path: path).json]])
    }

    // MARK: Audit names fields, not values

    func fields(of user: Provisioning.User) -> [String] {
        fields(from: Provisioning.User(id: "", firstName: "", lastName: "", language: ""), to: user)
    }

    func fields(from before: Provisioning.User, to after: Provisioning.User) -> [String] {
        var fields: [String] = []
        if before.firstName != after.firstName { fields.append("firstName") }
        if before.lastName != after.lastName { fields.append("lastName") }
        if before.email != after.email { fields.append("email") }
        if before.externalID != after.externalID { fields.append("externalId") }
        if before.language != after.language { fields.append("language") }
        if before.role != after.role { fields.append("role") }
        if before.participation.on != after.participation.on { fields.append("participation") }
        if before.participation.startDate != after.participation.startDate { fields.append("participationStartDate") }
        if before.kioskCode != after.kioskCode { fields.append("kioskCode") }
        for key in Set(before.attributes.keys).union(after.attributes.keys).sorted() where before.attributes[key] != after.attributes[key] { fields.append("attributes.\(key)") }
        return fields
    }
}
