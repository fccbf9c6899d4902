// Replica: a device with its own event file, machine state, clock and randomness, that a test can
// crash, restore from a backup and let exchange with a store. One thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/replication/exchange.h"

namespace stormote::testing {

// What a disk held at one moment.
struct DiskCopy {
    std::vector<std::pair<std::string, Bytes>> files;
};

class Replica {
  public:
    // A new event.
    Replica(std::filesystem::path folder, std::uint64_t seed, std::int64_t wall_ms);
    // A copy of another's event that knows nothing of it yet.
    Replica(std::filesystem::path folder, std::uint64_t seed, std::int64_t wall_ms,
            const Replica& other);
    // Another machine with what was on the disk of one, at a place of its own.
    Replica(std::filesystem::path folder, std::uint64_t seed, std::int64_t wall_ms,
            const DiskCopy& disk);

    [[nodiscard]] Desk& desk() { return *desk_; }
    [[nodiscard]] ManualClock& clock() { return clock_; }
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "event.stormote"; }

    Result<ExchangeReport> exchange(StoreClient& client, ReadAhead ahead = ReadAhead::no);

    // Exchanges, and stops dead at a step; then starts again from what the disk held.
    void crash_in_exchange(StoreClient& client, std::uint64_t step);
    void crash() { restart_from(copy_disk()); }

    void close() { desk_.reset(); }
    void open(MissingOperations missing = MissingOperations::refuse);
    // After a clean close, so that everything is signed.
    DiskCopy back_up();
    // The event file alone: the machine remembers that it had written more.
    void restore_file(const DiskCopy& disk);
    // The whole disk, so that the machine does not know that it is in the past.
    void restore_disk(const DiskCopy& disk) { restart_from(disk); }

    // Every operation, in the order of the record.
    [[nodiscard]] std::vector<Operation> operations() const;

  private:
    JournalEnvironment environment();

    [[nodiscard]] DiskCopy copy_disk() const;
    void restart_from(const DiskCopy& disk);

    std::filesystem::path folder_;
    SeededRandom random_;
    ManualClock clock_;
    std::unique_ptr<Desk> desk_;
};

}  // namespace stormote::testing
