import Contract
import Foundation
import JSON
import Testing

/// An actor gets at no file outside the folder that the operator allows, whatever the path looks like.
@Suite struct PathTests {
    @Test("R-ACC-3 no way out of --files: parents, links, links to links, names that begin alike; nothing is read, written or revealed") func escapes() async throws {
        let folder = try TestFolder(), secret = try TestFolder()
        let agent = try await TestAgent { $0.files = folder.path }
        try await agent.enableFeature()
        let ada = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        try secret.write("First name;Last name\r\nSecret;Person\r\n", to: "secret.csv")
        try secret.write("id,first_name,last_name\n1,Secret,Person\n", to: "people.csv")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder.file("file"), withDestinationPath: secret.file("secret.csv"))
        try files.createSymbolicLink(atPath: folder.file("dir"), withDestinationPath: secret.path)
        try files.createSymbolicLink(atPath: folder.file("again"), withDestinationPath: folder.file("dir"))
        try files.createSymbolicLink(atPath: folder.file("nowhere"), withDestinationPath: secret.file("new.csv"))
        try files.createDirectory(atPath: folder.file("inner"), withIntermediateDirectories: true)
        let up = String(repeating: "../", count: 20)
        let paths = [
            secret.file("secret.csv"), folder.file("file"), folder.file("dir/secret.csv"), folder.file("again/people.csv"), folder.file("again/../secret.csv"),
            folder.file("inner/../../\((secret.path as NSString).lastPathComponent)/secret.csv"), folder.file(up + "etc/passwd"), "/etc/passwd", "/proc/self/environ",
            folder.path + "-2/x.csv", folder.path, "", "relative.csv", "~/x.csv", "file://\(secret.file("secret.csv"))", folder.file("nowhere"), folder.file("dir/new.csv"),
        ]
        let before = try await agent.dump()
        for path in paths {
            let calls: [(String, JSONValue)] = [
                ("user/massEdit", ["actor": ada, "path": .string(path)]), ("user/export", ["actor": ada, "path": .string(path)]),
                ("integration/connect", ["actor": ada, "connector": "file", "authorization": ["kind": "none", "fields": ["path": .string(path)]]]),
                ("store/backup", ["actor": ada, "path": .string(path)]),
            ]
            for (method, params) in calls {
                let refusal = try await agent.refusal(method, params)
                #expect(refusal != nil, "\(method) \(path)")
                // The folder itself may be named, and is no file; nor is a link to what is not there, which nobody follows.
                let kinds: [ErrorKind] = [folder.path, folder.file("nowhere")].contains(path) ? [.forbidden, .fileUnavailable, .configurationInvalid] : [.forbidden, .invalidParams, .configurationInvalid]
                #expect(refusal.map { error in kinds.contains { $0 == error.errorKind } } == true, "\(method) \(path): \(refusal?.message ?? "")")
            }
        }
        #expect(try await agent.dump() == before)
        #expect(try Set(files.contentsOfDirectory(atPath: secret.path)) == ["secret.csv", "people.csv"])
        #expect(!agent.client.received.contains { $0.text.contains("Secret") || $0.text.contains("root:") })
        // Within, all is well.
        try await agent.call("user/export", ["actor": ada, "path": .string(folder.file("inner/users.csv"))])
        try await agent.call("user/massEdit", ["actor": ada, "path": .string(folder.file("inner/users.csv"))])
    }

    @Test("what is no ordinary file is refused at once, and not waited for", arguments: ["fifo", "folder", "zero"]) func special(_ kind: String) async throws {
        let folder = try TestFolder()
        let agent = try await TestAgent()
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg"])
        let path = kind == "zero" ? "/dev/zero" : folder.file(kind)
        if kind == "fifo" { #expect(mkfifo(path, 0o600) == 0) }
        if kind == "folder" { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        #expect(try await agent.refusal("user/massEdit", ["path": .string(path)])?.errorKind == .fileUnavailable)
        #expect(try await agent.refusal("user/export", ["path": .string(path)])?.errorKind == .fileUnavailable)
    }
}
