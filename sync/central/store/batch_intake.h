// BatchIntake: what a store does with a pushed batch: which runs it takes, what it puts aside, what
// each counts against, and where it stands in the log. One decision for every kind of store.
//
// On the thread of the store's transaction, which the caller commits only where the outcome is
// `taken`; nobody else may write to the event meanwhile.
#pragma once

#include <map>
#include <set>

#include "sync/central/store/store_rows.h"

namespace stormote {

// What one token may bring whose device was enrolled for a door, a table or the pages: they carry
// what is of their room, also where a store has lost it. Of others, most_token_bytes.
constexpr std::int64_t most_room_token_bytes = std::int64_t{128} << 20;
constexpr std::int64_t most_room_token_devices = 100;

class BatchIntake {
  public:
    // The token is that of whoever brings it.
    BatchIntake(StoreRows& rows, const Hash& token_hash, std::int64_t now_ms);

    [[nodiscard]] PushAnswer take(const Batch& batch);

  private:
    [[nodiscard]] std::optional<Error> find_quota_fault(const PlannedRun& run);
    [[nodiscard]] bool is_token_full(const StoreUse& fresh) const;
    [[nodiscard]] bool is_event_full(const PlannedRun& run, const StoreUse& fresh);
    void take_run(const PlannedRun& run, PushAnswer& answer);
    void record(const PlannedRun& run);
    void note_meaning(const OperationHeader& header);
    void write_log(const PlannedRun& run);
    [[nodiscard]] std::vector<KeptOperation> keep(const Run& run) const;
    [[nodiscard]] std::int64_t& bytes_of(const DeviceId& device);

    StoreRows& rows_;
    Hash token_hash_;
    std::int64_t now_ms_;
    DestroyedRecord destroyed_;
    // Asked once, and counted on from there.
    struct Uses {
        StoreUse event;
        std::optional<TokenUse> token;
    };
    std::optional<Uses> before_;
    std::map<DeviceId, std::int64_t> device_bytes_;
    StoreUse recorded_;
    StoreUse brought_;
    // Where the batch stands in the log; 0 before anything does.
    std::uint64_t position_ = 0;
    std::set<DeviceId> devices_here_;
};

}  // namespace stormote
