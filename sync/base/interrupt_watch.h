// InterruptWatch: while it lives, Ctrl-C and a request to terminate call a function instead of
// ending the program, so that it can clean up behind itself. Owns one thread, which sleeps until
// then and on which the function is called. Make it before other threads are started.
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace stormote {

class InterruptWatch {
  public:
    explicit InterruptWatch(std::function<void()> interrupted);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

  private:
    sigset_t signals_{};
    sigset_t before_{};
    std::atomic<bool> is_stopped_ = false;
    std::thread thread_;
};

}  // namespace stormote
