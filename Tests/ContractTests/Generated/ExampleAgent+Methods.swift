// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import Contract
import Wire

extension ExampleAgent: AgentAPI {
    func initialize(_ params: InitializeParams, _ call: Call) throws(RPCError) -> InitializeResult { try example() }
    func agentStatus(_ params: AgentStatusParams, _ call: Call) throws(RPCError) -> AgentStatus { try example() }
    func accountGet(_ params: AccountGetParams, _ call: Call) throws(RPCError) -> Account { try example() }
    func accountUpdate(_ params: AccountUpdateParams, _ call: Call) throws(RPCError) -> Account { try example() }
    func featureList(_ params: FeatureListParams, _ call: Call) throws(RPCError) -> FeatureList { try example() }
    func featureEnable(_ params: FeatureEnableParams, _ call: Call) throws(RPCError) -> Feature { try example() }
    func featureDisable(_ params: FeatureDisableParams, _ call: Call) throws(RPCError) -> Feature { try example() }
    func connectorList(_ params: ConnectorListParams, _ call: Call) throws(RPCError) -> ConnectorPage { try example() }
    func connectorGet(_ params: ConnectorGetParams, _ call: Call) throws(RPCError) -> Connector { try example() }
    func integrationList(_ params: IntegrationListParams, _ call: Call) throws(RPCError) -> IntegrationPage { try example() }
    func integrationGet(_ params: IntegrationGetParams, _ call: Call) throws(RPCError) -> Integration { try example() }
    func integrationUpdate(_ params: IntegrationUpdateParams, _ call: Call) throws(RPCError) -> Integration { try example() }
    func integrationConnect(_ params: IntegrationConnectParams, _ call: Call) async throws(RPCError) -> ConnectResult { try example() }
    func integrationAuthorize(_ params: IntegrationAuthorizeParams, _ call: Call) async throws(RPCError) -> IntegrationResult { try example() }
    func integrationReconnect(_ params: IntegrationReconnectParams, _ call: Call) async throws(RPCError) -> ConnectResult { try example() }
    func integrationDisconnect(_ params: IntegrationDisconnectParams, _ call: Call) throws(RPCError) -> DisconnectResult { try example() }
    func integrationFields(_ params: IntegrationFieldsParams, _ call: Call) async throws(RPCError) -> FieldList { try example() }
    func integrationConfiguration(_ params: IntegrationConfigurationParams, _ call: Call) throws(RPCError) -> ConfigurationResult { try example() }
    func integrationConfigure(_ params: IntegrationConfigureParams, _ call: Call) throws(RPCError) -> ConfigureResult { try example() }
    func integrationRunTest(_ params: IntegrationRunTestParams, _ call: Call) async throws(RPCError) -> RunResult { try example() }
    func integrationEnable(_ params: IntegrationEnableParams, _ call: Call) async throws(RPCError) -> EnableResult { try example() }
    func integrationDisable(_ params: IntegrationDisableParams, _ call: Call) throws(RPCError) -> IntegrationResult { try example() }
    func integrationSync(_ params: IntegrationSyncParams, _ call: Call) async throws(RPCError) -> RunResult { try example() }
    func integrationExplain(_ params: IntegrationExplainParams, _ call: Call) async throws(RPCError) -> Explanation { try example() }
    func runList(_ params: RunListParams, _ call: Call) throws(RPCError) -> RunPage { try example() }
    func runGet(_ params: RunGetParams, _ call: Call) throws(RPCError) -> Run { try example() }
    func runWait(_ params: RunWaitParams, _ call: Call) async throws(RPCError) -> Run { try example() }
    func runCancel(_ params: RunCancelParams, _ call: Call) throws(RPCError) -> Run { try example() }
    func runRows(_ params: RunRowsParams, _ call: Call) throws(RPCError) -> RowPage { try example() }
    func runExport(_ params: RunExportParams, _ call: Call) throws(RPCError) -> ExportResult { try example() }
    func runCompare(_ params: RunCompareParams, _ call: Call) throws(RPCError) -> RowChangePage { try example() }
    func runUndo(_ params: RunUndoParams, _ call: Call) throws(RPCError) -> UndoResult { try example() }
    func userList(_ params: UserListParams, _ call: Call) throws(RPCError) -> UserPage { try example() }
    func userGet(_ params: UserGetParams, _ call: Call) throws(RPCError) -> User { try example() }
    func userCreate(_ params: UserCreateParams, _ call: Call) throws(RPCError) -> User { try example() }
    func userUpdate(_ params: UserUpdateParams, _ call: Call) throws(RPCError) -> User { try example() }
    func userDelete(_ params: UserDeleteParams, _ call: Call) throws(RPCError) -> Deleted { try example() }
    func userMassEdit(_ params: UserMassEditParams, _ call: Call) throws(RPCError) -> MassEditResult { try example() }
    func userExport(_ params: UserExportParams, _ call: Call) throws(RPCError) -> ExportResult { try example() }
    func userChanges(_ params: UserChangesParams, _ call: Call) throws(RPCError) -> UserChanges { try example() }
    func attributeList(_ params: AttributeListParams, _ call: Call) throws(RPCError) -> AttributePage { try example() }
    func attributeCreate(_ params: AttributeCreateParams, _ call: Call) throws(RPCError) -> Attribute { try example() }
    func attributeUpdate(_ params: AttributeUpdateParams, _ call: Call) throws(RPCError) -> Attribute { try example() }
    func attributeDelete(_ params: AttributeDeleteParams, _ call: Call) throws(RPCError) -> Deleted { try example() }
    func segmentList(_ params: SegmentListParams, _ call: Call) throws(RPCError) -> SegmentPage { try example() }
    func segmentCreate(_ params: SegmentCreateParams, _ call: Call) throws(RPCError) -> Segment { try example() }
    func segmentUpdate(_ params: SegmentUpdateParams, _ call: Call) throws(RPCError) -> Segment { try example() }
    func segmentDelete(_ params: SegmentDeleteParams, _ call: Call) throws(RPCError) -> Deleted { try example() }
    func notificationList(_ params: NotificationListParams, _ call: Call) throws(RPCError) -> NotificationPage { try example() }
    func notificationMarkRead(_ params: NotificationMarkReadParams, _ call: Call) throws(RPCError) -> MarkReadResult { try example() }
    func notificationPreferences(_ params: NotificationPreferencesParams, _ call: Call) throws(RPCError) -> NotificationPreferences { try example() }
    func notificationSetPreferences(_ params: NotificationSetPreferencesParams, _ call: Call) throws(RPCError) -> NotificationPreferences { try example() }
    func auditList(_ params: AuditListParams, _ call: Call) throws(RPCError) -> AuditEntryPage { try example() }
    func storeBackup(_ params: StoreBackupParams, _ call: Call) throws(RPCError) -> BackupResult { try example() }
    func storeCheck(_ params: StoreCheckParams, _ call: Call) throws(RPCError) -> StoreCheck { try example() }
    func clockGet(_ params: ClockGetParams, _ call: Call) throws(RPCError) -> ClockState { try example() }
    func clockAdvance(_ params: ClockAdvanceParams, _ call: Call) async throws(RPCError) -> ClockState { try example() }
}

