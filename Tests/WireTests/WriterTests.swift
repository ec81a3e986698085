import Dispatch
import Foundation
import Testing

@testable import Wire

@Suite("Writer", .timeLimit(.minutes(1))) struct WriterTests {
    private static func message(_ name: String, size: Int) -> [UInt8] {
        Array("\"\(name)\(String(repeating: ".", count: size))\"".utf8)
    }

    @Test("responses wait for a stalled reader; notifications replace one another and are dropped beyond the bound") func stalled() {
        let pipe = Pipe()
        let wake = WakePipe()
        let writer = Writer(output: Descriptor(number: pipe.fileHandleForWriting.fileDescriptor), wake: wake)
        // Nobody writes yet: this message is too long to be written at once, and all others wait behind it.
        writer.send(Self.message("first", size: 5_000))
        for count in 1...1_000 { writer.notify(Self.message("progress\(count)", size: 0), replacing: "p") }
        writer.notify(Self.message("hint", size: 0), replacing: nil)
        writer.send(Self.message("huge", size: Writer.capacity))
        writer.notify(Self.message("dropped", size: 0), replacing: nil)
        writer.notify(Self.message("progress", size: 0), replacing: "p")
        writer.send(Self.message("last", size: 0))
        let flushed = DispatchSemaphore(value: 0)
        #expect(!writer.isFlushed(orSignal: flushed))
        Thread { _ = writer.run() }.start()
        Thread {
            flushed.wait()
            try? pipe.fileHandleForWriting.close()
        }.start()
        let text = String(decoding: (try? pipe.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
        let names = text.split(separator: "\n").map { $0.filter { $0 != "." && $0 != "\"" } }
        #expect(names == ["first", "progress", "hint", "huge", "last"])
        writer.end()
    }
}
