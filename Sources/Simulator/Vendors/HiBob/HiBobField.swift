import JSON

/// A field of HiBob by its id, e.g. `work.department`.
struct HiBobField: Sendable {
    let id: String
    let label: String
    let type: String
    /// The named list whose items the values are; nil: none.
    var list: String?
    /// The path in our model, by which it is withheld.
    let path: String
    let value: @Sendable (Person, Scene) -> JSONValue

    static let standard: [HiBobField] = [
        HiBobField(id: "root.id", label: "ID", type: "text", path: "id") { person, _ in .init(person.id) },
        HiBobField(id: "root.firstName", label: "First name", type: "text", path: "first_name") { person, _ in .init(person.firstName) },
        HiBobField(id: "root.surname", label: "Last name", type: "text", path: "last_name") { person, _ in .init(person.lastName) },
        HiBobField(id: "root.displayName", label: "Display name", type: "text", path: "display_name") { person, _ in .init(person.displayName) },
        HiBobField(id: "root.email", label: "Email", type: "text", path: "emails") { person, _ in .init(person.workEmail) },
        HiBobField(id: "home.privateEmail", label: "Private email", type: "text", path: "emails") { person, _ in .init(person.personalEmail) },
        HiBobField(id: "home.legalGender", label: "Legal gender", type: "text", path: "gender") { person, _ in .init(person.text("gender")) },
        HiBobField(id: "internal.status", label: "Status", type: "text", path: "employment_status") { person, _ in person.isActive ? "Active" : "Inactive" },
        HiBobField(id: "internal.lifecycleStatus", label: "Lifecycle status", type: "text", path: "employment_status") { person, _ in
            person.isActive ? "employed" : "terminated"
        },
        HiBobField(id: "internal.terminationDate", label: "Termination date", type: "date", path: "employment_end_date") { person, _ in .init(person.endDate) },
        HiBobField(id: "work.startDate", label: "Start date", type: "date", path: "employment_start_date") { person, _ in .init(person.startDate) },
        HiBobField(id: "work.employeeIdInCompany", label: "Employee ID in company", type: "number", path: "employee_number") { person, _ in
            person.text("employee_number").map { number in Int(number).map { JSONValue($0) } ?? .string(number) } ?? nil
        },
        HiBobField(id: "work.department", label: "Department", type: "list", list: "department", path: "department") { person, _ in .init(person.text("department")) },
        HiBobField(id: "work.title", label: "Job title", type: "list", list: "title", path: "title") { person, _ in .init(person.title) },
        HiBobField(id: "work.site", label: "Site", type: "text", path: "location") { person, _ in .init(person.text("location")) },
        HiBobField(id: "work.reportsTo", label: "Reports to", type: "employee-reference", path: "manager") { person, scene in
            guard let id = person.managerID else { return nil }
            let manager = scene.manager(of: person)
            return [
                "id": .string(id), "firstName": .init(manager?.firstName), "surname": .init(manager?.lastName), "email": .init(manager?.workEmail),
                "displayName": .init(manager?.displayName),
            ]
        },
        HiBobField(id: "work.manager", label: "Manager", type: "text", path: "manager") { person, _ in .init(person.managerID) },
    ]

    /// The company's own fields, as its first people show them: `work.custom.field_ID`.
    static func custom(_ company: Company) -> [HiBobField] {
        var names: [(id: String, name: String?)] = []
        for place in 0..<min(company.count, 200) {
            for field in company.person(at: place).customFields where !names.contains(where: { $0.id == field.id }) { names.append((field.id, field.name)) }
        }
        return names.map { field in
            HiBobField(id: "work.custom.field_\(field.id)", label: field.name ?? field.id, type: "text", path: "custom_fields." + field.id) { person, _ in
                person.customFields.first { $0.id == field.id }?.value ?? nil
            }
        }
    }

    static func all(_ scene: Scene) -> [HiBobField] { standard + custom(scene.company) }

    /// What comes if no fields are named.
    private static let usual: Set<String> = ["root.id", "root.firstName", "root.surname", "root.displayName", "root.email"]

    /// Those that are asked for. Fields that are not permitted are left out, and nobody says so.
    static func wanted(_ names: [String]?, _ scene: Scene) -> [HiBobField] {
        let names = names.map(Set.init) ?? usual
        return all(scene).filter { names.contains($0.id) && !scene.withheld.contains($0.path) }
    }

    /// Where it stands in an employee: `root` is the top.
    var place: [String] {
        let parts = id.split(separator: ".").map(String.init)
        return parts.first == "root" ? Array(parts.dropFirst()) : parts
    }

    /// `GET /company/people/fields`.
    static func metadata(_ scene: Scene) -> JSONValue {
        .array(all(scene).map { field in
            let category = String(field.id.prefix { $0 != "." })
            return [
                "id": .string(field.id), "categoryId": .string(category), "categoryDisplayName": .string(category.capitalized), "category": .string(category),
                "name": .string(field.label), "description": nil, "jsonPath": .string(field.place.joined(separator: ".")), "type": .string(field.type),
                "typeData": field.list.map { ["listId": .string($0)] } ?? [:], "historical": false,
            ]
        })
    }
}

/// The named lists, whose items are what people have: an id that is stable for a name.
struct HiBobLists: Sendable {
    private let items: [String: [String]]

    init(_ scene: Scene) {
        var departments: Set<String> = [], titles: Set<String> = []
        for place in 0..<scene.company.count {
            let person = scene.company.person(at: place)
            if let department = person.text("department") { departments.insert(department) }
            if let title = person.title { titles.insert(title) }
        }
        items = ["department": departments.sorted(), "title": titles.sorted()]
    }

    /// FNV-1a, cut to nine digits as HiBob's are.
    static func id(_ name: String) -> String {
        let hash = name.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return String(200_000_000 + hash % 100_000_000)
    }

    func list(_ name: String) -> JSONValue? {
        items[name].map { names in
            let values = JSONValue.array(names.map { ["id": .string(Self.id($0)), "value": .string($0), "name": .string($0), "archived": false, "children": []] })
            return ["name": .string(name), "values": values, "items": values]
        }
    }

    var all: JSONValue { .object(JSONObject(items.keys.sorted().compactMap { name in list(name).map { (name, $0) } })) }
}

/// An employee in the nested shape, with ids for what lists hold and, if asked for, their names beside.
enum HiBobEmployee {
    static func json(_ person: Person, _ fields: [HiBobField], isReadable: Bool, _ scene: Scene) -> JSONValue {
        var employee: JSONObject = [:], readable: JSONObject = [:]
        for field in fields {
            let value = field.value(person, scene)
            var stored = value
            if field.list != nil, let name = value.string { stored = .string(HiBobLists.id(name)) }
            set(&employee, field.place[...], stored)
            if isReadable, value.string != nil { set(&readable, field.place[...], value) }
        }
        if isReadable { employee["humanReadable"] = .object(readable) }
        return .object(employee)
    }

    private static func set(_ object: inout JSONObject, _ place: ArraySlice<String>, _ value: JSONValue) {
        guard let name = place.first else { return }
        if place.count == 1 {
            object[name] = value
        } else {
            var inner = object[name]?.object ?? [:]
            set(&inner, place.dropFirst(), value)
            object[name] = .object(inner)
        }
    }
}
