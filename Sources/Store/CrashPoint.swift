#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The moments at which a crash would hurt most. A test names one in `STAFFETTA_CRASH_AT`, and the process is killed there as by `kill -9`;
/// `NAME:3` means the third time. Only debug builds look; in others `reached` does nothing.
public enum CrashPoint: String, CaseIterable, Sendable {
    /// The database file is there and empty; in the middle of making its tables; they are there.
    case fileMade, migrating, migrated
    /// In the middle of marking what an earlier process left unfinished.
    case recovering
    /// A run is stored; a page is read; everything is read; the plan is made.
    case runStored, pageRead, fetched, planned
    /// The rows of a run are in a file; it is complete, and has not got its name yet; it has.
    case rowsFilled, rowsComplete, rowsSettled
    /// The apply has deleted, updated, created, and set all references; its transaction is complete but not committed; it is.
    case deleted, updated, created, referred, applied, committed
    /// A failed run is about to say so.
    case failing
    /// A mass edit has deleted and updated; everything but its commit is done; it is committed.
    case massEditing, massEdited, massEditCommitted
    /// An undo has done everything but its commit.
    case undone
    /// The copy is complete and has not got its name yet; it has.
    case backupCopied, backupSettled
    /// The old database has another name, too; the restored one is in its place.
    case restoreKept, restoreSettled

    public func reached() {
        #if DEBUG
            guard let wanted = CrashPoint.wanted, wanted.point == self, wanted.passes.next() else { return }
            kill(getpid(), SIGKILL)
            // Not one instruction more, should the signal take a moment.
            while true { pause() }
        #endif
    }

    #if DEBUG
        private static let wanted: (point: CrashPoint, passes: Passes)? = {
            guard let text = getenv("STAFFETTA_CRASH_AT").map({ String(cString: $0) }) else { return nil }
            let parts = text.split(separator: ":")
            return parts.first.flatMap { CrashPoint(rawValue: String($0)) }.map { ($0, Passes(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)) }
        }()
    #endif
}

#if DEBUG
    import Synchronization

    /// Counts how often a point was passed.
    private final class Passes: Sendable {
        private let left: Atomic<Int>
        init(_ count: Int) { left = Atomic(count) }
        func next() -> Bool { left.subtract(1, ordering: .relaxed).newValue == 0 }
    }
#endif
