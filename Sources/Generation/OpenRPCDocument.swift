import JSON

/// The contract as an OpenRPC 1.3 document; what OpenRPC has no word for stands under `x-`.
struct OpenRPCDocument {
    let specification: Specification
    /// Types that requests are made of: there, unknown members are refused.
    private let requestTypes: Set<String>

    init(_ specification: Specification) {
        self.specification = specification
        var found: Set<String> = []
        var open = specification.nouns.flatMap(\.methods).flatMap(\.parameters).flatMap(\.member.shape.references)
        while let name = open.popLast() {
            if found.insert(name).inserted { open += specification.types[name]?.references ?? [] }
        }
        requestTypes = found
    }

    func json() -> JSONValue {
        var methods: [JSONValue] = []
        var events: [JSONValue] = []
        for noun in specification.nouns {
            for method in noun.methods { methods.append(self.method(method, noun: noun)) }
            for event in noun.events { events.append(self.event(event)) }
        }
        var descriptors = JSONObject()
        for member in specification.sharedParameters.members { descriptors[member.name] = linked(member.value) }
        var schemas = JSONObject()
        for name in specification.types.keys.sorted() {
            guard let type = specification.types[name], var schema = linked(type.schema).object else { continue }
            if case .object = type.body, requestTypes.contains(name) { schema["additionalProperties"] = false }
            schemas[name] = .object(schema)
        }
        var errors = JSONObject()
        for error in specification.errors { errors[error.kind] = self.error(error) }
        return [
            "openrpc": "1.3.2",
            "info": [
                "title": "Staffetta", "version": "1.0", "description": "User provisioning from HR systems: JSON-RPC 2.0 over stdin and stdout.",
                "x-sources": .string(specification.hash),
            ],
            "methods": .array(methods),
            "components": ["contentDescriptors": .object(descriptors), "schemas": .object(schemas), "errors": .object(errors)],
            "x-notifications": .array(events),
        ]
    }

    private func method(_ method: Specification.Method, noun: Specification.Noun) -> JSONValue {
        var json: JSONObject = ["name": .string(method.name), "summary": .string(method.summary)]
        if let description = method.description { json["description"] = .string(description) }
        json["tags"] = [["name": .string(noun.name)]]
        json["paramStructure"] = "by-name"
        json["params"] = .array(method.parameters.map(parameter))
        switch method.result {
        case .named(let name): json["result"] = ["name": "result", "schema": reference(name)]
        case .freeObject: json["result"] = ["name": "result", "schema": ["type": "object"]]
        case .null: json["result"] = ["name": "result", "schema": ["type": "null"]]
        case .nothing: break
        }
        if !method.errors.isEmpty { json["errors"] = .array(method.errors.map { ["$ref": .string("#/components/errors/\($0)")] }) }
        json["x-effect"] = .string(method.effect)
        if let capability = method.capability { json["x-capability"] = .string(capability) }
        if !method.exactlyOne.isEmpty { json["x-exactlyOne"] = .array(method.exactlyOne.map { .string($0) }) }
        return .object(json)
    }

    private func parameter(_ parameter: Specification.Parameter) -> JSONValue {
        if let shared = parameter.shared { return ["$ref": .string("#/components/contentDescriptors/\(shared)")] }
        let member = parameter.member
        var json: JSONObject = ["name": .string(member.name), "description": .string(member.description)]
        if member.isRequired { json["required"] = true }
        json["schema"] = linked(member.schema)
        json["x-privacy"] = .string(member.privacy)
        return .object(json)
    }

    private func event(_ event: Specification.Event) -> JSONValue {
        var json: JSONObject = ["name": .string(event.name), "summary": .string(event.summary)]
        if let description = event.description { json["description"] = .string(description) }
        json["params"] = reference(event.type)
        json["x-delivery"] = .string(event.delivery)
        return .object(json)
    }

    private func error(_ error: Specification.ErrorEntry) -> JSONValue {
        var data: JSONObject = ["kind": .string(error.kind)]
        for member in error.data { data[member.name] = .string(member.description) }
        return ["code": .init(error.code), "message": .string("\(error.meaning) \(error.action)"), "data": .object(data)]
    }

    private func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    /// The schema with references into this document.
    private func linked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(linked))
        case .object(let object):
            var result = JSONObject()
            for member in object.members {
                if member.name == "$ref", let name = member.value.string {
                    result["$ref"] = .string("#/components/schemas/\(name)")
                } else {
                    result[member.name] = member.name == "default" ? member.value : linked(member.value)
                }
            }
            return .object(result)
        default: return value
        }
    }
}
