import ArgumentParser
import Connectors
import Foundation
import JSON
import Provisioning

/// Plays the guide's six steps on the embedded HRIS, over a real pipe against an agent of its own.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play the six steps on an embedded HR system, and show what happens.",
        discussion: "Starts an agent of its own with a virtual clock and a fresh database in a temporary folder. Nothing of yours is touched.")

    @Flag(name: .shortAndLong, help: "Show every request as it goes through the pipe.")
    var verbose = false

    @Option(help: ArgumentHelp("Where the database and the CSV files go (default: a new temporary folder).", valueName: "dir"), completion: .directory)
    var directory: String?

    private static let integration = "Demo company"

    func run() async throws {
        let folder = try makeFolder()
        let start = "\(AccountTimeZone.utc.day(at: Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))))T08:00:00Z"
        let terminal = Terminal()
        let agent = try DemoAgent(database: folder.appending(path: "users.sqlite").path, clock: start, terminal: terminal, verbose: verbose)
        defer { agent.stop() }
        terminal.say("Staffetta keeps an application's users in step with an HR system. This demo walks the whole way on a company of")
        terminal.say("about 250 people that lives with the clock; it talks to an agent through a pipe, as your program would.")
        if !verbose { terminal.say("(--verbose shows every request.)") }
        try agent.begin()
        try await addExistingUsers(agent, terminal, start)
        try enableFeature(agent, terminal)
        try connect(agent, terminal)
        try configure(agent, terminal)
        try test(agent, terminal, folder)
        try enable(agent, terminal)
        try showNotifications(agent, terminal)
        try letTimePass(agent, terminal)
        try agent.end()
        terminal.step("That was it.")
        terminal.say("Database and CSV files: \(folder.path)")
        terminal.say("Next: README.md has a first session to copy; protocol/reference.md has every method.")
    }

    private func makeFolder() throws -> URL {
        let folder = directory.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory.appending(path: "staffetta-demo-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty else {
            throw Trouble("The folder \(folder.path) is not empty; name a new one, so that nothing is mixed up.")
        }
        return folder
    }

    // MARK: Before

    /// Some of the company's people already use the application, under their addresses; two others are no employees.
    private func addExistingUsers(_ agent: DemoAgent, _ terminal: Terminal, _ start: String) async throws {
        terminal.step("Before: your application has users already")
        guard let moment = Timestamp(start) else { return }
        let clock = FixedClock(now: moment)
        let connector = try Catalog().connector("demo", ConnectorSetup(authorization: Authorization(kind: .none, fields: [:]), tokens: MemoryTokens(), time: clock))
        let reader = try await connector.snapshot()
        var people: [Employee] = []
        while let page = try await reader.next() { people += page.employees }
        let addresses = Dictionary(grouping: people.flatMap(\.emails), by: \.address)
        let known = people.filter { person in
            !person.emails.isEmpty && person.emails.allSatisfy { addresses[$0.address]?.count == 1 } && person.fields["employment_status"] == .text("active")
                && person.fields["employment_type"] != .text("part_time")
        }
        for (index, person) in known.enumerated() where index % 20 == 3 {
            guard case .text(let first)? = person.fields["first_name"], case .text(let last)? = person.fields["last_name"] else { continue }
            try agent.call("user/create", ["firstName": .string(first), "lastName": .string(last), "email": .string(person.emails[0].address.uppercased())])
        }
        try agent.call("user/create", ["firstName": "Ada", "lastName": "Admin", "email": "ada@example.org", "role": "administrator"])
        try agent.call("user/create", ["firstName": "Guest", "lastName": "Consultant", "email": "guest@example.org"])
        let users = try agent.call("account/get")["users"]?["total"]?.int ?? 0
        terminal.say("\(users) users: \(users - 2) employees whom nobody has linked to the HR system yet, an administrator and a guest.")
    }

    // MARK: The six steps

    private func enableFeature(_ agent: DemoAgent, _ terminal: Terminal) throws {
        terminal.step("1  Enable the feature")
        terminal.say("It handles personal data, so an administrator accepts the sub-processor terms first.")
        try agent.call("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
    }

    private func connect(_ agent: DemoAgent, _ terminal: Terminal) throws {
        terminal.step("2  Connect the HR system")
        let integration = try agent.call("integration/connect", [
            "connector": "demo", "name": .string(Self.integration), "authorization": ["kind": "none", "fields": [:]],
        ])["integration"]
        terminal.say("Connected and proved with one real call. Its users will have external IDs that begin with “\(integration?["prefix"]?.string ?? "")”.")
    }

    private func configure(_ agent: DemoAgent, _ terminal: Terminal) throws {
        terminal.step("3  Configure lifecycle, attribute mapping and filters")
        let attributes: [(field: String, key: String, name: String, type: String)] = [
            ("department", "department", "Department", "choice"), ("location", "office", "Office", "choice"), ("manager.id", "manager", "Manager", "user"),
            ("employment_start_date", "hired", "Hired", "date"),
        ]
        for attribute in attributes {
            try agent.call("attribute/create", ["key": .string(attribute.key), "name": .string(attribute.name), "type": .string(attribute.type)])
        }
        try agent.call("integration/configure", [
            "integration": .string(Self.integration),
            "configuration": [
                "lifecycle": ["userState": "toggleParticipation", "userRemoval": ["kind": "directly"]],
                "attributeMapping": ["mappings": .array(attributes.map { ["field": .string($0.field), "attribute": .string($0.key)] })],
                "filters": [["field": "employment_type", "mode": "exclude", "kind": "values", "values": ["part_time"]]],
            ],
        ])
        terminal.say("\(attributes.map(\.name).joined(separator: ", ")) are mapped; people who work part time stay out; who leaves is removed the day after.")
    }

    private func test(_ agent: DemoAgent, _ terminal: Terminal, _ folder: URL) throws {
        terminal.step("4  Test before going live")
        let first = try agent.run("integration/runTest", Self.integration)
        terminal.summary(first)
        for category in ["created", "updated", "deleted", "conflict"] { try show(category, of: first, agent, terminal) }
        for category in ["created", "updated", "deleted", "conflict", "skipped"] {
            let path = folder.appending(path: "\(category).csv").path
            let exported = try agent.call("run/export", ["run": first["id"] ?? .null, "category": .string(category), "path": .string(path)])
            if let rows = exported["rows"]?.int, rows > 0 { terminal.say("\(rows) rows in \(path)") }
        }
        terminal.say("The people under “updated” were found by their address only. Uploading that very file links them:")
        let linked = try agent.call("user/massEdit", ["path": .string(folder.appending(path: "updated.csv").path)])
        terminal.say("mass edit: \(linked["updated"]?.int ?? 0) users linked. The test again:")
        terminal.summary(try agent.run("integration/runTest", Self.integration))
    }

    private func enable(_ agent: DemoAgent, _ terminal: Terminal) throws {
        terminal.step("5  Enable: the first sync runs at once, then one every 24 hours")
        let run = try agent.run("integration/enable", Self.integration)
        terminal.summary(run)
        let again = try agent.run("integration/sync", Self.integration)
        terminal.say("By hand, the same again: \(again["summary"]?["unchanged"]?.int ?? 0) people unchanged, nothing written for any of them.")
    }

    private func showNotifications(_ agent: DemoAgent, _ terminal: Terminal) throws {
        terminal.step("6  Notifications")
        let items = try agent.call("notification/list")["items"]?.array ?? []
        for item in items.reversed() { terminal.say("[\(item["severity"]?.string ?? "")] \(item["title"]?.string ?? "") – \(item["text"]?.string ?? "")") }
    }

    private func letTimePass(_ agent: DemoAgent, _ terminal: Terminal) throws {
        terminal.step("And then: a week passes")
        var week: [[String]] = []
        var busiest: (run: JSONValue, rows: Int)?
        for _ in 1...7 {
            try agent.call("clock/advance", ["seconds": 86_400])
            let run = try agent.call("run/get", ["integration": .string(Self.integration), "kind": "sync"])
            let counts = ["created", "updated", "deleted", "unchanged", "conflicts"].map { run["summary"]?[$0]?.int ?? 0 }
            week.append(["\(run["startedAt"]?.string?.prefix(10) ?? "")"] + counts.map(String.init))
            if counts[0] + counts[1] + counts[2] > busiest?.rows ?? 0 {
                busiest = (run, counts[0] + counts[1] + counts[2])
                // Rows can be read for a day, so they are looked at now.
                for category in ["created", "updated", "deleted"] { try show(category, of: run, agent, terminal) }
            }
        }
        terminal.say("The syncs of the week:")
        terminal.table(["Sync of", "Created", "Updated", "Deleted", "Unchanged", "Conflicts"], week)
    }

    private func show(_ category: String, of run: JSONValue, _ agent: DemoAgent, _ terminal: Terminal) throws {
        let shown = 5
        let rows = try agent.call("run/rows", ["run": run["id"] ?? .null, "category": .string(category), "limit": .number(JSONNumber(shown))])["items"]?.array ?? []
        guard !rows.isEmpty else { return }
        let count = category == "conflict" ? "conflicts" : category
        let total = run["summary"]?[count]?.int ?? rows.count
        terminal.say("\(category.capitalized): \(total)")
        terminal.table(
            ["External ID", "Name", "Email", "What"],
            rows.map { row in
                let changes = row["changes"]?.array ?? []
                let what = row["reason"]?.string ?? (row["needsLink"]?.bool == true ? "found by email, needs its external ID" : changes.map(Self.text).joined(separator: ", "))
                return [row["externalId"]?.string ?? "", "\(row["firstName"]?.string ?? "") \(row["lastName"]?.string ?? "")", row["email"]?.string ?? "", category == "created" ? Self.department(changes) : what]
            } + (total > rows.count ? [["…", "\(total - rows.count) more", "", ""]] : []))
    }

    private static func department(_ changes: [JSONValue]) -> String {
        changes.first { $0["field"]?.string == "attributes.department" }?["to"]?.string ?? ""
    }

    private static func text(_ change: JSONValue) -> String {
        func shown(_ value: JSONValue?) -> String { value.map { $0.string ?? $0.array?.compactMap(\.string).joined(separator: "|") ?? $0.text } ?? "–" }
        let field = change["field"]?.string?.replacing("attributes.", with: "") ?? ""
        return "\(field): \(shown(change["from"])) → \(shown(change["to"]))"
    }
}

private struct FixedClock: TimeSource {
    let now: Timestamp
}
