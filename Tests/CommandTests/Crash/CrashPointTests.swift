import Foundation
import JSON
import Store
import Testing

/// kill -9 at every named moment: the mirror is as before or as after, and the run that was interrupted says so (R-PLAN-9, R-RUN-3).
@Suite(.serialized) struct CrashPointTests {
    static let starting: [CrashPoint] = [.fileMade, .migrating, .migrated]
    static let reading: [CrashPoint] = [.runStored, .pageRead, .fetched, .planned]
    static let storing: [CrashPoint] = [.rowsFilled, .rowsComplete, .rowsSettled]
    static let applying: [CrashPoint] = [.deleted, .updated, .created, .referred, .applied]
    static let editing: [CrashPoint] = [.massEditing, .massEdited, .massEditCommitted]
    static let backingUp: [CrashPoint] = [.backupCopied, .backupSettled]
    static let restoring: [CrashPoint] = [.restoreKept, .restoreSettled]
    static let alone: [CrashPoint] = [.committed, .failing, .recovering, .undone]

    @Test("each named moment is tried") func all() {
        let tried = Self.starting + Self.reading + Self.storing + Self.applying + Self.editing + Self.backingUp + Self.restoring + Self.alone
        #expect(tried.count == CrashPoint.allCases.count && Set(tried) == Set(CrashPoint.allCases))
    }

    private static let world = Shared { try await CrashWorld(people: 300) }

    /// Runs a command and sees it killed at `point`.
    private func crash(_ arguments: [String], at point: CrashPoint) async throws {
        let outcome = try await staffetta(arguments, environment: ["STAFFETTA_CRASH_AT": point.rawValue])
        try #require(outcome.exit == .signal(SIGKILL), "\(point) was not reached: \(outcome)")
    }

    private func expectInterrupted(_ folder: Folder, _ world: CrashWorld) async throws {
        let run = try await folder.newestRun()
        #expect(run["state"] == "failed" && run["error"]?["data"]?["kind"] == "interrupted", "\(run.text)")
        #expect(try CrashWorld.mirror(folder.database) == world.before)
        #expect(folder.rowFiles.allSatisfy { $0 == "r1.sqlite" }, "rows of a run that never ended: \(folder.rowFiles)")
        #expect(try await folder.isInOrder())
    }

    @Test("a new database", arguments: starting) func start(_ point: CrashPoint) async throws {
        let folder = try Folder()
        try await crash(["call", "user/list", "--database", folder.database], at: point)
        #expect(try await call(folder.database, "user/list")["items"] == [])
        #expect(try await folder.isInOrder())
    }

    @Test("a sync", arguments: reading + storing + applying) func sync(_ point: CrashPoint) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await crash(folder.sync(), at: point)
        try await expectInterrupted(folder, world)
        #expect(try await staffetta(folder.sync()).exit == .status(0))
        #expect(try CrashWorld.mirror(folder.database) == world.afterSync)
    }

    @Test("a test", arguments: reading + storing) func test(_ point: CrashPoint) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await crash(folder.test(), at: point)
        try await expectInterrupted(folder, world)
    }

    @Test("a sync whose transaction is committed has happened") func committed() async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await crash(folder.sync(), at: .committed)
        #expect(try await folder.newestRun()["state"] == "succeeded")
        #expect(try CrashWorld.mirror(folder.database) == world.afterSync)
        #expect(folder.rowFiles.contains("r2.sqlite"))
        #expect(try await folder.isInOrder())
    }

    @Test("a sync that fails, and what puts an interrupted run in order") func failing() async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await world.withoutPeople { try await crash(folder.sync(), at: .failing) }
        try await crash(["call", "user/list", "--database", folder.database], at: .recovering)
        try await expectInterrupted(folder, world)
    }

    @Test("R-RUN-4 a due sync that a crash interrupted is made up, once", arguments: [CrashPoint.runStored, .planned, .applied]) func due(_ point: CrashPoint) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await crash(["run-due", "--database", folder.database] + CrashWorld.due, at: point)
        let early = try await staffetta(["run-due", "--database", folder.database] + CrashWorld.due)
        let later = ["run-due", "--database", folder.database, "--virtual-clock", "2026-03-03T08:15:00Z"]
        let made = try await staffetta(later)
        // One that had not begun is begun; one that broke off is repeated after 15 minutes, like one that failed.
        for (outcome, isIt) in [(early, point == .runStored), (made, point != .runStored)] {
            #expect(outcome.exit == .status(0) && (isIt ? outcome.output.hasSuffix("\tsucceeded\t\n") : outcome.output.isEmpty), "\(outcome)")
        }
        #expect(try await staffetta(later).output.isEmpty)
        let shown = try await staffetta(["call", "integration/get", #"{"integration":"People"}"#, "--database", folder.database])
        #expect(shown.output.contains(#""nextSyncAt":"2026-03-04T08:00:00.000Z""#), "the schedule has moved: \(shown.output)")
    }

    @Test("a mass edit", arguments: editing) func massEdit(_ point: CrashPoint) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await crash(folder.massEdit(), at: point)
        #expect(try await folder.isInOrder())
        #expect(try CrashWorld.mirror(folder.database) == (point == .massEditCommitted ? world.afterMassEdit : world.before))
    }

    @Test("an undo") func undo() async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        #expect(try await staffetta(folder.sync()).exit == .status(0))
        try await crash(folder.undo(), at: .undone)
        #expect(try CrashWorld.mirror(folder.database) == world.afterSync)
        #expect(try await folder.isInOrder())
        #expect(try await staffetta(folder.undo()).exit == .status(0), "it can still be taken back")
    }

    @Test("a backup is whole or not there", arguments: backingUp) func backup(_ point: CrashPoint) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        try await crash(folder.backup(), at: point)
        #expect(FileManager.default.fileExists(atPath: folder.copy) == (point == .backupSettled))
        if point == .backupCopied { #expect(try await staffetta(folder.backup()).exit == .status(0), "what was left is no hindrance") }
        #expect(try await folder.isInOrder(folder.copy))
        #expect(try CrashWorld.mirror(folder.database) == world.before)
    }

    @Test("a restore has happened or not", arguments: restoring) func restore(_ point: CrashPoint) async throws {
        let world = try await Self.world.value()
        let folder = try world.round()
        #expect(try await staffetta(folder.backup()).exit == .status(0))
        #expect(try await staffetta(folder.sync()).exit == .status(0))
        try await crash(folder.restore(), at: point)
        #expect(try await folder.isInOrder())
        let departments = try await call(folder.database, "segment/list", ["attribute": "department"])["items"]?.array?.count
        #expect(departments == (point == .restoreKept ? 25 : 20), "\(departments ?? -1)")
        if point == .restoreKept { #expect(try CrashWorld.mirror(folder.database) == world.afterSync) }
        #expect(try await staffetta(folder.restore()).exit == .status(0), "and can be repeated")
        #expect(try await folder.isInOrder())
    }
}

/// Made when it is first asked for, for all tests of a suite.
final class Shared<Value: Sendable>: Sendable {
    private let task: Task<Value, any Error>
    init(_ make: @escaping @Sendable () async throws -> Value) { task = Task { try await make() } }
    func value() async throws -> Value { try await task.value }
}
