#include "sync/central/cli/store_chores.h"

#include <condition_variable>
#include <mutex>

#include "sync/central/reporting/report_run.h"

namespace stormote {

StoreChores::StoreChores(Store& store, const Clock& clock, ServiceLog log, Chore of_server)
    : store_(store),
      clock_(clock),
      log_(std::move(log)),
      of_server_(std::move(of_server)),
      thread_([this](const std::stop_token& token) { run(token); }) {}

void StoreChores::attempt(const Chore& chore) {
    try {
        chore();
    } catch (const MachineFailure& failure) {
        // It is tried again; what else the store does says so, too.
        log_(failure.error());
    }
}

void StoreChores::run(const std::stop_token& token) {
    constexpr std::chrono::minutes pause{10};
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    while (!token.stop_requested()) {
        attempt([this] { store_.destroy_erased(clock_.wall_ms()); });
        if (token.stop_requested()) return;
        // Where another server of the store does it, that is enough.
        attempt([this] { static_cast<void>(report_events(store_)); });
        if (token.stop_requested()) return;
        attempt([this] { store_.forget_audit(clock_.wall_ms()); });
        if (of_server_) attempt(of_server_);
        stopped.wait_for(lock, token, pause, [] { return false; });
    }
}

}  // namespace stormote
