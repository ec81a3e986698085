// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import Wire

extension Dispatch {
    /// Answers a read, local or control call: decodes, asks whether it is allowed, calls, encodes.
    public func answer(_ call: Call) throws(RPCError) -> [UInt8] {
        switch Method(name: call.method) {
        case .initialize: return try answer(.initialize, call, api.initialize)
        case .rpcDiscover:
            let params: RpcDiscoverParams = try decoded(call)
            try api.admit(.rpcDiscover, actor: params.actor, call)
            return Self.openRPC()
        case .agentStatus: return try answer(.agentStatus, call, api.agentStatus)
        case .accountGet: return try answer(.accountGet, call, api.accountGet)
        case .accountUpdate: return try answer(.accountUpdate, call, api.accountUpdate)
        case .featureList: return try answer(.featureList, call, api.featureList)
        case .featureEnable: return try answer(.featureEnable, call, api.featureEnable)
        case .featureDisable: return try answer(.featureDisable, call, api.featureDisable)
        case .connectorList: return try answer(.connectorList, call, api.connectorList)
        case .connectorGet: return try answer(.connectorGet, call, api.connectorGet)
        case .integrationList: return try answer(.integrationList, call, api.integrationList)
        case .integrationGet: return try answer(.integrationGet, call, api.integrationGet)
        case .integrationUpdate: return try answer(.integrationUpdate, call, api.integrationUpdate)
        case .integrationDisconnect: return try answer(.integrationDisconnect, call, api.integrationDisconnect)
        case .integrationConfiguration: return try answer(.integrationConfiguration, call, api.integrationConfiguration)
        case .integrationConfigure: return try answer(.integrationConfigure, call, api.integrationConfigure)
        case .integrationDisable: return try answer(.integrationDisable, call, api.integrationDisable)
        case .runList: return try answer(.runList, call, api.runList)
        case .runGet: return try answer(.runGet, call, api.runGet)
        case .runCancel: return try answer(.runCancel, call, api.runCancel)
        case .runRows: return try answer(.runRows, call, api.runRows)
        case .runExport: return try answer(.runExport, call, api.runExport)
        case .runCompare: return try answer(.runCompare, call, api.runCompare)
        case .runUndo: return try answer(.runUndo, call, api.runUndo)
        case .userList: return try answer(.userList, call, api.userList)
        case .userGet: return try answer(.userGet, call, api.userGet)
        case .userCreate: return try answer(.userCreate, call, api.userCreate)
        case .userUpdate: return try answer(.userUpdate, call, api.userUpdate)
        case .userDelete: return try answer(.userDelete, call, api.userDelete)
        case .userMassEdit: return try answer(.userMassEdit, call, api.userMassEdit)
        case .userExport: return try answer(.userExport, call, api.userExport)
        case .userChanges: return try answer(.userChanges, call, api.userChanges)
        case .attributeList: return try answer(.attributeList, call, api.attributeList)
        case .attributeCreate: return try answer(.attributeCreate, call, api.attributeCreate)
        case .attributeUpdate: return try answer(.attributeUpdate, call, api.attributeUpdate)
        case .attributeDelete: return try answer(.attributeDelete, call, api.attributeDelete)
        case .segmentList: return try answer(.segmentList, call, api.segmentList)
        case .segmentCreate: return try answer(.segmentCreate, call, api.segmentCreate)
        case .segmentUpdate: return try answer(.segmentUpdate, call, api.segmentUpdate)
        case .segmentDelete: return try answer(.segmentDelete, call, api.segmentDelete)
        case .notificationList: return try answer(.notificationList, call, api.notificationList)
        case .notificationMarkRead: return try answer(.notificationMarkRead, call, api.notificationMarkRead)
        case .notificationPreferences: return try answer(.notificationPreferences, call, api.notificationPreferences)
        case .notificationSetPreferences: return try answer(.notificationSetPreferences, call, api.notificationSetPreferences)
        case .auditList: return try answer(.auditList, call, api.auditList)
        case .storeBackup: return try answer(.storeBackup, call, api.storeBackup)
        case .storeCheck: return try answer(.storeCheck, call, api.storeCheck)
        case .clockGet: return try answer(.clockGet, call, api.clockGet)
        default: throw Self.methodNotFound(call.method)
        }
    }

    /// Answers a remote call in the same way.
    public func perform(_ call: Call) async throws(RPCError) -> [UInt8] {
        switch Method(name: call.method) {
        case .integrationConnect: return try await perform(.integrationConnect, call, api.integrationConnect)
        case .integrationAuthorize: return try await perform(.integrationAuthorize, call, api.integrationAuthorize)
        case .integrationReconnect: return try await perform(.integrationReconnect, call, api.integrationReconnect)
        case .integrationFields: return try await perform(.integrationFields, call, api.integrationFields)
        case .integrationRunTest: return try await perform(.integrationRunTest, call, api.integrationRunTest)
        case .integrationEnable: return try await perform(.integrationEnable, call, api.integrationEnable)
        case .integrationSync: return try await perform(.integrationSync, call, api.integrationSync)
        case .integrationExplain: return try await perform(.integrationExplain, call, api.integrationExplain)
        case .runWait: return try await perform(.runWait, call, api.runWait)
        case .clockAdvance: return try await perform(.clockAdvance, call, api.clockAdvance)
        default: throw Self.methodNotFound(call.method)
        }
    }
}
