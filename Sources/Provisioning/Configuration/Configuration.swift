/// What an administrator sets for one integration. The defaults are the harmless ones (R-LIFE-6).
public struct Configuration: Sendable, Equatable {
    public var lifecycle = Lifecycle()
    public var attributeMapping = AttributeMapping()
    public var filters: [Filter] = []
    public var advanced = Advanced()

    public init() {}

    /// Every field that the rules of a run can ask an employee for, `id` and `emails` apart.
    public var fields: Set<String> {
        let known = [
            "first_name", "last_name", "preferred_language", "employment_status", "employment_start_date", "employment_end_date", "employee_number",
        ]
        return Set(known + (attributeMapping.mappings.map(\.field) + filters.map(\.field)).map(FieldPath.canonical))
    }

    public struct AttributeMapping: Sendable, Equatable {
        public var mappings: [Mapping] = []
        public var kioskCode: KioskSource?
        public init(mappings: [Mapping] = [], kioskCode: KioskSource? = nil) {
            self.mappings = mappings
            self.kioskCode = kioskCode
        }
    }

    /// One HRIS field to one attribute (R-MAP-5).
    public struct Mapping: Sendable, Equatable {
        public var field: String
        /// Its key.
        public var attribute: String
        public init(field: String, attribute: String) {
            self.field = field
            self.attribute = attribute
        }
    }

    /// Where kiosk codes come from (R-MAP-10).
    public enum KioskSource: String, Sendable, CaseIterable {
        case id
        case employeeNumber = "employee_number"
    }

    public struct Advanced: Sendable, Equatable {
        public var syncPersonalEmail = true
        public var referenceEmployeeId: String?
        /// 1–100; a run that would delete a larger share of the managed users deletes none (R-SAFE-1).
        public var deletionSafeguardPercent = 50
        public init(syncPersonalEmail: Bool = true, referenceEmployeeId: String? = nil, deletionSafeguardPercent: Int = 50) {
            self.syncPersonalEmail = syncPersonalEmail
            self.referenceEmployeeId = referenceEmployeeId
            self.deletionSafeguardPercent = deletionSafeguardPercent
        }
    }
}
