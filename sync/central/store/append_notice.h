// AppendNotice: whom a store tells that something was appended. Any thread.
#pragma once

#include <mutex>

#include "sync/central/store/store.h"

namespace stormote {

// Whether a push has left something new in the log.
[[nodiscard]] inline bool has_appended(const PushAnswer& answer) {
    return answer.added > 0 || answer.quarantined > 0;
}

class AppendNotice {
  public:
    // Waits for a call that is under way.
    void set(AppendListener listener) {
        const std::lock_guard lock(mutex_);
        listener_ = std::move(listener);
    }
    [[nodiscard]] bool is_set() {
        const std::lock_guard lock(mutex_);
        return listener_ != nullptr;
    }
    void tell(const std::optional<EventId>& event) {
        const std::lock_guard lock(mutex_);
        if (listener_) listener_(event);
    }

  private:
    std::mutex mutex_;
    AppendListener listener_;
};

}  // namespace stormote
