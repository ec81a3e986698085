// Made from protocol/ by `swift run generate`; do not edit. Sources: 395250f94e4e7865
import JSON

/// What an administrator sets for one integration.
public struct Configuration: ContractValue {
    /// What follows from status and dates.
    public var lifecycle: Lifecycle
    /// Which fields go to which attributes.
    public var attributeMapping: AttributeMapping
    /// Who is in scope.
    public var filters: [Filter]
    /// The rest.
    public var advanced: AdvancedSettings

    public init(lifecycle: Lifecycle, attributeMapping: AttributeMapping, filters: [Filter], advanced: AdvancedSettings) {
        self.lifecycle = lifecycle
        self.attributeMapping = attributeMapping
        self.filters = filters
        self.advanced = advanced
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["lifecycle", "attributeMapping", "filters", "advanced"])
        self.lifecycle = try members.required("lifecycle")
        self.attributeMapping = try members.required("attributeMapping")
        self.filters = try members.required("filters")
        self.advanced = try members.required("advanced")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("lifecycle", lifecycle)
        writer.member("attributeMapping", attributeMapping)
        writer.member("filters", filters)
        writer.member("advanced", advanced)
        writer.endObject()
    }
}

/// Sections of a configuration to be replaced.
public struct ConfigurationPatch: ContractValue {
    /// What follows from status and dates.
    public var lifecycle: Lifecycle?
    /// Which fields go to which attributes.
    public var attributeMapping: AttributeMapping?
    /// Who is in scope.
    public var filters: [Filter]?
    /// The rest.
    public var advanced: AdvancedSettings?

    public init(lifecycle: Lifecycle? = nil, attributeMapping: AttributeMapping? = nil, filters: [Filter]? = nil, advanced: AdvancedSettings? = nil) {
        self.lifecycle = lifecycle
        self.attributeMapping = attributeMapping
        self.filters = filters
        self.advanced = advanced
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["lifecycle", "attributeMapping", "filters", "advanced"])
        self.lifecycle = try members.optional("lifecycle")
        self.attributeMapping = try members.optional("attributeMapping")
        self.filters = try members.optional("filters")
        self.advanced = try members.optional("advanced")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("lifecycle", lifecycle)
        writer.member("attributeMapping", attributeMapping)
        writer.member("filters", filters)
        writer.member("advanced", advanced)
        writer.endObject()
    }
}

/// What follows from a person's status and dates (R-LIFE).
public struct Lifecycle: ContractValue {
    /// What the employment status does.
    public var userState: UserState
    /// When a new user begins to take part.
    public var participationStart: ParticipationStart
    /// When a user goes after the employment's end.
    public var userRemoval: UserRemoval
    /// What happens to users whose employee is no longer delivered (R-LIFE-5).
    public var absence: Absence

    public init(userState: UserState = .doNothing, participationStart: ParticipationStart = ParticipationStart(kind: .directly), userRemoval: UserRemoval = UserRemoval(kind: .never), absence: Absence = .delete) {
        self.userState = userState
        self.participationStart = participationStart
        self.userRemoval = userRemoval
        self.absence = absence
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["userState", "participationStart", "userRemoval", "absence"])
        self.userState = try members.optional("userState") ?? .doNothing
        self.participationStart = try members.optional("participationStart") ?? ParticipationStart(kind: .directly)
        self.userRemoval = try members.optional("userRemoval") ?? UserRemoval(kind: .never)
        self.absence = try members.optional("absence") ?? .delete
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("userState", userState)
        writer.member("participationStart", participationStart)
        writer.member("userRemoval", userRemoval)
        writer.member("absence", absence)
        writer.endObject()
    }
}

/// What the employment status does (R-LIFE-2): switches participation, deletes those who are not active, or nothing.
public enum UserState: String, ContractEnum {
    case toggleParticipation
    case delete
    case doNothing
}

/// When a user created by a sync begins to take part (R-LIFE-3).
public struct ParticipationStart: ContractValue {
    /// At once, or some months after the employment start.
    public var kind: ParticipationStartKind
    /// With `afterMonths`: how many.
    public var months: Int?

