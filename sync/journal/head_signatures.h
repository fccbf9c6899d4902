// HeadSignatures: what devices have signed of their chains. The newest signature of a device covers
// everything before it; the older ones are kept so that what lies between two of them stays small
// enough to travel in one piece.
//
// On the journal's thread; borrows the database. A caller that changes several tables together
// does so in a transaction of its own.
#pragma once

#include "sync/journal/device_chains.h"

namespace stormote {

class DeviceIdentity;

class HeadSignatures {
  public:
    HeadSignatures(Database& database, const EventId& event) : database_(database), event_(event) {}

    // Signs an operation of this device as the newest one.
    void sign(const OperationHeader& header, const DeviceIdentity& identity, DeviceChains& chains);
    // Takes those that cover more than what is signed here, of operations that are here. Error: one
    // of them is false.
    Result<> take(std::span<const HeadSignature> signatures, DeviceChains& chains);

    // Checks the newest of a device and notes how far it goes. Error: damaged. A signature beyond
    // the head says that operations are gone from the end of the chain.
    Result<> check_newest(KnownDevice& device, const DeviceChains& chains) const;
    // In sequence. Throws MachineFailure where a row is damaged.
    [[nodiscard]] std::vector<HeadSignature> after(const KnownDevice& device,
                                                   std::uint64_t sequence) const;

  private:
    void store(const HeadSignature& signature, DeviceChains& chains);
    [[nodiscard]] bool is_true(const HeadSignature& signature, const KnownDevice& device,
                               const DeviceChains& chains) const;

    Database& database_;
    EventId event_;
};

}  // namespace stormote
