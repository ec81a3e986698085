import Foundation
import Generation

// Run in the root of the repository: writes what follows from protocol/; with --check only compares.
func complain(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.isEmpty || arguments == ["--check"] else {
    complain("usage: swift run generate [--check]")
    exit(2)
}
do {
    let specification = try Specification(root: FileManager.default.currentDirectoryPath)
    if arguments.isEmpty {
        for path in try specification.write() { print(path) }
    } else {
        let differences = try specification.differences()
        for difference in differences { complain(difference) }
        if !differences.isEmpty {
            complain("run: swift run generate")
            exit(1)
        }
    }
} catch {
    complain("\(error)")
    exit(1)
}
