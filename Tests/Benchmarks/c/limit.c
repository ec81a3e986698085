/* The least that a sync of a file of JSON lines with a mirror in SQLite can cost: C, yyjson and prepared statements.
 *
 * limit bare|rules DATABASE FILE
 *   bare   compare and upsert, in one transaction
 *   rules  also what the product's rules force: the run's rows, complete and on the disk in a file of their own before the first change;
 *          unique addresses; a sequence number for every change; readers who see the state before until the end
 *
 * Employees of whom the mirror has the same fingerprint are marked in a bitmap and nothing is written; whoever is not marked at the end goes.
 * Prints the counts as JSON. */
#include "lines.h"
#include "rows.h"
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    if (argc != 4) return fprintf(stderr, "usage: limit bare|rules DATABASE FILE\n"), 2;
    bool rules = !strcmp(argv[1], "rules");
    struct mirror mirror;
    struct rows rows;
    struct lines lines;
    char path[4096];
    snprintf(path, sizeof path, "%s.rows", argv[2]);
    mirror_open(&mirror, argv[2], rules);
    lines_open(&lines, argv[3]);
    if (rules) rows_open(&rows, path, &mirror);
    run(mirror.db, rules ? "BEGIN" : "BEGIN IMMEDIATE");

    long employees = 0, created = 0, updated = 0, unchanged = 0;
    char *line;
    size_t length;
    while ((line = lines_next(&lines, &length))) {
        struct employee employee;
        employees++;
        if (!employee_read(&employee, line, length, TODAY)) errx(1, "line %ld is no JSON object", employees);
        if (!employee.wanted) continue;
        uint64_t fingerprint = 0;
        sqlite3_int64 user = mirror_find(&mirror, employee.id, &fingerprint);
        if (user) mirror_mark(&mirror, user);
        if (user && fingerprint == employee.fingerprint) {
            unchanged++;
            continue;
        }
        user ? updated++ : created++;
        if (rules) rows_add(&rows, user ? UPDATED : CREATED, user, &employee);
        else if (user) mirror_update(&mirror, user, &employee, false);
        else mirror_insert(&mirror, &employee);
    }

    sqlite3_int64 *gone, deleted = mirror_unmarked(&mirror, &gone);
    for (sqlite3_int64 index = 0; index < deleted; index++) rules ? rows_add(&rows, DELETED, gone[index], NULL) : mirror_delete(&mirror, gone[index]);
    if (rules) {
        rows_complete(&rows);
        run(mirror.db, "COMMIT; BEGIN IMMEDIATE");
        rows_apply(&rows, &mirror);
    }
    run(mirror.db, "COMMIT");
    mirror_close(&mirror);
    printf("{\"employees\": %ld, \"created\": %ld, \"updated\": %ld, \"deleted\": %lld, \"unchanged\": %ld}\n", employees, created, updated, deleted, unchanged);
}
