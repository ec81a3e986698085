import Contract
import JSON
import Provisioning

extension Contract.Run {
    init(_ run: Provisioning.Run) {
        self.init(
            id: run.id, integration: run.integration, kind: Contract.RunKind(run.kind), trigger: Contract.RunTrigger(rawValue: run.trigger.rawValue) ?? .manual,
            state: Contract.RunState(rawValue: run.state.rawValue) ?? .failed, startedAt: run.startedAt.description, endedAt: run.endedAt?.description,
            revision: run.revision, progress: Contract.RunProgress(read: run.read, total: run.total), summary: run.summary.map(Contract.Summary.init),
            error: run.failure.map { failure in
                let data = (try? JSONValue(parsing: Array(failure.data.utf8)))?.object ?? [:]
                return Contract.RunError(code: failure.code, message: failure.message, data: data)
            },
            resultsExpireAt: run.resultsExpireAt?.description, undoneAt: run.undoneAt?.description)
    }
}

extension Contract.RunKind {
    init(_ kind: Provisioning.Run.Kind) {
        switch kind {
        case .test: self = .test
        case .sync: self = .sync
        }
    }
}

extension Contract.Summary {
    init(_ summary: Provisioning.Summary) {
        self.init(
            employees: summary.employees, created: summary.created, updated: summary.updated, deleted: summary.deleted, unchanged: summary.unchanged,
            conflicts: summary.conflicts, skipped: summary.skipped, needsLink: summary.needsLink, deletionsHeld: summary.deletionsHeld,
            excluded: Contract.ExcludedCounts(filtered: summary.filtered, ended: summary.ended, inactive: summary.inactive),
            segments: summary.segments.map { Contract.SegmentReference(attribute: $0.attribute, name: $0.name) },
            safeguards: summary.safeguards.map(\.description), warnings: summary.warnings.map(Contract.Problem.init), warningCount: summary.warningCount)
    }
}

extension Contract.Problem {
    init(_ problem: Provisioning.Problem) {
        self.init(
            severity: problem.severity == .error ? .error : .warning, code: problem.code, message: problem.message, path: problem.path,
            line: problem.line, subject: problem.subject)
    }
}

extension Contract.Row {
    init(_ row: Provisioning.Row) {
        self.init(
            category: Contract.Category(rawValue: row.category.rawValue) ?? .skipped, employeeId: row.employeeID, externalId: row.externalID, userId: row.userID,
            firstName: row.values.firstName, lastName: row.values.lastName, email: row.values.email,
            reason: row.reason.flatMap { Contract.Reason(rawValue: $0.rawValue) }, matchedBy: row.matchedBy.flatMap { Contract.MatchedBy(rawValue: $0.rawValue) },
            needsLink: row.needsLink ? true : nil, held: row.held ? true : nil, changes: row.changes.map(Contract.FieldChange.init),
            problems: row.problems.isEmpty ? nil : row.problems.map(Contract.Problem.init))
    }
}

extension Contract.FieldChange {
    init(_ change: Provisioning.Change) {
        self.init(field: change.field.description, from: change.from.map(Contract.Value.init), to: change.to.map(Contract.Value.init))
    }
}

extension Contract.Value {
    init(_ value: Provisioning.RowValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .boolean(let value): self = .bool(value)
        case .number(let number): self = JSONNumber(number).map { .number($0) } ?? .string("")
        case .date(let day): self = .string(day.description)
        case .references(let names): self = .list(names)
        }
    }
}
