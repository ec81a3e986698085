#include "lines.h"
#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 1 << 18 };

void lines_open(struct lines *lines, const char *path) {
    *lines = (struct lines){.file = open(path, O_RDONLY), .block = malloc(BLOCK + 8)};
    if (lines->file < 0 || !lines->block) err(1, "%s", path);
}

char *lines_next(struct lines *lines, size_t *length) {
    for (;;) {
        char *line = lines->block + lines->start;
        char *end = memchr(line, '\n', lines->end - lines->start);
        if (end) {
            *length = end - line;
            lines->start += *length + 1;
            return line;
        }
        memmove(lines->block, line, lines->end - lines->start);
        lines->end -= lines->start, lines->start = 0;
        if (lines->end == BLOCK) errx(1, "a line is longer than %d bytes", BLOCK);
        ssize_t count = read(lines->file, lines->block + lines->end, BLOCK - lines->end);
        if (count < 0) err(1, "read");
        if (count == 0) {
            *length = lines->end, lines->start = lines->end;
            return *length ? (lines->end = lines->start = 0, lines->block) : NULL;
        }
        lines->end += count;
    }
}
