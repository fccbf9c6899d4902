// StoreChores: what a served store does by itself, now and then: destroys what was erased or purged
// a day ago, reports what is new, and forgets what its audit has kept long enough; and what its
// server has to do besides. On a thread of its own, so that whoever serves hears at once
// when it is to stop. Borrows everything, which outlives it; the log is called on that thread.
#pragma once

#include <thread>

#include "sync/base/clock.h"
#include "sync/central/service_log.h"
#include "sync/central/store/store.h"

namespace stormote {

class StoreChores {
  public:
    // Begins at once.
    using Chore = std::function<void()>;
    StoreChores(Store& store, const Clock& clock, ServiceLog log, Chore of_server = {});
    // Waits for the chore that is under way, and begins no other.
    ~StoreChores() = default;
    StoreChores(const StoreChores&) = delete;
    StoreChores& operator=(const StoreChores&) = delete;

    // Does not wait.
    void stop() { thread_.request_stop(); }

  private:
    void run(const std::stop_token& token);
    // What fails is logged, and keeps no other chore from being done.
    void attempt(const Chore& chore);

    Store& store_;
    const Clock& clock_;
    ServiceLog log_;
    Chore of_server_;
    std::jthread thread_;  // last: it ends before what it uses goes
};

}  // namespace stormote
