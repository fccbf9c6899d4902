#include "kiosk/cli/limited_child.h"

#include <array>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

void limit(decltype(RLIMIT_CPU) what, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(what, &both);
}

void limit_this_process(const ChildLimits& limits) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.processor_seconds);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // Sanitizers set terabytes of addresses aside.
    limit(RLIMIT_AS, limits.memory_bytes);
#endif
}

[[noreturn]] void work_in_child(const std::function<Bytes()>& work, const ChildLimits& limits,
                                int answer) {
    limit_this_process(limits);
    // Libraries complain there before they give up; what is to be said, the parent says.
    if (const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0) {
        dup2(nowhere, STDERR_FILENO);
    }
    try {
        const Bytes result = work();
        std::size_t written = 0;
        while (written < result.size()) {
            const ssize_t count = write(answer, result.data() + written, result.size() - written);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) _exit(EXIT_FAILURE);
            written += static_cast<std::size_t>(count);
        }
    } catch (...) {
        _exit(EXIT_FAILURE);
    }
    _exit(EXIT_SUCCESS);
}

Bytes read_to_end(int descriptor) {
    Bytes all;
    std::array<std::uint8_t, 65536> part{};
    while (true) {
        const ssize_t count = read(descriptor, part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return all;
        all.insert(all.end(), part.begin(), part.begin() + count);
    }
}

bool has_succeeded(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

}  // namespace

std::optional<Bytes> run_limited(const std::function<Bytes()>& work, const ChildLimits& limits) {
    std::array<int, 2> answer{};
    const bool has_pipe = pipe2(answer.data(), O_CLOEXEC) == 0;
    const pid_t child = has_pipe ? fork() : -1;
    if (child == 0) work_in_child(work, limits, answer[1]);
    if (has_pipe) close(answer[1]);
    if (child < 0) {
        if (has_pipe) close(answer[0]);
        throw MachineFailure(machine_error({"There is not enough memory."}));
    }
    Bytes result = read_to_end(answer[0]);
    close(answer[0]);
    if (!has_succeeded(child)) return std::nullopt;
    return result;
}

}  // namespace stormote
