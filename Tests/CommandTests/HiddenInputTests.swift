import Foundation
import JSON
import Testing

/// `staffetta connect` at a terminal of its own (a pseudo terminal, as a window has).
@Suite struct HiddenInputTests {
    @Test("what is secret is not shown while it is typed; everything else is; the terminal is as before at the end", arguments: [false, true])
    func hidden(interrupted: Bool) async throws {
        let folder = try Folder()
        _ = try await call(folder.database, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // TIOCSPTLCK and TIOCGPTN of Linux's ioctl_tty(2), which are no functions.
        var unlocked: Int32 = 0, number: UInt32 = 0
        try #require(master >= 0 && ioctl(master, 0x4004_5431, &unlocked) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        let screen = Output(master, "the screen")
        let child = try Child(["connect", "hibob", "--kind", "basic", "--database", folder.database], lifetime: 30, terminal: slave)
        var seen = ""
        func type(_ text: String, after prompt: String) async throws {
            while !seen.contains("\u{1B}[1m\(prompt)") && !seen.contains("\n\(prompt) (Ctrl") || !seen.hasSuffix("> ") {
                seen += String(decoding: try #require(await screen.some(), "no “\(prompt)” in \(seen)"), as: UTF8.self)
            }
            _ = write(master, text, text.utf8.count)
        }
        try await type("SERVICE-7\n", after: "Service user")
        // A signal from elsewhere overtakes what is typed, so nothing is typed before it.
        try await type(interrupted ? "" : "marker-Q2\u{7F}1-tail\n", after: "Token")
        if interrupted {
            child.signal(SIGINT)
        } else {
            // Refused before anything is sent, so it asks again.
            try await type("http://127.0.0.1:1\n", after: "Other address")
            try await type("", after: "Try again")
            child.signal(SIGINT)
        }
        _ = try await child.end()
        var mode = termios()
        #expect(tcgetattr(slave, &mode) == 0 && mode.c_lflag & tcflag_t(ECHO) != 0 && mode.c_lflag & tcflag_t(ICANON) != 0)
        close(slave)
        seen += String(decoding: await screen.rest(), as: UTF8.self)
        #expect(seen.contains("SERVICE-7"), "what is no secret is shown")
        #expect(!seen.contains("marker") && !seen.contains("tail"), "\(seen)")
    }
}