    public init(kind: ParticipationStartKind, months: Int? = nil) {
        self.kind = kind
        self.months = months
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["kind", "months"])
        self.kind = try members.required("kind")
        self.months = try members.optional("months")
        try members.check("months", self.months, in: 1...60)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("kind", kind)
        writer.member("months", months)
        writer.endObject()
    }
}

/// At once, or some months later.
public enum ParticipationStartKind: String, ContractEnum {
    case directly
    case afterMonths
}

/// When a user is deleted after the employment end date (R-LIFE-4).
public struct UserRemoval: ContractValue {
    /// From the next day, some months later, or never.
    public var kind: UserRemovalKind
    /// With `afterMonths`: how many.
    public var months: Int?

    public init(kind: UserRemovalKind, months: Int? = nil) {
        self.kind = kind
        self.months = months
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["kind", "months"])
        self.kind = try members.required("kind")
        self.months = try members.optional("months")
        try members.check("months", self.months, in: 1...60)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("kind", kind)
        writer.member("months", months)
        writer.endObject()
    }
}

/// From the next day, some months later, or never.
public enum UserRemovalKind: String, ContractEnum {
    case directly
    case afterMonths
    case never
}

/// Users whose employee is no longer delivered are deleted, or left alone.
public enum Absence: String, ContractEnum {
    case delete
    case keep
}

/// Which HRIS fields go to which attributes (R-MAP-5).
public struct AttributeMapping: ContractValue {
    /// One per attribute.
    public var mappings: [FieldMapping]
    /// Where kiosk codes come from; absent: nowhere (R-MAP-10).
    public var kioskCode: KioskCodeSource?

    public init(mappings: [FieldMapping] = [], kioskCode: KioskCodeSource? = nil) {
        self.mappings = mappings
        self.kioskCode = kioskCode
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["mappings", "kioskCode"])
        self.mappings = try members.optional("mappings") ?? []
        self.kioskCode = try members.optional("kioskCode")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("mappings", mappings)
        writer.member("kioskCode", kioskCode)
        writer.endObject()
    }
}

/// One field to one attribute.
public struct FieldMapping: ContractValue {
    /// The HRIS field's path.
    public var field: String
    /// The attribute's key.
    public var attribute: String

    public init(field: String, attribute: String) {
        self.field = field
        self.attribute = attribute
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["field", "attribute"])
        self.field = try members.required("field")
        self.attribute = try members.required("attribute")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("field", field)
        writer.member("attribute", attribute)
        writer.endObject()
    }
}

/// The employee's id or number.
public enum KioskCodeSource: String, ContractEnum {
    case id
    case employeeNumber = "employee_number"
}

/// Narrows who is in scope (R-FIL).
public struct Filter: ContractValue {
    /// The HRIS field's path.
    public var field: String
    /// Only those who match, or all but those.
    public var mode: FilterMode
    /// By values or by a date condition.
    public var kind: FilterKind
    /// With `values`: one of them must match, folded.
    public var values: [String]?
    /// With `values`: a field without value matches too.
    public var matchEmpty: Bool?
    /// With `date`: the condition.
    public var condition: DateCondition?

    public init(field: String, mode: FilterMode, kind: FilterKind, values: [String]? = nil, matchEmpty: Bool? = nil, condition: DateCondition? = nil) {
        self.field = field
        self.mode = mode
        self.kind = kind
        self.values = values
        self.matchEmpty = matchEmpty
        self.condition = condition
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["field", "mode", "kind", "values", "matchEmpty", "condition"])
        self.field = try members.required("field")
        self.mode = try members.required("mode")
        self.kind = try members.required("kind")
        self.values = try members.optional("values")
        self.matchEmpty = try members.optional("matchEmpty")
        self.condition = try members.optional("condition")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("field", field)
        writer.member("mode", mode)
        writer.member("kind", kind)
        writer.member("values", values)
        writer.member("matchEmpty", matchEmpty)
        writer.member("condition", condition)
        writer.endObject()
    }
}

