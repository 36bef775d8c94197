/* fail_at N MODE REPORT PROGRAM ARGUMENT...
 *
 * Runs a program and lets its N-th system call that changes a disk fail: MODE "once" with EIO, MODE "from" this and
 * all later ones with ENOSPC, but for renaming, which takes no room. Writes the number of such calls seen to REPORT and exits as the program did.
 *
 * ptrace and not LD_PRELOAD: some of the libraries call the kernel without the C library.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static const int CALLS[] = {
    SYS_write, SYS_pwrite64, SYS_writev, SYS_pwritev, SYS_pwritev2, SYS_fsync, SYS_fdatasync, SYS_ftruncate,
    SYS_fallocate, SYS_rename, SYS_renameat, SYS_renameat2, SYS_link, SYS_linkat, SYS_mkdir, SYS_mkdirat,
    SYS_copy_file_range, SYS_sendfile, SYS_open, SYS_openat,
};
#define COUNT (sizeof CALLS / sizeof *CALLS)

static void trace_me(void) {
    struct sock_filter filter[COUNT + 3];
    filter[0] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (size_t i = 0; i < COUNT; i++)
        filter[i + 1] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CALLS[i], COUNT - i, 0);
    filter[COUNT + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[COUNT + 2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    struct sock_fprog program = { COUNT + 3, filter };
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) exit(125);
    raise(SIGSTOP);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) exit(125);
}

/* Whether a file is a pipe: what is written there goes to another program. */
static int is_pipe(pid_t thread, unsigned long long file) {
    char path[64], target[8];
    snprintf(path, sizeof path, "/proc/%d/fd/%llu", (int)thread, file);
    return readlink(path, target, 5) == 5 && memcmp(target, "pipe:", 5) == 0;
}

/* Whether a call changes a disk, and not the output of the program. */
static int counts(pid_t thread, const struct user_regs_struct *call) {
    switch (call->orig_rax) {
    case SYS_write: case SYS_writev: return call->rdi > 2 && !is_pipe(thread, call->rdi);
    case SYS_open: return (call->rsi & O_CREAT) != 0;
    case SYS_openat: return (call->rdx & (O_CREAT | 020000000 /* O_TMPFILE */)) != 0;
    default: return 1;
    }
}

static int is_rename(const struct user_regs_struct *call) {
    return call->orig_rax == SYS_rename || call->orig_rax == SYS_renameat || call->orig_rax == SYS_renameat2;
}

int main(int argc, char **argv) {
    if (argc < 5) return 125;
    long wanted = atol(argv[1]), seen = 0;
    int from = strcmp(argv[2], "from") == 0, status, result = 125;
    pid_t child = fork();
    if (child == 0) {
        trace_me();
        execv(argv[4], argv + 4);
        _exit(125);
    }
    if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) return 125;
    ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK |
           PTRACE_O_TRACEVFORK | PTRACE_O_EXITKILL);
    ptrace(PTRACE_CONT, child, 0, 0);
    for (pid_t thread; (thread = waitpid(-1, &status, __WALL)) > 0;) {
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (thread == child) result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            continue;
        }
        int signal = 0;
        if (status >> 8 == (SIGTRAP | PTRACE_EVENT_SECCOMP << 8)) {
            struct user_regs_struct call;
            ptrace(PTRACE_GETREGS, thread, 0, &call);
            if (counts(thread, &call) && (++seen == wanted || (from && wanted > 0 && seen > wanted && !is_rename(&call)))) {
                call.orig_rax = -1;
                call.rax = from ? -ENOSPC : -EIO;
                ptrace(PTRACE_SETREGS, thread, 0, &call);
            }
        } else if (status >> 16 == 0 && WSTOPSIG(status) != SIGSTOP && WSTOPSIG(status) != SIGTRAP) {
            signal = WSTOPSIG(status);
        }
        ptrace(PTRACE_CONT, thread, 0, signal);
    }
    FILE *report = fopen(argv[3], "w");
    if (report == NULL || fprintf(report, "%ld\n", seen) < 0 || fclose(report) != 0) return 125;
    return result;
}
