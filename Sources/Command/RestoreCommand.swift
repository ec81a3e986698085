import Agent
import ArgumentParser
import Provisioning
import Store
import Wire

/// Puts a backup in the place of the database, safely.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the database, which is kept beside it.",
        discussion: "Stop every process that uses the database first. The key file stays as it is.")

    @OptionGroup var options: AgentOptions
    @Argument(help: "A file that 'staffetta backup' made.", completion: .file())
    var backup: String

    func run() throws {
        if options.memory { throw Trouble("There is nothing to restore in memory; name a database with --database.") }
        let path = options.databasePath
        let time = SystemClock().now.description.filter { $0 != ":" && $0 != "-" }
        let kept: String?
        do {
            kept = try Restore.restore(backup, to: path, suffix: ".replaced-\(time)")
        } catch StoreError.locked(let pid) {
            let who = pid.map { "the process \($0)" } ?? "another process"
            throw Trouble("The database \(path) is in use by \(who); stop it first.")
        } catch {
            throw Trouble("Nothing was changed. \(RPCError(error).message)")
        }
        print("\(path) is now as in \(backup).")
        if let kept { print("What was there before is \(kept); it holds people's data, so remove it when all is well.") }
        print("Results of earlier runs are gone, and whoever follows user/changes will begin anew (fresh).")
    }
}
