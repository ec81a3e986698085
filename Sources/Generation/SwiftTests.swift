/// Swift for the tests of the contract.
struct SwiftTests {
    let specification: Specification

    /// An agent that answers every method from `protocol/examples`, and tables to find a type by its name.
    func output() -> Output {
        var lines = ["// Made from protocol/ by `swift run generate`; do not edit. Sources: \(specification.hash)", "import Contract", "import Wire", ""]
        lines += ["extension ExampleAgent: AgentAPI {"]
        for method in specification.nouns.flatMap(\.methods) where method.server == .agent {
            guard case .named(let result) = method.result else { continue }
            let asynchronous = method.effect == "remote" ? "async " : ""
            lines.append("    func \(method.swiftName)(_ params: \(method.parametersName), _ call: Call) \(asynchronous)throws(RPCError) -> \(result) { try example() }")
        }
        lines += ["}", "", "let contractTypes: [String: any ContractValue.Type] = ["]
        for name in specification.types.keys.sorted() { lines.append("    \"\(name)\": \(name).self,") }
        lines += ["]", "", "let paramsTypes: [String: any Params.Type] = ["]
        for method in specification.nouns.flatMap(\.methods) where method.server != .wire { lines.append("    \"\(method.name)\": \(method.parametersName).self,") }
        lines += ["]"]
        return Output(path: "Tests/ContractTests/Generated/ExampleAgent+Methods.swift", text: lines.joined(separator: "\n") + "\n")
    }
}
