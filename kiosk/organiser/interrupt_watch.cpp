#include "kiosk/organiser/interrupt_watch.h"

namespace stormote {

InterruptWatch::InterruptWatch(std::function<void()> interrupted) {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    thread_ = std::thread([this, interrupted = std::move(interrupted)] {
        constexpr timespec patience{0, 50'000'000};
        while (!is_stopped_) {
            if (sigtimedwait(&signals_, nullptr, &patience) > 0) interrupted();
        }
    });
}

InterruptWatch::~InterruptWatch() {
    is_stopped_ = true;
    thread_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace stormote
