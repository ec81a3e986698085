import JSON

/// Everything that `protocol/` says, read and checked.
public struct Specification: Sendable {
    let files: SourceFiles
    /// In the order in which people should read them.
    let nouns: [Noun]
    let types: [String: NamedType]
    let errors: [ErrorEntry]
    let errorGroups: [(thousand: Int, who: String)]
    /// Shared parameters by their key in `parameters.json`.
    let sharedParameters: JSONObject
    /// Of everything that was read.
    let hash: String

    struct Noun: Sendable {
        let name: String
        let title: String
        let description: String
        let order: Int
        var methods: [Method]
        var events: [Event]
        /// Names of its types, in the order of the file, pages last.
        var types: [String]
        /// Of its own files.
        let hash: String
    }

    struct Method: Sendable {
        enum Result { case named(String), freeObject, null, nothing }
        enum Server: String { case agent, contract, wire }

        let name: String
        let summary: String
        let description: String?
        let effect: String
        let server: Server
        let capability: String?
        let parameters: [Parameter]
        let exactlyOne: [String]
        let result: Result
        let errors: [String]
        let example: JSONObject?
    }

    struct Parameter: Sendable {
        let member: Member
        /// The key in `parameters.json`, if it is shared.
        let shared: String?
    }

    struct Event: Sendable {
        let name: String
        let summary: String
        let description: String?
        let delivery: String
        let type: String
    }

    struct ErrorEntry: Sendable {
        let code: Int
        let kind: String
        let meaning: String
        let action: String
        let data: [(name: String, description: String)]
        /// Any method can answer it.
        let isCommon: Bool
    }
}

