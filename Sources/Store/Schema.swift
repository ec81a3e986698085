internal import GRDB

/// The steps from an empty file to today's schema. A step that has been released is never edited; a change is a new step.
enum Schema {
    private static let steps: [String] = [first, second, recognition]

    /// The number of the newest step.
    static var version: Int { steps.count }

    static func migrate(_ writer: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        for (index, sql) in steps.enumerated() {
            migrator.registerMigration(String(index + 1)) { db in
                try db.execute(sql: sql)
                CrashPoint.migrating.reached()
            }
        }
        if try requireKnown(writer) == version { return }
        do {
            try migrator.migrate(writer)
        } catch {
            // Another process may have made the very step meanwhile; then there is nothing left to do.
            try migrator.migrate(writer)
        }
    }

    /// The newest step that the database has had. One that is not known here is `tooNew`: a newer version has written it.
    @discardableResult
    static func requireKnown(_ reader: any DatabaseReader) throws -> Int {
        let found = try reader.read { db in try DatabaseMigrator().appliedIdentifiers(db) }.compactMap { Int($0) }.max() ?? 0
        if found > version { throw StoreError.tooNew(found: found, known: version) }
        return found
    }

    private static let first = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO meta VALUES ('store', lower(hex(randomblob(16)))), ('sequence', '0');

