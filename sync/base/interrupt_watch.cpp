#include "sync/base/interrupt_watch.h"

#include <utility>

namespace stormote {

InterruptWatch::InterruptWatch(std::function<void()> interrupted) {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    thread_ = std::thread([this, interrupted = std::move(interrupted)] {
        for (;;) {
            int signal = 0;
            sigwait(&signals_, &signal);
            if (is_stopped_) return;
            interrupted();
        }
    });
}

InterruptWatch::~InterruptWatch() {
    is_stopped_ = true;
    // To this thread alone, which waits for it.
    pthread_kill(thread_.native_handle(), SIGHUP);
    thread_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace stormote
