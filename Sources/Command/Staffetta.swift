import Agent
import ArgumentParser
import Contract
import Foundation
import Provisioning
import Store
import Wire

/// `staffetta`: the agent, and what a person or a script does with it at a terminal.
@main
struct Staffetta: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "staffetta",
        abstract: "Keeps an application's users in step with a company's HR system.",
        discussion: """
            Without a subcommand it serves JSON-RPC 2.0 on stdin and stdout: one message per line, or Content-Length headers; \
            the first byte chooses. See https://www.jsonrpc.org and the methods with 'staffetta protocol'.
            """,
        version: version,
        subcommands: [
            Serve.self, CallCommand.self, ConnectCommand.self, Demo.self, RunDue.self, Check.self, Backup.self, RestoreCommand.self, Rekey.self,
            ConnectorsCommand.self, ProtocolCommand.self,
        ],
        defaultSubcommand: Serve.self)
}

/// Serves JSON-RPC on stdin and stdout.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve JSON-RPC 2.0 on stdin and stdout (the default).")

    /// How long after the reason to leave a session may last; what it promises is 5 s.
    private static let grace = Duration.seconds(4.8)

    @OptionGroup var options: AgentOptions

    @Option(help: "Skip messages of more bytes than this.")
    var maxMessage = 16 << 20

    func validate() throws {
        if maxMessage < 1 { throw ValidationError("--max-message takes a number of bytes, at least 1.") }
    }

    func run() async throws {
        guard let streams = StandardStreams.claim() else { throw Trouble("No file descriptors are left.") }
        signal(SIGPIPE, SIG_IGN)
        let log = JSONLines.logger(options.logLevel)
        let (handler, agent, trouble) = try options.served()
        if let trouble { FileHandle.standardError.write(Data("Error: \(trouble)\n".utf8)) }
        log.info("serving", metadata: ["version": "\(Staffetta.version)", "pid": "\(ProcessInfo.processInfo.processIdentifier)"])
        let connection = Connection(input: streams.input, output: streams.output, handler: handler, maximumMessage: maxMessage)
        let stopping = StopSignals { connection.stop(reason: $0) }
        let ending = await withCheckedContinuation { continuation in
            let thread = Thread {
                let ending = connection.run()
                continuation.resume(returning: ending)
                // A script may finish what it started. All others leave in time: an apply that is not done by then ends with the process,
                // and its transaction has never happened. A thread, because the run may keep the tasks' threads busy.
                if ending.reason == .endOfInput, !connection.isSession { return }
                let left = connection.leftAt.map { ContinuousClock.now - $0 } ?? .zero
                Thread.sleep(forTimeInterval: max(0, (Self.grace - left) / .seconds(1)))
                log.warning("leaving before a run was done", metadata: ["reason": "\(ending.reason)"])
                _exit(ending.status)
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        stopping.end()
        await agent?.shutDown()
        let status = agent == nil ? 1 : ending.status
        log.info("leaving", metadata: ["reason": "\(ending.reason)", "status": "\(status)"])
        Foundation.exit(status)
    }
}

/// Runs what is due and leaves: for cron and timers.
struct RunDue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-due", abstract: "Run the syncs that are due, and leave. For cron and systemd timers.")

    @OptionGroup var options: AgentOptions

    func run() async throws {
        let agent = try options.agent()
        let runs = try await agent.runDue()
        for run in runs { print("\(run.id)\t\(run.state.rawValue)\t\(run.failure?.message ?? "")") }
        await agent.shutDown()
        if runs.contains(where: { $0.state == .failed }) { throw ExitCode.failure }
    }
}

/// Prints the OpenRPC document.
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "protocol", abstract: "Print the OpenRPC document of every method.")

    func run() throws {
        FileHandle.standardOutput.write(openRPCDocument.withUTF8Buffer { Data($0) })
        print("")
    }
}

/// Holds the database against its invariants.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Check the database, and say what is wrong with it.")

    @OptionGroup var options: AgentOptions

    func run() throws {
        let problems = try options.openStore(mustExist: true).check()
        for problem in problems { print(problem) }
        if !problems.isEmpty { throw ExitCode.failure }
        print("The database is in order.")
    }
}

/// Copies the database while it is in use.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: "Copy the database while it is in use. Secrets stay sealed; keep the key file apart.")

    @OptionGroup var options: AgentOptions
    @Argument(help: "The new file; it must not exist.", completion: .file())
    var path: String

    func run() throws {
        let store = try options.openStore(mustExist: true)
        do {
            print("\(try store.backup(to: path)) bytes written to \(path)")
        } catch {
            throw Trouble(RPCError(error).message)
        }
    }
}
