/* A place without file locks, as on some network drives: every lock under NO_LOCKS_IN is refused, with EACCES where
 * NO_LOCKS_AS says so and with ENOLCK otherwise; where it is FCNTL, those of flock are granted. For LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int refused(int file) {
    const char *folder = getenv("NO_LOCKS_IN"), *as = getenv("NO_LOCKS_AS");
    char link[32], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (!folder || length < 0 || strncmp(path, folder, strlen(folder)) != 0) return 0;
    errno = as && strcmp(as, "EACCES") == 0 ? EACCES : ENOLCK;
    return 1;
}

static int locks(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK || command == F_OFD_SETLKW;
}

#define CONTROL(name)                                                                                              \
    int name(int file, int command, ...) {                                                                         \
        va_list more;                                                                                              \
        va_start(more, command);                                                                                   \
        void *argument = va_arg(more, void *);                                                                     \
        va_end(more);                                                                                              \
        if (locks(command) && refused(file)) return -1;                                                            \
        int (*next)(int, int, ...) = (int (*)(int, int, ...))dlsym(RTLD_NEXT, #name);                              \
        return next(file, command, argument);                                                                      \
    }
CONTROL(fcntl)
CONTROL(fcntl64)

int flock(int file, int operation) {
    const char *as = getenv("NO_LOCKS_AS");
    if (!(as && strcmp(as, "FCNTL") == 0) && refused(file)) return -1;
    int (*next)(int, int) = (int (*)(int, int))dlsym(RTLD_NEXT, "flock");
    return next(file, operation);
}
