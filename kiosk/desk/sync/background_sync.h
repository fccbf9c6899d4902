// BackgroundSync: keeps the desk of a DeskThread in step with a central store while people check
// in. It is the one who hears of the desk's commits, and sends each at once: nobody else need wake
// it. What others have committed comes as soon as the store has it. Destroy it before the
// DeskThread. Any thread.
#pragma once

#include <chrono>

#include "kiosk/desk/desk_thread.h"
#include "sync/replication/store_access.h"
#include "sync/replication/sync_worker.h"

namespace stormote {

class BackgroundSync {
  public:
    // Of `http` the certificates count. `changed` is called on another thread when the status or
    // the record has changed, and must not block. Error: the address is none.
    static Result<std::unique_ptr<BackgroundSync>> start(DeskThread& desk,
                                                         const StoreAccess& access,
                                                         HttpOptions http, const Clock& clock,
                                                         std::function<void()> changed);

    // `waiting` is for what is new at the store; null: it is asked every half minute.
    BackgroundSync(DeskThread& desk, std::unique_ptr<StoreConnection> connection,
                   const EventId& event, DeviceToken token, const Clock& clock, SyncTiming timing,
                   std::function<void()> changed,
                   std::unique_ptr<StoreConnection> waiting = nullptr);

    ~BackgroundSync();
    BackgroundSync(const BackgroundSync&) = delete;
    BackgroundSync& operator=(const BackgroundSync&) = delete;

    // Without new operations: somebody wants to see that the store answers.
    void sync_now() { worker_.wake(); }
    [[nodiscard]] SyncStatus status() const { return worker_.status(); }
    // As SyncWorker::finish(), before the program ends.
    void finish(std::chrono::milliseconds limit) { worker_.finish(limit); }
    void stop() { worker_.stop(); }

  private:
    DeskThread& desk_;
    std::unique_ptr<StoreConnection> connection_;
    std::unique_ptr<StoreConnection> waiting_;
    PostedReplica replica_;
    SyncWorker worker_;
};

}  // namespace stormote
