// ForgetfulProbe: a library that is preloaded into a real program (LD_PRELOAD) to write down what a
// power cut would leave of its files, and to stop it dead at a chosen moment.
//
// STORMOTE_FORGETFUL_FOLDER: the folder whose files are watched.
// STORMOTE_FORGETFUL_SHADOW: where its DurableShadow lies.
// STORMOTE_CUT_AT_SYNC: a number; instead of the so many-th sync of a watched file or folder,
//   counted from 1, the program is killed.
#include <csignal>
#include <cstdlib>
#include <memory>
#include <mutex>

#include <dlfcn.h>
#include <unistd.h>

#include "tests/support/machine/durable_shadow.h"

namespace {

using stormote::testing::DurableShadow;

// Null where nothing is watched.
const DurableShadow *watched_disk() {
    static const std::unique_ptr<DurableShadow> disk = [] {
        const char *folder = std::getenv("STORMOTE_FORGETFUL_FOLDER");
        const char *shadow = std::getenv("STORMOTE_FORGETFUL_SHADOW");
        return folder == nullptr || shadow == nullptr
                   ? nullptr
                   : std::make_unique<DurableShadow>(folder, shadow);
    }();
    return disk.get();
}

void stop_if_it_is_time() {
    static const char *const moment = std::getenv("STORMOTE_CUT_AT_SYNC");
    static const long long last = moment == nullptr ? 0 : std::atoll(moment);
    static long long syncs = 0;
    if (++syncs != last) return;
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

int sync_and_note(int descriptor, int (*sync)(int)) {
    static std::mutex mutex;
    const DurableShadow *disk = watched_disk();
    if (disk == nullptr || !disk->covers(descriptor)) return sync(descriptor);
    const std::lock_guard lock(mutex);
    stop_if_it_is_time();
    const int result = sync(descriptor);
    disk->sync(descriptor);
    return result;
}

template <typename Function>
Function next_function(const char *name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int fsync(int descriptor) {
    static const auto next = next_function<int (*)(int)>("fsync");
    return sync_and_note(descriptor, next);
}

int fdatasync(int descriptor) {
    static const auto next = next_function<int (*)(int)>("fdatasync");
    return sync_and_note(descriptor, next);
}
}
