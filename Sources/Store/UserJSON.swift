import JSON
import Provisioning

/// Users as they are stored beside the rows of a run, whole, so that it can be undone.
enum UserJSON {
    static func encode(_ user: User?) -> JSONValue {
        guard let user else { return .null }
        var object: JSONObject = [
            "id": .string(user.id), "first": .string(user.firstName), "last": .string(user.lastName), "language": .string(user.language),
            "role": .string(user.role.rawValue), "on": .bool(user.participation.on), "synced": .bool(user.participation.startDateIsSynced),
            "held": .bool(user.held), "guarded": .array(user.guarded.sorted().map { .string($0) }),
            "created": JSONValue(Int(user.createdAt.milliseconds)), "updated": JSONValue(Int(user.updatedAt.milliseconds)), "sequence": JSONValue(Int(user.sequence)),
        ]
        object["external"] = user.externalID.map { .string($0) }
        object["email"] = user.email.map { .string($0) }
        object["start"] = user.participation.startDate.map { .string($0.description) }
        object["code"] = user.kioskCode.map { .string($0) }
        var attributes = JSONObject()
        for (key, value) in user.attributes.sorted(by: { $0.key < $1.key }) { attributes[key] = encode(value) }
        object["attributes"] = .object(attributes)
        return .object(object)
    }

    static func decode(_ value: JSONValue) throws(StoreError) -> User? {
        if value.isNull { return nil }
        guard let id = value["id"]?.string, let first = value["first"]?.string, let last = value["last"]?.string, let language = value["language"]?.string,
            let role = value["role"]?.string.flatMap({ User.Role(rawValue: $0) })
        else { throw .damaged("A user beside the rows of a run cannot be read.") }
        var user = User(id: id, externalID: value["external"]?.string, firstName: first, lastName: last, email: value["email"]?.string, language: language, role: role)
        user.participation = User.Participation(
            on: value["on"]?.bool ?? true, startDate: value["start"]?.string.flatMap { Day($0) }, startDateIsSynced: value["synced"]?.bool ?? false)
        user.kioskCode = value["code"]?.string
        user.held = value["held"]?.bool ?? false
        user.guarded = Set(value["guarded"]?.array?.compactMap(\.string) ?? [])
        user.createdAt = Timestamp(milliseconds: Int64(value["created"]?.int ?? 0))
        user.updatedAt = Timestamp(milliseconds: Int64(value["updated"]?.int ?? 0))
        user.sequence = Int64(value["sequence"]?.int ?? 0)
        for member in value["attributes"]?.object?.members ?? [] { user.attributes[member.name] = decode(attribute: member.value) }
        return user
    }

    private static func encode(_ value: AttributeValue) -> JSONValue {
        switch value {
        case .choice(let name): .string(name)
        case .date(let day): ["date": .string(day.description)]
        case .number(let number): JSONNumber(number).map { .number($0) } ?? .null
        case .users(let ids): .array(ids.map { .string($0) })
        }
    }

    private static func decode(attribute value: JSONValue) -> AttributeValue? {
        if let name = value.string { return .choice(name) }
        if let number = value.double { return .number(number) }
        if let ids = value.array { return .users(ids.compactMap(\.string)) }
        return value["date"]?.string.flatMap { Day($0) }.map { .date($0) }
    }
}
