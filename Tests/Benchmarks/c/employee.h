/* What the six mapped attributes, the manager, the filters and the lifecycle need of an employee. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    const char *bytes; /* NULL: no value */
    size_t length;
};

/* The columns of a user that a sync manages. */
enum field { FIRST_NAME, LAST_NAME, EMAIL, LANGUAGE, START_DATE, DEPARTMENT, DIVISION, LOCATION, TITLE, HIRED, LEVEL, MANAGER, FIELDS };

extern const char *field_names[FIELDS];

struct employee {
    struct text id;
    struct text fields[FIELDS];
    bool wanted;        /* complete, in scope and still employed */
    bool participating; /* active */
    uint64_t fingerprint;
    char start_date[10], level[24]; /* room for what is made here */
};

/* Reads one line, which may be changed for it; four bytes behind it must be writable. false: no JSON object. */
bool employee_read(struct employee *employee, char *line, size_t length, const char *today);