let contractTypes: [String: any ContractValue.Type] = [
    "Absence": Absence.self,
    "Acceptance": Acceptance.self,
    "Account": Account.self,
    "AccountUsers": AccountUsers.self,
    "AdvancedSettings": AdvancedSettings.self,
    "AgentStatus": AgentStatus.self,
    "Attribute": Attribute.self,
    "AttributeMapping": AttributeMapping.self,
    "AttributePage": AttributePage.self,
    "AttributeType": AttributeType.self,
    "AuditEntry": AuditEntry.self,
    "AuditEntryPage": AuditEntryPage.self,
    "Authorization": Authorization.self,
    "AuthorizationForm": AuthorizationForm.self,
    "AuthorizationKind": AuthorizationKind.self,
    "AuthorizeRequest": AuthorizeRequest.self,
    "BackupResult": BackupResult.self,
    "Category": Category.self,
    "ClockState": ClockState.self,
    "Configuration": Configuration.self,
    "ConfigurationPatch": ConfigurationPatch.self,
    "ConfigurationResult": ConfigurationResult.self,
    "ConfigureResult": ConfigureResult.self,
    "ConnectResult": ConnectResult.self,
    "Connector": Connector.self,
    "ConnectorPage": ConnectorPage.self,
    "ConnectorSupport": ConnectorSupport.self,
    "DatabaseStatus": DatabaseStatus.self,
    "DateCondition": DateCondition.self,
    "DateOperator": DateOperator.self,
    "Deleted": Deleted.self,
    "DeletedUser": DeletedUser.self,
    "Delimiter": Delimiter.self,
    "DisconnectResult": DisconnectResult.self,
    "EnableResult": EnableResult.self,
    "ExcludedCounts": ExcludedCounts.self,
    "Explanation": Explanation.self,
    "ExplanationStep": ExplanationStep.self,
    "ExportResult": ExportResult.self,
    "ExportTemplate": ExportTemplate.self,
    "Feature": Feature.self,
    "FeatureList": FeatureList.self,
    "FeatureName": FeatureName.self,
    "FieldChange": FieldChange.self,
    "FieldList": FieldList.self,
    "FieldMapping": FieldMapping.self,
    "FieldType": FieldType.self,
    "Filter": Filter.self,
    "FilterKind": FilterKind.self,
    "FilterMode": FilterMode.self,
    "FormValue": FormValue.self,
    "HRISField": HRISField.self,
    "InitializeResult": InitializeResult.self,
    "Integration": Integration.self,
    "IntegrationChanged": IntegrationChanged.self,
    "IntegrationPage": IntegrationPage.self,
    "IntegrationResult": IntegrationResult.self,
    "IntegrationState": IntegrationState.self,
    "IntegrationStatus": IntegrationStatus.self,
    "KioskCodeSource": KioskCodeSource.self,
    "KioskLogin": KioskLogin.self,
    "Lifecycle": Lifecycle.self,
    "MarkReadResult": MarkReadResult.self,
    "MassEditResult": MassEditResult.self,
    "MatchedBy": MatchedBy.self,
    "Notification": Notification.self,
    "NotificationCreated": NotificationCreated.self,
    "NotificationKind": NotificationKind.self,
    "NotificationPage": NotificationPage.self,
    "NotificationPreferences": NotificationPreferences.self,
    "NotificationSeverity": NotificationSeverity.self,
    "Participation": Participation.self,
    "ParticipationInput": ParticipationInput.self,
    "ParticipationPatch": ParticipationPatch.self,
    "ParticipationStart": ParticipationStart.self,
    "ParticipationStartKind": ParticipationStartKind.self,
    "PeerInfo": PeerInfo.self,
    "Problem": Problem.self,
    "ProblemSeverity": ProblemSeverity.self,
    "ProgressEvent": ProgressEvent.self,
    "ProgressToken": ProgressToken.self,
    "ProgressValue": ProgressValue.self,
    "Quota": Quota.self,
    "Reason": Reason.self,
    "Role": Role.self,
    "Row": Row.self,
    "RowChange": RowChange.self,
    "RowChangeKind": RowChangeKind.self,
    "RowChangePage": RowChangePage.self,
    "RowPage": RowPage.self,
    "Run": Run.self,
    "RunChanged": RunChanged.self,
    "RunError": RunError.self,
    "RunKind": RunKind.self,
    "RunPage": RunPage.self,
    "RunProgress": RunProgress.self,
    "RunResult": RunResult.self,
    "RunState": RunState.self,
    "RunTrigger": RunTrigger.self,
    "SecretStatus": SecretStatus.self,
    "Segment": Segment.self,
    "SegmentPage": SegmentPage.self,
    "SegmentReference": SegmentReference.self,
    "StoreCheck": StoreCheck.self,
    "Summary": Summary.self,
    "Terms": Terms.self,
    "UndoResult": UndoResult.self,
    "User": User.self,
    "UserChange": UserChange.self,
    "UserChanged": UserChanged.self,
    "UserChanges": UserChanges.self,
    "UserPage": UserPage.self,
    "UserRemoval": UserRemoval.self,
    "UserRemovalKind": UserRemovalKind.self,
    "UserState": UserState.self,
    "UsersAtDisconnect": UsersAtDisconnect.self,
    "Value": Value.self,
]

