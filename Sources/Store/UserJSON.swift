import JSON
import Provisioning

/// Users as they are stored beside the rows of a run, whole, so that it can be undone.
enum UserJSON {
    static func bytes(_ user: User?) -> [UInt8] {
        var writer = JSONWriter()
        guard let user else {
            writer.null()
            return writer.bytes
        }
        writer.beginObject()
        func text(_ name: String, _ text: String?) {
            guard let text else { return }
            writer.name(name)
            writer.string(text)
        }
        func number(_ name: String, _ number: Int64) {
            writer.name(name)
            writer.int(Int(number))
        }
        func flag(_ name: String, _ flag: Bool) {
            writer.name(name)
            writer.bool(flag)
        }
        text("id", user.id)
        text("external", user.externalID)
        text("first", user.firstName)
        text("last", user.lastName)
        text("email", user.email)
        text("language", user.language)
        text("role", user.role.rawValue)
        flag("on", user.participation.on)
        text("start", user.participation.startDate?.description)
        flag("synced", user.participation.startDateIsSynced)
        text("code", user.kioskCode)
        flag("held", user.held)
        writer.name("guarded")
        writer.beginArray()
        for field in user.guarded.sorted() { writer.string(field) }
        writer.endArray()
        number("created", user.createdAt.milliseconds)
        number("updated", user.updatedAt.milliseconds)
        number("sequence", user.sequence)
        writer.name("attributes")
        writer.beginObject()
        for (key, value) in user.attributes.sorted(by: { $0.key < $1.key }) {
            writer.name(key)
            write(value, to: &writer)
        }
        writer.endObject()
        writer.endObject()
        return writer.bytes
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

    private static func write(_ value: AttributeValue, to writer: inout JSONWriter) {
        switch value {
        case .choice(let name): writer.string(name)
        case .date(let day):
            writer.beginObject()
            writer.name("date")
            writer.string(day.description)
            writer.endObject()
        case .number(let number): writer.double(number)
        case .users(let ids):
            writer.beginArray()
            for id in ids { writer.string(id) }
            writer.endArray()
        }
    }

    private static func decode(attribute value: JSONValue) -> AttributeValue? {
        if let name = value.string { return .choice(name) }
        if let number = value.double { return .number(number) }
        if let ids = value.array { return .users(ids.compactMap(\.string)) }
        return value["date"]?.string.flatMap { Day($0) }.map { .date($0) }
    }
}
