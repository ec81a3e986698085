internal import GRDB
internal import Foundation
import JSON
import Provisioning

/// What the last sync of an integration found settled.
extension Reading {
    /// nil: nothing is known, or of another epoch, or of a database that was restored since.
    public func recognition(integration: String, epoch: Fingerprint) throws(StoreError) -> Recognition? {
        guard let row = Identifier.integration.row(integration) else { return nil }
        let head = try first("SELECT epoch, key, day, sequence, shapes FROM recognition WHERE integration = ?", [row]) { (row) throws(StoreError) in
            (epoch: row[0] as Data, key: row[1] as Data, day: Day(number: row[2]), sequence: row[3] as Int64, shapes: try RecognitionShapes.decode(row[4]))
        }
        guard let head, Fingerprint(stored: head.epoch) == epoch else { return nil }
        var entries: [Recognition.Entry] = []
        let size = try number("SELECT coalesce(sum(length(entries)), 0) FROM recognition_part WHERE integration = ?", [row])
        entries.reserveCapacity(size / MemoryLayout<Recognition.Entry>.stride)
        try each("SELECT entries FROM recognition_part WHERE integration = ? ORDER BY part", [row]) { row in
            (row[0] as Data).withUnsafeBytes { bytes in entries.append(contentsOf: bytes.bindMemory(to: Recognition.Entry.self)) }
        }
        guard entries.allSatisfy({ $0.shape < head.shapes.count }) else { throw .damaged("What is known of people names a shape that is not there.") }
        return Recognition(
            key: FingerprintKey(stored: head.key), epoch: epoch, day: head.day, sequence: head.sequence, shapes: head.shapes, entries: entries)
    }
}

extension Writing {
    /// Takes the place of what was known before; nil: forgets it.
    public func set(integration: String, _ recognition: Recognition?) throws(StoreError) {
        let row = try Identifier.integration.required(integration)
        try execute("DELETE FROM recognition_part WHERE integration = ?", [row])
        try execute("DELETE FROM recognition WHERE integration = ?", [row])
        guard let recognition else { return }
        try execute("INSERT INTO recognition VALUES (?, ?, ?, ?, ?, ?)", [
            row, recognition.epoch.stored, recognition.key.stored, recognition.day.number, recognition.sequence, RecognitionShapes.encode(recognition.shapes),
        ])
        try recognition.parts(of: 1 << 14) { (part, entries) throws(StoreError) in
            try execute("INSERT INTO recognition_part VALUES (?, ?, ?)", [row, part, entries.withUnsafeBytes { Data($0) }])
        }
    }
}

/// As they are stored.
enum RecognitionShapes {
    static func encode(_ shapes: [Recognition.Shape]) -> String {
        JSONValue.array(shapes.map { shape in
            let value: JSONValue = [
                "paths": .array(shape.paths.map { .string($0) }), "having": .array(shape.having.map { .string($0) }), "on": .bool(shape.participates),
            ]
            return value.adding("out", shape.exclusion.map { .string($0.rawValue) })
        }).text
    }

    static func decode(_ text: String) throws(StoreError) -> [Recognition.Shape] {
        try (JSONText.parse(text).array ?? []).map { shape in
            Recognition.Shape(
                paths: shape["paths"]?.array?.compactMap(\.string) ?? [], having: shape["having"]?.array?.compactMap(\.string) ?? [],
                participates: shape["on"]?.bool ?? false, exclusion: shape["out"]?.string.flatMap { Row.Reason(rawValue: $0) })
        }
    }
}

extension Fingerprint {
    fileprivate var stored: Data { withUnsafeBytes(of: (first, second)) { Data($0) } }

    fileprivate init?(stored data: Data) {
        let words = data.words
        guard words.count == 2 else { return nil }
        self.init(first: words[0], second: words[1])
    }
}

extension FingerprintKey {
    fileprivate var stored: Data { words.withUnsafeBytes { Data($0) } }
    fileprivate init(stored data: Data) { self.init(words: data.words) }
}

extension Data {
    fileprivate var words: [UInt64] {
        withUnsafeBytes { bytes in (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) } }
    }
}
