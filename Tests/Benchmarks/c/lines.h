/* The lines of a file, a block at a time. */
#pragma once
#include <stddef.h>

struct lines {
    int file;
    char *block;
    size_t start, end; /* what is read and not yet given */
};

void lines_open(struct lines *lines, const char *path);
/* The next line without its end, to be changed at will until the next call; NULL: none left. Four bytes behind it are writable. */
char *lines_next(struct lines *lines, size_t *length);
