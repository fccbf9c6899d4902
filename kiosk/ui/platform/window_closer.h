// WindowCloser: closes the window when the machine asks the program to end, as it does when it is
// switched off, so that the event is closed cleanly. Borrows the window; close() on any thread.
#pragma once

#include <mutex>

#include "kiosk/ui/platform/window.h"

namespace stormote {

class WindowCloser {
  public:
    // Any thread.
    void close() {
        const std::lock_guard lock(mutex_);
        is_asked_ = true;
        close_window();
    }
    // The window from now on, or none any more.
    void set_window(Window *window) {
        const std::lock_guard lock(mutex_);
        window_ = window;
        if (is_asked_) close_window();
    }

  private:
    void close_window() {
        if (window_ == nullptr) return;
        window_->close();
        window_->wake();
    }

    std::mutex mutex_;
    Window *window_ = nullptr;
    bool is_asked_ = false;
};

// Tells the closer of a window while it lives.
class ClosableWindow {
  public:
    ClosableWindow(WindowCloser& closer, Window& window) : closer_(closer) {
        closer_.set_window(&window);
    }
    ~ClosableWindow() { closer_.set_window(nullptr); }
    ClosableWindow(const ClosableWindow&) = delete;
    ClosableWindow& operator=(const ClosableWindow&) = delete;

  private:
    WindowCloser& closer_;
};

}  // namespace stormote
