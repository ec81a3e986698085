import JSON
import Provisioning

/// A user with the enterprise extension; the company's own fields are in an extension of their own.
enum SCIMUser {
    static let core = "urn:ietf:params:scim:schemas:core:2.0:User"
    static let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    static let own = "urn:example:params:scim:schemas:extension:company:2.0:User"

    static func json(_ place: Int, _ request: ClientRequest, _ scene: Scene) -> JSONValue {
        let person = scene.company.person(at: place), id = person.id ?? "", withheld = scene.withheld
        var user: JSONObject = ["schemas": [.string(core)], "id": .string(id)]
        func set(_ name: String, _ value: JSONValue?, path: String) {
            if let value, !value.isNull, !withheld.contains(path) { user[name] = value }
        }
        set("userName", .string(person.workEmail ?? person.personalEmail ?? "user-\(id)"), path: "")
        set("name", named(person), path: "first_name")
        set("displayName", JSONValue(person.displayName), path: "display_name")
        set("nickName", JSONValue(person.text("preferred_name")), path: "preferred_name")
        set("title", JSONValue(person.title), path: "title")
        set("preferredLanguage", JSONValue(person.text("preferred_language")), path: "preferred_language")
        set("timezone", JSONValue(person.text("timezone")), path: "timezone")
        let active = person.isActive
        set("active", scene.has(.stringBooleans) ? .string(active ? "True" : "False") : .bool(active), path: "employment_status")
        set("emails", emails(person), path: "emails")
        set("addresses", address(person), path: "location")
        set(enterprise, extended(person, request, scene), path: "")
        let fields = person.customFields.filter { !$0.value.isNull }
        if !fields.isEmpty { set(own, .object(JSONObject(fields.map { ($0.id, $0.value) })), path: "custom_fields") }
        // Whoever was written over SCIM has everything that was written.
        for (name, value) in person.object["scim"]?.object?.members ?? [] { user[name] = value }
        user["id"] = .string(id)
        user["schemas"] = .array(([core] + [enterprise, own].filter { user[$0] != nil }).map { .string($0) })
        let base = request.base + "/scim/v2/Users/"
        user["meta"] = [
            "resourceType": "User", "lastModified": .string(scene.company.changed(at: place).iso), "location": .string(base + id),
        ]
        return .object(user)
    }

    private static func named(_ person: Person) -> JSONValue {
        var name: JSONObject = [:]
        for (key, value) in [("familyName", person.lastName), ("givenName", person.firstName), ("middleName", person.text("middle_name"))] {
            if let value { name[key] = .string(value) }
        }
        return name.isEmpty ? nil : .object(name)
    }

    private static func emails(_ person: Person) -> JSONValue? {
        let emails = person.emails.map { email -> JSONValue in
            switch email.type {
            case "primary": ["value": .string(email.address), "type": "work", "primary": true]
            case "work": ["value": .string(email.address), "type": "work"]
            case "personal": ["value": .string(email.address), "type": "home"]
            case nil: ["value": .string(email.address)]
            default: ["value": .string(email.address), "type": "other"]
            }
        }
        return emails.isEmpty ? nil : .array(emails)
    }

    private static func address(_ person: Person) -> JSONValue? {
        var address: JSONObject = ["type": "work"]
        if let location = person.text("location") { address["locality"] = .string(location) }
        if let country = person.text("country") { address["country"] = .string(country) }
        return address.count > 1 ? [.object(address)] : nil
    }

    private static func extended(_ person: Person, _ request: ClientRequest, _ scene: Scene) -> JSONValue? {
        var fields: JSONObject = [:]
        for (key, path) in [
            ("employeeNumber", "employee_number"), ("costCenter", "cost_center"), ("organization", "company_name"), ("division", "division"), ("department", "department"),
        ] where !scene.withheld.contains(path) {
            if let value = person.text(path) { fields[key] = .string(value) }
        }
        if let id = person.managerID, !scene.withheld.contains("manager") {
            var manager: JSONObject = ["value": .string(id), "$ref": .string("\(request.base)/scim/v2/Users/\(id)")]
            if let name = scene.manager(of: person)?.displayName { manager["displayName"] = .string(name) }
            fields["manager"] = .object(manager)
        }
        return fields.isEmpty ? nil : .object(fields)
    }

    /// The steps of an attribute's name: of `URN:name.sub` the extension is the first step, the core schema is none.
    static func path(_ name: String) -> [String] {
        for schema in [core, enterprise, own] where name.lowercased().hasPrefix(schema.lowercased()) {
            let rest = name.dropFirst(schema.count).drop { $0 == ":" }.split(separator: ".").map(String.init)
            return schema == core ? rest : [schema] + rest
        }
        return name.split(separator: ".").map(String.init)
    }
}
