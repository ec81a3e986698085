/// Swift for the list of methods, the interface behind them and the way there.
struct SwiftMethods {
    let specification: Specification

    private var served: [(noun: Specification.Noun, method: Specification.Method)] {
        specification.nouns.flatMap { noun in noun.methods.filter { $0.server != .wire }.map { (noun, $0) } }
    }

    /// The table: name, effect and noun of each method.
    func methods() -> String {
        var lines = ["/// The methods of the protocol.", "public enum Method: String, CaseIterable, Sendable {"]
        for each in served { lines += SwiftTypes.doc(each.method.summary + ".", indent: 4) + ["    case \(each.method.swiftName) = \"\(each.method.name)\""] }
        lines += ["", "    /// How it is scheduled.", "    public var effect: Effect {", "        switch self {"]
        for effect in ["read", "local", "remote", "control"] {
            lines += ["        case " + served.filter { $0.method.effect == effect }.map { "." + $0.method.swiftName }.joined(separator: ", ") + ":", "            .\(effect)"]
        }
        lines += ["        }", "    }", "", "    /// What it is about: the first part of its name.", "    public var noun: Noun {", "        switch self {"]
        for noun in specification.nouns {
            let own = served.filter { $0.noun.name == noun.name }
            if !own.isEmpty { lines += ["        case " + own.map { "." + $0.method.swiftName }.joined(separator: ", ") + ":", "            .\(noun.name)"] }
        }
        lines += ["        }", "    }", "", "    /// Answered only with `--virtual-clock`."]
        let clocked = served.filter { $0.method.capability == "virtualClock" }.map { "self == ." + $0.method.swiftName }.joined(separator: " || ")
        lines += ["    public var needsVirtualClock: Bool { \(clocked.isEmpty ? "false" : clocked) }", "}", ""]
        lines += ["/// What methods are about.", "public enum Noun: String, CaseIterable, Sendable {"]
        for noun in specification.nouns where served.contains(where: { $0.noun.name == noun.name }) { lines.append("    case \(noun.name)") }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// One requirement per method: the compiler names the handler that is missing.
    func interface() -> String {
        var lines = ["/// What stands behind the protocol: one function per method.", "public protocol AgentAPI: Sendable {"]
        lines += [
            "    /// Whether `actor` (nil: the host) may call `method` at all (R-ACC-3); asked before each call, parameters already decoded.",
            "    func admit(_ method: Method, actor: String?, _ call: Call) throws(RPCError)", "",
        ]
        for (_, method) in served where method.server == .agent {
            let asynchronous = method.effect == "remote" ? "async " : ""
            lines += SwiftTypes.doc(method.summary + ".", indent: 4)
            lines.append("    func \(method.swiftName)(_ params: \(method.parametersName), _ call: Call) \(asynchronous)throws(RPCError) -> \(Self.result(of: method))")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    func dispatch() -> String {
        var lines = ["extension Dispatch {", "    /// Answers a read, local or control call: decodes, asks whether it is allowed, calls, encodes.", "    public func answer(_ call: Call) throws(RPCError) -> [UInt8] {"]
        lines += ["        switch Method(name: call.method) {"]
        for (_, method) in served where method.effect != "remote" {
            if method.server == .contract {
                lines += ["        case .\(method.swiftName):", "            let params: \(method.parametersName) = try decoded(call)", "            try api.admit(.\(method.swiftName), actor: params.actor, call)", "            return Self.openRPC()"]
            } else {
                lines.append("        case .\(method.swiftName): return try answer(.\(method.swiftName), call, api.\(method.swiftName))")
            }
        }
        lines += ["        default: throw Self.methodNotFound(call.method)", "        }", "    }", ""]
        lines += ["    /// Answers a remote call in the same way.", "    public func perform(_ call: Call) async throws(RPCError) -> [UInt8] {", "        switch Method(name: call.method) {"]
        for (_, method) in served where method.effect == "remote" {
            lines.append("        case .\(method.swiftName): return try await perform(.\(method.swiftName), call, api.\(method.swiftName))")
        }
        lines += ["        default: throw Self.methodNotFound(call.method)", "        }", "    }", "}"]
        return lines.joined(separator: "\n") + "\n"
    }

    func event(_ event: Specification.Event) -> String {
        var lines = SwiftTypes.doc("`\(event.name)`: \(event.summary).") + ["extension \(event.type): Event {"]
        lines += ["    public static let method = \"\(event.name)\"", "    public static let delivery = Delivery.\(event.delivery)", "}"]
        return lines.joined(separator: "\n") + "\n"
    }

    func errorKinds() -> String {
        var lines = ["/// The stable names of errors (`data.kind`).", "public enum ErrorKind: String, CaseIterable, Sendable {"]
        for error in specification.errors { lines += SwiftTypes.doc(error.meaning, indent: 4) + ["    case \(error.kind)"] }
        lines += ["", "    /// The JSON-RPC error code.", "    public var code: Int {", "        switch self {"]
        for error in specification.errors { lines.append("        case .\(error.kind): \(error.code)") }
        return (lines + ["        }", "    }", "}"]).joined(separator: "\n") + "\n"
    }

    private static func result(of method: Specification.Method) -> String {
        switch method.result {
        case .named(let name): name
        case .freeObject: "JSONObject"
        case .null, .nothing: "Void"
        }
    }
}
