import JSON
import Wire

extension RPCError {
    /// An error of the table. `kind` always stands in `data`, before what the caller adds.
    public init(_ kind: ErrorKind, _ message: String, data: JSONObject = [:]) {
        var members: JSONObject = ["kind": .string(kind.rawValue)]
        for member in data.members where member.name != "kind" { members[member.name] = member.value }
        self.init(code: kind.code, message: message, data: .object(members))
    }

    /// nil: not an error of the table.
    public var errorKind: ErrorKind? { data?["kind"]?.string.flatMap(ErrorKind.init(rawValue:)) }
}