let paramsTypes: [String: any Params.Type] = [
    "initialize": InitializeParams.self,
    "rpc.discover": RpcDiscoverParams.self,
    "agent/status": AgentStatusParams.self,
    "account/get": AccountGetParams.self,
    "account/update": AccountUpdateParams.self,
    "feature/list": FeatureListParams.self,
    "feature/enable": FeatureEnableParams.self,
    "feature/disable": FeatureDisableParams.self,
    "connector/list": ConnectorListParams.self,
    "connector/get": ConnectorGetParams.self,
    "integration/list": IntegrationListParams.self,
    "integration/get": IntegrationGetParams.self,
    "integration/update": IntegrationUpdateParams.self,
    "integration/connect": IntegrationConnectParams.self,
    "integration/authorize": IntegrationAuthorizeParams.self,
    "integration/reconnect": IntegrationReconnectParams.self,
    "integration/disconnect": IntegrationDisconnectParams.self,
    "integration/fields": IntegrationFieldsParams.self,
    "integration/configuration": IntegrationConfigurationParams.self,
    "integration/configure": IntegrationConfigureParams.self,
    "integration/runTest": IntegrationRunTestParams.self,
    "integration/enable": IntegrationEnableParams.self,
    "integration/disable": IntegrationDisableParams.self,
    "integration/sync": IntegrationSyncParams.self,
    "integration/explain": IntegrationExplainParams.self,
    "run/list": RunListParams.self,
    "run/get": RunGetParams.self,
    "run/wait": RunWaitParams.self,
    "run/cancel": RunCancelParams.self,
    "run/rows": RunRowsParams.self,
    "run/export": RunExportParams.self,
    "run/compare": RunCompareParams.self,
    "run/undo": RunUndoParams.self,
    "user/list": UserListParams.self,
    "user/get": UserGetParams.self,
    "user/create": UserCreateParams.self,
    "user/update": UserUpdateParams.self,
    "user/delete": UserDeleteParams.self,
    "user/massEdit": UserMassEditParams.self,
    "user/export": UserExportParams.self,
    "user/changes": UserChangesParams.self,
    "attribute/list": AttributeListParams.self,
    "attribute/create": AttributeCreateParams.self,
    "attribute/update": AttributeUpdateParams.self,
    "attribute/delete": AttributeDeleteParams.self,
    "segment/list": SegmentListParams.self,
    "segment/create": SegmentCreateParams.self,
    "segment/update": SegmentUpdateParams.self,
    "segment/delete": SegmentDeleteParams.self,
    "notification/list": NotificationListParams.self,
    "notification/markRead": NotificationMarkReadParams.self,
    "notification/preferences": NotificationPreferencesParams.self,
    "notification/setPreferences": NotificationSetPreferencesParams.self,
    "audit/list": AuditListParams.self,
    "store/backup": StoreBackupParams.self,
    "store/check": StoreCheckParams.self,
    "clock/get": ClockGetParams.self,
    "clock/advance": ClockAdvanceParams.self,
]
