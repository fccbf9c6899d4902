// KioskProbe: a library that is preloaded into a real kiosk (LD_PRELOAD) to play a slow disk, and
// to write down how long each of its frames took: what a person would feel, with nothing added to
// the program itself.
//
// STORMOTE_PROBE_FILE: the event file that is slow, with all files whose names go on from its own.
// STORMOTE_PROBE_DELAY_MS: how much longer each of its fsync and fdatasync takes.
// STORMOTE_PROBE_HOLD: a file; as long as it is there, none of those ends.
// STORMOTE_PROBE_LOG: a file that gets a line for each thing, times in nanoseconds,
// CLOCK_MONOTONIC:
//   "held BEGIN": one of those waits for the file to go;
//   "sync BEGIN END" and "frame BEGIN END WORK": from a wake-up of the window to its next sleep,
//   and the processor time of the screen thread within it.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

std::string_view setting(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? std::string_view() : value;
}

long long nanoseconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<long long>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// A whole line in one write, so that those of two threads do not mix.
void write_line(const std::string& line) {
    static const int log = [] {
        const std::string path(setting("STORMOTE_PROBE_LOG"));
        return path.empty() ? -1
                            : open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }();
    if (log < 0) return;
    [[maybe_unused]] const ssize_t written = write(log, line.data(), line.size());
}

template <typename Function>
Function next_function(const char *name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool is_slow(int descriptor) {
    const std::string_view slow = setting("STORMOTE_PROBE_FILE");
    if (slow.empty()) return false;
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = readlink(link.c_str(), path.data(), path.size());
    return size > 0 &&
           std::string_view(path.data(), static_cast<std::size_t>(size)).starts_with(slow);
}

void wait_while_held(long long begin) {
    const std::string hold(setting("STORMOTE_PROBE_HOLD"));
    if (hold.empty() || access(hold.c_str(), F_OK) != 0) return;
    write_line("held " + std::to_string(begin) + '\n');
    constexpr useconds_t pace_us = 1'000;
    while (access(hold.c_str(), F_OK) == 0) usleep(pace_us);
}

int sync_slowly(int descriptor, int (*sync)(int)) {
    if (!is_slow(descriptor)) return sync(descriptor);
    const long long begin = nanoseconds(CLOCK_MONOTONIC);
    const int delay_ms = std::atoi(std::string(setting("STORMOTE_PROBE_DELAY_MS")).c_str());
    usleep(static_cast<useconds_t>(delay_ms) * 1000);
    wait_while_held(begin);
    const int result = sync(descriptor);
    write_line("sync " + std::to_string(begin) + ' ' +
               std::to_string(nanoseconds(CLOCK_MONOTONIC)) + '\n');
    return result;
}

// The screen thread alone calls these.
long long frame_begin = 0;
long long frame_work_begin = 0;

void begin_frame() {
    frame_begin = nanoseconds(CLOCK_MONOTONIC);
    frame_work_begin = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
}

void end_frame() {
    if (frame_begin == 0) return;
    write_line("frame " + std::to_string(frame_begin) + ' ' +
               std::to_string(nanoseconds(CLOCK_MONOTONIC)) + ' ' +
               std::to_string(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - frame_work_begin) + '\n');
}

}  // namespace

extern "C" {

int fsync(int descriptor) {
    static const auto next = next_function<int (*)(int)>("fsync");
    return sync_slowly(descriptor, next);
}

int fdatasync(int descriptor) {
    static const auto next = next_function<int (*)(int)>("fdatasync");
    return sync_slowly(descriptor, next);
}

void glfwPollEvents() {
    static const auto next = next_function<void (*)()>("glfwPollEvents");
    end_frame();
    next();
    begin_frame();
}

void glfwWaitEventsTimeout(double timeout) {
    static const auto next = next_function<void (*)(double)>("glfwWaitEventsTimeout");
    end_frame();
    next(timeout);
    begin_frame();
}
}
