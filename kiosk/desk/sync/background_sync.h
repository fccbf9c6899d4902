// BackgroundSync: keeps the desk of a DeskThread in step with a central store while people check
// in. It is the one who hears of the desk's commits, and sends each at once: nobody else need wake
// it. What others have committed comes as soon as the store has it. With two stores, a hub's own
// and the central one, what comes from one goes on to the other at once. Destroy it before the
// DeskThread. Any thread.
#pragma once

#include <chrono>
#include <mutex>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/sync/desk_replica.h"
#include "sync/replication/store_access.h"
#include "sync/replication/sync_worker.h"

namespace stormote {

struct StoreToSync {
    StoreAccess access;
    StoreKind kind = StoreKind::central;
};

class BackgroundSync {
  public:
    // Of `http` the certificates count. `changed` is called on another thread when the status or
    // the record has changed, and must not block. Error: the address is none.
    static Result<std::unique_ptr<BackgroundSync>> start(DeskThread& desk,
                                                         const StoreAccess& access,
                                                         HttpOptions http, const Clock& clock,
                                                         std::function<void()> changed);
    // With each of these; the status is that of the first, and says besides what fails with others.
    static Result<std::unique_ptr<BackgroundSync>> start(DeskThread& desk,
                                                         const std::vector<StoreToSync>& stores,
                                                         HttpOptions http, const Clock& clock,
                                                         const std::function<void()>& changed);

    // `waiting` is for what is new at the store; null: it is asked every half minute.
    BackgroundSync(DeskThread& desk, std::unique_ptr<StoreConnection> connection,
                   const EventId& event, DeviceToken token, const Clock& clock, SyncTiming timing,
                   std::function<void()> changed,
                   std::unique_ptr<StoreConnection> waiting = nullptr);

    ~BackgroundSync();
    BackgroundSync(const BackgroundSync&) = delete;
    BackgroundSync& operator=(const BackgroundSync&) = delete;

    // Without new operations: somebody wants to see that the store answers.
    void sync_now() { wake_all(nullptr); }
    [[nodiscard]] SyncStatus status() const;
    // As SyncWorker::finish(), before the program ends: what the last store still has is sent on to
    // the first, too.
    void finish(std::chrono::milliseconds limit);
    void stop();

  private:
    // To one store.
    struct Link {
        std::unique_ptr<StoreConnection> connection;
        std::unique_ptr<StoreConnection> waiting;
        std::unique_ptr<PostedReplica> replica;
        std::unique_ptr<SyncWorker> worker;  // last: it ends before what it uses goes
    };
    struct Way {
        std::unique_ptr<StoreConnection> connection;
        std::unique_ptr<StoreConnection> waiting;
        DeviceToken token;
        StoreKind kind = StoreKind::central;
    };

    BackgroundSync(DeskThread& desk, const EventId& event, std::vector<Way> ways,
                   const Clock& clock, SyncTiming timing, const std::function<void()>& changed);
    // All but that one, which knows already.
    void wake_all(const Link *but);

    DeskThread& desk_;
    // Held while the links are made, so that none is woken before.
    std::mutex mutex_;
    std::vector<std::unique_ptr<Link>> links_;
};

}  // namespace stormote
