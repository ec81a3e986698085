/// What is wrong with a text file, and where. Names lines and columns, never what stands in them.
public struct TextFault: Error, Sendable, Equatable {
    /// The physical line, from 1; CRLF, LF and CR each end one.
    public var line: Int
    /// A sentence that says what to do.
    public var message: String

    public init(line: Int, _ message: String) {
        self.line = line
        self.message = message
    }
}
