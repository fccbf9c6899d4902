// DeviceChains: the devices that an event file knows, the head of each one's chain, and what may
// come next in it. It remembers; it writes nothing but the numbers of the devices' rows.
//
// On the journal's thread; borrows the database and its operations. A copy can be tried out beside
// the original: what a transaction takes back must not be remembered, so who may fail works on a
// copy and puts it in place after the commit.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sync/base/error.h"
#include "sync/journal/device_head.h"

namespace stormote {

class Database;
class OperationTable;

// Why an operation cannot come next in its device's chain here.
enum class ChainFault : std::uint8_t { none, gap, broken, disordered, false_body };

struct KnownDevice {
    DeviceId device;
    ChainHead head;
    std::uint64_t lamport = 0;          // of its head
    std::uint64_t signed_sequence = 0;  // 0: nothing is signed yet
    PublicKey key{};                    // all zero until the device is introduced
    std::int64_t number = 0;            // of its row; 0 until it has one
};

[[nodiscard]] ChainFault fault_of(const Operation& operation, const KnownDevice& device);
// Keeps the key that the device introduces itself with. False when it is no introduction of this
// device.
bool learn_key(const Operation& operation, KnownDevice& device);

class DeviceChains {
  public:
    DeviceChains(Database& database, const OperationTable& operations, const EventId& event)
        : database_(&database), operations_(&operations), event_(event) {}

    // The devices that have rows in the file, without their heads. Error: damaged.
    Result<> read_devices();

    [[nodiscard]] std::span<KnownDevice> devices() { return devices_; }
    [[nodiscard]] std::span<const KnownDevice> devices() const { return devices_; }
    [[nodiscard]] std::vector<DeviceHead> heads() const;
    // The greatest that any operation here has.
    [[nodiscard]] std::uint64_t highest_lamport() const { return highest_lamport_; }

    // Null: it is not known. Pointers and references hold until the next new device.
    [[nodiscard]] const KnownDevice *find(const DeviceId& device) const;
    [[nodiscard]] KnownDevice *find_number(std::int64_t number);
    // A new device begins its chain.
    [[nodiscard]] KnownDevice& find_or_add(const DeviceId& device);
    // The number of its row, which is written where there was none.
    std::int64_t number_of(KnownDevice& device);

    // Makes an operation the head of its device's chain.
    void advance(const OperationHeader& header, KnownDevice& device);

    // Nothing where the device has no such operation.
    [[nodiscard]] std::optional<Hash> chain_hash_at(const DeviceId& device,
                                                    std::uint64_t sequence) const;
    // What its operation of this number continues: the chain hash before it, or the chain's start.
    [[nodiscard]] std::optional<Hash> chain_hash_before(const DeviceId& device,
                                                        std::uint64_t sequence) const;

  private:
    Database *database_;
    const OperationTable *operations_;
    EventId event_;
    std::vector<KnownDevice> devices_;
    std::uint64_t highest_lamport_ = 0;
};

}  // namespace stormote
