/* A client of a JSON-RPC server on stdin and stdout, for times of which a slower client would measure itself.
 *
 * client lines|headers start|ping|pipeline COUNT METHOD COMMAND [ARGUMENT...]
 *   start     starts the server COUNT times; microseconds from the fork to the answer to `initialize`
 *   ping      microseconds from a request of METHOD to its answer, one after the other
 *   pipeline  requests a second, written without waiting for answers
 *
 * lines: a message a line, as Staffetta's clients do; headers: Content-Length, as editors do. An error is an answer too. Prints JSON. */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static bool headers;
static char **command;
static pid_t server;
static int to, from;
static char input[1 << 22];
static size_t filled, taken;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void start(void) {
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC)) err(1, "pipe");
    server = fork();
    if (server < 0) err(1, "fork");
    if (server == 0) {
        int none = open("/dev/null", O_WRONLY);
        if (dup2(in[0], 0) < 0 || dup2(out[1], 1) < 0 || dup2(none, 2) < 0) _exit(127);
        execvp(*command, command);
        _exit(127);
    }
    close(in[0]), close(out[1]);
    to = in[1], from = out[0], filled = taken = 0;
}

static void stop(void) {
    int status;
    close(to);
    kill(server, SIGTERM);
    close(from);
    waitpid(server, &status, 0);
}

static size_t compose(char *buffer, size_t size, const char *message) {
    return headers ? snprintf(buffer, size, "Content-Length: %zu\r\n\r\n%s", strlen(message), message) : snprintf(buffer, size, "%s\n", message);
}

static size_t request(char *buffer, size_t size, long id, const char *method, const char *params) {
    char message[512];
    snprintf(message, sizeof message, "{\"jsonrpc\":\"2.0\",\"id\":%ld,\"method\":\"%s\",\"params\":%s}", id, method, params);
    return compose(buffer, size, message);
}

static void send_all(const char *bytes, size_t count) {
    while (count) {
        ssize_t sent = write(to, bytes, count);
        if (sent < 0) err(1, "write to the server");
        bytes += sent, count -= sent;
    }
}

/* The next whole message of what is read, or NULL. */
static char *message(size_t *length) {
    char *begin = input + taken, *end = input + filled;
    if (!headers) {
        char *line_end = memchr(begin, '\n', end - begin);
        if (!line_end) return NULL;
        *length = line_end - begin, taken += *length + 1;
        return begin;
    }
    char *body = memmem(begin, end - begin, "\r\n\r\n", 4), *field = memmem(begin, end - begin, "Content-Length:", 15);
    if (!body || !field) return NULL;
    body += 4, *length = strtoul(field + 15, NULL, 10);
    if (body + *length > end) return NULL;
    taken = body + *length - input;
    return body;
}

/* Reads once; false if nothing can be read. */
static bool fill(void) {
    memmove(input, input + taken, filled - taken);
    filled -= taken, taken = 0;
    ssize_t count = read(from, input + filled, sizeof input - filled);
    if (count < 0 && errno == EAGAIN) return false;
    if (count <= 0) errx(1, "the server has left");
    filled += count;
    return true;
}

/* How many answers there are among the messages read; what the server says by itself is passed over. */
static long answers(void) {
    long count = 0;
    size_t length;
    char *bytes;
    while ((bytes = message(&length))) count += memmem(bytes, length, "\"id\":", 5) && !memmem(bytes, length, "\"method\":", 9);
    return count;
}

static void await(void) {
    while (!answers()) fill();
}

static void initialize(void) {
    char buffer[1024];
    const char *params = headers ? "{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}" : "{}";
    send_all(buffer, request(buffer, sizeof buffer, 0, "initialize", params));
    await();
}

static int by_size(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

static void pipeline(long count, const char *method) {
    enum { BATCH = 64 };
    static char buffer[BATCH * 512];
    size_t size = 0, sent = 0;
    long written = 0, answered = 0;
    fcntl(to, F_SETFL, O_NONBLOCK), fcntl(from, F_SETFL, O_NONBLOCK);
    double begin = now();
    while (answered < count) {
        if (sent == size && written < count) {
            size = sent = 0;
            for (int index = 0; index < BATCH && written < count; index++) size += request(buffer + size, sizeof buffer - size, ++written, method, "{}");
        }
        struct pollfd ends[] = {{.fd = from, .events = POLLIN}, {.fd = to, .events = sent < size ? POLLOUT : 0}};
        if (poll(ends, 2, -1) < 0) err(1, "poll");
        if (ends[1].revents & POLLOUT) {
            ssize_t bytes = write(to, buffer + sent, size - sent);
            if (bytes < 0 && errno != EAGAIN) err(1, "write to the server");
            if (bytes > 0) sent += bytes;
        }
        if (ends[0].revents && fill()) answered += answers();
    }
    printf("{\"perSecond\": %.0f}\n", count / (now() - begin) * 1e6);
}

int main(int argc, char **argv) {
    if (argc < 6) return fprintf(stderr, "usage: client lines|headers start|ping|pipeline COUNT METHOD COMMAND [ARGUMENT...]\n"), 2;
    headers = !strcmp(argv[1], "headers");
    command = argv + 5;
    long count = strtol(argv[3], NULL, 10);
    bool starting = !strcmp(argv[2], "start");
    signal(SIGPIPE, SIG_IGN);
    if (!starting) {
        char buffer[512];
        start(), initialize();
        send_all(buffer, compose(buffer, sizeof buffer, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}"));
        if (!strcmp(argv[2], "pipeline")) return pipeline(count, argv[4]), stop(), 0;
    }
    double *times = calloc(count, sizeof *times);
    for (long index = 0; index < count; index++) {
        char buffer[1024];
        double begin = now();
        if (starting) {
            start(), initialize();
        } else {
            send_all(buffer, request(buffer, sizeof buffer, index + 1, argv[4], "{}"));
            await();
        }
        times[index] = now() - begin;
        if (starting) stop();
    }
    if (!starting) stop();
    qsort(times, count, sizeof *times, by_size);
    printf("{\"p50\": %.1f, \"p99\": %.1f, \"least\": %.1f}\n", times[count / 2], times[count * 99 / 100], times[0]);
}
