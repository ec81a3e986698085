#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The package manager calls the entry point of an executable by this name; the rest is libFuzzer's.
@_cdecl("fuzz_main") public func fuzzMain(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    var count = count
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
    return runDriver(&count, &arguments, fuzzOne)
}

@_silgen_name("LLVMFuzzerRunDriver") private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What libFuzzer calls with one input after the other. `STAFFETTA_FUZZ` names the subject; see Tests/Fuzz/README.md.
private func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    chosen([UInt8](UnsafeBufferPointer(start: data, count: count)))
    return 0
}

private let subjects: [String: @Sendable ([UInt8]) -> Void] = [
    "json": fuzzJSON, "framer": fuzzFramer, "session": fuzzSession, "csv": fuzzCSV, "value": fuzzValue, "decision": fuzzDecision, "massedit": fuzzMassEdit,
    "manifest": fuzzManifest, "employees": fuzzEmployees,
]

private let chosen: @Sendable ([UInt8]) -> Void = {
    let name = getenv("STAFFETTA_FUZZ").map { String(cString: $0) } ?? ""
    guard let subject = subjects[name] else { fatalError("STAFFETTA_FUZZ must be one of \(subjects.keys.sorted().joined(separator: " "))") }
    return subject
}()

/// A broken promise, which libFuzzer keeps the input of.
func require(_ isKept: Bool, _ promise: String) { if !isKept { fatalError(promise) } }
