import Contract
import JSON
import Provisioning
import Store
import Wire

/// The terms of the sub-processors, which must be accepted anew for each version (R-ACC-1).
enum SubprocessorTerms {
    static let version = "1"
    static let text = """
        The feature HRIS Integration reads personal data of employees – names, addresses, employment dates and the fields you map – from the HR \
        system that you connect. Direct connectors exchange it with that HR system alone. Connectors reached through a unified API (their entry \
        says “via”) send it through that provider, who thereby processes personal data on your behalf as a sub-processor. The connectors file and \
        demo send nothing to anybody. Staffetta keeps its data in one file on your own machine.
        """
}

extension Agent {
    static let hrisIntegration = "hrisIntegration"

    public func featureList(_ params: FeatureListParams, _ call: Call) throws(RPCError) -> FeatureList {
        try attempt { FeatureList(items: [feature(try store.read { try $0.feature(Agent.hrisIntegration) })]) }
    }

    public func featureEnable(_ params: FeatureEnableParams, _ call: Call) throws(RPCError) -> Feature {
        let actor = try actor(params.actor, for: call.method)
        try requireKnown(params.feature)
        return try attempt {
            let now = time.now
            return try store.write { writing in
                var state = try writing.feature(Agent.hrisIntegration)
                if state.acceptance?.version != SubprocessorTerms.version {
                    guard params.acceptSubprocessor else {
                        throw RPCError(.acceptanceRequired, "This feature requires a sub-processor to handle personal data. Show the terms and repeat with acceptSubprocessor: true once they are accepted.", data: [
                            "terms": ["version": .string(SubprocessorTerms.version), "text": .string(SubprocessorTerms.text)],
                        ])
                    }
                    state.acceptance = FeatureState.Acceptance(at: now, by: actor.name, version: SubprocessorTerms.version)
                }
                let wasEnabled = state.enabled
                state.enabled = true
                try writing.set(feature: Agent.hrisIntegration, state)
                if !wasEnabled { try writing.audit(call.method, actor, subject: Agent.hrisIntegration, at: now, before: ["enabled": false], after: ["enabled": true, "terms": .string(SubprocessorTerms.version)]) }
                return feature(state)
            }
        }
    }

    /// Stops the schedule and cancels runs that are not applying; deletes nothing (R-ACC-2).
    public func featureDisable(_ params: FeatureDisableParams, _ call: Call) throws(RPCError) -> Feature {
        let actor = try actor(params.actor, for: call.method)
        try requireKnown(params.feature)
        return try attempt {
            try store.write { writing in
                var state = try writing.feature(Agent.hrisIntegration)
                guard state.enabled else { return feature(state) }
                state.enabled = false
                try writing.set(feature: Agent.hrisIntegration, state)
                for run in try writing.unfinishedRuns() { _ = try cancel(run, writing) }
                try writing.audit(call.method, actor, subject: Agent.hrisIntegration, at: time.now, before: ["enabled": true], after: ["enabled": false])
                return feature(state)
            }
        }
    }

    private func requireKnown(_ name: FeatureName) throws(RPCError) {
        guard name.rawValue == Agent.hrisIntegration else {
            throw RPCError(.notFound, "There is no feature “\(name.rawValue)”; feature/list shows all.")
        }
    }

    private func feature(_ state: FeatureState) -> Feature {
        Feature(
            name: .hrisIntegration, title: "HRIS Integration", category: "Integrations", enabled: state.enabled,
            terms: Contract.Terms(version: SubprocessorTerms.version, text: SubprocessorTerms.text),
            acceptance: state.acceptance.map { Acceptance(at: $0.at.description, by: $0.by, version: $0.version) })
    }
}
