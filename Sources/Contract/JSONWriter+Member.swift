import JSON

extension JSONWriter {
    mutating func member(_ name: String, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// Absent, not null, means "no value".
    mutating func member(_ name: String, _ value: (some JSONWritable)?) {
        if let value { member(name, value) }
    }

    mutating func member<T>(_ name: String, _ value: Patch<T>) {
        switch value {
        case .absent: break
        case .clear: nullable(name, T?.none)
        case .set(let value): member(name, value)
        }
    }

    mutating func nullable(_ name: String, _ value: (some JSONWritable)?) {
        self.name(name)
        if let value { value.write(to: &self) } else { null() }
    }
}
