import JSON

extension Specification {
    /// Reads `protocol/` below `root`.
    public init(root: String) throws(GenerationError) {
        let files = SourceFiles(root: root)
        var sources: [[UInt8]] = []
        func parse(_ path: String, from bytes: [UInt8]) throws(GenerationError) -> JSONValue {
            sources.append(Array(path.utf8) + bytes)
            do { return try JSONValue(parsing: bytes) } catch { throw GenerationError("\(path): \(error)") }
        }

        let parametersPath = "protocol/parameters.json"
        let parameterBytes = try files.read(parametersPath)
        guard let shared = try parse(parametersPath, from: parameterBytes).object else { throw GenerationError("\(parametersPath): not an object") }
        let errorsPath = "protocol/errors.json"
        let table = try parse(errorsPath, from: try files.read(errorsPath))

        var types: [String: NamedType] = [:]
        var nouns: [String: Noun] = [:]
        var pages: [String] = []
        let methodFiles = files.names(in: "protocol/methods", ending: ".json")
        let schemaFiles = files.names(in: "protocol/schemas", ending: ".json")
        for file in Set(methodFiles + schemaFiles).sorted() {
            let name = String(file.dropLast(".json".count))
            var own = [parameterBytes]
            var declared: [String] = []
            if schemaFiles.contains(file) {
                let path = "protocol/schemas/\(file)"
                let bytes = try files.read(path)
                own.append(bytes)
                for member in try parse(path, from: bytes).object?.members ?? [] {
                    guard types[member.name] == nil else { throw GenerationError("\(path): \(member.name) is there already") }
                    types[member.name] = try NamedType(name: member.name, schema: member.value, at: "\(path): \(member.name)")
                    declared.append(member.name)
                }
            }
            var json: JSONValue = [:]
            if methodFiles.contains(file) {
                let path = "protocol/methods/\(file)"
                let bytes = try files.read(path)
                own.append(bytes)
                json = try parse(path, from: bytes)
            }
            var methods: [Method] = []
            for method in json["methods"]?.array ?? [] {
                methods.append(try Method(method, shared: shared, pages: &pages))
            }
            var events: [Event] = []
            for event in json["notifications"]?.array ?? [] { events.append(try Event(event)) }
            nouns[name] = Noun(
                name: name, title: json["title"]?.string ?? SwiftName.capitalized(name), description: json["description"]?.string ?? "", order: json["x-order"]?.int ?? 100,
                methods: methods, events: events, types: declared, hash: fingerprint(own))
        }

        // A page of each listed type stands beside that type.
        for item in Set(pages).sorted() where types[item + "Page"] == nil {
            guard let home = nouns.first(where: { $0.value.types.contains(item) })?.key else { throw GenerationError("x-page: there is no type \(item)") }
            types[item + "Page"] = try NamedType(name: item + "Page", schema: Self.page(of: item), at: "\(item)Page")
            nouns[home]?.types.append(item + "Page")
        }

        self.files = files
        self.nouns = nouns.values.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
        self.types = types
        sharedParameters = shared
        (errors, errorGroups) = try Self.errors(table, at: errorsPath)
        for part in ["protocol/parts/wire.md", "protocol/parts/command.md"] { sources.append(try files.read(part)) }
        for type in types.keys.sorted() {
            for name in files.names(in: "protocol/examples/\(type)", ending: ".json") { sources.append(try files.read("protocol/examples/\(type)/\(name)")) }
        }
        hash = fingerprint(sources)
        try check()
    }

    private static func page(of item: String) -> JSONValue {
        [
            "type": "object", "description": "A part of a list.", "x-privacy": "public", "required": ["items"],
            "properties": [
                "items": ["type": "array", "items": ["$ref": .string(item)], "description": "The items of this part, in order."],
                "nextCursor": ["type": "string", "description": "The `cursor` of the next part; absent: this was the last."],
            ],
        ]
    }

    private static func errors(_ table: JSONValue, at path: String) throws(GenerationError) -> ([ErrorEntry], [(thousand: Int, who: String)]) {
        var entries: [ErrorEntry] = []
        for error in table["errors"]?.array ?? [] {
            guard let code = error["code"]?.int, let kind = error["kind"]?.string, let meaning = error["meaning"]?.string, let action = error["action"]?.string else {
                throw GenerationError("\(path): each error needs code, kind, meaning and action")
            }
            var data: [(name: String, description: String)] = []
            for member in error["data"]?.object?.members ?? [] { data.append((member.name, member.value.string ?? "")) }
            guard !entries.contains(where: { $0.code == code || $0.kind == kind }) else { throw GenerationError("\(path): \(code) \(kind) is there already") }
            entries.append(ErrorEntry(code: code, kind: kind, meaning: meaning, action: action, data: data, isCommon: error["common"]?.bool ?? false))
        }
        var groups: [(thousand: Int, who: String)] = []
        for group in table["groups"]?.array ?? [] { groups.append((group["thousand"]?.int ?? 0, group["who"]?.string ?? "")) }
        return (entries, groups)
    }

