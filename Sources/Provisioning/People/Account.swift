/// The account's settings (R-ACC-4).
public struct Account: Sendable, Equatable {
    public var timeZone: AccountTimeZone
    public var defaultLanguage: String
    public var languages: [String]
    /// The greatest number of users; nil: none.
    public var licenseLimit: Int?
    public var kioskLogin: KioskLogin
    public var protectAdministrators: Bool

    public enum KioskLogin: String, Sendable, CaseIterable {
        case none, employeeId, code
    }

    public init(
        timeZone: AccountTimeZone = .utc, defaultLanguage: String = "en", languages: [String], licenseLimit: Int? = nil,
        kioskLogin: KioskLogin = .none, protectAdministrators: Bool = true
    ) {
        self.timeZone = timeZone
        self.defaultLanguage = defaultLanguage
        self.languages = languages
        self.licenseLimit = licenseLimit
        self.kioskLogin = kioskLogin
        self.protectAdministrators = protectAdministrators
    }
}
