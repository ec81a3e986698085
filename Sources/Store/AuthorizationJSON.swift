import JSON
import Provisioning

/// Authorisations as they are sealed.
extension Authorization {
    var stored: JSONValue {
        var object = JSONObject()
        for (name, setting) in fields.sorted(by: { $0.key < $1.key }) {
            object[name] = switch setting {
            case .text(let text): .string(text)
            case .number(let number): JSONValue(number)
            case .boolean(let value): .bool(value)
            case .map(let map): .object(JSONObject(map.sorted { $0.key < $1.key }.map { (name: $0.key, value: .string($0.value)) }))
            }
        }
        let value: JSONValue = ["kind": .string(kind.rawValue), "fields": .object(object)]
        return value.adding("redirectUri", redirectURI.map { .string($0) })
    }

    init(stored value: JSONValue) throws(StoreError) {
        guard let kind = AuthorizationKind(rawValue: value["kind"]?.string ?? "") else { throw .damaged("An authorization cannot be read.") }
        var fields: [String: Setting] = [:]
        for (name, field) in value["fields"]?.object?.members ?? [] {
            switch field {
            case .string(let text): fields[name] = .text(text)
            case .number(let number): fields[name] = .number(number.double ?? 0)
            case .bool(let value): fields[name] = .boolean(value)
            case .object(let map): fields[name] = .map(Dictionary(map.members.map { ($0.name, $0.value.string ?? "") }, uniquingKeysWith: { $1 }))
            case .null, .array: throw .damaged("An authorization cannot be read.")
            }
        }
        self.init(kind: kind, fields: fields, redirectURI: value["redirectUri"]?.string)
    }
}

extension Tokens {
    var stored: JSONValue {
        let value: JSONValue = ["access": .string(access)]
        return value.adding("refresh", refresh.map { .string($0) }).adding("expiresAt", expiresAt.map { JSONValue(Int($0.milliseconds)) })
    }

    init(stored value: JSONValue) throws(StoreError) {
        guard let access = value["access"]?.string else { throw .damaged("Tokens cannot be read.") }
        self.init(access: access, refresh: value["refresh"]?.string, expiresAt: value["expiresAt"]?.int.map { Timestamp(milliseconds: Int64($0)) })
    }
}
