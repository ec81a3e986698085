import Contract
import JSON
import Wire

/// Where the next page of a list begins. Bound to the very parameters it was made for.
struct Cursor {
    /// FNV-1a over method and parameters: a wrong cursor must be noticed, nobody is kept out by it.
    private let mark: String

    init(_ call: Call) {
        var params = call.params
        for name in ["cursor", "limit", "actor"] { params[name] = nil }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let sorted = params.members.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value.text)" }.joined(separator: "&")
        for byte in "\(call.method)?\(sorted)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        mark = String(hash, radix: 36)
    }

    func text(_ position: Int64?) -> String? { position.map { "\($0).\(mark)" } }

    func position(_ text: String?) throws(RPCError) -> Int64? {
        guard let text else { return nil }
        let parts = text.split(separator: ".")
        guard parts.count == 2, let position = Int64(parts[0]), position >= 0, parts[1] == mark else {
            throw RPCError(.invalidParams, "This cursor belongs to other parameters; repeat the request without it to begin anew.", data: ["path": "cursor"])
        }
        return position
    }

    /// The page of a list that is in memory anyway, and the cursor of the next one.
    func page<Items: RandomAccessCollection<Item>, Item>(of items: Items, from text: String?, limit: Int) throws(RPCError) -> (items: [Item], next: String?) {
        let rest = items.dropFirst(Int(try position(text) ?? 0))
        return (Array(rest.prefix(limit)), self.text(rest.count > limit ? Int64(items.count - rest.count + limit) : nil))
    }
}
