// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import JSON
import Wire

/// What stands behind the protocol: one function per method.
public protocol AgentAPI: Sendable {
    /// Whether `actor` (nil: the host) may call `method` at all (R-ACC-3); asked before each call, parameters already decoded.
    func admit(_ method: Method, actor: String?, _ call: Call) throws(RPCError)

    /// Begin a session.
    func initialize(_ params: InitializeParams, _ call: Call) throws(RPCError) -> InitializeResult
    /// How the agent is.
    func agentStatus(_ params: AgentStatusParams, _ call: Call) throws(RPCError) -> AgentStatus
    /// The account's settings.
    func accountGet(_ params: AccountGetParams, _ call: Call) throws(RPCError) -> Account
    /// Change the account's settings.
    func accountUpdate(_ params: AccountUpdateParams, _ call: Call) throws(RPCError) -> Account
    /// Every feature and whether it is on.
    func featureList(_ params: FeatureListParams, _ call: Call) throws(RPCError) -> FeatureList
    /// Switch a feature on.
    func featureEnable(_ params: FeatureEnableParams, _ call: Call) throws(RPCError) -> Feature
    /// Switch a feature off.
    func featureDisable(_ params: FeatureDisableParams, _ call: Call) throws(RPCError) -> Feature
    /// The HR systems that can be connected.
    func connectorList(_ params: ConnectorListParams, _ call: Call) throws(RPCError) -> ConnectorPage
    /// One HR system.
    func connectorGet(_ params: ConnectorGetParams, _ call: Call) throws(RPCError) -> Connector
    /// Every integration, disconnected ones included.
    func integrationList(_ params: IntegrationListParams, _ call: Call) throws(RPCError) -> IntegrationPage
    /// One integration.
    func integrationGet(_ params: IntegrationGetParams, _ call: Call) throws(RPCError) -> Integration
    /// Rename an integration.
    func integrationUpdate(_ params: IntegrationUpdateParams, _ call: Call) throws(RPCError) -> Integration
    /// Connect an HR system.
    func integrationConnect(_ params: IntegrationConnectParams, _ call: Call) async throws(RPCError) -> ConnectResult
    /// Finish the code flow.
    func integrationAuthorize(_ params: IntegrationAuthorizeParams, _ call: Call) async throws(RPCError) -> IntegrationResult
    /// Give an integration new secrets.
    func integrationReconnect(_ params: IntegrationReconnectParams, _ call: Call) async throws(RPCError) -> ConnectResult
    /// Erase an integration's secrets and stop its schedule.
    func integrationDisconnect(_ params: IntegrationDisconnectParams, _ call: Call) throws(RPCError) -> DisconnectResult
    /// The fields that the HR system has.
    func integrationFields(_ params: IntegrationFieldsParams, _ call: Call) async throws(RPCError) -> FieldList
    /// An integration's configuration.
    func integrationConfiguration(_ params: IntegrationConfigurationParams, _ call: Call) throws(RPCError) -> ConfigurationResult
    /// Save an integration's configuration.
    func integrationConfigure(_ params: IntegrationConfigureParams, _ call: Call) throws(RPCError) -> ConfigureResult
    /// Start a test.
    func integrationRunTest(_ params: IntegrationRunTestParams, _ call: Call) async throws(RPCError) -> RunResult
    /// Sync every 24 hours, the first time at once.
    func integrationEnable(_ params: IntegrationEnableParams, _ call: Call) async throws(RPCError) -> EnableResult
    /// Stop syncing by itself.
    func integrationDisable(_ params: IntegrationDisableParams, _ call: Call) throws(RPCError) -> IntegrationResult
    /// Start a sync.
    func integrationSync(_ params: IntegrationSyncParams, _ call: Call) async throws(RPCError) -> RunResult
    /// Why an employee does or does not become a user.
    func integrationExplain(_ params: IntegrationExplainParams, _ call: Call) async throws(RPCError) -> Explanation
    /// Runs, the newest first.
    func runList(_ params: RunListParams, _ call: Call) throws(RPCError) -> RunPage
    /// One run.
    func runGet(_ params: RunGetParams, _ call: Call) throws(RPCError) -> Run
    /// Wait for a run to end.
    func runWait(_ params: RunWaitParams, _ call: Call) async throws(RPCError) -> Run
    /// Cancel a run.
    func runCancel(_ params: RunCancelParams, _ call: Call) throws(RPCError) -> Run
    /// The rows of a run, in external ID order.
    func runRows(_ params: RunRowsParams, _ call: Call) throws(RPCError) -> RowPage
    /// The rows of a category as CSV.
    func runExport(_ params: RunExportParams, _ call: Call) throws(RPCError) -> ExportResult
    /// How the rows of two runs differ.
    func runCompare(_ params: RunCompareParams, _ call: Call) throws(RPCError) -> RowChangePage
    /// Take back what a run changed.
    func runUndo(_ params: RunUndoParams, _ call: Call) throws(RPCError) -> UndoResult
    /// Users, by creation.
    func userList(_ params: UserListParams, _ call: Call) throws(RPCError) -> UserPage
    /// One user.
    func userGet(_ params: UserGetParams, _ call: Call) throws(RPCError) -> User
    /// Create a user by hand.
    func userCreate(_ params: UserCreateParams, _ call: Call) throws(RPCError) -> User
    /// Change a user by hand.
    func userUpdate(_ params: UserUpdateParams, _ call: Call) throws(RPCError) -> User
    /// Delete a user.
    func userDelete(_ params: UserDeleteParams, _ call: Call) throws(RPCError) -> Deleted
    /// Create, change and delete users by a CSV file.
    func userMassEdit(_ params: UserMassEditParams, _ call: Call) throws(RPCError) -> MassEditResult
    /// Users as CSV, for mass edit.
    func userExport(_ params: UserExportParams, _ call: Call) throws(RPCError) -> ExportResult
    /// What changed since a sequence number.
    func userChanges(_ params: UserChangesParams, _ call: Call) throws(RPCError) -> UserChanges
    /// Every attribute.
    func attributeList(_ params: AttributeListParams, _ call: Call) throws(RPCError) -> AttributePage
    /// Create an attribute.
    func attributeCreate(_ params: AttributeCreateParams, _ call: Call) throws(RPCError) -> Attribute
    /// Rename an attribute.
    func attributeUpdate(_ params: AttributeUpdateParams, _ call: Call) throws(RPCError) -> Attribute
    /// Delete an attribute and its values.
    func attributeDelete(_ params: AttributeDeleteParams, _ call: Call) throws(RPCError) -> Deleted
    /// The segments of an attribute.
    func segmentList(_ params: SegmentListParams, _ call: Call) throws(RPCError) -> SegmentPage
    /// Create a segment.
    func segmentCreate(_ params: SegmentCreateParams, _ call: Call) throws(RPCError) -> Segment
    /// Rename a segment or set its aliases.
    func segmentUpdate(_ params: SegmentUpdateParams, _ call: Call) throws(RPCError) -> Segment
    /// Delete a segment.
    func segmentDelete(_ params: SegmentDeleteParams, _ call: Call) throws(RPCError) -> Deleted
    /// Notifications, the newest first.
    func notificationList(_ params: NotificationListParams, _ call: Call) throws(RPCError) -> NotificationPage
    /// Mark notifications as read.
    func notificationMarkRead(_ params: NotificationMarkReadParams, _ call: Call) throws(RPCError) -> MarkReadResult
    /// Who wants to be told what.
    func notificationPreferences(_ params: NotificationPreferencesParams, _ call: Call) throws(RPCError) -> NotificationPreferences
    /// Set who wants to be told what.
    func notificationSetPreferences(_ params: NotificationSetPreferencesParams, _ call: Call) throws(RPCError) -> NotificationPreferences
    /// The audit log, the newest first.
    func auditList(_ params: AuditListParams, _ call: Call) throws(RPCError) -> AuditEntryPage
    /// Write a copy of the database.
    func storeBackup(_ params: StoreBackupParams, _ call: Call) throws(RPCError) -> BackupResult
    /// Check the database.
    func storeCheck(_ params: StoreCheckParams, _ call: Call) throws(RPCError) -> StoreCheck
    /// What time it is.
    func clockGet(_ params: ClockGetParams, _ call: Call) throws(RPCError) -> ClockState
    /// Let time pass.
    func clockAdvance(_ params: ClockAdvanceParams, _ call: Call) async throws(RPCError) -> ClockState
}
