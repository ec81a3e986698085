import Foundation
import JSON
import Provisioning

extension Vendor {
    static let tryton = server(path: "/acme/rpc/", series: "8.0 or newer")
    /// Until 8.0 calls had another path.
    static let trytonLongTerm = server(path: "/acme/", series: "6.0 to 7.8")

    private static func server(path: String, series: String) -> Vendor {
        let fields: [String: Authorization.Setting] = [
            "database": .text("acme"), "user": .text("reader"), "password": .text("secret-password"), "series": .text(series),
        ]
        return Vendor(
            connector: "tryton", kind: .basic, fields: fields, address: "url", listPath: path, isOnePage: true,
            delivers: [.status, .start, .end, .manager], refusal: { .answer(status: $0, body: Array("<html>refused</html>".utf8)) },
            customerRefusal: .answer(status: 401, body: [])
        ) { request, _ in
            guard request["Authorization"] == "Basic " + Data("reader:secret-password".utf8).base64EncodedString() else { return .answer(status: 401, body: []) }
            guard request.path == path else { return .answer(status: path == "/acme/" ? 404 : 405, body: []) }
            let parameters = request.json["params"]?.array ?? []
            // Without the context whoever has left is not delivered.
            guard request.json["method"] == "model.company.employee.search_read", parameters.count == 6, parameters[5]["active_test"] == false else {
                return .json(["id": 1, "error": ["TypeError", "Missing context argument"]])
            }
            return .json(["id": 1, "result": .array(Sample.all.map(trytonEmployee))])
        }
    }

    /// Dotted fields come back under a key with a dot at its end, dates with their class.
    private static func trytonEmployee(_ sample: Sample) -> JSONValue {
        func date(_ text: String?) -> JSONValue {
            guard let parts = text?.split(separator: "-").compactMap({ Int($0) }), parts.count == 3 else { return .null }
            return ["__class__": "date", "year": JSONValue(parts[0]), "month": JSONValue(parts[1]), "day": JSONValue(parts[2])]
        }
        func number(_ id: String?) -> JSONValue { id.flatMap { Int($0) }.map { JSONValue($0) } ?? .null }
        return [
            "id": number(sample.id), "start_date": date(sample.start), "end_date": date(sample.end), "supervisor": number(sample.managerID),
            "supervisor.": sample.managerID == nil ? .null : ["id": number(sample.managerID), "rec_name": "Ada Novak"],
            "company.": ["id": 1, "rec_name": "Acme"],
            "party.": ["id": number(sample.id), "name": .string("\(sample.first) \(sample.last)"), "email": .string(sample.workEmail), "lang.": ["id": 1, "code": "en"]],
        ]
    }
}
