// SyncWorker: keeps a device in step with a central store, in the background.
//
// Owns one thread. It exchanges when it is woken after new operations, and every half minute
// besides; while the store cannot be reached it waits longer each time, with some chance in it, so
// that ten kiosks do not come back in the same second. The desk never waits for it. Any thread may
// call wake(), status() and stop(); the replica and the connection must outlive the worker.
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

#include "sync/replication/exchange.h"

namespace stormote {

struct SyncStatus {
    // By this device's clock; nothing before the first success.
    std::optional<std::int64_t> last_success_ms;
    // Operations of this file that no store was seen to hold.
    std::uint64_t waiting = 0;
    // That the store put aside because they contradict others: for the organiser to look at.
    std::uint64_t quarantined = 0;
    // The first of each device that the store or this device does not take.
    std::vector<RefusedRun> refused{};
    // Of the last exchange; nothing when it succeeded.
    std::optional<Error> last_error;
    bool is_exchanging = false;
};

struct SyncTiming {
    std::chrono::milliseconds interval{30'000};
    // Between two exchanges, however often it is woken.
    std::chrono::milliseconds least_pause{1'000};
    std::chrono::milliseconds first_retry_delay{1'000};
    std::chrono::milliseconds longest_retry_delay{60'000};
};

class SyncWorker {
  public:
    // `status_changed` is called on the worker's thread; post from it, do not draw.
    SyncWorker(PostedReplica& replica, StoreConnection& connection, const EventId& event,
               std::string token, const Clock& clock, SyncTiming timing = {},
               std::function<void()> status_changed = {});
    ~SyncWorker() { stop(); }
    SyncWorker(const SyncWorker&) = delete;
    SyncWorker& operator=(const SyncWorker&) = delete;

    // There are new operations.
    void wake();
    [[nodiscard]] SyncStatus status() const;
    // Waits until an exchange that has begun after this call has ended, but no longer than that,
    // and not at all while the store cannot be reached: for what was recorded last before stop().
    void finish(std::chrono::milliseconds limit);
    // Ends what is under way and joins the thread. Also from the desk's own thread.
    void stop();

  private:
    void run();
    [[nodiscard]] bool exchange();
    void count_waiting();
    [[nodiscard]] bool wait_for_turn(std::chrono::milliseconds delay);
    [[nodiscard]] std::chrono::milliseconds next_retry_delay();
    void update(const std::function<void(SyncStatus&)>& change);

    PostedReplica& replica_;
    StoreConnection& connection_;
    StoreClient client_;
    const Clock& clock_;
    SyncTiming timing_;
    std::function<void()> status_changed_;
    SystemRandom random_;
    int failures_ = 0;
    bool has_retried_ = false;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    SyncStatus status_;
    bool is_woken_ = true;  // the first exchange is at once
    bool is_stopped_ = false;
    std::uint64_t begun_ = 0;  // exchanges
    std::uint64_t ended_ = 0;
    std::mutex join_mutex_;
    std::thread thread_;
};

}  // namespace stormote
