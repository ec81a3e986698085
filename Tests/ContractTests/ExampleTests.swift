import Contract
import JSON
import Testing

@Suite struct ExampleTests {
    @Test("a valid example reads, and is written as the same JSON", arguments: Example.all.filter { !$0.isInvalid })
    func roundTrip(_ example: Example) throws {
        let type = try #require(contractTypes[example.type], "there is no type \(example.type)")
        let value = try type.init(json: example.json, at: "")
        #expect(String(decoding: value.encoded(), as: UTF8.self) == example.json.text)
    }

    @Test("an invalid example is refused, with the place where it is wrong", arguments: Example.all.filter(\.isInvalid))
    func refused(_ example: Example) throws {
        let type = try #require(contractTypes[example.type], "there is no type \(example.type)")
        let fault = #expect(throws: DecodingFault.self) { try type.init(json: example.json, at: "value") }
        #expect(fault?.path.hasPrefix("value") == true)
        #expect(fault?.reason.isEmpty == false)
    }

    @Test("every example file was read as JSON, and there are valid and invalid ones of each type")
    func complete() {
        #expect(Example.all.count > 150)
        for type in Set(Example.all.map(\.type)) {
            let own = Example.all.filter { $0.type == type }
            #expect(own.contains { $0.isInvalid }, "\(type) has no invalid example")
            #expect(own.contains { !$0.isInvalid }, "\(type) has no valid example")
        }
    }

    @Test("members of maps are written by name") func sortedMaps() throws {
        let json: JSONValue = ["b": "2", "a": true, "c": ["x"], "B": 1]
        let map = try [String: Value](json: json, at: "")
        #expect(String(decoding: map.encoded(), as: UTF8.self) == #"{"B":1,"a":true,"b":"2","c":["x"]}"#)
    }
}
