/// Collects the answers of batches until each is complete.
struct BatchAnswers: Sendable {
    private struct Batch {
        var missing: Int
        var responses: [[UInt8]] = []
        var calls: [Call] = []
    }

    private var batches: [Int: Batch] = [:]
    private var last = 0

    /// - Parameter count: how many members will be answered, at least one.
    mutating func open(expecting count: Int) -> Int {
        last += 1
        batches[last] = Batch(missing: count)
        return last
    }

    /// The whole answer, once its last member has come.
    mutating func add(_ response: [UInt8], of call: Call?, to number: Int) -> (response: [UInt8], calls: [Call])? {
        guard var batch = batches.removeValue(forKey: number) else { return nil }
        batch.missing -= 1
        batch.responses.append(response)
        if let call { batch.calls.append(call) }
        if batch.missing == 0 { return (Response.batch(batch.responses), batch.calls) }
        batches[number] = batch
        return nil
    }
}
