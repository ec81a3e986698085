/// JavaScript and TypeScript for the methods: one function each, under its noun.
struct TypeScriptMethods {
    let specification: Specification

    private var namespaces: [TypeScriptNamespace] { TypeScriptNamespace.all(of: specification) }

    func code() -> String {
        var lines = ["import { Methods } from \"../methods.js\";", ""]
        for namespace in namespaces {
            lines += [TypeScript.doc([namespace.description]), "export class \(namespace.className) extends Methods {"]
            for (verb, method) in namespace.methods {
                let way = isPaged(method) ? "pages" : "call"
                lines += [doc(of: method), "  \(verb)(params, options) { return this.\(way)(\"\(method.name)\", params, options); }", ""]
            }
            lines.removeLast()
            lines += ["}", ""]
        }
        lines += [TypeScript.doc(["Every noun of the protocol with its methods."]), "export const namespaces = {"]
        for namespace in namespaces { lines.append("  \(namespace.name): \(namespace.className),") }
        lines += ["};", "", TypeScript.doc(["The name of every method, as the protocol has it."]), "export const methodNames = ["]
        for (_, method) in namespaces.flatMap(\.methods) { lines.append("  \"\(method.name)\",") }
        return (lines + ["];"]).joined(separator: "\n") + "\n"
    }

    func declarations() -> String {
        var lines = ["import type { CallOptions, Pages } from \"../methods.js\";", "import type * as t from \"./types.js\";", ""]
        for namespace in namespaces {
            lines += [TypeScript.doc([namespace.description]), "export interface \(namespace.className) {"]
            for (verb, method) in namespace.methods {
                let isFree = !method.parameters.contains(where: \.member.isRequired) && method.exactlyOne.isEmpty
                lines.append(doc(of: method))
                lines.append("  \(verb)(params\(isFree ? "?" : ""): t.\(method.parametersName), options?: CallOptions): \(result(of: method));")
            }
            lines += ["}", ""]
        }
        lines += [TypeScript.doc(["Every noun of the protocol with its methods."]), "export interface Namespaces {"]
        for namespace in namespaces { lines.append("  readonly \(namespace.name): \(namespace.className);") }
        lines += ["}", "", TypeScript.doc(["The name of every method, as the protocol has it."]), "export const methodNames: readonly string[];"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func doc(of method: Specification.Method) -> String {
        var sentences = [method.summary + "."]
        if let description = method.description { sentences.append(description) }
        if method.capability == "virtualClock" { sentences.append("Only with `--virtual-clock`.") }
        if !method.errors.isEmpty { sentences.append("Errors: " + method.errors.map { "`\($0)`" }.joined(separator: ", ") + ".") }
        return TypeScript.doc(sentences, indent: 2)
    }

    /// A list that goes on with `cursor`.
    private func isPaged(_ method: Specification.Method) -> Bool { method.parameters.contains { $0.shared == "cursor" } }

    private func result(of method: Specification.Method) -> String {
        switch method.result {
        case .named(let name):
            if isPaged(method), let item = item(of: name) { return "Pages<t.\(name), \(item)>" }
            return "Promise<t.\(name)>"
        case .freeObject: return "Promise<Record<string, unknown>>"
        case .null, .nothing: return "Promise<null>"
        }
    }

    private func item(of page: String) -> String? {
        guard case .object(let members)? = specification.types[page]?.body, let items = members.first(where: { $0.name == "items" }) else { return nil }
        if case .list(.named(let name)) = items.shape { return "t.\(name)" }
        return nil
    }
}
