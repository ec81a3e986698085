import JSON

/// What is read can be written and read again, and is the same; deep nesting and broken UTF-8 are refused, not survived by luck.
func fuzzJSON(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes) else { return }
    let text = Array(value.text.utf8)
    guard let again = try? JSONValue(parsing: text) else { return require(false, "what was written cannot be read") }
    require(again == value, "what was written is read as something else")
    require(Array(again.text.utf8) == text, "writing is not stable")
    require(String(validating: bytes, as: UTF8.self) != nil, "invalid UTF-8 was accepted")
    _ = value.int
    _ = value.double
}