        CREATE TABLE user (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            external_id TEXT UNIQUE CHECK (external_id <> ''),
            external_key TEXT, -- folded, where that differs from the external ID
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            first_key TEXT NOT NULL,
            last_key TEXT NOT NULL,
            email TEXT,
            email_key TEXT UNIQUE CHECK (email_key <> ''),
            language TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('administrator', 'superuser', 'analyst', 'employee')),
            participating INTEGER NOT NULL CHECK (participating IN (0, 1)),
            start_date INTEGER, -- days since 1970-01-01
            start_date_synced INTEGER NOT NULL CHECK (start_date_synced IN (0, 1)),
            kiosk_code TEXT UNIQUE CHECK (kiosk_code <> ''),
            attributes TEXT NOT NULL CHECK (json_valid(attributes)), -- {attribute: segment | date | number}
            held INTEGER NOT NULL CHECK (held IN (0, 1)),
            created_at INTEGER NOT NULL, -- milliseconds since 1970, as everywhere
            updated_at INTEGER NOT NULL,
            sequence INTEGER NOT NULL UNIQUE,
            CHECK ((email IS NULL) = (email_key IS NULL))
        ) STRICT;
        CREATE INDEX user_external_key ON user(external_key) WHERE external_key IS NOT NULL;
        CREATE INDEX user_first_key ON user(first_key);
        CREATE INDEX user_last_key ON user(last_key);
        CREATE INDEX user_role ON user(role) WHERE role <> 'employee';
        CREATE INDEX user_off ON user(participating) WHERE participating = 0;
        CREATE INDEX user_start ON user(start_date) WHERE start_date IS NOT NULL;
        CREATE INDEX user_held ON user(id) WHERE held = 1;
        CREATE TABLE tombstone (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE) STRICT;

        CREATE TABLE attribute (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            type TEXT NOT NULL CHECK (type IN ('choice', 'date', 'number', 'user'))
        ) STRICT;
        CREATE TABLE segment (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            attribute INTEGER NOT NULL REFERENCES attribute(id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX segment_attribute ON segment(attribute);
        -- A segment's name (position 0) and its aliases, together unique within the attribute (R-SEG-1).
        CREATE TABLE spelling (
            attribute INTEGER NOT NULL REFERENCES attribute(id) ON DELETE CASCADE,
            text TEXT NOT NULL CHECK (text <> ''),
            segment INTEGER NOT NULL REFERENCES segment(id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            PRIMARY KEY (attribute, text)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX spelling_segment ON spelling(segment, position);
        CREATE TABLE reference (
            user INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
            attribute INTEGER NOT NULL REFERENCES attribute(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            target INTEGER NOT NULL REFERENCES user(id),
            PRIMARY KEY (user, attribute, position)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX reference_target ON reference(target, attribute, user);
        CREATE INDEX reference_attribute ON reference(attribute);
        CREATE TABLE user_guard (
            user INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
            field TEXT NOT NULL,
            PRIMARY KEY (user, field)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE integration (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            connector TEXT NOT NULL,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            prefix TEXT NOT NULL UNIQUE CHECK (prefix <> ''),
            state TEXT NOT NULL CHECK (state IN ('authorizing', 'connected', 'needsAuthorization', 'disconnected')),
            enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
            revision INTEGER NOT NULL,
            configuration TEXT CHECK (configuration IS NULL OR json_valid(configuration)),
            configured_at INTEGER,
            next_sync_at INTEGER,
            schedule_anchor INTEGER,
            retries INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            authorization BLOB -- sealed
        ) STRICT;
        CREATE TRIGGER integration_prefix BEFORE INSERT ON integration
        WHEN EXISTS (SELECT 1 FROM integration WHERE substr(prefix, 1, length(NEW.prefix)) = NEW.prefix
            OR substr(NEW.prefix, 1, length(prefix)) = prefix)
        BEGIN SELECT RAISE(ABORT, 'prefix taken'); END;
        CREATE TRIGGER integration_prefix_fixed BEFORE UPDATE OF prefix ON integration WHEN NEW.prefix <> OLD.prefix
        BEGIN SELECT RAISE(ABORT, 'a prefix belongs to its integration for ever'); END;
        CREATE TABLE secret (
            integration INTEGER NOT NULL REFERENCES integration(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            set_at INTEGER NOT NULL,
            PRIMARY KEY (integration, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempt (
            integration INTEGER PRIMARY KEY REFERENCES integration(id) ON DELETE CASCADE,
            sealed BLOB NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE presence (
            integration INTEGER NOT NULL REFERENCES integration(id) ON DELETE CASCADE,
            path TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (integration, path)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            integration INTEGER NOT NULL REFERENCES integration(id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('test', 'sync')),
            trigger_kind TEXT NOT NULL CHECK (trigger_kind IN ('manual', 'schedule', 'enable', 'plan')),
            state TEXT NOT NULL CHECK (state IN ('queued', 'fetching', 'planning', 'applying', 'succeeded', 'failed', 'cancelled')),
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            revision INTEGER NOT NULL,
            read INTEGER NOT NULL,
            total INTEGER,
            summary TEXT CHECK (summary IS NULL OR json_valid(summary)),
            failure_code INTEGER,
            failure_message TEXT,
            failure_data TEXT,
            results_expire_at INTEGER,
            undone_at INTEGER,
            actor TEXT,
            plan TEXT,
            planned INTEGER NOT NULL CHECK (planned IN (0, 1))
        ) STRICT;
        CREATE INDEX run_integration ON run(integration, kind);
        CREATE INDEX run_open ON run(id) WHERE state IN ('queued', 'fetching', 'planning', 'applying');
        CREATE UNIQUE INDEX run_active ON run(integration) WHERE state IN ('fetching', 'planning', 'applying');
        CREATE TABLE lease (
            name TEXT PRIMARY KEY,
            pid INTEGER NOT NULL,
            token TEXT NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE notification (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            severity TEXT NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            at INTEGER NOT NULL,
            integration INTEGER REFERENCES integration(id) ON DELETE SET NULL,
            run INTEGER REFERENCES run(id) ON DELETE SET NULL,
            data TEXT NOT NULL CHECK (json_valid(data)),
            topic TEXT,
            read_at INTEGER -- by the host
        ) STRICT;
        CREATE INDEX notification_integration ON notification(integration, kind, topic);
        CREATE INDEX notification_run ON notification(run) WHERE run IS NOT NULL;
        CREATE TABLE recipient (
            user INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
            notification INTEGER NOT NULL REFERENCES notification(id) ON DELETE CASCADE,
            read_at INTEGER,
            PRIMARY KEY (user, notification)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX recipient_notification ON recipient(notification);
        CREATE TABLE preference (
            user INTEGER REFERENCES user(id) ON DELETE CASCADE, -- absent: the account's
            kind TEXT NOT NULL,
            enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))
        ) STRICT;
        CREATE UNIQUE INDEX preference_kind ON preference(coalesce(user, 0), kind);
        CREATE INDEX preference_user ON preference(user) WHERE user IS NOT NULL;

        CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            method TEXT NOT NULL,
            subject TEXT,
            fields TEXT CHECK (fields IS NULL OR json_valid(fields)),
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after)),
            counts TEXT CHECK (counts IS NULL OR json_valid(counts))
        ) STRICT;
        CREATE INDEX audit_at ON audit(at);
        CREATE INDEX audit_subject ON audit(subject) WHERE subject IS NOT NULL;
        """

    /// What connecting over HTTP needs.
    private static let second = """
        -- An authorization without secrets, in the clear: it needs no key.
        ALTER TABLE integration ADD COLUMN settings TEXT CHECK (settings IS NULL OR json_valid(settings));
        -- An actor chose what it reaches.
        ALTER TABLE integration ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1));
        -- Counts its authorizations; tokens belong to one of them.
        ALTER TABLE integration ADD COLUMN grant_number INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE token (
            integration INTEGER PRIMARY KEY REFERENCES integration(id) ON DELETE CASCADE,
            sealed BLOB NOT NULL
        ) STRICT;
        """

    /// What the last sync of an integration found settled, so that the next one need not read it again. It is all made of other things, and may be
    /// thrown away at any time.
    private static let recognition = """
        CREATE TABLE recognition (
            integration INTEGER PRIMARY KEY REFERENCES integration(id) ON DELETE CASCADE,
            epoch BLOB NOT NULL,
            key BLOB NOT NULL,
            day INTEGER NOT NULL, -- since 1970-01-01
            sequence INTEGER NOT NULL,
            shapes TEXT NOT NULL CHECK (json_valid(shapes))
        ) STRICT;
        CREATE TABLE recognition_part (
            integration INTEGER NOT NULL REFERENCES recognition(integration) ON DELETE CASCADE,
            part INTEGER NOT NULL,
            entries BLOB NOT NULL,
            PRIMARY KEY (integration, part)
        ) STRICT;
        """
}
