// SyncWorker: keeps a device in step with a central store, in the background.
//
// Owns its threads. It exchanges when it is woken after new operations. Meanwhile one request is
// open at the store, on a connection of its own, and what comes by it is taken at once; with a
// store that cannot wait, or without such a connection, it exchanges every half minute. While the
// store cannot be reached it waits longer each time, with some chance in it, so that ten kiosks do
// not come back in the same second. The desk never waits for it. Any thread may call wake(),
// status() and stop(); the replica and the connections must outlive the worker.
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

#include "sync/replication/exchange.h"
#include "sync/replication/store_watch.h"

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
    // Why the token, which nears its end, could not be renewed here: there are months left.
    std::optional<Error> renewal_error;
    bool is_exchanging = false;
    // While it catches up: how many operations have come, of how many that the store has more.
    std::uint64_t pulled = 0;
    std::uint64_t to_pull = 0;
};

struct SyncTiming {
    std::chrono::milliseconds interval{30'000};
    // Between two exchanges, however often it is woken.
    std::chrono::milliseconds least_pause{200};
    std::chrono::milliseconds first_retry_delay{1'000};
    std::chrono::milliseconds longest_retry_delay{60'000};
    // Where the store tells at once of what is new: clocks are compared, and what came differently
    // from what was expected is put right.
    std::chrono::milliseconds watched_interval{1'800'000};
    // How long a store is asked to wait for something new.
    std::chrono::seconds wait{50};
};

class SyncWorker {
  public:
    // `status_changed` is called on the worker's thread; post from it, do not draw. `waiting` is
    // another connection to the same store, whose answers may take as long as it waits, or null.
    SyncWorker(PostedReplica& replica, StoreConnection& connection, const EventId& event,
               DeviceToken token, const Clock& clock, SyncTiming timing = {},
               std::function<void()> status_changed = {}, StoreConnection *waiting = nullptr);
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
    using Time = std::chrono::steady_clock::time_point;
    enum class Turn : std::uint8_t { stop, exchange, answer };

    void run();
    [[nodiscard]] Turn wait_for_turn();
    void take_turn();
    [[nodiscard]] bool exchange();
    void count_waiting();
    // What the open request has brought.
    void take_answer();
    // False where an exchange has to see to it.
    [[nodiscard]] bool take_page(const StoreWatch::Answer& answer);
    void ask_for_more();
    // After so many failures one after the other.
    [[nodiscard]] std::chrono::milliseconds retry_delay(int failures);
    void exchange_within(std::chrono::milliseconds delay);
    void update(const std::function<void(SyncStatus&)>& change);

    PostedReplica& replica_;
    StoreConnection& connection_;
    StoreClient client_;
    const Clock& clock_;
    SyncTiming timing_;
    std::function<void()> status_changed_;
    SystemRandom random_;
    int failures_ = 0;        // of exchanges
    int watch_failures_ = 0;  // of open requests, while exchanges succeed
    bool has_retried_ = false;
    bool can_wait_ = false;  // the store, as it said last
    StoreWatch::Place place_;
    Time next_exchange_ = std::chrono::steady_clock::now();
    Time earliest_exchange_ = next_exchange_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    SyncStatus status_;
    bool is_woken_ = true;  // the first exchange is at once
    bool is_answered_ = false;
    bool is_stopped_ = false;
    std::uint64_t begun_ = 0;  // exchanges
    std::uint64_t ended_ = 0;
    std::mutex join_mutex_;
    std::optional<StoreWatch> watch_;
    std::thread thread_;
};

}  // namespace stormote
