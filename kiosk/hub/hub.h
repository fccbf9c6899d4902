// Hub: the store of a room, within a kiosk: the central server on a store of its own, so that a
// room needs no internet. The record lies in memory alone: the kiosks have it, sealed on their
// disks, and bring it again after a start. Who may exchange lies in STATE/hub.
//
// Serves on threads of its own. Any thread may ask it; it outlives whoever is connected to it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "kiosk/desk/sync/desk_replica.h"
#include "kiosk/desk/sync/pairing_office.h"
#include "kiosk/hub/hub_certificate.h"
#include "sync/central/central_server.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "sync/replication/store_access.h"

namespace stormote {

// A hub's clock: that of its machine, put right by as much as is known of it.
class HubClock final : public Clock {
  public:
    explicit HubClock(const Clock& machine) : machine_(machine) {}
    [[nodiscard]] std::int64_t wall_ms() const override { return machine_.wall_ms() + offset_ms_; }
    [[nodiscard]] std::int64_t steady_ms() const override { return machine_.steady_ms(); }
    void set_offset_ms(std::int64_t offset_ms) { offset_ms_ = offset_ms; }

  private:
    const Clock& machine_;
    std::atomic<std::int64_t> offset_ms_ = 0;
};

// How far the machine's clock is off as a central store has it. Without one, the room keeps the
// time of the hub's machine: what was measured long ago may have been put right since.
[[nodiscard]] std::int64_t hub_clock_offset_ms(const Desk& desk, StoreKind own_hub);

struct HubOptions {
    std::string address;  // "0.0.0.0:8443": under all addresses of this machine
    std::filesystem::path state_directory;
    // As Hub::set_clock_offset(): who may exchange is judged by the right clock from the start.
    std::int64_t clock_offset_ms = 0;
};

class Hub final : public PairingOffice {
  public:
    // How long a code on the screen lets somebody in: long enough to walk to the other kiosk.
    static constexpr std::int64_t code_lifetime_ms = std::int64_t{15} * 60'000;

    // Serves one event from then on. Error: not an address, or it is taken. The log is called on
    // any thread. Throws MachineFailure.
    static Result<std::unique_ptr<Hub>> open(const EventId& event, const HubOptions& options,
                                             const Clock& clock, Random& random, ServiceLog log);
    ~Hub() override;
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    [[nodiscard]] int port() const { return server_->port(); }
    // How this kiosk itself exchanges with it: as everybody else does.
    [[nodiscard]] StoreAccess own_access() const;
    // How far this machine's clock is from the one that counts, as the event's record has it: the
    // others compare theirs with this one.
    void set_clock_offset(std::int64_t offset_ms) { store_clock_.set_offset_ms(offset_ms); }

    Result<PairingCode> issue(const Desk& desk, DeviceRole role) override;
    // The text that such a code holds.
    Result<Pairing> issue_pairing(const Desk& desk, DeviceRole role);
    bool was_used(const PairingCode& code) override;
    void withdraw(const PairingCode& code) override;

  private:
    Hub(const EventId& event, HubOptions options, const Clock& clock, Random& random,
        ServiceLog log, std::unique_ptr<SqliteStore> store);

    Result<> serve();
    void enrol_this_kiosk();
    // Destroys what was erased, and forgets who may come no more, now and then.
    void look_after(const std::stop_token& token);
    [[nodiscard]] std::vector<StoreHost> hosts() const;

    EventId event_;
    HubOptions options_;
    const Clock& clock_;
    HubClock store_clock_;
    Random& random_;
    ServiceLog log_;
    HubCertificate certificate_;
    std::unique_ptr<SqliteStore> store_;
    CentralService service_;
    std::unique_ptr<CentralServer> server_;
    Token own_token_{};
    std::thread serving_;
    std::jthread looking_after_;  // last: it ends before what it uses goes
};

}  // namespace stormote
