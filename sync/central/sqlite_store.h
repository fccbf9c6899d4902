// SqliteStore: a central store in one SQLite file (WAL, synchronous FULL). One connection behind
// one lock: a commit takes about a millisecond, so that it serves many kiosks.
//
// Sources: sqlite_store.cpp, sqlite_store_append.cpp, sqlite_store_enrolment.cpp,
// sqlite_store_erase.cpp, sqlite_store_read.cpp.
#pragma once

#include <mutex>
#include <set>

#include "sync/central/store.h"
#include "sync/journal/file/sqlite.h"
#include "sync/journal/intake.h"
#include "sync/model/authority.h"

namespace stormote {

// Of an event: what its erasures and purges have destroyed, and what is destroyed when it comes.
struct DestroyedRecord {
    std::set<AttendeeId> persons;
    std::set<OperationId> operations;
};

class SqliteStore final : public Store {
  public:
    // A file that it makes is readable by its owner only. Error when it is no store, or there is
    // none where that is refused.
    static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& file,
                                                     Random& random,
                                                     MissingStore missing = MissingStore::make);

    [[nodiscard]] bool is_new() const override { return is_new_; }

    StoreStatus status(const EventId& event) override;
    PushAnswer append(const EventId& event, const Batch& batch, const Hash& token_hash,
                      std::int64_t now_ms) override;
    PullPage read(const EventId& event, std::uint64_t after, const DeviceId& without) override;
    std::vector<EventSummary> events() override;
    void destroy_erased(std::int64_t now_ms) override;

    Result<> invite(const EventId& event, const std::string& name, const Hash& secret_hash,
                    std::int64_t now_ms) override;
    JoinOutcome join(const EventId& event, const Hash& secret_hash, const Hash& token_hash,
                     std::int64_t now_ms) override;
    void confirm(const Hash& token_hash) override;
    Access access(const Hash& token_hash, std::int64_t now_ms) override;
    bool revoke(const EventId& event, const std::string& name) override;
    std::vector<Enrolment> enrolments() override;

  private:
    explicit SqliteStore(const std::filesystem::path& file);
    class Chains;

    // Where what came together stands in an event's log.
    struct LogPlace {
        EventId event;
        std::uint64_t position = 0;
        std::int64_t now_ms = 0;
        Hash token_hash{};  // of whoever brings it
    };

    // Why a device may send no more; nothing where it may.
    [[nodiscard]] std::optional<Error> find_quota_fault(const LogPlace& place,
                                                        const PlannedRun& run) const;
    void take_run(LogPlace& place, const PlannedRun& run, const DestroyedRecord& destroyed,
                  PushAnswer& answer);
    void insert_fresh(const LogPlace& place, const PlannedRun& run,
                      const DestroyedRecord& destroyed);
    void note_meaning(const LogPlace& place, const OperationHeader& header);
    void insert_run(LogPlace& place, const PlannedRun& run);
    void insert_quarantined(const EventId& event, const Operation& operation,
                            const DestroyedRecord& destroyed);
    // What stands in the record by now is not put aside any more.
    void forget_quarantined(const EventId& event, const PlannedRun& run);
    // The record of a device from an operation on, which gives way to another content of it.
    void put_record_aside(const EventId& event, const OperationHeader& first);

    [[nodiscard]] DestroyedRecord destroyed_record(const EventId& event) const;
    [[nodiscard]] std::vector<EventId> events_with_due_erasures(std::int64_t now_ms) const;
    // Of an event. True where something was destroyed.
    bool destroy_erased_of(const EventId& event, std::int64_t now_ms);
    [[nodiscard]] Authority authority_of(const EventId& event) const;
    // What was destroyed leaves the free space of the file, too, and the WAL.
    void compact();
    // Notes what an erasure or a purge destroys from now on.
    void note_destroyed(const EventId& event, const Body& body);
    void remove_bodies(const EventId& event, const DestroyedRecord& destroyed);
    [[nodiscard]] std::uint64_t next_position(const EventId& event, std::int64_t now_ms) const;
    [[nodiscard]] bool has_position(const EventId& event, std::uint64_t position) const;
    // A run of the log, whether it stands in the record or contradicts it.
    struct LogRun {
        DeviceId device;
        std::int64_t first = 0;
        std::int64_t last = 0;
        Hash tip{};  // chain hash of the last one
    };
    void read_run(const EventId& event, const LogRun& run, Batch& batch) const;
    // Whether it stands in the record, and did not give way to something else.
    [[nodiscard]] bool is_recorded(const EventId& event, const LogRun& run) const;
    [[nodiscard]] std::vector<Operation> read_branch(const EventId& event, const LogRun& run) const;
    // Of the record: at most one.
    [[nodiscard]] std::vector<Operation> record_at(const EventId& event, const DeviceId& device,
                                                   std::int64_t sequence) const;
    // Of the record and of the quarantine.
    [[nodiscard]] std::vector<Operation> operations_at(const EventId& event, const DeviceId& device,
                                                       std::int64_t sequence) const;

    std::mutex mutex_;
    Database database_;
    Uuid id_;
    bool is_new_ = false;
};

}  // namespace stormote
