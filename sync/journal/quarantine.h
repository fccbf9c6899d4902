// Quarantine: operations that contradict the record, kept apart from it. Two files went on in one
// device's name, as after a disk was cloned: what the one wrote has the same numbers as what stands
// in the record, but another content. Nothing of it counts, and nothing of it is lost.
//
// On the journal's thread; borrows database and seal. A caller that changes several tables
// together does so in a transaction of its own.
#pragma once

#include <vector>

#include "sync/journal/device_head.h"
#include "sync/journal/operation_seal.h"

namespace stormote {

class Quarantine {
  public:
    Quarantine(Database& database, const OperationSeal& seal) : database_(database), seal_(seal) {}

    // False when it was there already.
    bool keep(const Operation& operation);

    // What of a device stands in the record by now is not put aside any more.
    void forget_recorded(const DeviceId& device, std::int64_t device_number);

    // By device and sequence. Throws MachineFailure where a row is damaged.
    [[nodiscard]] std::vector<Operation> operations() const;
    // Of every operation that a device has here under a number; each continued another file.
    [[nodiscard]] std::vector<ChainLink> links_at(const DeviceId& device,
                                                  std::uint64_t sequence) const;

    // Removes the bodies that are said to be erased.
    void erase_bodies(const ErasureTest& is_erased);

  private:
    Database& database_;
    const OperationSeal& seal_;
};

}  // namespace stormote
