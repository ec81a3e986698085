// Names of the store's that the contract has, too. A file of their own, since only here they are not ambiguous.
import Store

typealias StoredAuditEntry = AuditEntry
typealias StoredChange = UserChange
