// Made from protocol/ by `swift run generate`; do not edit. Sources: 775d5ad963e3a485
import JSON

/// Parameters of `account/get`.
public struct AccountGetParams: Params {
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(actor: String? = nil) {
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["actor"])
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `account/update`.
public struct AccountUpdateParams: Params {
    /// IANA name.
    public var timeZone: String?
    /// One of the supported languages.
    public var defaultLanguage: String?
    /// The supported languages.
    public var languages: [String]?
    /// The greatest number of users; null: no limit.
    public var licenseLimit: Patch<Int>
    /// How people sign in at a kiosk.
    public var kioskLogin: KioskLogin?
    /// R-SAFE-6.
    public var protectAdministrators: Bool?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(timeZone: String? = nil, defaultLanguage: String? = nil, languages: [String]? = nil, licenseLimit: Patch<Int> = .absent, kioskLogin: KioskLogin? = nil, protectAdministrators: Bool? = nil, actor: String? = nil) {
        self.timeZone = timeZone
        self.defaultLanguage = defaultLanguage
        self.languages = languages
        self.licenseLimit = licenseLimit
        self.kioskLogin = kioskLogin
        self.protectAdministrators = protectAdministrators
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["timeZone", "defaultLanguage", "languages", "licenseLimit", "kioskLogin", "protectAdministrators", "actor"])
        self.timeZone = try members.optional("timeZone")
        self.defaultLanguage = try members.optional("defaultLanguage")
        self.languages = try members.optional("languages")
        self.licenseLimit = try members.patch("licenseLimit")
        self.kioskLogin = try members.optional("kioskLogin")
        self.protectAdministrators = try members.optional("protectAdministrators")
        self.actor = try members.optional("actor")
        try members.check("licenseLimit", self.licenseLimit, in: 0...Int.max)
    }
}

/// The account's settings and how many people it has.
public struct Account: ContractValue {
    /// IANA name; decides what “today” is. Default `UTC`.
    public var timeZone: String
    /// The language of users of whom none is known. Default `en`.
    public var defaultLanguage: String
    /// The supported languages, as tags. Default: all two-letter ISO 639-1 codes.
    public var languages: [String]
    /// The greatest number of users; null: no limit (R-PLAN-7).
    public var licenseLimit: Int?
    /// How people sign in at a kiosk.
    public var kioskLogin: KioskLogin
    /// Whether a sync never deletes administrators and superusers (R-SAFE-6). Default true.
    public var protectAdministrators: Bool
    /// Counts.
    public var users: AccountUsers

    public init(timeZone: String, defaultLanguage: String, languages: [String], licenseLimit: Int?, kioskLogin: KioskLogin, protectAdministrators: Bool, users: AccountUsers) {
        self.timeZone = timeZone
        self.defaultLanguage = defaultLanguage
        self.languages = languages
        self.licenseLimit = licenseLimit
        self.kioskLogin = kioskLogin
        self.protectAdministrators = protectAdministrators
        self.users = users
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["timeZone", "defaultLanguage", "languages", "licenseLimit", "kioskLogin", "protectAdministrators", "users"])
        self.timeZone = try members.required("timeZone")
        self.defaultLanguage = try members.required("defaultLanguage")
        self.languages = try members.required("languages")
        self.licenseLimit = try members.nullable("licenseLimit")
        self.kioskLogin = try members.required("kioskLogin")
        self.protectAdministrators = try members.required("protectAdministrators")
        self.users = try members.required("users")
        try members.check("licenseLimit", self.licenseLimit, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("timeZone", timeZone)
        writer.member("defaultLanguage", defaultLanguage)
        writer.member("languages", languages)
        writer.nullable("licenseLimit", licenseLimit)
        writer.member("kioskLogin", kioskLogin)
        writer.member("protectAdministrators", protectAdministrators)
        writer.member("users", users)
        writer.endObject()
    }
}

/// How people sign in at a kiosk: not at all, by their employee id (which a kiosk code mapping needs, R-MAP-10), or by a code.
public enum KioskLogin: String, ContractEnum {
    case none
    case employeeId
    case code
}

/// How many users there are.
public struct AccountUsers: ContractValue {
    /// All.
    public var total: Int
    /// Those managed by an integration.
    public var managed: Int
    /// Those who take part now (participation on, and its date has come).
    public var participating: Int

    public init(total: Int, managed: Int, participating: Int) {
        self.total = total
        self.managed = managed
        self.participating = participating
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["total", "managed", "participating"])
        self.total = try members.required("total")
        self.managed = try members.required("managed")
        self.participating = try members.required("participating")
        try members.check("total", self.total, in: 0...Int.max)
        try members.check("managed", self.managed, in: 0...Int.max)
        try members.check("participating", self.participating, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("total", total)
        writer.member("managed", managed)
        writer.member("participating", participating)
        writer.endObject()
    }
}
