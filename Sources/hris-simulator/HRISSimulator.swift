import ArgumentParser
import Simulator

/// `hris-simulator`: serves vendors' wire formats over HTTP with switchable faults.
@main
struct HRISSimulator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hris-simulator", abstract: "Serve the wire formats of HR systems over HTTP, with switchable faults.")

    func run() async throws { _ = Simulator() }
}
