#include "kiosk/lists/limited_child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include <fcntl.h>
#include <poll.h>
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

// A kiosk with its window has mapped more than the work may need.
[[maybe_unused]] std::size_t mapped_bytes() {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void limit_this_process(const ChildLimits& limits) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits.processor_seconds);
#if !defined(STORMOTE_SANITIZED)
    // Sanitizers set terabytes of addresses aside.
    limit(RLIMIT_AS, mapped_bytes() + limits.memory_bytes);
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

// Nothing where the end did not come in time.
std::optional<Bytes> read_to_end(int descriptor, int wall_ms) {
    using std::chrono::steady_clock;
    const auto end = steady_clock::now() + std::chrono::milliseconds(wall_ms);
    Bytes all;
    std::array<std::uint8_t, 65536> part{};
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - steady_clock::now());
        pollfd readable{descriptor, POLLIN, 0};
        const int ready = poll(&readable, 1, std::max(0, static_cast<int>(left.count())));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return std::nullopt;
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
    std::optional<Bytes> result = read_to_end(answer[0], limits.wall_ms);
    close(answer[0]);
    if (!result) kill(child, SIGKILL);
    if (!has_succeeded(child)) return std::nullopt;
    return result;
}

}  // namespace stormote
