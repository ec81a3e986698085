import JSON

extension Apideck {
    /// `/vault/connections`, one connection, and an HR system's custom fields.
    static func vault(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let segments = request.segments
        switch segments.count {
        case 2: return enveloped([connection(request)])
        case 4 where segments[2] == "hris": return enveloped(connection(request, segments[3]))
        case 6 where segments[4] == "employees" && segments[5] == "custom-fields": return customFields(request, scene)
        default: return error(404, "EntityNotFoundError", "Unknown resource", .string(request.path))
        }
    }

    private static func connection(_ request: ClientRequest, _ named: String? = nil) -> JSONValue {
        let service = named ?? service(request)
        return [
            "id": .string("hris+\(service)"), "service_id": .string(service), "name": .string(service), "unified_api": "hris", "state": "callable",
            "integration_state": "configured", "auth_type": "basic", "status": "live", "enabled": true, "health": "ok", "settings": [:], "metadata": [:],
            "form_fields": [], "created_at": 1_615_563_533_390, "updated_at": 1_616_662_325_753,
        ]
    }

    /// From one record, which `resource_id` names; without it from the first.
    private static func customFields(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let person: Person?
        if let id = request.query["resource_id"] {
            person = scene.company.person(id: id)
        } else {
            person = scene.company.count > 0 ? scene.company.person(at: 0) : nil
        }
        guard let person else {
            return error(404, "EntityNotFoundError", "Unknown Employee", ["not_found": ["entity": "employee", "id": JSONValue(request.query["resource_id"])]])
        }
        return enveloped(.array(person.customFields.map { field in
            [
                "id": .string(field.id), "name": .string(field.name ?? field.id), "description": nil, "value": field.value,
                "finder": .string("$['\(field.id)']"),
            ]
        }))
    }

    private static func enveloped(_ data: JSONValue) -> Answer { Answer(200, ["status_code": 200, "status": "OK", "data": data]) }
}
