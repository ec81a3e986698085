import Hummingbird
import JSON
import NIOCore

/// An answer before the faults of delivery.
struct Answer: Sendable {
    var status: Int
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    init(_ status: Int = 200, _ json: JSONValue, type: String = "application/json; charset=utf-8", headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = [("Content-Type", type)] + headers
        body = json.encoded()
    }

    init(_ status: Int, text: String = "", type: String = "text/html; charset=utf-8", headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = (text.isEmpty ? [] : [("Content-Type", type)]) + headers
        body = Array(text.utf8)
    }

    var response: Response {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPFields.Element.Name(name) { fields.append(HTTPFields.Element(name: name, value: value)) }
        }
        return Response(status: .init(code: status), headers: fields, body: body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension JSONValue {
    /// null: there is no such text.
    init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}
