#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import JSON
import Provisioning
import Synchronization

/// Reads a file of JSON lines in UTF-8 as records, a line each, without looking into them: a million lines pass here at every run, and of most of
/// them nothing is wanted but that they are as they were.
///
/// That the file is in UTF-8 shows only at its end. Every line that is read is checked, and one that is recognised was checked when it was read; so
/// a file with any other byte in it fails here, and is read again by `FileSnapshot`, which knows what to make of it.
final class JSONLineRecords: SnapshotReader {
    private struct State {
        var rest: [UInt8] = []
        var hasEnded = false
    }

    private let file: ByteFile
    private let chunk: Int
    private let state = Mutex(State())

    /// nil: the file is no JSON lines, or does not begin as UTF-8 without a mark.
    init?(path: String, format: FileFormat?, chunk: Int = 1 << 18) throws(ConnectorError) {
        file = try ByteFile(path)
        self.chunk = chunk
        // A pipe or an empty file is nothing to be quick with.
        let head = try file.read(1 << 16)
        try file.rewind()
        guard format == nil || format == .jsonl, head.first == UInt8(ascii: "{"), let end = head.firstIndex(of: 0x0A),
            let first = try? JSONDocument(Array(head[..<end])), FileFormat.isEmployee(first.root), head[end...].contains(where: { !FileFormat.isBlank($0) })
        else { return nil }
    }

    func next() async throws(ConnectorError) -> Page? { try nextPage() }

    private func nextPage() throws(ConnectorError) -> Page? {
        try state.withLock { state throws(ConnectorError) in
            while !state.hasEnded {
                var bytes = try file.read(chunk, after: state.rest)
                let isLast = bytes.count == state.rest.count
                var ranges: [Range<Int>] = []
                ranges.reserveCapacity(chunk / 512)
                var start = Self.lines(bytes.span, into: &ranges)
                if isLast {
                    try file.checkUnchanged()
                    state.hasEnded = true
                    if start < bytes.count { ranges.append(start..<bytes.count) }
                    start = bytes.count
                }
                state.rest = Array(bytes[start...])
                if state.rest.count > JSONLineEmployees.longestLine { throw .remoteIncomplete("a line of \(file.path) is longer than 16 MiB, so it is no employee.") }
                if ranges.isEmpty { continue }
                bytes.removeSubrange(start...)
                return Page(employees: [], records: RawRecords(bytes: bytes, ranges: ranges, read: Self.read))
            }
            return nil
        }
    }

    /// Finds the lines that are not blank; gives where the last one begins, which has no end yet.
    private static func lines(_ bytes: Span<UInt8>, into ranges: inout [Range<Int>]) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var start = 0
            // memchr looks at 32 bytes at a time.
            while start < buffer.count, let found = memchr(base + start, 0x0A, buffer.count - start) {
                let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if !buffer[start..<end].allSatisfy(FileFormat.isBlank) { ranges.append(start..<end) }
                start = end + 1
            }
            return start
        }
    }

    private static func read(_ line: ArraySlice<UInt8>) throws(ConnectorError) -> Employee {
        var reader = EmployeeReader()
        guard let document = try? JSONDocument(Array(line)), let employee = reader.read(document.root) else {
            throw .remoteIncomplete("a line is no employee.")
        }
        return employee
    }
}
