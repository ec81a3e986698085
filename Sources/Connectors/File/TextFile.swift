import Provisioning

/// A file as UTF-8, piece by piece, whatever its encoding.
struct TextFile {
    let file: ByteFile
    private let encoding: TextEncoding
    private let chunk: Int
    private var decoder: TextDecoder
    private var hasEnded = false

    /// Reads the file once to the end, which is the only way to know that it is UTF-8.
    init(_ path: String, chunk: Int) throws(ConnectorError) {
        file = try ByteFile(path)
        self.chunk = chunk
        var detector = EncodingDetector()
        while true {
            let bytes = try file.read(chunk)
            if bytes.isEmpty { break }
            detector.feed(bytes)
        }
        do { encoding = try detector.finish() } catch { throw .incomplete(file.path, error) }
        decoder = TextDecoder(encoding)
        try file.rewind()
    }

    /// nil at the end.
    mutating func next() throws(ConnectorError) -> [UInt8]? {
        if hasEnded { return nil }
        let bytes = try file.read(chunk)
        do {
            if !bytes.isEmpty { return try decoder.decode(bytes) }
            hasEnded = true
            return try decoder.finish()
        } catch {
            throw .incomplete(file.path, error)
        }
    }

    mutating func rewind() throws(ConnectorError) {
        try file.rewind()
        decoder = TextDecoder(encoding)
        hasEnded = false
    }
}

extension ConnectorError {
    /// A file is read to its end or not at all (R-SAFE-4).
    static func incomplete(_ path: String, _ fault: TextFault) -> ConnectorError {
        .remoteIncomplete("line \(fault.line) of \(path): \(fault.message)")
    }
}
