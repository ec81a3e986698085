import JSON
import Provisioning
import Testing

@testable import Connectors

@Suite struct CatalogTests {
    private let time = FixedTime(now: Timestamp(milliseconds: 0))

    private func refused(_ id: String, _ kind: AuthorizationKind, _ fields: [String: Authorization.Setting]) -> String? {
        do {
            _ = try Catalog().connector(id, ConnectorSetup(authorization: Authorization(kind: kind, fields: fields), tokens: MemoryTokens(), time: time))
            return nil
        } catch {
            guard case .settingsInvalid(let field, let message) = error else { return "another error" }
            return message.isEmpty ? "no message" : field
        }
    }

    @Test("R-CON-1 each entry has an id of its own and forms good enough to draw") func entries() throws {
        let entries = Catalog().entries
        #expect(Set(entries.map(\.id)).count == entries.count)
        #expect(entries.map(\.id).prefix(2) == ["file", "demo"])
        for entry in entries {
            #expect(!entry.name.isEmpty)
            #expect(!entry.authorizations.isEmpty)
            for authorization in entry.authorizations {
                let form = try JSONDocument(Array(authorization.form.utf8)).root
                #expect(form["$schema"]?.string == "http://json-schema.org/draft-07/schema#")
                #expect(form["additionalProperties"]?.bool == false)
                let properties = try #require(form["properties"])
                #expect(properties.members.map { $0.value["x-order"]?.number?.int } == Array(1..<properties.count + 1))
                for property in properties.members {
                    #expect(property.value["title"]?.string?.isEmpty == false)
                    #expect(property.value["description"]?.string?.isEmpty == false)
                    #expect(property.value["type"]?.string != nil)
                    #expect((property.value["x-secret"]?.bool == true) == authorization.secretFields.contains(property.name))
                }
            }
        }
    }

    /// The service ids of docs and specification that Apideck's HRIS API is known by.
    private static let behindApideck = """
        acerta adp-ihcm adp-run adp-workforce-now afas alexishr azure-active-directory bamboohr breathehr catalystone cegid-talentsoft ceridian-dayforce charliehr deel employmenthero \
        factorialhr folks-hr fourth google-workspace gusto haileyhr hibob hibob-oauth hr-works humaans-io justworks kenjo liantis lucca-hr microsoft-dynamics-hr namely nmbrs okta paychex \
        payfit paylocity people-hr personio remote rippling sage-hr sap-successfactors sapling sympa trinet ukg-pro workday zoho-people
        """

    @Test("R-CON-1 every system behind Apideck is an entry of its own, with its limits, and asks for no HR system") func services() throws {
        let entries = Catalog().entries.filter { $0.via == "apideck" }
        #expect(Set(entries.map(\.id)) == Set(Self.behindApideck.split(separator: " ").map { "apideck-\($0)" }))
        for entry in entries {
            #expect(entry.name.hasSuffix("(through Apideck)"))
            #expect(!entry.limitations.isEmpty)
            let form = try #require(entry.authorizations.first).form
            let properties = try #require(try JSONDocument(Array(form.utf8)).root["properties"])
            #expect(properties.members.map(\.name) == ["apiKey", "appId", "consumerId", "companyId", "baseUrl"])
        }
        #expect(entries.first { $0.id == "apideck-fourth" }?.supports.manager == false)
        #expect(entries.first { $0.id == "apideck-hr-works" }?.supports.inactive == false)
    }

    private static let workday: [String: Authorization.Setting] = [
        "host": .text("wd3-impl-services1.workday.com"), "tenant": .text("acme"), "reportOwner": .text("o"), "reportName": .text("r"), "username": .text("u"), "password": .text("p"),
    ]

