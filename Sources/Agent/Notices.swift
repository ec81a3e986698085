import Contract
import JSON
import Provisioning
import Store
import Wire

/// Makes the notifications of runs (R-NOT), inside the transaction of the run that they tell about.
extension Writing {
    func notifyTestReady(_ run: Provisioning.Run, at now: Timestamp) throws -> [Notice] {
        guard let summary = run.summary, let integration = try integration(run.integration) else { return [] }
        return try notify(.testResultsReady, NoticeText.testReady(summary, hris: integration.name), run, data: [
            "created": .number(JSONNumber(summary.created)), "updated": .number(JSONNumber(summary.updated)), "deleted": .number(JSONNumber(summary.deleted)),
        ], at: now)
    }

    func notifyAfterSync(_ run: Provisioning.Run, conflicts: [Provisioning.Row.Reason: Int], at now: Timestamp) throws -> [Notice] {
        guard let summary = run.summary, let integration = try integration(run.integration) else { return [] }
        return try NoticeText.afterSync(summary, conflicts: conflicts, hris: integration.name).flatMap { kind, text, count in
            try notify(kind, text, run, data: ["count": .number(JSONNumber(count))], at: now)
        }
    }

    /// At most once a day per integration and error kind (R-NOT-3).
    func notifyFailure(_ run: Provisioning.Run, _ error: RPCError, _ integration: Provisioning.Integration, at now: Timestamp) throws -> [Notice] {
        let isAuthorization = error.kind == ErrorKind.authorizationRequired.rawValue && run.kind == .sync
        let kind: Notice.Kind = isAuthorization ? .authorizationRequired : .syncFailed
        let errorKind = error.kind ?? ""
        if let last = try lastNotice(kind, integration: integration.id, topic: errorKind), last.adding(hours: 24) > now { return [] }
        let text = isAuthorization
            ? NoticeText.authorizationRequired(hris: integration.name) : NoticeText.failed(run.kind, hris: integration.name, message: error.message)
        return try notify(kind, text, run, data: ["errorKind": .string(errorKind)], errorKind: errorKind, at: now)
    }

    /// Found out by a call; as often as by runs.
    func notifyAuthorizationLost(_ integration: Provisioning.Integration, at now: Timestamp) throws -> [Notice] {
        let topic = ErrorKind.authorizationRequired.rawValue
        if let last = try lastNotice(.authorizationRequired, integration: integration.id, topic: topic), last.adding(hours: 24) > now { return [] }
        let notice = Notice(
            id: "", kind: .authorizationRequired, severity: NoticeText.severity(.authorizationRequired), title: NoticeText.title(.authorizationRequired),
            text: NoticeText.authorizationRequired(hris: integration.name), at: now, integration: integration.id,
            data: (["errorKind": .string(topic)] as JSONValue).text, recipients: try recipients(of: .authorizationRequired))
        return [try insert(notice, topic: topic)]
    }

    private func notify(
        _ kind: Notice.Kind, _ text: String, _ run: Provisioning.Run, data: JSONObject, errorKind: String? = nil, at now: Timestamp
    ) throws -> [Notice] {
        let notice = Notice(
            id: "", kind: kind, severity: NoticeText.severity(kind), title: NoticeText.title(kind), text: text, at: now, integration: run.integration,
            run: run.id, data: JSONValue.object(data).text, recipients: try recipients(of: kind))
        return [try insert(notice, topic: errorKind)]
    }
}
