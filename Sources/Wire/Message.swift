import JSON

/// What the bytes of a frame mean, as far as decoding got.
enum Message {
    case single(Item)
    case batch([Item])
    /// Nothing in it can be answered one by one.
    case fault(RPCError)

    enum Item {
        case request(Request)
        /// A response: we ask nothing, so nobody waits for it.
        case response
        case fault(RPCError, id: RPCID)

        /// Whether it gets a response.
        var isAnswered: Bool {
            switch self {
            case .request(let request): request.id != nil
            case .response: false
            case .fault: true
            }
        }
    }

    /// A request, or a notification if it has no id.
    struct Request {
        let id: RPCID?
        let method: String
        let params: JSONValue?
        /// Of its text, or its share of a batch's.
        let bytes: Int
    }

    /// So many members at most, or their answers could outgrow any bound on memory.
    static let maximumBatch = 1_000

    init(_ bytes: [UInt8]) {
        do throws(JSONError) {
            let root = try JSONDocument(bytes).root
            guard root.kind == .array else {
                self = .single(Self.item(root, bytes.count))
                return
            }
            let count = root.count
            if count == 0 {
                self = .fault(.invalidRequest("an empty batch"))
            } else if count > Self.maximumBatch {
                self = .fault(.overloaded("a batch of \(count) messages; at most \(Self.maximumBatch)"))
            } else {
                self = .batch(root.elements.map { Self.item($0, bytes.count / count) })
            }
        } catch {
            self = .fault(.parseError("not JSON: \(error)"))
        }
    }

    private static func item(_ view: JSONView, _ bytes: Int) -> Item {
        guard view.kind == .object else { return .fault(.invalidRequest("a message must be an object"), id: .null) }
        let idView = view["id"]
        let id = idView.flatMap { RPCID($0) }
        let method = view["method"]
        if method == nil, view["result"] != nil || view["error"] != nil { return .response }
        if idView != nil, id == nil { return .fault(.invalidRequest("id must be a string or a number"), id: .null) }
        guard view["jsonrpc"]?.string == "2.0" else { return .fault(.invalidRequest("jsonrpc must be \"2.0\""), id: id ?? .null) }
        guard let method = method?.string else { return .fault(.invalidRequest("method must be a string"), id: id ?? .null) }
        return .request(Request(id: id, method: method, params: view["params"]?.value, bytes: bytes))
    }
}

extension Message.Request {
    /// An absent `params` is an empty object.
    func object() throws(RPCError) -> JSONObject {
        switch params {
        case nil: return JSONObject()
        case .object(let object): return object
        case .array: throw .invalidParams("params must be an object, not an array")
        default: throw .invalidParams("params must be an object")
        }
    }
}

/// The messages that we write.
enum Response {
    static func result(_ result: [UInt8], id: RPCID) -> [UInt8] {
        var writer = begin(id)
        writer.name("result")
        writer.raw(result)
        writer.endObject()
        return writer.bytes
    }

    static func error(_ error: RPCError, id: RPCID) -> [UInt8] {
        var writer = begin(id)
        writer.name("error")
        writer.beginObject()
        writer.name("code")
        writer.int(error.code)
        writer.name("message")
        writer.string(error.message)
        if let data = error.data {
            writer.name("data")
            writer.value(data)
        }
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    static func batch(_ responses: [[UInt8]]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginArray()
        for response in responses { writer.raw(response) }
        writer.endArray()
        return writer.bytes
    }

    static func notification(_ method: String, params: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("jsonrpc")
        writer.string("2.0")
        writer.name("method")
        writer.string(method)
        writer.name("params")
        writer.raw(params)
        writer.endObject()
        return writer.bytes
    }

    private static func begin(_ id: RPCID) -> JSONWriter {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("jsonrpc")
        writer.string("2.0")
        writer.name("id")
        switch id {
        case .string(let text): writer.string(text)
        case .number(let literal): writer.raw(literal.utf8)
        case .null: writer.null()
        }
        return writer
    }
}
