import Agent
import Contract
import Foundation
import JSON
import Provisioning
import Testing
import Wire

/// Whatever is wrong with what comes in: its own kind of error, a message that tells what to do, and nothing has changed.
@Suite struct BadInputTests {
    static let file = "id,first_name,last_name,work_email,department,hire_date\n1,Ada,Berg,ada@acme.example,Sales,2020-01-01\n2,Bo,Carlsson,bo@acme.example,IT,2021-01-01\n3,Cleo,Dahl,cleo@acme.example,IT,2022-01-01\n"

    /// Connected to a file of three people, all of whom are users.
    struct Scene {
        let folder: TestFolder
        let agent: TestAgent
        var path: String { folder.file("employees.csv") }

        init() async throws {
            folder = try TestFolder()
            agent = try await TestAgent { $0.syncsPerDay = 0 }
            try folder.write(BadInputTests.file, to: "employees.csv")
            try await agent.enableFeature()
            try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
            try await agent.call("integration/connect", [
                "connector": "file", "name": "Acme", "authorization": ["kind": "none", "fields": ["path": .string(folder.file("employees.csv"))]],
            ])
            try await agent.call("integration/configure", [
                "integration": "Acme", "configuration": ["attributeMapping": ["mappings": [["field": "department", "attribute": "department"]]]],
            ])
            try await agent.enable()
        }

        /// People and configurations, but not that the failure is told: a notification and the integration's newest run.
        func directory() async throws -> String {
            try await [agent.call("user/list"), agent.call("segment/list", ["attribute": "department"]), agent.call("integration/configuration", ["integration": "Acme"]),
                agent.call("user/changes", ["since": 0])].map(\.text).joined(separator: "\n")
        }

