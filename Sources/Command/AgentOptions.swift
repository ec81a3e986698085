import Agent
import ArgumentParser
import Connectors
import Foundation
import Logging
import Provisioning
import Store
import Wire

/// What every subcommand that opens the database takes.
struct AgentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database file (default: in the user's data directory).", valueName: "path"), completion: .file())
    var database: String?

    @Flag(help: "Keep everything in memory; nothing is left afterwards.")
    var memory = false

    @Option(help: ArgumentHelp("The file with the key that seals secrets (default: beside the database).", valueName: "path"), completion: .file())
    var keyFile: String?

    @Option(help: ArgumentHelp("The environment variable that holds the key.", valueName: "name"))
    var keyEnv: String?

    @Option(help: ArgumentHelp("The open file descriptor that gives the key, such as 3 with 3<key.", valueName: "number"))
    var keyFd: Int32?

    @Option(help: ArgumentHelp("A command that prints the key.", valueName: "command"))
    var keyCommand: String?

    @Option(help: ArgumentHelp("A clock that begins here (RFC 3339) and moves only by clock/advance.", valueName: "timestamp"))
    var virtualClock: String?

    @Option(help: "Tests in 24 hours per integration; 0: no limit.")
    var testsPerDay = 3

    @Option(help: "Manual syncs in 24 hours per integration; 0: no limit.")
    var syncsPerDay = 1

    @Option(help: "trace, debug, info, notice, warning, error or critical; logs go to stderr as JSON lines.")
    var logLevel = Logger.Level.notice

    @Flag(help: "Refuse requests that name no actor.")
    var requireActor = false

    @Option(help: ArgumentHelp("The only folder in which requests with an actor may name files.", valueName: "dir"), completion: .directory)
    var files: String?

    @Option(help: ArgumentHelp("A folder with descriptions of further HR systems, see docs/connectors.md.", valueName: "dir"), completion: .directory)
    var connectors: String?

    @Option(help: ArgumentHelp("A host to which connectors may speak plain HTTP; else HTTPS only, loopback included. Repeatable.", valueName: "host"))
    var allowHttp: [String] = []

    @Option(help: ArgumentHelp("A host with a loopback, private or link-local address that connectors may reach for an actor. Repeatable.", valueName: "host"))
    var allowHost: [String] = []

    func validate() throws {
        if let virtualClock, Timestamp(virtualClock) == nil { throw ValidationError("--virtual-clock takes a time like 2026-01-05T08:00:00Z.") }
        if memory, database != nil { throw ValidationError("--memory and --database exclude each other.") }
        if [keyFile, keyEnv, keyFd.map(String.init), keyCommand].compactMap(\.self).count > 1 { throw ValidationError("Only one of --key-file, --key-env, --key-fd and --key-command.") }
        if let keyFd, let problem = AgentOptions.problem(withDescriptor: keyFd) { throw ValidationError(problem) }
        if let problem = (allowHttp + allowHost).lazy.compactMap(NetworkPolicy.problem).first { throw ValidationError(problem) }
        if testsPerDay < 0 || syncsPerDay < 0 { throw ValidationError("A limit is 0 (none) or more.") }
    }

    /// Asked before anything is opened here, so that the descriptor is the caller's; nil: it can be read.
    static func problem(withDescriptor number: Int32) -> String? {
        var status = stat()
        let isOurs = number > 2 && fstat(number, &status) == 0 && [S_IFREG, S_IFIFO, S_IFSOCK, S_IFCHR].contains(status.st_mode & S_IFMT)
        return isOurs ? nil : "The file descriptor \(number) is not open; open it for this command, such as with \(max(number, 3))<key. 0 to 2 are taken."
    }

    var databasePath: String {
        if let database { return database }
        let environment = ProcessInfo.processInfo.environment
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? ".") + "/.local/share"
        return data + "/staffetta/staffetta.sqlite"
    }

    /// The database; commands that only look at one do not make it.
    func openStore(mustExist: Bool = false) throws -> Store {
        CrashReports.leaveOutMemory()
        if mustExist, !memory, !FileManager.default.fileExists(atPath: databasePath) { throw Trouble("There is no database \(databasePath).") }
        let keys: KeySource =
            keyEnv.map { .environment($0) } ?? keyFd.map { .descriptor($0) } ?? keyCommand.map { .command($0) } ?? keyFile.map { .file($0) }
            ?? (memory ? .memory : .file(databasePath + ".key"))
        do {
            return try Store(memory ? .memory : .file(path: databasePath), keys: keys)
        } catch {
            throw Trouble(RPCError(error))
        }
    }

    /// The connectors of this build and those of `--connectors`.
    private func catalog() throws -> Catalog {
        let network = NetworkPolicy(allowHTTP: allowHttp, allowHost: allowHost)
        guard let connectors else { return Catalog(network: network) }
        do { return Catalog(network: network, manifests: try OwnManifests(folder: connectors)) } catch {
            throw Trouble(error.lines.joined(separator: "\n"))
        }
    }

    /// The agent, opened and put in order.
    func agent(mustExist: Bool = false) throws -> Agent {
        let store = try openStore(mustExist: mustExist)
        var options = Options(version: Staffetta.version)
        options.testsPerDay = testsPerDay
        options.syncsPerDay = syncsPerDay
        options.requireActor = requireActor
        options.files = files
        let time: any TimeSource = virtualClock.flatMap { Timestamp($0) }.map { VirtualClock($0) } ?? SystemClock()
        let agent = Agent(store: store, catalog: try catalog(), time: time, options: options, log: JSONLines.logger(logLevel))
        do { try agent.recover() } catch { throw Trouble(RPCError(error)) }
        return agent
    }
}

extension AgentOptions {
    /// What stands behind a connection: the agent or, where the database cannot be opened, what answers every request with why.
    func served() throws -> (handler: any MessageHandler, agent: Agent?, trouble: Trouble?) {
        do {
            let agent = try agent()
            return (agent, agent, nil)
        } catch let trouble as Trouble {
            guard let error = trouble.error else { throw trouble }
            return (UnopenedAgent(error), nil, trouble)
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}

/// Something that a person at a terminal has to mend.
struct Trouble: Error, CustomStringConvertible {
    var description: String
    /// The same for programs, where it has a kind.
    var error: RPCError?

    init(_ description: String) { self.description = description }

    init(_ error: RPCError) {
        description = error.message
        self.error = error
    }
}