    /// Every name that is used is there.
    private func check() throws(GenerationError) {
        for type in types.values {
            for name in type.references where types[name] == nil { throw GenerationError("\(type.name): there is no type \(name)") }
        }
        for noun in nouns {
            for method in noun.methods {
                for name in method.parameters.flatMap(\.member.shape.references) where types[name] == nil { throw GenerationError("\(method.name): there is no type \(name)") }
                if case .named(let name) = method.result, types[name] == nil { throw GenerationError("\(method.name): there is no type \(name)") }
                for kind in method.errors where !errors.contains(where: { $0.kind == kind }) { throw GenerationError("\(method.name): there is no error \(kind)") }
                for name in method.exactlyOne where !method.parameters.contains(where: { $0.member.name == name }) {
                    throw GenerationError("\(method.name): x-exactlyOne names \(name), which is no parameter")
                }
            }
            for event in noun.events where types[event.type] == nil { throw GenerationError("\(event.name): there is no type \(event.type)") }
        }
    }
}

extension Specification.Method {
    fileprivate init(_ json: JSONValue, shared: JSONObject, pages: inout [String]) throws(GenerationError) {
        let words: Set<String> = [
            "name", "summary", "description", "params", "result", "x-effect", "x-served", "x-capability", "x-exactlyOne", "x-errors", "x-example",
        ]
        guard let name = json["name"]?.string, let summary = json["summary"]?.string, let effect = json["x-effect"]?.string else {
            throw GenerationError("a method needs name, summary and x-effect")
        }
        try json.refuseWords(but: words, at: name)
        guard ["read", "local", "remote", "control"].contains(effect) else { throw GenerationError("\(name): unknown x-effect \(effect)") }
        guard let server = Server(rawValue: json["x-served"]?.string ?? "agent") else { throw GenerationError("\(name): unknown x-served") }
        var parameters: [Specification.Parameter] = []
        func append(_ json: JSONValue) throws(GenerationError) {
            let key = json["$ref"]?.string
            guard let parameter = key.map({ shared[$0] }) ?? json, let title = parameter["name"]?.string, let schema = parameter["schema"], let text = parameter["description"]?.string else {
                throw GenerationError("\(name): a parameter needs name, description and schema, or a $ref into parameters.json")
            }
            let member = try Member(
                name: title, schema: schema, isRequired: parameter["required"]?.bool ?? false, description: text, privacy: parameter["x-privacy"]?.string ?? "personal",
                at: "\(name): \(title)")
            parameters.append(Specification.Parameter(member: member, shared: key))
        }
        for parameter in json["params"]?.array ?? [] { try append(parameter) }
        let result: Result
        if let item = json["result"]?["x-page"]?.string {
            pages.append(item)
            result = .named(item + "Page")
            try append(["$ref": "limit"])
            try append(["$ref": "cursor"])
        } else if let type = json["result"]?["$ref"]?.string {
            result = .named(type)
        } else {
            result = switch json["result"]?["type"]?.string {
            case "object": .freeObject
            case "null": .null
            default: .nothing
            }
        }
        if server != .wire { try append(["$ref": "actor"]) }
        self.name = name
        self.summary = summary
        description = json["description"]?.string
        self.effect = effect
        self.server = server
        capability = json["x-capability"]?.string
        self.parameters = parameters
        exactlyOne = (json["x-exactlyOne"]?.array ?? []).compactMap(\.string)
        self.result = result
        errors = (json["x-errors"]?.array ?? []).compactMap(\.string)
        example = json["x-example"]?.object
    }
}

extension Specification.Event {
    fileprivate init(_ json: JSONValue) throws(GenerationError) {
        guard let name = json["name"]?.string, let summary = json["summary"]?.string, let type = json["params"]?["$ref"]?.string,
            let delivery = json["x-delivery"]?.string, ["lossless", "latest"].contains(delivery)
        else { throw GenerationError("a notification needs name, summary, params and x-delivery (lossless or latest)") }
        self.name = name
        self.summary = summary
        description = json["description"]?.string
        self.delivery = delivery
        self.type = type
    }
}
