// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import Wire

/// The methods of the protocol.
public enum Method: String, CaseIterable, Sendable {
    /// Begin a session.
    case initialize = "initialize"
    /// This contract as an OpenRPC document.
    case rpcDiscover = "rpc.discover"
    /// How the agent is.
    case agentStatus = "agent/status"
    /// The account's settings.
    case accountGet = "account/get"
    /// Change the account's settings.
    case accountUpdate = "account/update"
    /// Every feature and whether it is on.
    case featureList = "feature/list"
    /// Switch a feature on.
    case featureEnable = "feature/enable"
    /// Switch a feature off.
    case featureDisable = "feature/disable"
    /// The HR systems that can be connected.
    case connectorList = "connector/list"
    /// One HR system.
    case connectorGet = "connector/get"
    /// Every integration, disconnected ones included.
    case integrationList = "integration/list"
    /// One integration.
    case integrationGet = "integration/get"
    /// Rename an integration.
    case integrationUpdate = "integration/update"
    /// Connect an HR system.
    case integrationConnect = "integration/connect"
    /// Finish the code flow.
    case integrationAuthorize = "integration/authorize"
    /// Give an integration new secrets.
    case integrationReconnect = "integration/reconnect"
    /// Erase an integration's secrets and stop its schedule.
    case integrationDisconnect = "integration/disconnect"
    /// The fields that the HR system has.
    case integrationFields = "integration/fields"
    /// An integration's configuration.
    case integrationConfiguration = "integration/configuration"
    /// Save an integration's configuration.
    case integrationConfigure = "integration/configure"
    /// Start a test.
    case integrationRunTest = "integration/runTest"
    /// Sync every 24 hours, the first time at once.
    case integrationEnable = "integration/enable"
    /// Stop syncing by itself.
    case integrationDisable = "integration/disable"
    /// Start a sync.
    case integrationSync = "integration/sync"
    /// Why an employee does or does not become a user.
    case integrationExplain = "integration/explain"
    /// Runs, the newest first.
    case runList = "run/list"
    /// One run.
    case runGet = "run/get"
    /// Wait for a run to end.
    case runWait = "run/wait"
    /// Cancel a run.
    case runCancel = "run/cancel"
    /// The rows of a run, in external ID order.
    case runRows = "run/rows"
    /// The rows of a category as CSV.
    case runExport = "run/export"
    /// How the rows of two runs differ.
    case runCompare = "run/compare"
    /// Take back what a run changed.
    case runUndo = "run/undo"
    /// Users, by creation.
    case userList = "user/list"
    /// One user.
    case userGet = "user/get"
    /// Create a user by hand.
    case userCreate = "user/create"
    /// Change a user by hand.
    case userUpdate = "user/update"
    /// Delete a user.
    case userDelete = "user/delete"
    /// Create, change and delete users by a CSV file.
    case userMassEdit = "user/massEdit"
    /// Users as CSV, for mass edit.
    case userExport = "user/export"
    /// What changed since a sequence number.
    case userChanges = "user/changes"
    /// Every attribute.
    case attributeList = "attribute/list"
    /// Create an attribute.
    case attributeCreate = "attribute/create"
    /// Rename an attribute.
    case attributeUpdate = "attribute/update"
    /// Delete an attribute and its values.
    case attributeDelete = "attribute/delete"
    /// The segments of an attribute.
    case segmentList = "segment/list"
    /// Create a segment.
    case segmentCreate = "segment/create"
    /// Rename a segment or set its aliases.
    case segmentUpdate = "segment/update"
    /// Delete a segment.
    case segmentDelete = "segment/delete"
    /// Notifications, the newest first.
    case notificationList = "notification/list"
    /// Mark notifications as read.
    case notificationMarkRead = "notification/markRead"
    /// Who wants to be told what.
    case notificationPreferences = "notification/preferences"
    /// Set who wants to be told what.
    case notificationSetPreferences = "notification/setPreferences"
    /// The audit log, the newest first.
    case auditList = "audit/list"
    /// Write a copy of the database.
    case storeBackup = "store/backup"
    /// Check the database.
    case storeCheck = "store/check"
    /// What time it is.
    case clockGet = "clock/get"
    /// Let time pass.
    case clockAdvance = "clock/advance"

    /// How it is scheduled.
    public var effect: Effect {
        switch self {
        case .initialize, .accountGet, .featureList, .connectorList, .connectorGet, .integrationList, .integrationGet, .integrationConfiguration, .runList, .runGet, .runRows, .runExport, .runCompare, .userList, .userGet, .userExport, .userChanges, .attributeList, .segmentList, .notificationList, .notificationPreferences, .auditList, .storeCheck:
            .read
        case .accountUpdate, .featureEnable, .featureDisable, .integrationUpdate, .integrationDisconnect, .integrationConfigure, .integrationDisable, .runUndo, .userCreate, .userUpdate, .userDelete, .userMassEdit, .attributeCreate, .attributeUpdate, .attributeDelete, .segmentCreate, .segmentUpdate, .segmentDelete, .notificationMarkRead, .notificationSetPreferences, .storeBackup:
            .local
        case .integrationConnect, .integrationAuthorize, .integrationReconnect, .integrationFields, .integrationRunTest, .integrationEnable, .integrationSync, .integrationExplain, .runWait, .clockAdvance:
            .remote
        case .rpcDiscover, .agentStatus, .runCancel, .clockGet:
            .control
        }
    }

    /// What it is about: the first part of its name.
    public var noun: Noun {
        switch self {
        case .initialize, .rpcDiscover, .agentStatus:
            .agent
        case .accountGet, .accountUpdate:
            .account
        case .featureList, .featureEnable, .featureDisable:
            .feature
        case .connectorList, .connectorGet:
            .connector
        case .integrationList, .integrationGet, .integrationUpdate, .integrationConnect, .integrationAuthorize, .integrationReconnect, .integrationDisconnect, .integrationFields, .integrationConfiguration, .integrationConfigure, .integrationRunTest, .integrationEnable, .integrationDisable, .integrationSync, .integrationExplain:
            .integration
        case .runList, .runGet, .runWait, .runCancel, .runRows, .runExport, .runCompare, .runUndo:
            .run
        case .userList, .userGet, .userCreate, .userUpdate, .userDelete, .userMassEdit, .userExport, .userChanges:
            .user
        case .attributeList, .attributeCreate, .attributeUpdate, .attributeDelete:
            .attribute
        case .segmentList, .segmentCreate, .segmentUpdate, .segmentDelete:
            .segment
        case .notificationList, .notificationMarkRead, .notificationPreferences, .notificationSetPreferences:
            .notification
        case .auditList:
            .audit
        case .storeBackup, .storeCheck:
            .store
        case .clockGet, .clockAdvance:
            .clock
        }
    }

    /// Answered only with `--virtual-clock`.
    public var needsVirtualClock: Bool { self == .clockGet || self == .clockAdvance }
}

/// What methods are about.
public enum Noun: String, CaseIterable, Sendable {
    case agent
    case account
    case feature
    case connector
    case integration
    case run
    case user
    case attribute
    case segment
    case notification
    case audit
    case store
    case clock
}
