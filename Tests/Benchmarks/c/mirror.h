/* The mirror of the users in SQLite. */
#pragma once
#include "employee.h"
#include <sqlite3.h>

struct mirror {
    sqlite3 *db;
    sqlite3_stmt *find, *insert, *update, *update_same_email, *delete;
    unsigned char *seen; /* a bit for each user, by rowid */
    sqlite3_int64 room;  /* in `seen` */
    sqlite3_int64 sequence;
};

/* rules: also what the product's rules force upon a mirror: unique addresses, a change sequence, readers beside the writer. */
void mirror_open(struct mirror *mirror, const char *path, bool rules);
/* 0: there is none. */
sqlite3_int64 mirror_find(struct mirror *mirror, struct text external_id, uint64_t *fingerprint);
void mirror_mark(struct mirror *mirror, sqlite3_int64 user);
void mirror_insert(struct mirror *mirror, const struct employee *employee);
void mirror_update(struct mirror *mirror, sqlite3_int64 user, const struct employee *employee, bool same_email);
void mirror_delete(struct mirror *mirror, sqlite3_int64 user);
/* Who was there at the beginning and is not marked; their number. */
sqlite3_int64 mirror_unmarked(struct mirror *mirror, sqlite3_int64 **users);
void mirror_close(struct mirror *mirror);

void run(sqlite3 *db, const char *sql);
sqlite3_int64 number(sqlite3 *db, const char *sql);
sqlite3_stmt *prepare(sqlite3 *db, const char *sql);
void bind_text(sqlite3_stmt *statement, int place, struct text text);
void finish(sqlite3_stmt *statement); /* steps a statement without rows, and resets it */
