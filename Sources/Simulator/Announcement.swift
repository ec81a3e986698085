import Foundation
import JSON

extension Simulator {
    /// One line of JSON for whoever started the process: port, process id, and for each format its address and what `integration/connect`
    /// takes to connect to it. The address (`url`) is what belongs into the form, character for character.
    public var announcement: String {
        let keys = credentials
        func entry(_ format: Format, _ kind: String, _ fields: JSONObject) -> (name: String, value: JSONValue) {
            let authorization: JSONValue = ["kind": .string(kind), "fields": .object(fields)]
            return (format.rawValue, ["url": .string(address(format)), "connector": .string(format.rawValue), "authorization": authorization])
        }
        let base = JSONValue.string(root)
        let client: JSONObject = ["clientId": .string(keys.client), "clientSecret": .string(keys.secret)]
        var personio = client
        personio["baseUrl"] = base
        let formats = [
            entry(.apideck, "apiKey", ["apiKey": .string(keys.key), "appId": .string(keys.client), "consumerId": .string(keys.consumer), "baseUrl": base]),
            entry(.bamboohr, "apiKey", ["company": "acme", "apiKey": .string(keys.key), "baseUrl": base]),
            entry(.personio, "clientCredentials", personio),
            entry(.hibob, "basic", ["serviceUser": .string(keys.serviceUser), "token": .string(keys.secret), "baseUrl": base]),
            entry(.scim, "bearer", ["url": .string(address(.scim)), "bearerToken": .string(keys.key)]),
        ]
        let oauth: JSONValue = [
            "authorize": .string(root + "/oauth/authorize"), "token": .string(root + "/oauth/token"), "client": .object(client),
        ]
        let line: JSONValue = [
            "port": JSONValue(port), "pid": JSONValue(Int(ProcessInfo.processInfo.processIdentifier)), "control": .string(root + "/control"),
            "formats": .object(JSONObject(formats)), "oauth": oauth,
        ]
        return line.text
    }
}
