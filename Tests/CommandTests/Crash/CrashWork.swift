import Foundation
import JSON

/// What is interrupted.
enum CrashWork: String, CaseIterable {
    case sync, test, massEdit, due, backup

    func arguments(_ folder: Folder) -> [String] {
        switch self {
        case .sync: folder.sync()
        case .test: folder.test()
        case .massEdit: folder.massEdit()
        case .due: ["run-due", "--database", folder.database] + CrashWorld.due
        case .backup: folder.backup()
        }
    }

    /// What the next start finds: `before`, `after`, or what is wrong.
    func outcome(_ folder: Folder, _ world: CrashWorld) async throws -> String {
        let run = try await folder.newestRun()
        let mirror = try CrashWorld.mirror(folder.database)
        switch self {
        case .massEdit: return mirror == world.before ? "before" : mirror == world.afterMassEdit ? "after" : "BETWEEN: \(mirror)"
        case .backup:
            guard mirror == world.before else { return "BETWEEN: \(mirror)" }
            guard FileManager.default.fileExists(atPath: folder.copy) else { return "before" }
            return try await folder.isInOrder(folder.copy) ? "after" : "BETWEEN: the copy is not whole"
        case .sync, .test, .due:
            // The first sync is r1; a run that was not stored yet has not begun.
            if run["id"] == "r1" { return mirror == world.before && folder.rowFiles.isEmpty ? "before" : "BETWEEN: \(mirror)" }
            if run["state"] == "succeeded" {
                // A sync of another hour has other times in it, so only what it was not is known.
                let isRight = self == .sync ? mirror == world.afterSync : self == .test ? mirror == world.before : mirror != world.before
                return isRight && folder.rowFiles == ["\(run["id"]?.string ?? "").sqlite"] ? "after" : "BETWEEN: succeeded, but \(mirror), \(folder.rowFiles)"
            }
            // Begun by whoever looks next for what is due.
            if self == .due, run["state"] == "queued" { return mirror == world.before && folder.rowFiles.isEmpty ? "before" : "BETWEEN: \(mirror)" }
            let isRight = run["error"]?["data"]?["kind"] == "interrupted" && mirror == world.before && folder.rowFiles.isEmpty
            return isRight ? "before" : "BETWEEN: \(run.text), \(mirror), \(folder.rowFiles)"
        }
    }
}
