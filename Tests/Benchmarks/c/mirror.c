#include "mirror.h"
#include <err.h>
#include <stdlib.h>
#include <string.h>

#define FIELD_COLUMNS "first_name, last_name, email, language, start_date, department, division, location, title, hired, level, manager"

static const char *schema =
    "CREATE TABLE IF NOT EXISTS user (id INTEGER PRIMARY KEY AUTOINCREMENT, external_id TEXT NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL,"
    " email TEXT, language TEXT, start_date TEXT, department TEXT, division TEXT, location TEXT, title TEXT, hired TEXT, level TEXT, manager TEXT,"
    " participating INTEGER NOT NULL, fingerprint INTEGER NOT NULL, sequence INTEGER NOT NULL) STRICT;"
    /* Covers the look-up. That external IDs are unique follows from looking up before inserting; the rules want it of the database as well. */
    "CREATE INDEX IF NOT EXISTS user_fingerprint ON user(external_id, fingerprint);";
static const char *rules_schema =
    "CREATE UNIQUE INDEX IF NOT EXISTS user_external_id ON user(external_id);"
    "CREATE UNIQUE INDEX IF NOT EXISTS user_email ON user(lower(email));"
    "CREATE UNIQUE INDEX IF NOT EXISTS user_sequence ON user(sequence);"
    "CREATE TABLE IF NOT EXISTS tombstone (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE) STRICT;";

void run(sqlite3 *db, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message)) errx(1, "%s: %s", sql, message);
}

sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)) errx(1, "%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

void bind_text(sqlite3_stmt *statement, int place, struct text text) { sqlite3_bind_text(statement, place, text.bytes, text.length, SQLITE_STATIC); }

void finish(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) errx(1, "%s: %s", sqlite3_sql(statement), sqlite3_errmsg(sqlite3_db_handle(statement)));
    sqlite3_reset(statement);
}

sqlite3_int64 number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    sqlite3_int64 value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return value;
}

void mirror_open(struct mirror *mirror, const char *path, bool rules) {
    if (sqlite3_open_v2(path, &mirror->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL)) errx(1, "%s", path);
    if (rules) run(mirror->db, "PRAGMA journal_mode = WAL");
    run(mirror->db, "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384");
    run(mirror->db, schema);
    if (rules) run(mirror->db, rules_schema);
    mirror->find = prepare(mirror->db, "SELECT id, fingerprint FROM user INDEXED BY user_fingerprint WHERE external_id = ?");
    mirror->insert = prepare(mirror->db, "INSERT INTO user (" FIELD_COLUMNS ", participating, fingerprint, sequence, external_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    /* Two of them, since an index is written whenever one of its columns is named. */
    mirror->update = prepare(mirror->db,
        "UPDATE user SET first_name = ?1, last_name = ?2, email = ?3, language = ?4, start_date = ?5, department = ?6, division = ?7, location = ?8, title = ?9,"
        " hired = ?10, level = ?11, manager = ?12, participating = ?13, fingerprint = ?14, sequence = ?15 WHERE id = ?16");
    mirror->update_same_email = prepare(mirror->db,
        "UPDATE user SET first_name = ?1, last_name = ?2, language = ?4, start_date = ?5, department = ?6, division = ?7, location = ?8, title = ?9,"
        " hired = ?10, level = ?11, manager = ?12, participating = ?13, fingerprint = ?14, sequence = ?15 WHERE id = ?16");
    mirror->delete = prepare(mirror->db, "DELETE FROM user WHERE id = ?");
    mirror->room = number(mirror->db, "SELECT max(id) FROM user") + 1;
    mirror->seen = calloc(1, mirror->room / 8 + 1);
    mirror->sequence = number(mirror->db, "SELECT max(sequence) FROM user");
    if (rules) {
        sqlite3_int64 deleted = number(mirror->db, "SELECT max(sequence) FROM tombstone");
        if (deleted > mirror->sequence) mirror->sequence = deleted;
    }
}

sqlite3_int64 mirror_find(struct mirror *mirror, struct text external_id, uint64_t *fingerprint) {
    bind_text(mirror->find, 1, external_id);
    sqlite3_int64 user = 0;
    if (sqlite3_step(mirror->find) == SQLITE_ROW) user = sqlite3_column_int64(mirror->find, 0), *fingerprint = sqlite3_column_int64(mirror->find, 1);
    sqlite3_reset(mirror->find);
    return user;
}

void mirror_mark(struct mirror *mirror, sqlite3_int64 user) { mirror->seen[user / 8] |= 1 << user % 8; }

static void bind(struct mirror *mirror, sqlite3_stmt *statement, const struct employee *employee) {
    for (int field = 0; field < FIELDS; field++) bind_text(statement, 1 + field, employee->fields[field]);
    sqlite3_bind_int(statement, 1 + FIELDS, employee->participating);
    sqlite3_bind_int64(statement, 2 + FIELDS, employee->fingerprint);
    sqlite3_bind_int64(statement, 3 + FIELDS, ++mirror->sequence);
}

void mirror_insert(struct mirror *mirror, const struct employee *employee) {
    bind(mirror, mirror->insert, employee);
    bind_text(mirror->insert, 4 + FIELDS, employee->id);
    finish(mirror->insert);
}

void mirror_update(struct mirror *mirror, sqlite3_int64 user, const struct employee *employee, bool same_email) {
    sqlite3_stmt *update = same_email ? mirror->update_same_email : mirror->update;
    bind(mirror, update, employee);
    sqlite3_bind_int64(update, 4 + FIELDS, user);
    finish(update);
}

void mirror_delete(struct mirror *mirror, sqlite3_int64 user) {
    sqlite3_bind_int64(mirror->delete, 1, user);
    finish(mirror->delete);
}

sqlite3_int64 mirror_unmarked(struct mirror *mirror, sqlite3_int64 **users) {
    sqlite3_stmt *all = prepare(mirror->db, "SELECT id FROM user NOT INDEXED WHERE id < ?");
    sqlite3_int64 count = 0, room = 0;
    *users = NULL;
    sqlite3_bind_int64(all, 1, mirror->room);
    while (sqlite3_step(all) == SQLITE_ROW) {
        sqlite3_int64 user = sqlite3_column_int64(all, 0);
        if (mirror->seen[user / 8] & 1 << user % 8) continue;
        if (count == room) *users = realloc(*users, (room = room * 2 + 64) * sizeof **users);
        (*users)[count++] = user;
    }
    sqlite3_finalize(all);
    return count;
}

void mirror_close(struct mirror *mirror) {
    sqlite3_finalize(mirror->find), sqlite3_finalize(mirror->insert), sqlite3_finalize(mirror->update), sqlite3_finalize(mirror->update_same_email),
        sqlite3_finalize(mirror->delete);
    if (sqlite3_close(mirror->db)) errx(1, "close: %s", sqlite3_errmsg(mirror->db));
}