    @Test("R-CON-1 each HR system tells its limits") func limits() {
        for entry in Catalog().entries where !["file", "demo"].contains(entry.id) { #expect(!entry.limitations.isEmpty, "\(entry.id)") }
    }

    /// Of which a promise of how many people there are is missing.
    private static let uncounted = "adp-ihcm adp-run adp-workforce-now azure-active-directory rippling justworks hibob hibob-oauth ceridian-dayforce trinet people-hr sapling google-workspace okta afas zoho-people lucca-hr"

    private static let limited: [(String, String)] = [
        ("azure-active-directory", "one record only"), ("bamboohr", "kind of employment"), ("breathehr", "empty on the reference employee"), ("ceridian-dayforce", "ids only"),
        ("charliehr", "empty on the reference employee"), ("fourth", "by name only"), ("gusto", "one record only"), ("haileyhr", "primary one"), ("hibob", "Lifecycle"),
        ("hibob-oauth", "Lifecycle"), ("hibob", "person by person"), ("hr-works", "Only current people"), ("liantis", "Names"), ("microsoft-dynamics-hr", "2154"),
        ("people-hr", "Managers"), ("personio", "one record only"), ("sage-hr", "50"), ("sap-successfactors", "personal information and job information"),
        ("ukg-pro", "keep the values"), ("ukg-pro", "ever employed"), ("workday", "fixed set of custom fields"), ("workday", "20"),
    ] + uncounted.split(separator: " ").map { (String($0), "does not promise") }

    @Test("R-CON-1 each limit that is known of a system behind Apideck stands in its entry", arguments: limited) func limitsBehindApideck(_ service: String, _ words: String) throws {
        let entry = try #require(Catalog().entries.first { $0.id == "apideck-\(service)" })
        #expect(entry.limitations.contains { $0.contains(words) }, "\(entry.limitations)")
    }

    @Test("settings are checked against the form, by field", arguments: [
        ("file", .none, ["path": .text("/x")], nil), ("file", .none, ["path": .text("/x"), "format": .text("csv"), "columns": .map(["id": "a"])], nil),
        ("file", .none, [:], "path"), ("file", .none, ["path": .text(" ")], "path"), ("file", .none, ["path": .number(1)], "path"),
        ("file", .none, ["path": .text("/x"), "format": .text("xml")], "format"), ("file", .none, ["path": .text("/x"), "format": .boolean(true)], "format"),
        ("file", .none, ["path": .text("/x"), "columns": .text("id")], "columns"), ("file", .none, ["path": .text("/x"), "password": .text("p")], "password"),
        ("file", .basic, ["path": .text("/x")], "kind"), ("demo", .none, [:], nil), ("demo", .none, ["seed": .number(1)], "seed"),
        ("nobody", .none, [:], "connector"), ("workday", .basic, workday, nil), ("workday", .basic, workday.merging(["host": .text("wd3.myworkday.com")]) { $1 }, nil),
        ("workday", .basic, workday.merging(["host": .text("workday.com.evil.test")]) { $1 }, "host"), ("workday", .basic, workday.merging(["host": .text("evilworkday.com")]) { $1 }, "host"),
        ("workday", .basic, workday.merging(["columns": .map(["WID": "Worker"])]) { $1 }, "columns"), ("workday", .basic, workday.merging(["columns": .map(["WID": "Employee_ID"])]) { $1 }, nil),
        ("merge", .bearer, ["accessKey": .text("k"), "accountToken": .text("t"), "region": .text("Mars")], "region"),
    ] as [(String, AuthorizationKind, [String: Authorization.Setting], String?)])
    func settings(_ id: String, _ kind: AuthorizationKind, _ fields: [String: Authorization.Setting], _ field: String?) {
        #expect(refused(id, kind, fields) == field)
    }

    @Test("forms know secrets, numbers, switches and what shows what") func form() throws {
        let form = Form(
            kind: .basic, title: "Password", help: "h",
            fields: [
                Form.Field(name: "password", title: "Password", help: "h", isSecret: true),
                Form.Field(name: "port", title: "Port", help: "h", type: .number, isRequired: false),
                Form.Field(name: "tls", title: "TLS", help: "h", type: .boolean, isRequired: false, visibleWhen: ("port", ["636"])),
            ])
        #expect(form.authorizationForm.secretFields == ["password"])
        let properties = try #require(try JSONDocument(Array(form.authorizationForm.form.utf8)).root["properties"])
        #expect(properties["password"]?["x-secret"]?.bool == true)
        #expect(properties["tls"]?["x-visible-when"]?["port"]?.elements.map(\.string) == ["636"])
        #expect(throws: ConnectorError.self) { try form.check(["password": .text("x"), "port": .text("1")]) }
        #expect(throws: ConnectorError.self) { try form.check(["password": .text("x"), "tls": .number(1)]) }
        #expect(throws: Never.self) { try form.check(["password": .text("x"), "port": .number(1), "tls": .boolean(true)]) }
    }
}
