import JSON

/// An attribute of a schema with its qualities (RFC 7643 section 7).
struct SCIMAttribute {
    let name: String
    var type: String
    var isMultiple: Bool
    var isRequired: Bool
    var uniqueness: String
    var references: [String]
    var children: [SCIMAttribute]

    init(
        _ name: String, _ type: String = "string", isMultiple: Bool = false, isRequired: Bool = false, uniqueness: String = "none", references: [String] = [],
        children: [SCIMAttribute] = []
    ) {
        (self.name, self.type, self.isMultiple, self.isRequired) = (name, children.isEmpty ? type : "complex", isMultiple, isRequired)
        (self.uniqueness, self.references, self.children) = (uniqueness, references, children)
    }

    func json(isReadOnly: Bool) -> JSONValue {
        var object: JSONObject = [
            "name": .string(name), "type": .string(type), "multiValued": .bool(isMultiple), "description": .string(name), "required": .bool(isRequired),
            "caseExact": .bool(type == "reference"), "mutability": isReadOnly ? "readOnly" : "readWrite", "returned": "default", "uniqueness": .string(uniqueness),
        ]
        if type == "reference" { object["referenceTypes"] = .array(references.map { .string($0) }) }
        if !children.isEmpty { object["subAttributes"] = .array(children.map { $0.json(isReadOnly: isReadOnly) }) }
        return .object(object)
    }
}

/// The schemas of what the server has; of the core user the attributes that it can have.
struct SCIMSchema {
    let id: String
    let name: String
    let attributes: [SCIMAttribute]
    var isReadOnly = false

    func json(base: String) -> JSONValue {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": .string(id), "name": .string(name), "description": .string(name),
            "attributes": .array(attributes.map { $0.json(isReadOnly: isReadOnly) }),
            "meta": ["resourceType": "Schema", "location": .string(base + id)],
        ]
    }

    static var all: [SCIMSchema] { [user, enterprise, config, resourceType, schema] }

    private typealias A = SCIMAttribute

    private static let user = SCIMSchema(id: SCIMUser.core, name: "User", attributes: [
        A("userName", isRequired: true, uniqueness: "server"),
        A("name", children: ["formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix"].map { A($0) }),
        A("displayName"), A("nickName"), A("title"), A("userType"), A("preferredLanguage"), A("locale"), A("timezone"), A("active", "boolean"),
        A("emails", isMultiple: true, children: [A("value"), A("display"), A("type"), A("primary", "boolean")]),
        A("addresses", isMultiple: true, children: ["formatted", "streetAddress", "locality", "region", "postalCode", "country", "type"].map { A($0) } + [A("primary", "boolean")]),
    ])

    private static let enterprise = SCIMSchema(id: SCIMUser.enterprise, name: "EnterpriseUser", attributes: [
        A("employeeNumber"), A("costCenter"), A("organization"), A("division"), A("department"),
        A("manager", children: [A("value"), A("$ref", "reference", references: ["User"]), A("displayName")]),
    ])

    private static let config = SCIMSchema(id: "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig", name: "ServiceProviderConfig", attributes: [
        A("documentationUri", "reference", references: ["external"]),
        A("patch", isRequired: true, children: [A("supported", "boolean", isRequired: true)]),
        A("bulk", isRequired: true, children: [
            A("supported", "boolean", isRequired: true), A("maxOperations", "integer", isRequired: true), A("maxPayloadSize", "integer", isRequired: true),
        ]),
        A("filter", isRequired: true, children: [A("supported", "boolean", isRequired: true), A("maxResults", "integer", isRequired: true)]),
        A("changePassword", isRequired: true, children: [A("supported", "boolean", isRequired: true)]),
        A("sort", isRequired: true, children: [A("supported", "boolean", isRequired: true)]),
        A("etag", isRequired: true, children: [A("supported", "boolean", isRequired: true)]),
        A("authenticationSchemes", isMultiple: true, isRequired: true, children: [
            A("type", isRequired: true), A("name", isRequired: true), A("description", isRequired: true), A("primary", "boolean"),
        ]),
        A("pagination", children: [
            A("cursor", "boolean", isRequired: true), A("index", "boolean", isRequired: true), A("defaultPaginationMethod"), A("defaultPageSize", "integer"),
            A("maxPageSize", "integer"), A("cursorTimeout", "integer"),
        ]),
    ], isReadOnly: true)

    private static let resourceType = SCIMSchema(id: "urn:ietf:params:scim:schemas:core:2.0:ResourceType", name: "ResourceType", attributes: [
        A("id"), A("name", isRequired: true), A("description"), A("endpoint", "reference", isRequired: true, references: ["uri"]),
        A("schema", "reference", isRequired: true, references: ["uri"]),
        A("schemaExtensions", isMultiple: true, children: [A("schema", "reference", isRequired: true, references: ["uri"]), A("required", "boolean", isRequired: true)]),
    ], isReadOnly: true)

    private static let qualities = [
        A("name", isRequired: true), A("type", isRequired: true), A("multiValued", "boolean", isRequired: true), A("description"), A("required", "boolean"),
        A("canonicalValues", isMultiple: true), A("caseExact", "boolean"), A("mutability"), A("returned"), A("uniqueness"), A("referenceTypes", isMultiple: true),
    ]

    private static let schema = SCIMSchema(id: "urn:ietf:params:scim:schemas:core:2.0:Schema", name: "Schema", attributes: [
        A("id", isRequired: true), A("name", isRequired: true), A("description"),
        A("attributes", isMultiple: true, isRequired: true, children: qualities + [A("subAttributes", isMultiple: true, children: qualities)]),
    ], isReadOnly: true)
}
