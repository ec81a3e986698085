import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func accountGet(_ params: AccountGetParams, _ call: Call) throws(RPCError) -> Contract.Account {
        try attempt { try store.read { try shownAccount($0) } }
    }

    public func accountUpdate(_ params: AccountUpdateParams, _ call: Call) throws(RPCError) -> Contract.Account {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            try store.write { writing in
                let before = try account(writing)
                var after = before
                var problems: [Provisioning.Problem] = []
                if let name = params.timeZone {
                    if let zone = AccountTimeZone(name) { after.timeZone = zone } else {
                        problems.append(Problem(.error, "timeZoneUnknown", "There is no time zone “\(name)”; IANA names look like Europe/Rome.", path: "timeZone"))
                    }
                }
                if let languages = params.languages {
                    var seen: Set<String> = []
                    after.languages = languages.map(Text.normalized).filter { seen.insert($0).inserted }
                    if after.languages.isEmpty || after.languages.contains("") {
                        problems.append(Problem(.error, "languagesEmpty", "Name at least one language, none of them blank.", path: "languages"))
                    }
                }
                if let language = params.defaultLanguage { after.defaultLanguage = language }
                if !after.languages.contains(after.defaultLanguage) {
                    problems.append(Problem(.error, "languageUnsupported", "The default language “\(after.defaultLanguage)” is not among the account's languages.", path: "defaultLanguage"))
                }
                switch params.licenseLimit {
                case .absent: break
                case .clear: after.licenseLimit = nil
                case .set(let limit): after.licenseLimit = limit
                }
                if let kiosk = params.kioskLogin { after.kioskLogin = Provisioning.Account.KioskLogin(rawValue: kiosk.rawValue) ?? .none }
                if let protect = params.protectAdministrators { after.protectAdministrators = protect }
                if let first = problems.first {
                    throw RPCError(.configurationInvalid, first.message, data: ["problems": .array(problems.map(\.json))])
                }
                if after != before {
                    try writing.set(after)
                    try writing.audit(call.method, actor, subject: "account", at: time.now, before: before.json, after: after.json)
                }
                return try shownAccount(writing)
            }
        }
    }

    /// The settings, with the defaults of an account that has never been changed (R-ACC-4).
    func account(_ reading: Reading) throws -> Provisioning.Account {
        try reading.account() ?? Provisioning.Account(languages: LanguageTable.codes)
    }

    private func shownAccount(_ reading: Reading) throws -> Contract.Account {
        let account = try account(reading)
        let today = account.timeZone.day(at: time.now)
        return Contract.Account(
            timeZone: account.timeZone.name, defaultLanguage: account.defaultLanguage, languages: account.languages, licenseLimit: account.licenseLimit,
            kioskLogin: Contract.KioskLogin(rawValue: account.kioskLogin.rawValue) ?? .none, protectAdministrators: account.protectAdministrators,
            users: Contract.AccountUsers(
                total: try reading.userCount(), managed: try reading.managedCount(), participating: try reading.participatingCount(today: today)))
    }
}

extension Provisioning.Account {
    var json: JSONObject {
        var object: JSONObject = [
            "timeZone": .string(timeZone.name), "defaultLanguage": .string(defaultLanguage), "languages": .array(languages.map { .string($0) }),
            "kioskLogin": .string(kioskLogin.rawValue), "protectAdministrators": .bool(protectAdministrators),
        ]
        object["licenseLimit"] = licenseLimit.map { .number(JSONNumber($0)) } ?? .null
        return object
    }
}
