#include "kiosk/desk/sync/background_sync.h"

#include "kiosk/desk/sync/desk_replica.h"

namespace stormote {

namespace {

PostToDesk post_to(DeskThread& desk) {
    return [&desk](const std::function<void(ReplicaPort&)>& action) {
        desk.do_quietly([action](Desk& itself) {
            DeskReplica replica(itself);
            action(replica);
        });
    };
}

}  // namespace

Result<std::unique_ptr<BackgroundSync>> BackgroundSync::start(DeskThread& desk,
                                                              const StoreAccess& access,
                                                              HttpOptions http, const Clock& clock,
                                                              std::function<void()> changed) {
    const EventId event = desk.read([](const Desk& itself) { return itself.event(); });
    // The worker has a back-off of its own.
    http.attempts = 1;
    auto connection = access.connect(http);
    if (!connection) return connection.error();
    const SyncTiming timing;
    // Beyond what the store waits, its answer may take as long as any other.
    http.silence_limit += timing.wait;
    auto waiting = access.connect(http);
    if (!waiting) return waiting.error();
    return std::make_unique<BackgroundSync>(desk, *std::move(connection), event, access.token(),
                                            clock, timing, std::move(changed), *std::move(waiting));
}

BackgroundSync::BackgroundSync(DeskThread& desk, std::unique_ptr<StoreConnection> connection,
                               const EventId& event, DeviceToken token, const Clock& clock,
                               SyncTiming timing, std::function<void()> changed,
                               std::unique_ptr<StoreConnection> waiting)
    : desk_(desk),
      connection_(std::move(connection)),
      waiting_(std::move(waiting)),
      replica_(post_to(desk)),
      worker_(replica_, *connection_, event, std::move(token), clock, timing, std::move(changed),
              waiting_.get()) {
    desk_.on_commit([this] { worker_.wake(); });
    // For what was committed after the first exchange had begun and before this.
    worker_.wake();
}

BackgroundSync::~BackgroundSync() {
    desk_.on_commit(nullptr);
}

}  // namespace stormote
