import JSON

extension Vendor {
    static let odoo = Vendor(
        connector: "odoo", kind: .bearer, fields: ["apiKey": .text("secret-key"), "database": .text("acme")], address: "url", listPath: "/json/2/hr.employee/search_read",
        delivers: Set(Expected.allCases), customField: "custom_fields.x_studio_tshirt",
        refusal: { .json(["name": "werkzeug.exceptions.Refused", "message": "refused", "arguments": ["refused"], "context": [:], "debug": "Traceback …"], status: $0) }
    ) { request, desk in
        guard request["Authorization"] == "bearer secret-key", request["X-Odoo-Database"] == "acme", request.method == "POST" else {
            return .json(["name": "werkzeug.exceptions.Unauthorized", "message": "no such key", "arguments": [], "context": [:], "debug": ""], status: 401)
        }
        switch request.path {
        case "/json/2/hr.employee/fields_get": return .json(OdooSample.fields(except: ["first_contract_date", "gender"]))
        case "/json/2/hr.employee/search_read":
            guard let people = OdooSample.search(request.json["domain"], request.json, OdooSample.fields(except: ["first_contract_date", "gender"]), desk) else {
                return .json(["name": "builtins.ValueError", "message": "Invalid field", "arguments": [], "context": [:], "debug": ""], status: 422)
            }
            return .json(people)
        default: return nil
        }
    }

    static let odoo18 = Vendor(
        connector: "odoo-18", kind: .basic, fields: ["database": .text("acme"), "user": .text("bot@example.test"), "password": .text("secret-password")], address: "url",
        listPath: "/jsonrpc", isList: { $0.json["params"]?["args"]?.array?.dropFirst(4).first == "search_read" }, delivers: Set(Expected.allCases),
        customField: "custom_fields.x_studio_tshirt", refusal: { .json(["message": "refused"], status: $0) }
    ) { request, desk in
        func result(_ value: JSONValue) -> HTTPServer.Reply { .json(["jsonrpc": "2.0", "id": 1, "result": value]) }
        func error(_ name: String, _ message: String) -> HTTPServer.Reply {
            .json(["jsonrpc": "2.0", "id": 1, "error": ["code": 200, "message": "Odoo Server Error", "data": ["name": .string(name), "message": .string(message), "debug": "Traceback …"]]])
        }
        guard request.path == "/jsonrpc", let parameters = request.json["params"], let arguments = parameters["args"]?.array else { return nil }
        if parameters["service"] == "common" {
            // Wrong credentials are no error here.
            return result(arguments == ["acme", "bot@example.test", "secret-password", [:]] ? 2 : false)
        }
        guard arguments.prefix(4) == ["acme", 2, "secret-password", "hr.employee"], arguments.count == 7 else { return error("odoo.exceptions.AccessDenied", "Access Denied") }
        let fields = OdooSample.fields(except: ["contract_date_start", "contract_date_end", "sex"])
        if arguments[4] == "fields_get" { return result(fields) }
        return OdooSample.search(arguments[5].array?.first, arguments[6], fields, desk).map(result) ?? error("builtins.ValueError", "Invalid field")
    }
}

/// Employees as Odoo's own model has them, whichever way they are asked for.
private enum OdooSample {
    private static let types = [
        "id": "integer", "name": "char", "active": "boolean", "work_email": "char", "private_email": "char", "lang": "selection", "contract_date_start": "date",
        "contract_date_end": "date", "first_contract_date": "date", "departure_date": "date", "barcode": "char", "parent_id": "many2one", "department_id": "many2one",
        "job_title": "char", "job_id": "many2one", "work_location_id": "many2one", "employee_type": "selection", "sex": "selection", "gender": "selection",
        "image_1920": "binary", "x_studio_tshirt": "char", "x_studio_remote": "boolean", "x_studio_photo": "binary", "write_date": "datetime",
    ]

    static func fields(except: Set<String>) -> JSONValue {
        .object(JSONObject(types.filter { !except.contains($0.key) }.sorted { $0.key < $1.key }.map { name, type in
            (name: name, value: ["string": name == "x_studio_tshirt" ? "T-shirt" : .string(name), "type": .string(type)])
        }))
    }

    /// nil: a field is asked for that is not there.
    static func search(_ domain: JSONValue?, _ query: JSONValue, _ fields: JSONValue, _ desk: Desk) -> JSONValue? {
        let asked = query["fields"]?.array?.compactMap(\.string) ?? []
        if asked.contains(where: { fields[$0] == nil }) { return nil }
        // Archived people come only where the context asks for them.
        let everybody = query["context"]?["active_test"] == false && query["order"] == "id asc"
        let people = everybody ? Sample.all : Sample.all.filter { !$0.hasLeft }
        let condition = domain?.array?.first?.array ?? []
        let after = condition.prefix(2) == ["id", ">"] ? condition.last?.number?.int ?? 0 : 0
        let page = desk.page(from: people.count(where: { 1000 + $0.number <= after }), limit: query["limit"]?.number?.int ?? 1_000, of: people)
        return .array(page.samples.map { sample in .object(JSONObject(asked.map { (name: $0, value: value($0, sample)) })) })
    }

    private static func value(_ name: String, _ sample: Sample) -> JSONValue {
        func link(_ id: Int, _ name: String) -> JSONValue { [JSONValue(id), .string(name)] }
        return switch name {
        case "id": JSONValue(1000 + sample.number)
        case "name": .string("\(sample.first) \(sample.last)")
        case "active": .bool(!sample.hasLeft)
        case "work_email": .string(sample.workEmail)
        case "private_email": .string(sample.personalEmail)
        case "lang": "en_US"
        case "contract_date_start", "first_contract_date": .string(sample.start)
        case "departure_date": sample.end.map { .string($0) } ?? false
        case "barcode": .string(sample.employeeNumber)
        case "parent_id": sample.managerID == nil ? false : link(1001, "Ada Novak")
        case "department_id": link(sample.number % 2 == 0 ? 2 : 1, sample.department)
        case "job_title": .string(sample.title)
        case "employee_type": "employee"
        case "x_studio_tshirt": .string(sample.shirt)
        // Whatever has no value is false.
        default: false
        }
    }
}
