/* Runs a command and writes what it cost to a file, as JSON.
 *
 * measure REPORT COMMAND [ARGUMENT...]
 *
 * A program of its own and a small one, since a process's peak memory begins with that of whoever started it. */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int argc, char **argv) {
    if (argc < 3) return fprintf(stderr, "usage: measure REPORT COMMAND [ARGUMENT...]\n"), 2;
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t child = fork();
    if (child < 0) err(1, "fork");
    if (child == 0) {
        execvp(argv[2], argv + 2);
        err(127, "%s", argv[2]);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0) err(1, "wait4");
    clock_gettime(CLOCK_MONOTONIC, &end);
    FILE *report = fopen(argv[1], "w");
    if (!report) err(1, "%s", argv[1]);
    fprintf(report, "{\"status\": %d, \"user\": %.6f, \"system\": %.6f, \"wall\": %.6f, \"peakKB\": %ld}\n", status, seconds(usage.ru_utime),
            seconds(usage.ru_stime), end.tv_sec - begin.tv_sec + (end.tv_nsec - begin.tv_nsec) / 1e9, usage.ru_maxrss);
    return fclose(report) ? 1 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
