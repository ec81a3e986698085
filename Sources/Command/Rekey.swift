import Agent
import ArgumentParser
import Store
import Wire

/// Seals all secrets under another key.
struct Rekey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rekey", abstract: "Seal all secrets under a new key.",
        discussion: """
            Without a --new-key option a new key takes the place of the one in the key file, and the old one is kept beside it: it opens the \
            backups made before. Whatever interrupts this, the old key opens all secrets or the new one does. Other processes on the same \
            database go on with the new key where it is in a file or comes from a command; start the others again.
            """)

    @Option(help: ArgumentHelp("The file with the new key; made if it is not there.", valueName: "path"), completion: .file())
    var newKeyFile: String?

    @Option(help: ArgumentHelp("The environment variable that holds the new key: 64 hexadecimal digits.", valueName: "name"))
    var newKeyEnv: String?

    @Option(help: ArgumentHelp("The open file descriptor that gives the new key.", valueName: "number"))
    var newKeyFd: Int32?

    @Option(help: ArgumentHelp("A command that prints the new key.", valueName: "command"))
    var newKeyCommand: String?

    @Flag(help: "The key is lost: erase the secrets that nobody can open any more. The integrations have to be reconnected.")
    var forgetSecrets = false

    @OptionGroup var options: AgentOptions

    func validate() throws {
        if options.memory { throw ValidationError("--memory has nothing to seal.") }
        let count = [newKeyFile, newKeyEnv, newKeyCommand, newKeyFd.map(String.init)].compactMap(\.self).count
        if count > 1 { throw ValidationError("Only one of --new-key-file, --new-key-env, --new-key-fd and --new-key-command.") }
        if forgetSecrets, count > 0 { throw ValidationError("--forget-secrets takes no new key; name the key to be used from now on as always.") }
        if let newKeyFd, let problem = AgentOptions.problem(withDescriptor: newKeyFd) { throw ValidationError(problem) }
    }

    private var newKeys: KeySource? {
        newKeyFile.map { .file($0) } ?? newKeyEnv.map { .environment($0) } ?? newKeyFd.map { .descriptor($0) } ?? newKeyCommand.map { .command($0) }
    }

    func run() async throws {
        let agent = try options.agent(mustExist: true)
        do {
            if forgetSecrets {
                let names = try agent.forgetSecrets()
                print(names.isEmpty ? "No secret was sealed; nothing was erased." : "Erased the secrets of: \(names.joined(separator: ", ")). Reconnect them; until then nothing is synchronized.")
            } else {
                try agent.rekey(to: newKeys)
                print(message)
            }
        } catch { throw Trouble(RPCError(error).message) }
        await agent.shutDown()
    }

    private var message: String {
        switch newKeys {
        case nil: "All secrets are sealed under a new key, which is in the key file now. The old key lies beside it (.old-…): it opens backups made before; delete it with them."
        case .file(let path)?: "All secrets are sealed under the new key. From now on give every command --key-file \(path). The old key opens only backups made before."
        case .environment(let name)?: "All secrets are sealed under the new key. From now on give every command --key-env \(name). The old key opens only backups made before."
        default: "All secrets are sealed under the new key. From now on give every command the new key. The old key opens only backups made before."
        }
    }
}
