/* Records what a process does to the files below RECORD_ROOT, in the file RECORD_LOG, in the order in which it does it; preloaded (LD_PRELOAD).
 *
 * A record is: a letter, the length of the path (4 bytes), an offset or a length (8 bytes), the number of bytes that follow (4 bytes), the path,
 * the bytes. W writes, T sets the length, S syncs, U removes, R renames and L links (the bytes are the new path), A writes to
 * stdout. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;
static const char *root;

#define REAL(result, name, ...) static result (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("RECORD_LOG");
    root = getenv("RECORD_ROOT");
    if (log && root) log_file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *bytes, size_t count) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    while (count > 0) {
        ssize_t written = real(log_file, bytes, count);
        if (written < 0) { if (errno == EINTR) continue; abort(); }
        bytes = (const char *)bytes + written;
        count -= (size_t)written;
    }
}

static int is_ours(const char *path) {
    size_t length = strlen(path);
    if (log_file < 0 || strncmp(path, root, strlen(root)) != 0) return 0;
    /* The index of the write-ahead log is memory; whoever opens the database next makes it anew. */
    return !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static void note(char kind, const char *path, uint64_t number, const void *bytes, size_t count) {
    uint32_t path_length = (uint32_t)strlen(path), length = (uint32_t)count;
    put(&kind, 1); put(&path_length, 4); put(&number, 8); put(&length, 4); put(path, path_length); put(bytes, count);
}

/* Both in one: nothing may come between an operation and its record. */
#define RECORDED(call, kind, path, number, bytes, count) do { \
    pthread_mutex_lock(&order); \
    __typeof__(call) result = call; \
    int error = errno; \
    if (result >= 0) note(kind, path, number, bytes, count); \
    pthread_mutex_unlock(&order); \
    errno = error; \
    return result; \
} while (0)

static int path_of(int file, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, 4095);
    if (length <= 0) return 0;
    path[length] = 0;
    /* What has no name any more is lost with its process. */
    return is_ours(path) && !strstr(path, " (deleted)");
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    char path[4096];
    if (!path_of(file, path)) return real(file, bytes, count, offset);
    RECORDED(real(file, bytes, count, offset), 'W', path, (uint64_t)offset, bytes, (size_t)result);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) { return pwrite(file, bytes, count, offset); }

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(ssize_t, write, int, const void *, size_t);
    char path[4096];
    if (file == 1 && log_file >= 0) RECORDED(real(file, bytes, count), 'A', "", 0, bytes, 0);
    if (!path_of(file, path)) return real(file, bytes, count);
    off_t offset = fcntl(file, F_GETFL) & O_APPEND ? lseek(file, 0, SEEK_END) : lseek(file, 0, SEEK_CUR);
    RECORDED(real(file, bytes, count), 'W', path, (uint64_t)offset, bytes, (size_t)result);
}

/* Where Swift's print goes; inside the C library it is no call of `write`. */
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
    REAL(size_t, fwrite, const void *, size_t, size_t, FILE *);
    if (file != stdout || log_file < 0) return real(bytes, size, count, file);
    pthread_mutex_lock(&order);
    size_t result = real(bytes, size, count, file);
    note('A', "", 0, "", 0);
    pthread_mutex_unlock(&order);
    return result;
}

int ftruncate(int file, off_t length) {
    REAL(int, ftruncate, int, off_t);
    char path[4096];
    if (!path_of(file, path)) return real(file, length);
    RECORDED(real(file, length), 'T', path, (uint64_t)length, "", 0);
}

int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

int fsync(int file) {
    REAL(int, fsync, int);
    char path[4096];
    if (!path_of(file, path)) return real(file);
    RECORDED(real(file), 'S', path, 0, "", 0);
}

int fdatasync(int file) {
    REAL(int, fdatasync, int);
    char path[4096];
    if (!path_of(file, path)) return real(file);
    RECORDED(real(file), 'S', path, 0, "", 0);
}

int unlink(const char *path) {
    REAL(int, unlink, const char *);
    if (!is_ours(path)) return real(path);
    RECORDED(real(path), 'U', path, 0, "", 0);
}

int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    if (!is_ours(from)) return real(from, to);
    RECORDED(real(from, to), 'R', from, 0, to, strlen(to));
}

int link(const char *from, const char *to) {
    REAL(int, link, const char *, const char *);
    if (!is_ours(from)) return real(from, to);
    RECORDED(real(from, to), 'L', from, 0, to, strlen(to));
}
