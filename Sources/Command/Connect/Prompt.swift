import Dispatch
import Foundation

/// Questions to a person: they go to stderr, so that stdout is for results alone; answers are lines of stdin.
final class Prompt {
    let isTerminal = isatty(STDIN_FILENO) == 1
    private let isColoured = isatty(STDERR_FILENO) == 1
    private static let longestLine = 64 << 10

    func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    func heading(_ text: String) { say(isColoured ? "\n\u{1B}[1m\(text)\u{1B}[0m" : "\n" + text) }

    func help(_ text: String) {
        if !text.isEmpty { say(isColoured ? "\u{1B}[2m\(wrapped(text))\u{1B}[0m" : text) }
    }

    /// Lines broken between words, as wide as the terminal but no wider than is good to read.
    private func wrapped(_ text: String) -> String {
        var size = winsize()
        let width = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? min(Int(size.ws_col) - 1, 100) : 79
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var lines = [""]
            for word in line.split(separator: " ") {
                if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + word.count >= width { lines.append("") }
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The answer, without blanks around it; what is secret is not shown while it is typed. End of input is an error: nobody is there.
    func answer(_ question: String, isSecret: Bool = false) throws -> String {
        if isTerminal, !isSecret { show(question) }
        guard let line = isSecret && isTerminal ? try hiddenLine(question) : try line() else {
            throw Trouble("The input ended before “\(question)” was answered; nothing was changed.")
        }
        return line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func show(_ question: String) { FileHandle.standardError.write(Data((question + " ").utf8)) }

    /// The next line of stdin; nil: there is none. Read byte by byte, so that nothing is taken that is meant for another reader.
    func line() throws -> String? {
        var bytes: [UInt8] = []
        while let byte = next() {
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
            if bytes.count > Self.longestLine { throw Trouble("A line of the input is too long.") }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Typed without being shown. Not in the terminal's own line editor, which takes no more than 4,095 characters.
    private func hiddenLine(_ question: String) throws -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw Trouble("The terminal cannot be kept from showing what is typed.") }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON)
        // However it ends, the terminal shows again what is typed.
        let stopping = StopSignals { [before] _ in
            var before = before
            // What of a secret was not read yet must not reach the shell.
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            _exit(130)
        }
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { throw Trouble("The terminal cannot be kept from showing what is typed.") }
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &before)
            stopping.end()
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
            say("")
        }
        // Not before: who answers at once must not see it either.
        show(question)
        var bytes: [UInt8] = []
        while let byte = next() {
            switch byte {
            case 0x0A, 0x0D: return String(decoding: bytes, as: UTF8.self)
            case 0x04: return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            case 0x15: bytes = []
            case 0x08, 0x7F:
                // A character may have several bytes.
                while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
            default: bytes.append(byte)
            }
            if bytes.count > Self.longestLine { throw Trouble("What was typed is too long.") }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private func next() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count < 0, errno == EINTR { continue }
            return nil
        }
    }
}
