// OperationTable: the rows of the record, by device and sequence. It stores what it is given; what
// may come next is DeviceChains' to say. A device is known here by the number of its row.
//
// On the journal's thread; borrows database and seal. A caller that changes several rows together
// does so in a transaction of its own.
#pragma once

#include "sync/journal/device_head.h"
#include "sync/journal/file/sqlite.h"
#include "sync/journal/operation_seal.h"

namespace stormote {

class OperationTable {
  public:
    OperationTable(Database& database, const OperationSeal& seal)
        : database_(database), seal_(seal) {}

    void insert(std::int64_t device_number, const Operation& operation);

    // In sequence, at most `most`, starting after a sequence. Throws MachineFailure where a row is
    // damaged.
    [[nodiscard]] std::vector<Operation> after(std::int64_t device_number, const DeviceId& device,
                                               std::uint64_t sequence, std::size_t most) const;
    [[nodiscard]] std::optional<ChainLink> link_at(std::int64_t device_number,
                                                   std::uint64_t sequence) const;
    // Takes a device's operations from a number on out of the record.
    void remove_from(std::int64_t device_number, std::uint64_t sequence);

    // Removes the bodies that are said to be erased from a device's operations.
    void erase_bodies(std::int64_t device_number, const DeviceId& device,
                      const ErasureTest& is_erased);

    // Every operation, or every one of a kind, by device number and sequence; nothing is written
    // while one reads.
    class Reader {
      public:
        explicit Reader(const OperationTable& table);
        Reader(const OperationTable& table, OperationKind kind);
        // True while there is a row.
        [[nodiscard]] bool step() { return rows_.step(); }
        [[nodiscard]] std::int64_t device_number() const { return rows_.number(4); }
        [[nodiscard]] std::uint64_t sequence() const;
        // Error: damaged, or not of this device.
        [[nodiscard]] Result<Operation> read(const DeviceId& device) const;

      private:
        const OperationSeal& seal_;
        Statement rows_;
    };

  private:
    Database& database_;
    const OperationSeal& seal_;
    // Prepared with the first operation that is written: a file may be open for reading only.
    std::optional<Statement> insert_;
};

}  // namespace stormote
