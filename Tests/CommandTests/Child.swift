import Foundation
import JSON
import Synchronization
import Testing

/// How a process ended.
enum Exit: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)

    /// As waitpid(2) tells it.
    init(_ status: Int32) { self = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F) }

    /// Waits on this thread until a child has ended.
    static func wait(for pid: pid_t) -> Exit {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return Exit(status)
    }
}

/// The real binary (or another program) as a child process over real pipes, from which it inherits nothing else. Whatever happens it lives no
/// longer than `lifetime` seconds: then it is killed, all its pipes end, and whoever waits for it goes on. Not Foundation's `Process`: that one
/// knows of the end by a socket, which children that begin at the same time inherit, so that it may wait for them as well.
final class Child: Sendable {
    /// Beside the test bundle, where the build puts it.
    static let binary: String = {
        // A release build, for long tests.
        if let named = ProcessInfo.processInfo.environment["STAFFETTA_BINARY"] { return named }
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("staffetta").path
    }()

    let pid: pid_t
    let output: Output
    let errors: Output
    private let input: Mutex<Int32?>
    /// A client that stops reading must not stop the test.
    private let writing = DispatchQueue(label: "input")
    private let ending: Output
    /// nil: it runs.
    private let life = Mutex<Exit?>(nil)
    /// When it was seen to have ended: the test that waits for that may hear of it much later, on a busy machine.
    private let departure = Mutex<ContinuousClock.Instant?>(nil)
    /// Pipes become private to this process only after they are made; no other child may begin in between.
    private static let starting = Mutex(())
    /// Where lives and waits end; not the global queue, which may have no thread left for it.
    static let limits = DispatchQueue(label: "limits")

    /// What the client does with stdout.
    enum Reading { case always, never, closed }

    /// - Parameters:
    ///   - lifetime: In seconds.
    ///   - terminal: Stands for stdin, stdout and stderr instead of pipes.
    init(
        _ arguments: [String], of program: String = Child.binary, environment: [String: String] = [:], reading: Reading = .always, lifetime: Double = 60, terminal: Int32? = nil
    ) throws {
        let (input, output, errors, ended, nothing, pid) = try Child.starting.withLock { _ in
            let (input, output, errors, ended, nothing) = (try Pipe(), try Pipe(), try Pipe(), try Pipe(), try Pipe())
            let pid = try Child.spawn([program] + arguments, environment, terminal.map { [$0, $0, $0] } ?? [input.readEnd, output.writeEnd, errors.writeEnd])
            return (input, output, errors, ended, nothing, pid)
        }
        for end in [input.readEnd, output.writeEnd, errors.writeEnd, nothing.writeEnd] { close(end) }
        self.pid = pid
        self.input = Mutex(input.writeEnd)
        let name = "\((program as NSString).lastPathComponent) \(arguments.prefix(3).joined(separator: " "))", limit = lifetime + 30
        self.errors = Output(errors.readEnd, "stderr of \(name)", limit: limit)
        // What is never read stays open as long as the tests run.
        if reading == .closed { close(output.readEnd) }
        if reading == .always { close(nothing.readEnd) }
        self.output = Output(reading == .always ? output.readEnd : nothing.readEnd, "stdout of \(name)", limit: limit)
        ending = Output(ended.readEnd, "the end of \(name)", limit: limit)
        Child.limits.asyncAfter(deadline: .now() + lifetime) { [weak self] in self?.signal(SIGKILL) }
        Thread { [self] in
            // Until it is reaped its process id cannot be somebody else's.
            var info = siginfo_t()
            while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
            departure.withLock { $0 = .now }
            life.withLock { $0 = Exit.wait(for: pid) }
            close(ended.writeEnd)
        }.start()
    }

    // MARK: Input

    func write(_ bytes: [UInt8]) {
        writing.async { [self] in
            guard let descriptor = input.withLock({ $0 }) else { return }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno != EINTR { return }
                rest = rest.dropFirst(max(0, count))
            }
        }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func request(_ id: Int, _ method: String, _ params: JSONValue = [:]) { write(Child.request(id, method, params) + "\n") }

