import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func segmentList(_ params: SegmentListParams, _ call: Call) throws(RPCError) -> SegmentPage {
        let cursor = Cursor(call)
        let start = try cursor.position(params.cursor) ?? 0
        return try attempt {
            try store.read { reading in
                _ = try attribute(params.attribute, reading)
                let page = try reading.segments(attribute: params.attribute, after: start, limit: params.limit)
                return SegmentPage(items: page.items.map { shown($0.segment, users: $0.users) }, nextCursor: cursor.text(page.next))
            }
        }
    }

    public func segmentCreate(_ params: SegmentCreateParams, _ call: Call) throws(RPCError) -> Contract.Segment {
        let actor = try actor(params.actor, for: call.method)
        let name = Text.normalized(params.name)
        try requireName(name)
        let aliases = try aliases(params.aliases ?? [], besides: name)
        return try attempt {
            try store.write { writing in
                guard try attribute(params.attribute, writing).type == .choice else { throw invalid("attributeNotChoice", "Only attributes of type choice have segments.", path: "attribute") }
                let segment = try writing.insertSegment(attribute: params.attribute, name: name, aliases: aliases)
                try writing.audit(call.method, actor, subject: segment.id, at: time.now, after: segment.json)
                return shown(segment, users: 0)
            }
        }
    }

    /// Renaming keeps the old name as an alias (R-SEG-2); an alias that is another segment's name merges that one, with `confirm` (R-SEG-3).
    public func segmentUpdate(_ params: SegmentUpdateParams, _ call: Call) throws(RPCError) -> Contract.Segment {
        let actor = try actor(params.actor, for: call.method)
        let name = params.name.map(Text.normalized)
        if let name { try requireName(name) }
        let asked = try params.aliases.map { asked throws(RPCError) in try aliases(asked, besides: nil) }
        return try attempt {
            let now = time.now
            let shownSegment = try store.write { writing in
                var segment = try segment(params.segment, writing)
                let before = segment.json
                var aliases = asked ?? segment.aliases
                if let name, name != segment.name {
                    if !aliases.contains(segment.name) { aliases.append(segment.name) }
                    segment.name = name
                }
                aliases.removeAll { $0 == segment.name }
                for alias in aliases {
                    guard let other = try writing.segment(attribute: segment.attribute, spelled: alias), other.id != segment.id, other.name == alias else { continue }
                    let users = try writing.users(ofSegment: other.id)
                    if !params.confirm {
                        throw RPCError(
                            askingBecause: "“\(alias)” is a segment of its own with \(counted(users, "user", "users")); it would be merged into “\(segment.name)”.", counts: [("users", users)])
                    }
                    _ = try writing.mergeSegment(other.id, into: segment.id, now: now)
                    aliases += other.aliases.filter { !aliases.contains($0) && $0 != segment.name }
                }
                segment.aliases = aliases
                try writing.update(segment, now: now)
                try writing.audit(call.method, actor, subject: segment.id, at: now, before: before, after: segment.json)
                return shown(segment, users: try writing.users(ofSegment: segment.id))
            }
            announceUsers(after: call)
            return shownSegment
        }
    }

    public func segmentDelete(_ params: SegmentDeleteParams, _ call: Call) throws(RPCError) -> Deleted {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            try store.write { writing in
                let segment = try segment(params.segment, writing)
                let users = try writing.users(ofSegment: segment.id)
                if users > 0, !params.confirm {
                    throw RPCError(askingBecause: "\(counted(users, "user is", "users are")) in this segment and would lose it.", counts: [("users", users)])
                }
                _ = try writing.deleteSegment(id: segment.id, now: time.now)
                try writing.audit(call.method, actor, subject: segment.id, at: time.now, before: segment.json)
            }
            announceUsers(after: call)
            return Deleted(deleted: true)
        }
    }

    private func segment(_ id: String, _ reading: Reading) throws -> Provisioning.Segment {
        guard let segment = try reading.segment(id: id) else { throw RPCError(.notFound, "There is no segment with this id; segment/list shows all of an attribute.") }
        return segment
    }

    /// Normalised, none blank, each once.
    private func aliases(_ asked: [String], besides name: String?) throws(RPCError) -> [String] {
        var aliases: [String] = []
        for alias in asked.map(Text.normalized) where alias != name && !aliases.contains(alias) {
            if alias.isEmpty { throw invalid("aliasBlank", "An alias is blank.", path: "aliases") }
            aliases.append(alias)
        }
        return aliases
    }

    private func shown(_ segment: Provisioning.Segment, users: Int) -> Contract.Segment {
        Contract.Segment(id: segment.id, attribute: segment.attribute, name: segment.name, aliases: segment.aliases, users: users)
    }
}

extension Provisioning.Segment {
    var json: JSONObject { ["attribute": .string(attribute), "name": .string(name), "aliases": .array(aliases.map { .string($0) })] }
}
