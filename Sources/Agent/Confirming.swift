import Contract
import JSON
import Wire

extension RPCError {
    /// `confirmationRequired`: what somebody should know before the request is carried out. `because` says it to people, who are shown it as it is;
    /// the message goes on with `advice`, how a program repeats the request.
    init(askingBecause because: String, _ advice: String = "Repeat with confirm: true if that is meant.", counts: [(String, Int)], users: [String] = []) {
        var data: JSONObject = ["because": .string(because)]
        var numbers: JSONObject = [:]
        for (name, count) in counts { numbers[name] = .number(JSONNumber(count)) }
        data["counts"] = .object(numbers)
        if !users.isEmpty { data["users"] = .array(users.map { .string($0) }) }
        self.init(.confirmationRequired, "\(because) \(advice)", data: data)
    }
}
