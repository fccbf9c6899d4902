#include "sync/replication/sync_worker.h"

#include <algorithm>
#include <chrono>

#include "sync/base/clock.h"

namespace stormote {

SyncWorker::SyncWorker(PostedReplica& replica, StoreConnection& connection, const EventId& event,
                       DeviceToken token, const Clock& clock, SyncTiming timing,
                       std::function<void()> status_changed, StoreConnection *waiting)
    : replica_(replica),
      connection_(connection),
      client_(connection, event, token),
      clock_(clock),
      timing_(timing),
      status_changed_(std::move(status_changed)) {
    if (waiting != nullptr) {
        watch_.emplace(*waiting, event, std::move(token), timing_.wait, [this] {
            const std::lock_guard lock(mutex_);
            is_answered_ = true;
            changed_.notify_all();
        });
    }
    thread_ = std::thread([this] { run(); });
}

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
    if (watch_) watch_->stop();
    if (thread_.joinable()) thread_.join();
}

void SyncWorker::run() {
    for (Turn turn = wait_for_turn(); turn != Turn::stop; turn = wait_for_turn()) {
        if (turn == Turn::answer) {
            take_answer();
        } else {
            take_turn();
        }
    }
}

// New operations cut the wait short, but only while the store answers: a busy kiosk without a
// network must not try once a second.
SyncWorker::Turn SyncWorker::wait_for_turn() {
    std::unique_lock lock(mutex_);
    for (;;) {
        if (is_stopped_) return Turn::stop;
        if (std::exchange(is_answered_, false)) return Turn::answer;
        const Time due = is_woken_ && failures_ == 0 ? std::min(earliest_exchange_, next_exchange_)
                                                     : next_exchange_;
        if (std::chrono::steady_clock::now() >= due) {
            is_woken_ = false;
            return Turn::exchange;
        }
        changed_.wait_until(lock, due);
    }
}

void SyncWorker::take_turn() {
    const bool has_succeeded = exchange();
    failures_ = has_succeeded ? 0 : failures_ + 1;
    const Time now = std::chrono::steady_clock::now();
    earliest_exchange_ = now + timing_.least_pause;
    if (!has_succeeded) {
        next_exchange_ = now + retry_delay(failures_);
        return;
    }
    const bool is_watched = watch_ && can_wait_;
    next_exchange_ = now + (is_watched ? timing_.watched_interval : timing_.interval);
    ask_for_more();
}

std::chrono::milliseconds SyncWorker::retry_delay(int failures) {
    constexpr int most_doublings = 10;
    const auto delay =
        std::min(timing_.first_retry_delay * (1 << std::min(failures - 1, most_doublings)),
                 timing_.longest_retry_delay);
    // Between half of it and all of it.
    const auto half_ms = static_cast<std::uint64_t>(delay.count() / 2);
    return std::chrono::milliseconds(half_ms + random_.below(half_ms + 1));
}

void SyncWorker::exchange_within(std::chrono::milliseconds delay) {
    next_exchange_ = std::min(next_exchange_, std::chrono::steady_clock::now() + delay);
}

void SyncWorker::ask_for_more() {
    if (watch_ && can_wait_) watch_->ask(place_);
}

void SyncWorker::take_answer() {
    const auto answer = watch_->take();
    if (!answer) return;
    if (take_page(*answer)) {
        watch_failures_ = 0;
        ask_for_more();
        return;
    }
    // What broke, or was not waited for, is put right by an exchange, after which it is asked for
    // anew. A store, or a proxy, that never waits is asked as often as one that cannot.
    ++watch_failures_;
    exchange_within(std::min(retry_delay(watch_failures_), timing_.interval));
}

bool SyncWorker::take_page(const StoreWatch::Answer& answer) {
    if (!answer.page || answer.is_early || answer.page->state == PageState::lost_position) {
        return false;
    }
    const PullPage& page = *answer.page;
    // Asked again at once, it would say so for ever.
    if (page.state == PageState::more && page.next <= answer.after.position) return false;
    Intake intake;
    // An exchange may have read on meanwhile, or taken a new identity: what was read for the one
    // before lacks what others have written in its name.
    if (page.next > place_.position && answer.after.store == place_.store &&
        answer.after.device == place_.device) {
        try {
            auto taken = replica_.take(page.batch, place_.store, page.next);
            if (!taken) return false;
            intake = *std::move(taken);
        } catch (const MachineFailure&) {
            // The exchange that follows says so.
            return false;
        }
        place_.position = page.next;
    }
    update([&](SyncStatus& status) {
        status.last_success_ms = clock_.wall_ms();
        status.quarantined += intake.quarantined;
        add_refused(intake.refused, status.refused);
    });
    return true;
}

bool SyncWorker::exchange() {
    update([this](SyncStatus& status) {
        status.is_exchanging = true;
        ++begun_;
    });
    std::optional<Error> failed;
    ExchangeReport report;
    const auto show_progress = [this](const ExchangeReport& moved) {
        update([&moved](SyncStatus& status) {
            status.pulled = moved.pulled;
            status.to_pull = moved.to_pull;
        });
    };
    try {
        // Once: whatever is refused then stays refused until another version of the program runs.
        const Refused refused = has_retried_ ? Refused::left : Refused::tried_again;
        auto done =
            Exchange(replica_, client_, clock_, show_progress, refused, ReadAhead::yes).run();
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
        status.pulled = 0;
        status.to_pull = 0;
        ++ended_;
        status.last_error = failed;
        if (failed) return;
        status.last_success_ms = clock_.wall_ms();
        status.waiting = report.waiting;
        status.renewal_error = report.renewal_error;
        status.quarantined = report.quarantined_at_store + report.quarantined_here;
        add_refused(report.refused_there, status.refused);
        add_refused(report.refused_here, status.refused);
    });
    if (failed) {
        count_waiting();
        return false;
    }
    can_wait_ = report.can_wait;
    place_ = {report.store, report.position, report.device};
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
