import Contract
import JSON
import Provisioning
import Store
import Wire

/// Mass edit: many users from a file (R-RES-4).
extension Agent {
    struct MassEdited: Sendable {
        var created = 0, updated = 0, deleted = 0, unchanged = 0
        var segments: [Plan.NewSegment] = []
        var problems: [Provisioning.Problem] = []
    }

    func massEdit(
        _ bytes: [UInt8], resetEmpty: Bool, deleteMissing: Bool, confirm: Bool, preview: Bool, actor: Actor, cancellation: Cancellation
    ) throws -> MassEdited {
        let (header, records) = try table(bytes)
        if cancellation.isCancelled { throw CancellationError() }
        let now = time.now
        let result = try store.write { writing -> MassEdited in
            let attributes = try writing.attributes()
            var users: [Provisioning.User] = []
            try writing.eachUser { users.append($0) }
            let edit = MassEdit(
                attributes: attributes, account: try account(writing), segments: try segmentNames(attributes, writing), users: users,
                resetEmpty: resetEmpty, deleteMissing: deleteMissing, mayEditAdministrators: actor.mayEditAdministrators)
            let outcome = edit.plan(header: header, records: records)
            guard outcome.faults.isEmpty else {
                throw RPCError(.fileInvalid, "Nothing was changed, because the file has \(counted(outcome.faults.count, "fault", "faults")); mend them and upload the file again. The first: line \(outcome.faults[0].line ?? 0): \(outcome.faults[0].message)", data: ["problems": .array(outcome.faults.map(\.json))])
            }
            var result = MassEdited()
            result.created = outcome.edits.count { $0.before == nil }
            result.updated = outcome.edits.count - result.created
            result.deleted = outcome.deletes.count
            result.unchanged = outcome.unchanged
            result.segments = outcome.segments
            if preview { return result }
            try askBeforeEditing(outcome, deleteMissing: deleteMissing, confirm: confirm)
            if cancellation.isCancelled { throw CancellationError() }
            try carryOut(outcome, writing, now)
            try writing.audit("user/massEdit", actor, subject: nil, at: now, counts: ["created": result.created, "updated": result.updated, "deleted": result.deleted])
            CrashPoint.massEdited.reached()
            return result
        }
        CrashPoint.massEditCommitted.reached()
        return result
    }

    private func askBeforeEditing(_ outcome: MassEdit.Outcome, deleteMissing: Bool, confirm: Bool) throws {
        guard !confirm else { return }
        if !outcome.deletes.isEmpty {
            throw RPCError(
                askingBecause: "\(counted(outcome.deletes.count, "user is", "users are")) not in the file and would be deleted.", counts: [("deleted", outcome.deletes.count)])
        }
        if !outcome.linkedProtected.isEmpty {
            let linked = outcome.linkedProtected
            throw RPCError(
                askingBecause: "The file would link \(counted(linked.count, "administrator or superuser", "administrators or superusers")) to people of an HRIS, which then manages their accounts.",
                "Repeat with confirm: true if these are the right people.", counts: [("linked", linked.count)], users: linked)
        }
    }

    /// Create segments, delete, upsert, references.
    private func carryOut(_ outcome: MassEdit.Outcome, _ writing: Writing, _ now: Timestamp) throws {
        for segment in outcome.segments { try writing.insertSegment(attribute: segment.attribute, name: segment.name) }
        try writing.deleteUsers(ids: outcome.deletes.map(\.id), now: now)
        _ = try writing.update(outcome.edits.filter { $0.before != nil }.map(\.after), now: now)
        CrashPoint.massEditing.reached()
        var ids: [String] = []
        for edit in outcome.edits { try ids.append(edit.before?.id ?? writing.insert(edit.after, now: now).id) }
        for (position, edit) in outcome.edits.enumerated() where !edit.references.isEmpty {
            guard let known = try writing.user(id: ids[position]) else { continue }
            var user = known
            for (key, targets) in edit.references {
                let people = targets.map { target in
                    switch target {
                    case .user(let id): id
                    case .edit(let other): ids[other]
                    }
                }
                user.attributes[key] = people.isEmpty ? nil : .users(people)
            }
            if user != known { _ = try writing.update(user, now: now) }
        }
    }

    /// Header and records of a file, whatever wrote it, without formula guards; `fileInvalid` names the line that cannot be read.
    private func table(_ bytes: [UInt8]) throws -> (header: [String], records: [MassEdit.Record]) {
        do {
            let records = try DelimitedText.records(try TextEncoding.decode(bytes))
            guard let header = records.first else {
                throw TextFault(line: 1, "The file is empty; it needs a header line with the columns' names.")
            }
            return (
                header.cells.map(DelimitedText.unguarded),
                records.dropFirst().map { MassEdit.Record(line: $0.line, cells: $0.cells.map(DelimitedText.unguarded)) }
            )
        } catch let fault as TextFault {
            let problem = Problem(.error, "unreadable", fault.message, line: fault.line)
            throw RPCError(.fileInvalid, "Nothing was changed: line \(fault.line): \(fault.message)", data: ["problems": [problem.json]])
        }
    }

    func segmentNames(_ attributes: [Provisioning.Attribute], _ reading: Reading) throws -> [String: [String: String]] {
        var names: [String: [String: String]] = [:]
        for attribute in attributes where attribute.type == .choice { names[attribute.key] = try reading.spellings(attribute: attribute.key) }
        return names
    }
}
