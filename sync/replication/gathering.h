// Gathering: which of a journal's operations a store lacks, in batches that it will accept. On the
// journal's thread; keeps nothing.
//
// Only what a device has signed travels: its own operations, and those of other identities in the
// same file up to their last signature.
#pragma once

#include <span>

#include "sync/replication/wire.h"

namespace stormote {

class Journal;

// Enough to make the commit and the round trip cheap, little enough for the desk's thread.
constexpr std::uint64_t usual_batch_operations = 500;
constexpr std::size_t usual_batch_bytes = std::size_t{4} << 20;

struct Outgoing {
    Batch batch;  // empty: the store has everything that may travel
    // How far the store's record of these devices goes once it has the batch.
    std::vector<StoreHead> reached;
    // Those among them of which the store knows another story.
    std::vector<StoreHead> forked;
};

// `there` is what the store said of its devices; one that it did not name counts as unknown to it.
// Of the devices that are left out, the store has refused something.
[[nodiscard]] Outgoing gather(const Journal& journal, const Uuid& store,
                              std::span<const StoreHead> there,
                              std::span<const DeviceId> left_out = {});

// How many of the journal's operations the store has, or was shown where it knows another story.
[[nodiscard]] std::uint64_t count_held(const Journal& journal, const Uuid& store,
                                       std::span<const StoreHead> there);

// What the store is known to have once it has a batch that reached so far.
void note_reached(std::vector<StoreHead>& there, std::span<const StoreHead> reached);
// The same of what the store has given, which may be less than it is known to have.
void note_given(std::vector<StoreHead>& there, std::span<const Operation> given);

// Remembers that the store was shown a forked device's operations up to here, so that the next
// exchange does not show them again.
void note_forked(Journal& journal, const Uuid& store, const StoreHead& shown);

// Whether the store knows of this journal's own device what the journal itself does not: the file
// and the machine's state went back together, as when a whole disk is restored.
[[nodiscard]] bool is_own_device_behind(const Journal& journal, std::span<const StoreHead> there);
// Gives the device a new identity and returns its introduction; the old one is gathered as a forked
// one if need be.
Operation renounce_device(Journal& journal);

[[nodiscard]] const StoreHead *find_head(std::span<const StoreHead> heads, const DeviceId& device);

}  // namespace stormote
