/// Yes or no as people write it in a table (R-RES-4).
public enum CSVBoolean {
    /// true/false, 1/0, yes/no in any case; nil: neither.
    public static func read(_ text: String) -> Bool? {
        switch Text.fold(text) {
        case "true", "1", "yes": true
        case "false", "0", "no": false
        default: nil
        }
    }
}
