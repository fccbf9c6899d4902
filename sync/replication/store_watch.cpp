#include "sync/replication/store_watch.h"

namespace stormote {

StoreWatch::StoreWatch(StoreConnection& connection, const EventId& event, DeviceToken token,
                       std::chrono::seconds wait, std::function<void()> answered)
    : connection_(connection),
      client_(connection, event, std::move(token)),
      wait_(wait),
      answered_(std::move(answered)),
      thread_([this] { run(); }) {}

void StoreWatch::ask(const Place& after) {
    const std::lock_guard lock(mutex_);
    if (asked_ || answer_) return;
    asked_ = after;
    changed_.notify_all();
}

std::optional<StoreWatch::Answer> StoreWatch::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(answer_, std::nullopt);
}

void StoreWatch::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        changed_.notify_all();
    }
    connection_.cancel();
    if (thread_.joinable()) thread_.join();
}

void StoreWatch::run() {
    for (;;) {
        Place after;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return is_stopped_ || asked_; });
            if (is_stopped_) return;
            after = *asked_;
        }
        Answer answer = ask_store(after);
        {
            const std::lock_guard lock(mutex_);
            if (is_stopped_) return;
            answer_ = std::move(answer);
            asked_.reset();
        }
        answered_();
    }
}

StoreWatch::Answer StoreWatch::ask_store(const Place& after) {
    const auto start = std::chrono::steady_clock::now();
    auto page = client_.pull(after.position, after.device, wait_);
    const bool is_empty = page && page->state == PageState::last && page->batch.operations.empty();
    const bool is_early = is_empty && std::chrono::steady_clock::now() - start < wait_ / 2;
    return {after, std::move(page), is_early};
}

}  // namespace stormote
