import Foundation

/// Swift's crash reports show what the registers point to, which may be somebody's data. So there are none, unless whoever starts the agent
/// asks for them by the variable `SWIFT_BACKTRACE`.
enum CrashReports {
    static func leaveOutMemory() {
        guard ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] == nil else { return }
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT] { signal(number, SIG_DFL) }
    }
}