/// Only those who match, or all but those.
public enum FilterMode: String, ContractEnum {
    case include
    case exclude
}

/// By values or by a date condition.
public enum FilterKind: String, ContractEnum {
    case values
    case date
}

/// A condition on a date; with a date or a number of days from today.
public struct DateCondition: ContractValue {
    /// How the field compares.
    public var `operator`: DateOperator
    /// With this day,
    public var date: String?
    /// or with today and so many days (negative: in the past).
    public var daysFromToday: Int?

    public init(`operator`: DateOperator, date: String? = nil, daysFromToday: Int? = nil) {
        self.operator = `operator`
        self.date = date
        self.daysFromToday = daysFromToday
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["operator", "date", "daysFromToday"])
        self.operator = try members.required("operator")
        self.date = try members.optional("date")
        self.daysFromToday = try members.optional("daysFromToday")
        try members.check("date", self.date, .date)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("operator", `operator`)
        writer.member("date", date)
        writer.member("daysFromToday", daysFromToday)
        writer.endObject()
    }
}

/// How a date compares.
public enum DateOperator: String, ContractEnum {
    case before
    case onOrBefore
    case on
    case onOrAfter
    case after
}

/// The rest of a configuration.
public struct AdvancedSettings: ContractValue {
    /// Whether addresses of the type personal may be used (R-MAP-3).
    public var syncPersonalEmail: Bool
    /// The employee whose fields `integration/fields` shows (R-CON-7).
    public var referenceEmployeeId: String?
    /// A run that would delete a larger share of the managed users deletes none (R-SAFE-1).
    public var deletionSafeguardPercent: Int

    public init(syncPersonalEmail: Bool = true, referenceEmployeeId: String? = nil, deletionSafeguardPercent: Int = 50) {
        self.syncPersonalEmail = syncPersonalEmail
        self.referenceEmployeeId = referenceEmployeeId
        self.deletionSafeguardPercent = deletionSafeguardPercent
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["syncPersonalEmail", "referenceEmployeeId", "deletionSafeguardPercent"])
        self.syncPersonalEmail = try members.optional("syncPersonalEmail") ?? true
        self.referenceEmployeeId = try members.optional("referenceEmployeeId")
        self.deletionSafeguardPercent = try members.optional("deletionSafeguardPercent") ?? 50
        try members.check("deletionSafeguardPercent", self.deletionSafeguardPercent, in: 1...100)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("syncPersonalEmail", syncPersonalEmail)
        writer.member("referenceEmployeeId", referenceEmployeeId)
        writer.member("deletionSafeguardPercent", deletionSafeguardPercent)
        writer.endObject()
    }
}

/// A configuration.
public struct ConfigurationResult: ContractValue {
    /// As saved, complete with defaults.
    public var configuration: Configuration
    /// Its number.
    public var revision: Int

    public init(configuration: Configuration, revision: Int) {
        self.configuration = configuration
        self.revision = revision
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["configuration", "revision"])
        self.configuration = try members.required("configuration")
        self.revision = try members.required("revision")
        try members.check("revision", self.revision, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("configuration", configuration)
        writer.member("revision", revision)
        writer.endObject()
    }
}

/// A saved configuration.
public struct ConfigureResult: ContractValue {
    /// As saved, complete with defaults.
    public var configuration: Configuration
    /// Its number.
    public var revision: Int
    /// What deserves a second look.
    public var warnings: [Problem]

    public init(configuration: Configuration, revision: Int, warnings: [Problem]) {
        self.configuration = configuration
        self.revision = revision
        self.warnings = warnings
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["configuration", "revision", "warnings"])
        self.configuration = try members.required("configuration")
        self.revision = try members.required("revision")
        self.warnings = try members.required("warnings")
        try members.check("revision", self.revision, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("configuration", configuration)
        writer.member("revision", revision)
        writer.member("warnings", warnings)
        writer.endObject()
    }
}