        /// A sync with this file fails with this kind and these words, and has changed nobody.
        func expectFailure(_ kind: ErrorKind, saying words: [String]) async throws {
            let before = try await directory()
            let run = try await agent.sync()
            #expect(run.state == "failed")
            #expect(run["error"]?.kind == kind.rawValue)
            let message = run["error", "message"]?.string ?? ""
            for word in words { #expect(message.contains(word), "“\(message)” does not say “\(word)”") }
            #expect(try await directory() == before)
            #expect(try await agent.items("notification/list").first?["text"]?.string?.contains("changed nothing") == true)
            // Mended, it goes on as if nothing had been.
            try folder.write(BadInputTests.file, to: "employees.csv")
            #expect(try await agent.sync().counts == "0 0 0 3 0 0")
        }

        /// A request is refused with this kind and these words, and nothing at all has changed.
        func expectRefusal(_ method: String, _ params: JSONValue, _ kind: ErrorKind, saying words: [String]) async throws -> RPCErrorData {
            let before = try await agent.dump()
            let refusal = try await agent.refusal(method, params)
            #expect(refusal?.errorKind == kind)
            for word in words { #expect(refusal?.message.contains(word) == true, "“\(refusal?.message ?? "")” does not say “\(word)”") }
            #expect(try await agent.dump() == before)
            return refusal?.data ?? .null
        }
        typealias RPCErrorData = JSONValue
    }

    @Test("a cursor of other parameters, of another method or made up is refused, on every list", arguments: ["user/list", "attribute/list", "integration/list", "connector/list", "run/list"])
    func cursors(_ method: String) async throws {
        let scene = try await Scene()
        _ = try await scene.agent.sync()
        try await scene.agent.call("attribute/create", ["key": "city", "name": "City", "type": "choice"])
        for name in ["Second", "Third"] {
            try await scene.agent.call("integration/connect", ["connector": "demo", "name": .string(name), "authorization": ["kind": "none", "fields": [:]]])
        }
        let cursor = try await scene.agent.call(method, ["limit": 1])["nextCursor"]?.string ?? "", mark = cursor.split(separator: ".").last ?? ""
        #expect(try await scene.agent.items(method, ["limit": 1, "cursor": .string(cursor)]).count == 1)
        for wrong in ["", ".", "7", "-1.\(mark)", "1.\(mark)x", "9223372036854775808.\(mark)", "\(cursor).1"] {
            _ = try await scene.expectRefusal(method, ["limit": 1, "cursor": .string(wrong)], .invalidParams, saying: ["cursor"])
        }
        _ = try await scene.expectRefusal(method == "user/list" ? "run/list" : "user/list", ["limit": 1, "cursor": .string(cursor)], .invalidParams, saying: ["cursor"])
        _ = try await scene.agent.items(method, ["limit": 1, "cursor": .string("9223372036854775807.\(mark)")])
    }

    @Test("R-SAFE-4 a file that breaks off in the middle: remoteIncomplete, with the line", arguments: ["2,Bo,Carl", "2,Bo,\"Carl", "2,Bo,Carlsson,bo@acme.example,IT,2021-01-01,more"])
    func brokenOff(_ rest: String) async throws {
        let scene = try await Scene()
        try scene.folder.write(BadInputTests.file.prefix { $0 != "\n" } + "\n1,Ada,Berg,ada@acme.example,Sales,2020-01-01\n" + rest, to: "employees.csv")
        try await scene.expectFailure(.remoteIncomplete, saying: ["employees.csv", "line 3"])
    }

    @Test("R-SAFE-4 a file with its header alone: nobody is delivered, so nobody is deleted") func headerOnly() async throws {
        let scene = try await Scene()
        try scene.folder.write("id,first_name,last_name\n", to: "employees.csv")
        try await scene.expectFailure(.remoteIncomplete, saying: ["nobody", "3 users", "check"])
    }

    @Test("a file that is not there, or a folder: fileUnavailable, with the path") func missing() async throws {
        var scene = try await Scene()
        try FileManager.default.removeItem(atPath: scene.path)
        try await scene.expectFailure(.fileUnavailable, saying: [scene.path, "Put it there"])
        scene = try await Scene()
        try FileManager.default.removeItem(atPath: scene.path)
        try FileManager.default.createDirectory(atPath: scene.path, withIntermediateDirectories: false)
        let before = try await scene.directory()
        let run = try await scene.agent.sync()
        #expect(run["error"]?.kind == "fileUnavailable")
        #expect(run["error", "message"]?.string?.contains("is a folder") == true)
        #expect(try await scene.directory() == before)
    }

    @Test("a mapping of an unknown standard path: configurationInvalid, with the place and the paths there are") func unknownPath() async throws {
        let scene = try await Scene()
        let data = try await scene.expectRefusal(
            "integration/configure", ["integration": "Acme", "configuration": ["attributeMapping": ["mappings": [["field": "departmnt", "attribute": "department"]]]]],
            .configurationInvalid, saying: ["departmnt", "department,"])
        #expect(data["problems"]?.array?.map { $0["path"] } == ["attributeMapping.mappings[0].field"])
    }

    @Test("a mapping to an unknown attribute: configurationInvalid, with the place and how to create it") func unknownAttribute() async throws {
        let scene = try await Scene()
        let data = try await scene.expectRefusal(
            "integration/configure", ["integration": "Acme", "configuration": ["attributeMapping": ["mappings": [["field": "title", "attribute": "title"]]]]],
            .configurationInvalid, saying: ["title", "attribute/create"])
        #expect(data["problems"]?.array?.map { $0["path"] } == ["attributeMapping.mappings[0].attribute"])
    }

    @Test("R-FIL-3 a second filter on a date: configurationInvalid, with the place") func secondDateFilter() async throws {
        let scene = try await Scene()
        let filter: JSONValue = ["field": "employment_start_date", "mode": "include", "kind": "date", "condition": ["operator": "after", "date": "2020-06-01"]]
        let data = try await scene.expectRefusal(
            "integration/configure", ["integration": "Acme", "configuration": ["filters": [filter, filter]]], .configurationInvalid,
            saying: ["employment_start_date", "one filter only", "remove"])
        #expect(data["problems"]?.array?.map { $0["path"] } == ["filters[1]"])
    }

    @Test("R-RUN-2 a fourth test within a day: limitReached, with the time of the next") func fourthTest() async throws {
        let scene = try await Scene()
        for _ in 1...3 { _ = try await scene.agent.test() }
        let data = try await scene.expectRefusal("integration/runTest", ["integration": "Acme"], .limitReached, saying: ["3 tests", "2026-01-06T08:00:00.000Z"])
        #expect(data["retryAt"] == "2026-01-06T08:00:00.000Z")
    }

    @Test("a fault of the agent itself: internalError, which tells nothing of what is inside and where to look") func fault() {
        struct Fault: Error { var person = "Ada Berg" }
        let error = RPCError(Fault())
        #expect(error.errorKind == .internalError)
        #expect(error.message.contains("log") && error.message.contains("Nothing was changed") && !error.message.contains("Ada"))
    }

    @Test("a mass edit with one wrong line: fileInvalid, every fault by its line, nothing applied") func massEdit() async throws {
        let scene = try await Scene()
        let data = try await scene.expectRefusal(
            "user/massEdit", ["csv": "External ID;First name;Email;Department\nfile-1;Adele;;New\nfile-2;;no address;\nfile-9;Eva;;\n"], .fileInvalid,
            saying: ["Nothing was changed", "line 3"])
        #expect(data["problems"]?.array?.map { $0["line"] } == [3, 4])
    }
}
