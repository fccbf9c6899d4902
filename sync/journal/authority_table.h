// AuthorityTable: where in an event file the operations are that say who may what, so that they are
// read before all others. Only events that have a root have one.
//
// On the journal's thread; borrows database and seal. A caller that changes several tables together
// does so in a transaction of its own.
#pragma once

#include <vector>

#include "sync/journal/operation_seal.h"

namespace stormote {

class DeviceChains;

class AuthorityTable {
  public:
    AuthorityTable(Database& database, const OperationSeal& seal)
        : database_(database), seal_(seal) {}

    void insert(std::int64_t device_number, std::uint64_t sequence);
    // Those of a device from a number on are not in the record any more.
    void remove_from(std::int64_t device_number, std::uint64_t sequence);
    // Error: damaged.
    [[nodiscard]] Result<std::vector<Operation>> operations(DeviceChains& chains) const;

  private:
    Database& database_;
    const OperationSeal& seal_;
};

}  // namespace stormote
