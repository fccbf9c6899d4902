// DeviceChains: the devices that an event file knows, and the head of each one's chain. It
// remembers; it writes nothing but the numbers of the devices' rows. What may come next in a chain
// is for the intake to say.
//
// On the journal's thread; borrows the database and its operations. A copy can be tried out beside
// the original: what a transaction takes back must not be remembered, so who may fail works on a
// copy and puts it in place after the commit.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sync/base/error.h"
#include "sync/journal/device_head.h"

namespace stormote {

class Database;
class OperationTable;

struct KnownDevice {
    DeviceId device;
    ChainHead head;
    std::uint64_t lamport = 0;  // of its head
    PublicKey key{};            // all zero until the device is introduced
    std::int64_t number = 0;    // of its row; 0 until it has one

    // Its signatures: the newest, and the one before it, which is kept; 0: there is none.
    std::uint64_t signed_sequence = 0;
    std::uint64_t kept_signature = 0;
    // Of bodies: between the two, and after the newest.
    std::uint64_t bytes_between = 0;
    std::uint64_t bytes_unsigned = 0;

    // Makes an operation the head of its chain.
    void advance(const Operation& operation);
};

class DeviceChains {
  public:
    DeviceChains(Database& database, const OperationTable& operations, const EventId& event)
        : database_(&database), operations_(&operations), event_(event) {}

    // The devices that have rows in the file, without their heads. Error: damaged.
    Result<> read_devices();

    [[nodiscard]] std::span<KnownDevice> devices() { return devices_; }
    [[nodiscard]] std::span<const KnownDevice> devices() const { return devices_; }
    [[nodiscard]] std::vector<DeviceHead> heads() const;
    // The greatest that an operation here has that is believed.
    [[nodiscard]] std::uint64_t highest_lamport() const { return highest_lamport_; }
    void raise_lamport(std::uint64_t lamport);

    // Null: it is not known. Pointers and references hold until the next new device.
    [[nodiscard]] const KnownDevice *find(const DeviceId& device) const;
    [[nodiscard]] KnownDevice *find_number(std::int64_t number);
    // A new device begins its chain.
    [[nodiscard]] KnownDevice& find_or_add(const DeviceId& device);
    // The number of its row, which is written where there was none.
    std::int64_t number_of(KnownDevice& device);

    // Nothing where the device has no such operation.
    [[nodiscard]] std::optional<ChainLink> link_at(const DeviceId& device,
                                                   std::uint64_t sequence) const;
    [[nodiscard]] std::optional<Hash> chain_hash_at(const DeviceId& device,
                                                    std::uint64_t sequence) const;
    // What its operation of this number continues; nothing where it has none.
    [[nodiscard]] std::optional<ChainLink> link_before(const DeviceId& device,
                                                       std::uint64_t sequence) const;

  private:
    Database *database_;
    const OperationTable *operations_;
    EventId event_;
    std::vector<KnownDevice> devices_;
    std::unordered_map<DeviceId, std::size_t> places_;
    std::unordered_map<std::int64_t, std::size_t> places_of_numbers_;
    std::uint64_t highest_lamport_ = 0;
};

}  // namespace stormote
