// Exchange: one meeting of a replica with a central store: the clock is compared, what the store
// lacks is pushed, what the replica lacks is pulled.
//
// It may break off between any two steps and be begun again: the store knows an operation by event,
// device and sequence, and the replica's position in the store's log moves only after a page was
// committed. One thread; borrows everything.
#pragma once

#include <functional>

#include "sync/replication/replica_port.h"
#include "sync/replication/store_client.h"

namespace stormote {

struct ExchangeReport {
    std::uint64_t pushed = 0;             // new to the store
    std::uint64_t pulled = 0;             // new here
    std::uint64_t quarantined_there = 0;  // of what was pushed now
    std::uint64_t quarantined_here = 0;   // of what was pulled now
    // All that the store ever put in quarantine for this event.
    std::uint64_t quarantined_at_store = 0;
    // Not at the store: what it refused, and what an earlier version left unsigned.
    std::uint64_t waiting = 0;
    // Of this device's operations there, and of the store's here; everything else has moved.
    std::vector<RefusedRun> refused_there{};
    std::vector<RefusedRun> refused_here{};
    ClockReading clock;
    // Why this device's token, which nears its end, could not be renewed here.
    std::optional<Error> renewal_error;
    // Of the store's operations, how many this device lacked when it began to pull.
    std::uint64_t to_pull = 0;
    // How far the log was read, of which store and by whom; and whether that store can wait for
    // what comes next.
    Uuid store;
    std::uint64_t position = 0;
    DeviceId device;
    bool can_wait = false;
};

// Adds the first of each device: what comes after it is missing for that reason alone.
void add_refused(const std::vector<RefusedRun>& runs, std::vector<RefusedRun>& all);

// Told after each batch and page what has moved so far.
using ExchangeWatch = std::function<void(const ExchangeReport&)>;

// What was refused before is left where it is, or pulled again: a newer program may take it.
enum class Refused : std::uint8_t { left, tried_again };

// Whether the next page is asked for while one is taken, on a thread of its own: the store and the
// network then cost hardly any time beside the disk. Not where all is to happen in one order.
enum class ReadAhead : std::uint8_t { no, yes };

class Exchange {
  public:
    Exchange(ReplicaPort& replica, StoreClient& client, const Clock& clock,
             ExchangeWatch watch = {}, Refused refused = Refused::left,
             ReadAhead ahead = ReadAhead::no);

    // One device's operations that are refused do not keep the others from moving, nor a push that
    // fails the pull.
    Result<ExchangeReport> run();
    // Pulls only: for a copy that may yet be thrown away, and must not have told the store of
    // itself then.
    Result<ExchangeReport> fetch();

  private:
    Result<> greet();
    Result<> push();
    enum class PushStep : std::uint8_t { nothing_left, pushed, gap, refused };
    Result<PushStep> push_batch();
    Result<> pull();
    Result<> account();
    // Of what the store said that it has.
    [[nodiscard]] std::uint64_t count_missing(const ReplicaView& view) const;

    ReplicaPort& replica_;
    StoreClient& client_;
    const Clock& clock_;
    ExchangeWatch watch_;
    Refused refused_;
    ReadAhead ahead_;
    ExchangeReport report_;
    std::vector<StoreHead> there_;
};

}  // namespace stormote
