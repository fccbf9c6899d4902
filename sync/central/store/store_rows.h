// StoreRows: the rows of one event in a store, within one transaction. What a store decides about
// operations is decided once, over these rows (batch_intake.h, log_pages.h, due_erasures.h); a kind
// of store only keeps them. One thread; lives as long as its transaction. What was written through
// it is read through it at once. Throws MachineFailure when the database fails or is damaged.
#pragma once

#include <functional>
#include <set>

#include "sync/central/store/store.h"
#include "sync/model/authority.h"

namespace stormote {

// Of an event: what its erasures and purges have destroyed, and what is destroyed when it comes.
struct DestroyedRecord {
    std::set<AttendeeId> persons;
    std::set<OperationId> operations;
};

// What counts against a limit.
struct StoreUse {
    std::int64_t bytes = 0;
    std::int64_t devices = 0;
};

// The same of a token, and what its device was enrolled for.
struct TokenUse {
    StoreUse use;
    std::string role;
};

// An operation as it is to be kept: without its body where that was destroyed.
struct KeptOperation {
    const OperationHeader *header = nullptr;
    const SaltedBody *body = nullptr;
};

// How far a device has come by operations that are new.
struct HeadMove {
    OperationHeader last;
    PublicKey key{};
    std::int64_t bytes = 0;  // of what is new
};

// A run of the log, whether it stands in the record or contradicts it.
struct LogRun {
    std::uint64_t position = 0;
    DeviceId device;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    Signature signature{};
    Hash tip{};  // chain hash of the last one
};

// Salt and bytes as a store keeps them, and what was kept as a value; nothing where it is damaged.
[[nodiscard]] Bytes join_body(const SaltedBody& body);
[[nodiscard]] std::optional<SaltedBody> split_body(ByteView joined);

class StoreRows : public KnownChains {
  public:
    explicit StoreRows(const EventId& event) : event_(event) {}

    [[nodiscard]] const EventId& event() const { return event_; }
    // Throws: what the rows say cannot be.
    [[noreturn]] virtual void fail_damaged() const = 0;

    // --- The record ---
    [[nodiscard]] virtual StoreUse event_use() = 0;
    [[nodiscard]] virtual std::int64_t device_bytes(const DeviceId& device) = 0;
    [[nodiscard]] virtual std::vector<StoreHead> heads() = 0;
    [[nodiscard]] virtual std::uint64_t count_quarantined() = 0;
    [[nodiscard]] virtual std::vector<Operation> record_of(const DeviceId& device,
                                                           std::uint64_t first,
                                                           std::uint64_t last) = 0;
    [[nodiscard]] virtual std::vector<Operation> put_aside_at(const DeviceId& device,
                                                              std::uint64_t sequence) = 0;
    // Of one device, in their order.
    virtual void insert_record(const std::vector<KeptOperation>& operations) = 0;
    virtual void move_head(const HeadMove& move) = 0;
    // How many were not there before.
    virtual std::uint64_t insert_aside(const std::vector<KeptOperation>& operations) = 0;
    // The record of a device from an operation on, which gives way to another content of it.
    virtual std::uint64_t put_record_aside(const DeviceId& device, std::uint64_t first) = 0;
    // What stands in the record by now is not put aside any more.
    virtual void forget_aside(const DeviceId& device) = 0;

    // --- The log ---
    // 0 where it is empty.
    [[nodiscard]] virtual std::uint64_t last_position() = 0;
    // How far beyond the time the next position lies, so that none is given anew that was lost with
    // what came last.
    [[nodiscard]] virtual std::int64_t position_lead_ms() { return 0; }
    [[nodiscard]] virtual bool has_position(std::uint64_t position) = 0;
    // By position and device, after a device's run at a position.
    [[nodiscard]] virtual std::vector<LogRun> log_after(std::uint64_t position,
                                                        const DeviceId& device,
                                                        std::size_t most) = 0;
    virtual void insert_log(const LogRun& run) = 0;

    // --- What a token has brought ---
    // Nothing where it is nobody's.
    [[nodiscard]] virtual std::optional<TokenUse> token_use(const Hash& token_hash) = 0;
    // Its device has been seen at that time, or later.
    virtual void add_token_use(const Hash& token_hash, const StoreUse& use,
                               std::int64_t seen_ms) = 0;

    // --- Who may what, and what was erased ---
    [[nodiscard]] virtual std::vector<OperationPlace> authority_places() = 0;
    virtual void note_authority(const OperationPlace& place) = 0;
    // Those that were heard of until a time.
    [[nodiscard]] virtual std::vector<OperationPlace> erasures_until(std::int64_t heard_ms) = 0;
    virtual void note_erasure(const OperationPlace& place, std::int64_t heard_ms) = 0;
    virtual void forget_erasure(const OperationPlace& place) = 0;
    [[nodiscard]] virtual DestroyedRecord destroyed() = 0;
    virtual void note_destroyed(const DestroyedRecord& destroyed) = 0;
    // Of the record and of what was put aside.
    using BodyTest = std::function<bool(const OperationHeader&, ByteView body)>;
    virtual void remove_bodies(const BodyTest& is_removed) = 0;

    // --- Reports ---
    // In the place of what was reported. False, and nothing is changed: something newer was.
    [[nodiscard]] virtual bool replace_report(const EventReport& report) = 0;
    // Takes away what was reported where the log has gone on since.
    virtual void forget_older_report() = 0;

  private:
    EventId event_;
};

}  // namespace stormote
