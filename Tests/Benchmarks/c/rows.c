#include "rows.h"
#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FIELD_COLUMNS "first_name, last_name, email, language, start_date, department, division, location, title, hired, level, manager"

void rows_open(struct rows *rows, const char *path, struct mirror *mirror) {
    unlink(path);
    rows->path = path;
    if (sqlite3_open_v2(path, &rows->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL)) errx(1, "%s", path);
    run(rows->db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
        "CREATE TABLE row (id INTEGER PRIMARY KEY, category INTEGER NOT NULL, user INTEGER, external_id TEXT, first_name TEXT, last_name TEXT, email TEXT,"
        " language TEXT, start_date TEXT, department TEXT, division TEXT, location TEXT, title TEXT, hired TEXT, level TEXT, manager TEXT,"
        " participating INTEGER, fingerprint INTEGER, before TEXT) STRICT");
    rows->insert = prepare(rows->db, "INSERT INTO row (category, user, external_id, " FIELD_COLUMNS ", participating, fingerprint, before)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    rows->before = prepare(mirror->db, "SELECT " FIELD_COLUMNS ", participating, external_id FROM user WHERE id = ?");
}

static struct text column(sqlite3_stmt *statement, int place) {
    const char *bytes = (const char *)sqlite3_column_text(statement, place);
    return (struct text){bytes, sqlite3_column_bytes(statement, place)};
}

/* Appends `"name":"value",` (null without a value); how far it came. Values are copied from JSON or SQLite as they are, quotes escaped. */
static size_t append(char *buffer, size_t used, size_t size, const char *name, struct text value) {
    if (used + strlen(name) + 2 * value.length + 16 > size) return used;
    char *at = buffer + used;
    *at++ = '"', at = stpcpy(at, name), at = stpcpy(at, value.bytes ? "\":\"" : "\":null");
    for (size_t index = 0; index < value.length; index++) {
        unsigned char byte = value.bytes[index];
        if (byte == '"' || byte == '\\') *at++ = '\\';
        *at++ = byte < ' ' ? ' ' : byte;
    }
    if (value.bytes) *at++ = '"';
    *at++ = ',';
    return at - buffer;
}

static bool equal(struct text a, struct text b) { return a.length == b.length && !a.bytes == !b.bytes && (!a.length || !memcmp(a.bytes, b.bytes, a.length)); }

void rows_add(struct rows *rows, enum category category, sqlite3_int64 user, const struct employee *employee) {
    static char before[1 << 16];
    size_t used = 0;
    sqlite3_bind_int(rows->insert, 1, category);
    if (user) {
        before[used++] = '{';
        sqlite3_bind_int64(rows->before, 1, user);
        sqlite3_step(rows->before);
        for (int field = 0; field < FIELDS; field++) {
            struct text old = column(rows->before, field);
            if (!employee ? old.bytes != NULL : !equal(old, employee->fields[field])) used = append(before, used, sizeof before, field_names[field], old);
        }
        struct text old = column(rows->before, FIELDS);
        if (!employee || (old.bytes[0] == '1') != employee->participating) used = append(before, used, sizeof before, "participating", old);
        before[used - 1] = '}';
        sqlite3_bind_int64(rows->insert, 2, user);
    } else {
        sqlite3_bind_null(rows->insert, 2);
    }
    bind_text(rows->insert, 3, employee ? employee->id : column(rows->before, FIELDS + 1));
    for (int field = 0; field < FIELDS; field++)
        bind_text(rows->insert, 4 + field, employee ? employee->fields[field] : field <= EMAIL ? column(rows->before, field) : (struct text){0});
    sqlite3_bind_int(rows->insert, 4 + FIELDS, employee ? employee->participating : 0);
    sqlite3_bind_int64(rows->insert, 5 + FIELDS, employee ? (sqlite3_int64)employee->fingerprint : 0);
    bind_text(rows->insert, 6 + FIELDS, (struct text){used ? before : NULL, used});
    finish(rows->insert);
    sqlite3_reset(rows->before);
}

void rows_complete(struct rows *rows) {
    run(rows->db, "CREATE INDEX row_order ON row(category, external_id); COMMIT");
    int file = open(rows->path, O_RDONLY);
    if (file < 0 || fsync(file)) err(1, "%s", rows->path);
    close(file);
}

void rows_apply(struct rows *rows, struct mirror *mirror) {
    sqlite3_stmt *all = prepare(rows->db, "SELECT user, external_id, " FIELD_COLUMNS ", participating, fingerprint, coalesce(instr(before, '\"email\":'), 0)"
        " FROM row WHERE category = ? ORDER BY external_id");
    sqlite3_stmt *bury = prepare(mirror->db, "INSERT INTO tombstone (id, sequence) VALUES (?, ?)");
    for (enum category category = DELETED; category <= CREATED; category++) {
        sqlite3_bind_int(all, 1, category);
        while (sqlite3_step(all) == SQLITE_ROW) {
            struct employee employee;
            sqlite3_int64 user = sqlite3_column_int64(all, 0);
            employee.id = column(all, 1);
            for (int field = 0; field < FIELDS; field++) employee.fields[field] = column(all, 2 + field);
            employee.participating = sqlite3_column_int(all, 2 + FIELDS);
            employee.fingerprint = sqlite3_column_int64(all, 3 + FIELDS);
            switch (category) {
            case CREATED: mirror_insert(mirror, &employee); break;
            case UPDATED: mirror_update(mirror, user, &employee, sqlite3_column_int(all, 4 + FIELDS) == 0); break;
            case DELETED:
                mirror_delete(mirror, user);
                sqlite3_bind_int64(bury, 1, user), sqlite3_bind_int64(bury, 2, ++mirror->sequence);
                finish(bury);
            }
        }
        sqlite3_reset(all);
    }
    sqlite3_finalize(all), sqlite3_finalize(bury), sqlite3_finalize(rows->insert), sqlite3_finalize(rows->before);
    sqlite3_close(rows->db);
}
