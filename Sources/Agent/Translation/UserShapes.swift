import Contract
import JSON
import Provisioning

extension Contract.User {
    /// `managedBy`: the integration whose prefix the external ID begins with.
    init(_ user: Provisioning.User, managedBy: String?, today: Day) {
        self.init(
            id: user.id, externalId: user.externalID, firstName: user.firstName, lastName: user.lastName, email: user.email, language: user.language,
            role: Contract.Role(user.role),
            participation: Contract.Participation(
                on: user.participation.on, startDate: user.participation.startDate?.description, effective: user.participation.isEffective(on: today)),
            kioskCode: user.kioskCode, attributes: user.attributes.mapValues(Contract.Value.init), managedBy: managedBy, held: user.held ? true : nil,
            createdAt: user.createdAt.description, updatedAt: user.updatedAt.description, sequence: Int(user.sequence))
    }
}

extension Contract.Value {
    init(_ value: Provisioning.AttributeValue) {
        switch value {
        case .choice(let name): self = .string(name)
        case .date(let day): self = .string(day.description)
        case .number(let number): self = JSONNumber(number).map { .number($0) } ?? .string("")
        case .users(let ids): self = .list(ids)
        }
    }
}

extension Contract.Role {
    init(_ role: Provisioning.User.Role) {
        switch role {
        case .administrator: self = .administrator
        case .superuser: self = .superuser
        case .analyst: self = .analyst
        case .employee: self = .employee
        }
    }
}

extension Provisioning.User.Role {
    init(_ role: Contract.Role) {
        switch role {
        case .administrator: self = .administrator
        case .superuser: self = .superuser
        case .analyst: self = .analyst
        case .employee: self = .employee
        }
    }
}
