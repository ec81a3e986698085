import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func attributeList(_ params: AttributeListParams, _ call: Call) throws(RPCError) -> AttributePage {
        try attempt {
            try store.read { reading in
                let counts = try reading.segmentCounts()
                let page = try Cursor(call).page(of: try reading.attributes(), from: params.cursor, limit: params.limit)
                return AttributePage(items: page.items.map { shown($0, counts) }, nextCursor: page.next)
            }
        }
    }

    public func attributeCreate(_ params: AttributeCreateParams, _ call: Call) throws(RPCError) -> Contract.Attribute {
        let actor = try actor(params.actor, for: call.method)
        let key = params.key, name = Text.normalized(params.name)
        guard !key.isEmpty, key.utf8.count <= 64, key.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D }) else {
            throw invalid("keyInvalid", "A key has 1 to 64 characters of A-Z a-z 0-9 _ -.", path: "key")
        }
        try requireName(name)
        return try attempt {
            try store.write { writing in
                let attribute = Provisioning.Attribute(key: key, name: name, type: AttributeType(params.type))
                try writing.insert(attribute)
                try writing.audit(call.method, actor, subject: key, at: time.now, after: ["name": .string(name), "type": .string(attribute.type.rawValue)])
                return shown(attribute, [:])
            }
        }
    }

    public func attributeUpdate(_ params: AttributeUpdateParams, _ call: Call) throws(RPCError) -> Contract.Attribute {
        let actor = try actor(params.actor, for: call.method)
        let name = Text.normalized(params.name)
        try requireName(name)
        return try attempt {
            try store.write { writing in
                var attribute = try attribute(params.attribute, writing)
                let before = attribute.name
                attribute.name = name
                try writing.renameAttribute(key: attribute.key, to: name)
                try writing.audit(call.method, actor, subject: attribute.key, at: time.now, before: ["name": .string(before)], after: ["name": .string(name)])
                return shown(attribute, try writing.segmentCounts())
            }
        }
    }

    /// R-SEG-4: in use it needs `confirm`; mapped it cannot be deleted.
    public func attributeDelete(_ params: AttributeDeleteParams, _ call: Call) throws(RPCError) -> Deleted {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            try store.write { writing in
                let attribute = try attribute(params.attribute, writing)
                for integration in try writing.integrations() where integration.state != .disconnected {
                    if try writing.configuration(integration: integration.id).configuration.attributeMapping.mappings.contains(where: { $0.attribute == attribute.key }) {
                        throw RPCError(.wrongState, "The integration \(integration.name) maps this attribute; take it out of the mapping first.", data: ["integration": .string(integration.id)])
                    }
                }
                let users = try writing.usersHaving(attribute: attribute.key)
                if users > 0, !params.confirm {
                    throw RPCError(askingBecause: "\(counted(users, "user has", "users have")) a value for \(attribute.name) and would lose it.", counts: [("users", users)])
                }
                _ = try writing.deleteAttribute(key: attribute.key, now: time.now)
                try writing.audit(call.method, actor, subject: attribute.key, at: time.now, before: ["name": .string(attribute.name), "type": .string(attribute.type.rawValue)])
            }
            announceUsers(after: call)
            return Deleted(deleted: true)
        }
    }

    func attribute(_ key: String, _ reading: Reading) throws -> Provisioning.Attribute {
        guard let attribute = try reading.attribute(key: key) else {
            throw RPCError(.notFound, "There is no attribute with the key “\(key)”; attribute/list shows all.")
        }
        return attribute
    }

    func requireName(_ name: String) throws(RPCError) {
        if name.isEmpty { throw invalid("nameBlank", "The name is blank.", path: "name") }
    }

    /// `configurationInvalid` with its one problem: the value has the right type and no meaning.
    func invalid(_ code: String, _ message: String, path: String) -> RPCError {
        RPCError(.configurationInvalid, message, data: ["problems": [Problem(.error, code, message, path: path).json]])
    }

    private func shown(_ attribute: Provisioning.Attribute, _ segments: [String: Int]) -> Contract.Attribute {
        Contract.Attribute(
            key: attribute.key, name: attribute.name, type: Contract.AttributeType(rawValue: attribute.type.rawValue) ?? .choice,
            segments: attribute.type == .choice ? segments[attribute.key, default: 0] : nil)
    }
}

extension Provisioning.AttributeType {
    init(_ type: Contract.AttributeType) {
        switch type {
        case .choice: self = .choice
        case .date: self = .date
        case .number: self = .number
        case .user: self = .user
        }
    }
}
