/* A run's rows, in a file of their own: what has changed, from what, to what. */
#pragma once
#include "mirror.h"

struct rows {
    sqlite3 *db;
    sqlite3_stmt *insert, *before;
    const char *path;
};

enum category { DELETED, UPDATED, CREATED };

void rows_open(struct rows *rows, const char *path, struct mirror *mirror);
/* `employee` is NULL for a deleted user, `user` 0 for a created one. */
void rows_add(struct rows *rows, enum category category, sqlite3_int64 user, const struct employee *employee);
/* Makes the index; afterwards all rows are on the disk. */
void rows_complete(struct rows *rows);
/* Deletes, then updates, then creates. The caller holds the transaction. */
void rows_apply(struct rows *rows, struct mirror *mirror);
