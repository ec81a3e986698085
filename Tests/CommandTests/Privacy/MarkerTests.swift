import Foundation
import JSON
import Testing

/// People's data with a mark in every value, searched for wherever it must not be.
@Suite(.serialized) struct MarkerTests {
    /// In names, addresses, codes, attributes and what an HRIS says wrongly. Nothing else has it.
    static let mark = "Zq7Xw"

    /// Every field marked, and every fault that has a message: a date that is none, a status that is none, people named twice, managers who are nobody.
    private func people(_ count: Int) -> String {
        var text = "id,first_name,last_name,email,department,employment_status,birthday,manager_id,preferred_language\n"
        for number in 1...count {
            let m = Self.mark
            let status = number % 5 == 0 ? "\(m)-status" : "active"
            text += "\(number)\(m),\(m)First\(number),\(m)Last\(number),\(m).\(number % 7 == 0 ? 7 : number)@example.org,\(m) department \(number % 3),\(status),\(m) birthday,\(number * 3)\(m),\(m)\n"
        }
        return text
    }

    private static func requests(_ file: String, _ folder: Folder) -> [String] {
        let m = mark
        return [
            Child.request(1, "initialize"), Child.request(2, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true]),
            Child.request(3, "attribute/create", ["key": "department", "name": "Department", "type": "choice"]),
            Child.request(4, "attribute/create", ["key": "birthday", "name": "Birthday", "type": "date"]),
            Child.request(5, "attribute/create", ["key": "manager", "name": "Manager", "type": "user"]),
            Child.request(6, "integration/connect", ["connector": "file", "name": "People", "authorization": ["kind": "none", "fields": ["path": .string(file)]]]),
            Child.request(7, "integration/configure", ["integration": "People", "configuration": [
                "attributeMapping": ["mappings": [["field": "department", "attribute": "department"], ["field": "birthday", "attribute": "birthday"], ["field": "manager", "attribute": "manager"]]],
            ]]),
            Child.request(8, "integration/runTest", ["integration": "People", "wait": true]),
            Child.request(9, "integration/enable", ["integration": "People", "confirm": true, "wait": true]),
            Child.request(10, "user/create", ["firstName": .string(m), "lastName": .string(m), "email": .string("\(m).1@example.org")]),
            Child.request(11, "user/create", ["firstName": .string(m), "lastName": .string(m), "email": .string(m)]),
            Child.request(12, "user/create", ["firstName": .string(m), "lastName": .string(m), "role": .string(m)]),
            Child.request(13, "user/create", ["firstName": .string(m), "lastName": .string(m), "attributes": ["x": .string(m)]]),
            Child.request(14, "user/massEdit", ["csv": .string("First name;Last name;Email\r\n\(m);\(m);\(m)\r\n\"\(m)")]),
            Child.request(15, "user/massEdit", ["csv": .string("First name;\(m)\r\n\(m);\(m)\r\n")]),
            Child.request(16, "user/get", ["email": .string("\(m)@nowhere")]), Child.request(17, "user/get", ["user": .string(m)]),
            Child.request(18, "user/list", ["query": .string(m), "unknown": .string(m)]), #"{"jsonrpc":"2.0","id":19,"method":"\#(m)"}"#, "{\"\(m)",
            Child.request(20, "integration/explain", ["integration": "People", "employeeId": .string("3\(m)")]), Child.request(21, "rpc.discover"),
            Child.request(22, "notification/list"), Child.request(23, "audit/list"), Child.request(24, "agent/status"), Child.request(25, "integration/list"),
            Child.request(26, "integration/fields", ["integration": "People"]), Child.request(27, "account/get"),
        ]
    }

    @Test("at no log level does the log hold anything of anybody; nor do notifications, audit, status and OpenRPC", arguments: ["trace", "debug", "info", "error"]) func log(_ level: String) async throws {
        let folder = try Folder()
        let file = try folder.write(people(60), to: "people.csv")
        try await withChild(["--database", folder.database, "--log-level", level]) { child in
            var answers: [Int: JSONValue] = [:], notifications: [JSONValue] = []
            for request in Self.requests(file, folder) {
                child.write(request + "\n")
                var message = try await child.message()
                while message["method"] != nil {
                    notifications.append(message)
                    message = try await child.message()
                }
                answers[message["id"]?.int ?? 0] = message
            }
            #expect(answers[9]?["result"]?["run"]?["state"] == "succeeded", "\(answers[9]?.text ?? "")")
            for id in [21, 22, 23, 24, 27] { #expect(answers[id]?["result"] != nil && answers[id]?.text.contains(Self.mark) == false, "\(answers[id]?.text ?? "none")") }
            // Warnings may name a word of the HRIS; the errors of requests may repeat what was asked, and nothing else.
            for notification in notifications where ["notification/created", "user/changed"].contains(notification["method"]?.string) { #expect(!notification.text.contains(Self.mark), "\(notification.text)") }
            try FileManager.default.removeItem(atPath: file)
            child.request(30, "integration/runTest", ["integration": "People", "wait": true])
            #expect(try await child.response(30)["result"]?["run"]?["state"] == "failed")
            child.notify("exit")
            _ = try await child.end()
            #expect(!(await child.log()).contains(Self.mark))
        }
    }

    @Test("a crash in the middle of somebody's data leaves nothing of it on stderr", arguments: [SIGSEGV, SIGABRT, SIGILL]) func crash(_ signal: Int32) async throws {
        let folder = try Folder()
        let file = try folder.write(people(20_000), to: "people.csv")
        try await folder.connect(file)
        try await withChild(["--database", folder.database, "--log-level", "trace"]) { child in
            child.request(0, "initialize")
            child.request(1, "integration/enable", ["integration": "People", "confirm": true])
            _ = try await child.notification("$/progress")
            child.signal(signal)
            #expect(try await child.end() == .signal(signal))
            let log = await child.log()
            // Nor registers and what they point to.
            #expect(!log.contains(Self.mark) && !log.contains("0x"), "\(log)")
        }
    }

    @Test("R-USR-3 when the results have expired, nothing of a deleted person is in any file; of one deleted by hand at once") func erased() async throws {
        let folder = try Folder()
        // Departments are the account's and stay, and so do the words of the HRIS.
        func company() -> String {
            people(3_000).replacingOccurrences(of: "\(Self.mark) department", with: "Department").replacingOccurrences(of: "\(Self.mark)-status", with: "status")
        }
        let file = try folder.write(company(), to: "people.csv")
        let options = ["--database", folder.database, "--virtual-clock", "2026-03-02T08:00:00Z", "--syncs-per-day", "0", "--tests-per-day", "0"]
        try await withChild(options, lifetime: 120) { child in
            for (number, request) in Self.requests(file, folder).prefix(7).enumerated() {
                child.write(request + "\n")
                _ = try await child.response(number + 1)
            }
            _ = try await child.result(40, "integration/enable", ["integration": "People", "confirm": true, "wait": true])
            // By hand: one with a mark of its own.
            let user = try await child.result(41, "user/create", ["firstName": "Hand9Jk", "lastName": "Hand9Jk", "email": "hand9jk@example.org", "kioskCode": "Hand9Jk"])["id"] ?? .null
            _ = try await child.result(42, "user/update", ["user": user, "lastName": "AgainHand9Jk"])
            _ = try await child.result(43, "user/delete", ["user": user])
            #expect(try holders("Hand9Jk", folder) == [])
            // People change, so that what they were is in many places; then most go, by and by, and at last all but those without the mark.
            for step in 1...3 {
                let rest = company().replacingOccurrences(of: "Last", with: "Last\(step)").split(separator: "\n").enumerated().filter { $0.offset == 0 || $0.offset % 4 >= step }
                try (rest.map { String($0.element) }.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
                _ = try await child.result(50 + step, "integration/sync", ["integration": "People", "wait": true])
            }
            try "id,first_name,last_name\n1,Ada,Byron\n2,Charles,Babbage\n".write(toFile: file, atomically: true, encoding: .utf8)
            let test = try await child.result(60, "integration/runTest", ["integration": "People", "wait": true])["run"]
            let run = try await child.result(61, "integration/sync", ["integration": "People", "plan": test?["id"] ?? .null, "includeHeld": true, "wait": true])["run"]
            #expect(run?["state"] == "succeeded", "\(run?.text ?? "")")
            #expect(try await child.result(62, "user/list")["items"]?.array?.count == 2)
            _ = try await child.result(65, "clock/advance", ["seconds": 90_000])
            try FileManager.default.removeItem(atPath: file)
            let left = try holders(Self.mark, folder)
            #expect(left == [])
            child.notify("exit")
            _ = try await child.end()
        }
        #expect(try holders(Self.mark, folder) == [])
    }

    /// The files that hold a mark, and how often, also in UTF-16 and folded.
    private func holders(_ mark: String, _ folder: Folder) throws -> [String] {
        let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        return names.compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else { return nil }
            let text = String(decoding: data, as: UTF8.self).lowercased()
            let count = text.components(separatedBy: mark.lowercased()).count - 1
            guard count > 0 else { return nil }
            let place = text.range(of: mark.lowercased()).map { text[$0.lowerBound...].prefix(60) + " after " + text[..<$0.lowerBound].suffix(80) } ?? ""
            return "\(name): \(count) ×, \(place)"
        }
    }
}
