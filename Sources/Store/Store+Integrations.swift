internal import GRDB
import Provisioning

extension Reading {
    /// In the order of their creation, disconnected ones too.
    public func integrations() throws(StoreError) -> [Integration] {
        try all("\(Reading.selectIntegration) ORDER BY id") { (row) throws(StoreError) in try integration(row) }
    }

    /// By id, else by its unique name.
    public func integration(_ idOrName: String) throws(StoreError) -> Integration? {
        if let row = Identifier.integration.row(idOrName), let found = try oneIntegration("id = ?", row) { return found }
        return try oneIntegration("name = ?", idOrName)
    }

    /// Every prefix in use or ever used, with the id of its integration.
    public func prefixes() throws(StoreError) -> [(prefix: String, integration: String)] {
        try all("SELECT prefix, id FROM integration ORDER BY id") { (prefix: $0[0], integration: Identifier.integration.text($0[1])) }
    }

    /// The configuration, and its revision; the default one and 0 if it has never been configured.
    public func configuration(integration id: String) throws(StoreError) -> (configuration: Provisioning.Configuration, revision: Int) {
        let row = try Identifier.integration.required(id)
        let found = try first("SELECT configuration, revision FROM integration WHERE id = ?", [row]) { (text: $0[0] as String?, revision: $0[1] as Int) }
        guard let found else { throw .notFound(id) }
        guard let text = found.text else { return (Provisioning.Configuration(), found.revision) }
        return (try Provisioning.Configuration(stored: JSONText.parse(text)), found.revision)
    }

    /// How many employees of the last run that had a field had it, by path (R-SAFE-8).
    public func presence(integration id: String) throws(StoreError) -> [String: Int] {
        let row = try Identifier.integration.required(id)
        var counts: [String: Int] = [:]
        try each("SELECT path, count FROM presence WHERE integration = ?", [row]) { counts[$0[0]] = $0[1] }
        return counts
    }

    private func oneIntegration(_ condition: String, _ value: any DatabaseValueConvertible) throws(StoreError) -> Integration? {
        try first("\(Reading.selectIntegration) WHERE \(condition)", [value]) { (row) throws(StoreError) in try integration(row) }
    }

    private static let selectIntegration = """
        SELECT id, connector, name, prefix, state, enabled, revision, configured_at, next_sync_at, schedule_anchor, retries, created_at, restricted,
            grant_number FROM integration
        """

    private func integration(_ row: SQLRow) throws(StoreError) -> Integration {
        guard let state = Integration.State(rawValue: row[4]) else { throw .damaged("An integration has an unknown state.") }
        return Integration(
            id: Identifier.integration.text(row[0]), connector: row[1], name: row[2], prefix: row[3], state: state, enabled: row[5], revision: row[6],
            configuredAt: Timestamp(stored: row[7]), nextSyncAt: Timestamp(stored: row[8]), scheduleAnchor: Timestamp(stored: row[9]), retries: row[10],
            createdAt: Timestamp(milliseconds: row[11]), isRestricted: row[12], grant: row[13])
    }
}

extension Timestamp {
    init?(stored milliseconds: Int64?) {
        guard let milliseconds else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension Writing {
    /// Creates an integration under a new id. Throws `taken(.name)`, or `taken(.prefix)` if one of the two prefixes would begin the other.
    public func insert(_ integration: Integration) throws(StoreError) -> Integration {
        var integration = integration
        let row = try insert(
            """
            INSERT INTO integration (connector, name, prefix, state, enabled, revision, configured_at, next_sync_at, schedule_anchor, retries, created_at, restricted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                integration.connector, integration.name, integration.prefix, integration.state.rawValue, integration.enabled, integration.revision,
                integration.configuredAt?.milliseconds, integration.nextSyncAt?.milliseconds, integration.scheduleAnchor?.milliseconds,
                integration.retries, integration.createdAt.milliseconds, integration.isRestricted,
            ])
        integration.id = Identifier.integration.text(row)
        return integration
    }

    /// Writes what may change: all but connector, prefix, `createdAt`, what `configure` sets, and the grant, which grows with each authorization.
    public func update(_ integration: Integration) throws(StoreError) {
        let changed = try execute(
            "UPDATE integration SET name = ?, state = ?, enabled = ?, configured_at = ?, next_sync_at = ?, schedule_anchor = ?, retries = ?, restricted = ? WHERE id = ?",
            [
                integration.name, integration.state.rawValue, integration.enabled, integration.configuredAt?.milliseconds, integration.nextSyncAt?.milliseconds,
                integration.scheduleAnchor?.milliseconds, integration.retries, integration.isRestricted, Identifier.integration.required(integration.id),
            ])
        guard changed == 1 else { throw .notFound(integration.id) }
    }

    /// Removes an integration that never came to be (R-CON-3), with all that hangs on it; its prefix is free again.
    public func deleteIntegration(id: String) throws(StoreError) {
        guard try execute("DELETE FROM integration WHERE id = ?", [Identifier.integration.required(id)]) == 1 else { throw .notFound(id) }
    }

    /// Stores the whole configuration under the next revision, which it gives.
    @discardableResult
    public func configure(integration id: String, _ configuration: Provisioning.Configuration, now: Timestamp) throws(StoreError) -> Int {
        let row = try Identifier.integration.required(id)
        let changed = try execute(
            "UPDATE integration SET configuration = ?, configured_at = ?, revision = revision + 1 WHERE id = ?",
            [configuration.stored.text, now.milliseconds, row])
        guard changed == 1 else { throw .notFound(id) }
        return try number("SELECT revision FROM integration WHERE id = ?", [row])
    }

    public func setPresence(integration id: String, _ counts: [String: Int]) throws(StoreError) {
        let row = try Identifier.integration.required(id)
        try execute("DELETE FROM presence WHERE integration = ?", [row])
        for (path, count) in counts { try execute("INSERT INTO presence VALUES (?, ?, ?)", [row, path, count]) }
    }
}