    func notify(_ method: String) { write(#"{"jsonrpc":"2.0","method":"\#(method)"}"# + "\n") }

    static func request(_ id: Int, _ method: String, _ params: JSONValue = [:]) -> String {
        (["jsonrpc": "2.0", "id": JSONValue(id), "method": .string(method), "params": params] as JSONValue).text
    }

    /// Returns when the pipe has taken everything so far.
    func written() async {
        await withCheckedContinuation { continuation in writing.async { continuation.resume() } }
    }

    func closeInput() {
        writing.async { [self] in
            input.withLock { descriptor in
                if let descriptor { close(descriptor) }
                descriptor = nil
            }
        }
    }

    // MARK: Output

    /// The next message; a line that is none fails the test.
    func message() async throws -> JSONValue {
        guard let line = await output.line() else {
            // How it ended, and what it said last, tell why.
            signal(SIGTERM)
            let exit = try await end(), log = await log().suffix(500)
            throw Silence(description: "the agent says no more: \(exit), \(log)")
        }
        return try #require(try? JSONValue(parsing: line), "no JSON on stdout: \(String(decoding: line, as: UTF8.self))")
    }

    /// The response to `id`; what comes before it is left out.
    func response(_ id: Int) async throws -> JSONValue {
        while true {
            let message = try await message()
            if message["id"]?.int == id { return message }
        }
    }

    func result(_ id: Int, _ method: String, _ params: JSONValue = [:]) async throws -> JSONValue {
        request(id, method, params)
        let response = try await response(id)
        return try #require(response["result"], "\(method): \(response.text)")
    }

    /// The next notification of this method for which `isWanted`.
    func notification(_ method: String, where isWanted: (JSONValue) -> Bool = { _ in true }) async throws -> JSONValue {
        while true {
            let message = try await message()
            if message["method"]?.string == method, let params = message["params"], isWanted(params) { return params }
        }
    }

    /// Waits for its end.
    func end() async throws -> Exit {
        _ = await ending.rest()
        return try #require(life.withLock { $0 })
    }

    /// What it wrote to stderr, at its end.
    func log() async -> String { String(decoding: await errors.rest(), as: UTF8.self) }

    // MARK: Life

    /// nil: it runs.
    var endedAt: ContinuousClock.Instant? { departure.withLock { $0 } }

    func signal(_ number: Int32) {
        life.withLock { if $0 == nil { _ = kill(pid, number) } }
    }

    /// Kills it and waits until it is gone.
    func stop() async {
        signal(SIGKILL)
        _ = await ending.rest()
        closeInput()
    }

    /// Runs a command of the system that soon ends, and waits on this thread; after 20 seconds it is killed (status 124).
    static func run(_ words: [String]) throws -> Exit {
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        return Exit.wait(for: try starting.withLock { _ in try spawn(["/usr/bin/timeout", "20"] + words, [:], [null, null, null]) })
    }

    /// - Parameter standard: What becomes its stdin, stdout and stderr. It inherits nothing else.
    private static func spawn(_ arguments: [String], _ environment: [String: String], _ standard: [Int32]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, end) in standard.enumerated() { posix_spawn_file_actions_adddup2(&actions, end, Int32(number)) }
        // What others opened without thinking of children, such as sockets.
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            if let number = Int32(name), number > 2 { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
        }
        // As a shell would start it, whatever this test process ignores.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t(), none = sigset_t()
        sigemptyset(&signals)
        sigemptyset(&none)
        for number in [SIGPIPE, SIGTERM, SIGINT] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }.map { "\($0)=\($1)" }
        let (argv, envp) = (arguments.map { strdup($0) }, variables.map { strdup($0) })
        defer { for text in argv + envp { free(text) } }
        var pid: pid_t = 0
        try #require(posix_spawn(&pid, arguments[0], &actions, &attributes, argv + [nil], envp + [nil]) == 0, "cannot start \(arguments[0])")
        return pid
    }
}

/// A child that was expected to say something.
struct Silence: Error, CustomStringConvertible { var description: String }

/// Two ends that no other child inherits.
struct Pipe {
    var readEnd: Int32
    var writeEnd: Int32

    init() throws {
        // A child that is gone is an error of `write`, not the end of the tests.
        _ = Pipe.ignoringBrokenPipes
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    private static let ignoringBrokenPipes: Void = { _ = Glibc.signal(SIGPIPE, SIG_IGN) }()
}
