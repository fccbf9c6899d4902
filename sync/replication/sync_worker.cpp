#include "sync/replication/sync_worker.h"

#include <algorithm>
#include <chrono>

#include "sync/base/clock.h"

namespace stormote {

SyncWorker::SyncWorker(PostedReplica& replica, StoreConnection& connection, const EventId& event,
                       std::string token, const Clock& clock, SyncTiming timing,
                       std::function<void()> status_changed)
    : replica_(replica),
      connection_(connection),
      client_(connection, event, std::move(token)),
      clock_(clock),
      timing_(timing),
      status_changed_(std::move(status_changed)),
      thread_([this] { run(); }) {}

void SyncWorker::wake() {
    const std::lock_guard lock(mutex_);
    is_woken_ = true;
    changed_.notify_all();
}

SyncStatus SyncWorker::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

void SyncWorker::finish(std::chrono::milliseconds limit) {
    std::unique_lock lock(mutex_);
    const std::uint64_t wanted = begun_ + 1;
    is_woken_ = true;
    changed_.notify_all();
    changed_.wait_for(lock, limit, [this, wanted] {
        return is_stopped_ || ended_ >= wanted || status_.last_error.has_value();
    });
}

void SyncWorker::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        changed_.notify_all();
    }
    connection_.cancel();
    replica_.stop();
    const std::lock_guard lock(join_mutex_);
    if (thread_.joinable()) thread_.join();
}

void SyncWorker::run() {
    std::chrono::milliseconds delay{0};
    while (wait_for_turn(delay)) {
        const bool has_succeeded = exchange();
        failures_ = has_succeeded ? 0 : failures_ + 1;
        delay = has_succeeded ? timing_.interval : next_retry_delay();
    }
}

// False when it was stopped. New operations cut the wait short, but only while the store answers:
// a busy kiosk without a network must not try once a second.
bool SyncWorker::wait_for_turn(std::chrono::milliseconds delay) {
    std::unique_lock lock(mutex_);
    const auto is_stopped = [this] { return is_stopped_; };
    if (failures_ > 0) {
        changed_.wait_for(lock, delay, is_stopped);
    } else {
        changed_.wait_for(lock, delay, [this] { return is_stopped_ || is_woken_; });
    }
    is_woken_ = false;
    return !is_stopped_;
}

std::chrono::milliseconds SyncWorker::next_retry_delay() {
    constexpr int most_doublings = 10;
    const auto delay =
        std::min(timing_.first_retry_delay * (1 << std::min(failures_ - 1, most_doublings)),
                 timing_.longest_retry_delay);
    // Between half of it and all of it.
    const auto half_ms = static_cast<std::uint64_t>(delay.count() / 2);
    return std::chrono::milliseconds(half_ms + random_.below(half_ms + 1));
}

bool SyncWorker::exchange() {
    update([this](SyncStatus& status) {
        status.is_exchanging = true;
        ++begun_;
    });
    std::optional<Error> failed;
    ExchangeReport report;
    try {
        // Once: whatever is refused then stays refused until another version of the program runs.
        const Refused refused = has_retried_ ? Refused::left : Refused::tried_again;
        auto done = Exchange(replica_, client_, clock_, {}, refused).run();
        has_retried_ |= done.ok();
        if (done) {
            report = *done;
        } else {
            failed = done.error();
        }
    } catch (const MachineFailure& failure) {
        failed = failure.error();
    }
    update([&](SyncStatus& status) {
        status.is_exchanging = false;
        ++ended_;
        status.last_error = failed;
        if (failed) return;
        status.last_success_ms = clock_.wall_ms();
        status.waiting = report.waiting;
        status.quarantined = report.quarantined_at_store + report.quarantined_here;
        add_refused(report.refused_there, status.refused);
        add_refused(report.refused_here, status.refused);
    });
    if (failed) {
        count_waiting();
        return false;
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, timing_.least_pause, [this] { return is_stopped_; });
    return true;
}

void SyncWorker::count_waiting() {
    try {
        const auto view = replica_.view(Uuid{});
        if (!view) return;
        std::uint64_t all = 0;
        for (const DeviceHead& head : view.value().heads) all += head.head.sequence;
        const std::uint64_t held = std::min(all, view.value().acknowledged);
        update([&](SyncStatus& status) { status.waiting = all - held; });
    } catch (const MachineFailure&) {
        // The exchange has said so already.
    }
}

void SyncWorker::update(const std::function<void(SyncStatus&)>& change) {
    {
        const std::lock_guard lock(mutex_);
        change(status_);
        changed_.notify_all();
    }
    if (status_changed_) status_changed_();
}

}  // namespace stormote
