// HeadSignatures: what devices have signed of their chains. The newest signature of a device covers
// everything before it, and replaces the one before it. Now and then one is kept, so that what lies
// between two stays small enough to travel in one piece.
//
// On the journal's thread; borrows the database. A caller that changes several tables together
// does so in a transaction of its own.
#pragma once

#include "sync/journal/device_chains.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

class DeviceIdentity;

class HeadSignatures {
  public:
    HeadSignatures(Database& database, const EventId& event) : database_(database), event_(event) {}

    // Signs the head of this device's chain.
    void sign_head(const DeviceIdentity& identity, KnownDevice& device);
    // Whether so much lies behind the newest signature that the head should be signed.
    [[nodiscard]] static bool is_due(const KnownDevice& device);
    // Takes one that is known to be true, of an operation at the device's head.
    void keep(const HeadSignature& signature, KnownDevice& device);

    // How far the signatures of a device go, before its operations are read.
    void read_extent(KnownDevice& device) const;
    // Checks the newest of a device. Error: damaged. A signature beyond the head says that
    // operations are gone from the end of the chain.
    Result<> check_newest(const KnownDevice& device, const DeviceChains& chains) const;
    // In sequence. Throws MachineFailure where a row is damaged.
    [[nodiscard]] std::vector<HeadSignature> after(const KnownDevice& device,
                                                   std::uint64_t sequence) const;
    // Takes away those of a device's operations from a number on.
    void remove_from(const KnownDevice& device, std::uint64_t sequence);

  private:
    [[nodiscard]] bool is_true(const HeadSignature& signature, const KnownDevice& device,
                               const DeviceChains& chains) const;

    Database& database_;
    EventId event_;
    // Prepared with the first signature that is written: a file may be open for reading only.
    std::optional<Statement> remove_;
    std::optional<Statement> insert_;
};

}  // namespace stormote
