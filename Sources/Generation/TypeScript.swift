import JSON

/// The generated part of `clients/typescript`: types, one function per method, one class per error kind.
struct TypeScript {
    let specification: Specification

    static let directory = "clients/typescript/src/generated"

    func outputs() -> [Output] {
        let methods = TypeScriptMethods(specification: specification)
        let errors = TypeScriptErrors(specification: specification)
        return [
            file("types.d.ts", TypeScriptTypes(specification: specification).text()),
            file("methods.js", methods.code()),
            file("methods.d.ts", methods.declarations()),
            file("errors.js", errors.code()),
            file("errors.d.ts", errors.declarations()),
        ]
    }

    private func file(_ name: String, _ text: String) -> Output {
        let head = "// Made from protocol/ by `swift run generate`; do not edit. Sources: \(specification.hash)\n"
        return Output(path: "\(Self.directory)/\(name)", text: head + text)
    }

    /// A JSDoc comment.
    static func doc(_ sentences: [String], indent: Int = 0) -> String {
        let text = sentences.joined(separator: " ").replacing("*/", with: "* /").replacing("\n", with: " ")
        return String(repeating: " ", count: indent) + "/** \(text) */"
    }
}

/// Methods under one name: `user/list` and `user/get` are `user.list` and `user.get`.
struct TypeScriptNamespace {
    let name: String
    let description: String
    var methods: [(verb: String, method: Specification.Method)]

    var className: String { SwiftName.capitalized(name) + "Methods" }

    static func all(of specification: Specification) -> [Self] {
        var namespaces: [Self] = []
        for noun in specification.nouns {
            for method in noun.methods {
                // What has no noun (`initialize`, `exit`) belongs to the connection.
                let parts = method.name.split { $0 == "/" || $0 == "." }.map(String.init)
                guard parts.count == 2 else { continue }
                if let index = namespaces.firstIndex(where: { $0.name == parts[0] }) {
                    namespaces[index].methods.append((parts[1], method))
                } else {
                    namespaces.append(Self(name: parts[0], description: noun.description, methods: [(parts[1], method)]))
                }
            }
        }
        return namespaces
    }
}
