import JSON

/// What the server says about itself (RFC 7643 sections 5 to 7).
enum SCIMDiscovery {
    static func config(_ request: ClientRequest) -> JSONValue {
        let no: JSONValue = ["supported": false]
        return [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"], "patch": no,
            "bulk": ["supported": false, "maxOperations": 0, "maxPayloadSize": 0],
            "filter": ["supported": true, "maxResults": JSONValue(SCIMList.maximum)], "changePassword": no, "sort": no, "etag": no,
            "pagination": [
                "cursor": true, "index": true, "defaultPaginationMethod": "index", "defaultPageSize": JSONValue(SCIMList.usualSize),
                "maxPageSize": JSONValue(SCIMList.maximum), "cursorTimeout": 3600,
            ],
            "authenticationSchemes": [[
                "type": "oauthbearertoken", "name": "OAuth Bearer Token", "description": "A bearer token in the Authorization header.", "primary": true,
            ]],
            "meta": ["resourceType": "ServiceProviderConfig", "location": .string(request.base + "/scim/v2/ServiceProviderConfig")],
        ]
    }

    static func resourceTypes(_ request: ClientRequest, _ scene: Scene) -> [JSONValue] {
        let extensions = [SCIMUser.enterprise] + (ownFields(scene).isEmpty ? [] : [SCIMUser.own])
        return [[
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "id": "User", "name": "User", "endpoint": "/Users",
            "description": "User account", "schema": .string(SCIMUser.core),
            "schemaExtensions": .array(extensions.map { ["schema": .string($0), "required": false] }),
            "meta": ["resourceType": "ResourceType", "location": .string(request.base + "/scim/v2/ResourceTypes/User")],
        ]]
    }

    static func schemas(_ request: ClientRequest, _ scene: Scene) -> [JSONValue] {
        let own = ownFields(scene)
        let all = SCIMSchema.all + (own.isEmpty ? [] : [SCIMSchema(id: SCIMUser.own, name: "Company", attributes: own)])
        return all.map { $0.json(base: request.base + "/scim/v2/Schemas/") }
    }

    /// The company's own fields, as its first people show them.
    private static func ownFields(_ scene: Scene) -> [SCIMAttribute] {
        var attributes: [SCIMAttribute] = []
        for place in 0..<min(scene.company.count, 200) {
            for field in scene.company.person(at: place).customFields where !field.value.isNull && !attributes.contains(where: { $0.name == field.id }) {
                switch field.value {
                case .bool: attributes.append(.init(field.id, "boolean"))
                case .number(let number): attributes.append(.init(field.id, number.int == nil ? "decimal" : "integer"))
                case .array: attributes.append(SCIMAttribute(field.id, isMultiple: true))
                case .object: break
                default: attributes.append(.init(field.id))
                }
            }
        }
        return attributes
    }
}
