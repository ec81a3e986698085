import ArgumentParser
import Connectors
import Foundation

/// What a person does with connectors of their own.
struct ConnectorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connectors", abstract: "Work on connectors of your own.", subcommands: [CheckManifest.self])
}

/// Says what is wrong with a manifest, by line.
struct CheckManifest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the description of an HR system, and say what is wrong with it, by line. docs/connectors.md describes the file.")

    @Argument(help: "The manifest.", completion: .file(extensions: ["json"]))
    var file: String

    func run() throws {
        do {
            print("\(file) is in order: \(try OwnManifests.check(file: file)).")
        } catch {
            for line in error.lines { print(line) }
            throw ExitCode.failure
        }
    }
}
