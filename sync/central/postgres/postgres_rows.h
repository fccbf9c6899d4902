// PostgresRows: the rows of one event in a store of PostgreSQL, within one transaction. What is
// written is gathered and sent together: operations by COPY, the others as arrays. What is asked
// meanwhile is answered from what was gathered, or after it was sent.
//
// Sources: postgres_rows.cpp, postgres_rows_written.cpp, postgres_reports.cpp.
#pragma once

#include "sync/central/postgres/pg_connection.h"
#include "sync/central/postgres/pg_copy.h"
#include "sync/central/store/store_rows.h"

namespace stormote {

inline Bytes copy_bytes(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}
inline std::int64_t signed_number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

[[noreturn]] void fail_damaged_database();

// A column of fixed size; a damaged database has another.
template <std::size_t Size>
[[nodiscard]] ByteArray<Size> array_in(const PgRows& rows, int row, int column) {
    const auto found = to_array<Size>(rows.blob(row, column));
    if (!found) fail_damaged_database();
    return *found;
}

class PostgresRows final : public StoreRows {
  public:
    PostgresRows(PgConnection& connection, const EventId& event)
        : StoreRows(event), connection_(connection) {}

    // Waits until nobody else writes to the event, and keeps others from it until the transaction
    // ends. Before anything is asked that is to be written upon.
    void lock_event();
    // Whether its record left the store.
    [[nodiscard]] bool is_removed();
    // Sends what was gathered. Before the transaction is committed.
    void flush();

    [[noreturn]] void fail_damaged() const override { fail_damaged_database(); }

    KnownChain chain_of(const DeviceId& device) override;
    std::optional<ChainLink> link_at(const DeviceId& device, std::uint64_t sequence) override;
    std::vector<ChainLink> quarantined_at(const DeviceId& device, std::uint64_t sequence) override;

    StoreUse event_use() override;
    std::int64_t device_bytes(const DeviceId& device) override;
    std::vector<StoreHead> heads() override;
    std::uint64_t count_quarantined() override;
    std::vector<Operation> record_of(const DeviceId& device, std::uint64_t first,
                                     std::uint64_t last) override;
    std::vector<Operation> put_aside_at(const DeviceId& device, std::uint64_t sequence) override;
    void insert_record(const std::vector<KeptOperation>& operations) override;
    void move_head(const HeadMove& move) override;
    std::uint64_t insert_aside(const std::vector<KeptOperation>& operations) override;
    std::uint64_t put_record_aside(const DeviceId& device, std::uint64_t first) override;
    void forget_aside(const DeviceId& device) override;

    std::uint64_t last_position() override;
    std::int64_t position_lead_ms() override;
    bool has_position(std::uint64_t position) override;
    std::vector<LogRun> log_after(std::uint64_t position, const DeviceId& device,
                                  std::size_t most) override;
    void insert_log(const LogRun& run) override;

    std::optional<TokenUse> token_use(const Hash& token_hash) override;
    void add_token_use(const Hash& token_hash, const StoreUse& use, std::int64_t seen_ms) override;

    std::vector<OperationPlace> authority_places() override;
    void note_authority(const OperationPlace& place) override;
    std::vector<OperationPlace> erasures_until(std::int64_t heard_ms) override;
    void note_erasure(const OperationPlace& place, std::int64_t heard_ms) override;
    void forget_erasure(const OperationPlace& place) override;
    DestroyedRecord destroyed() override;
    void note_destroyed(const DestroyedRecord& destroyed) override;
    void remove_bodies(const BodyTest& is_removed) override;

    bool replace_report(const EventReport& report) override;
    void forget_older_report() override;

  private:
    // Of a device: how far it has come, what was gathered included.
    struct Head {
        std::uint64_t sequence = 0;
        ChainLink link;
        PublicKey key{};
        std::int64_t bytes = 0;
        bool has_aside = false;  // or may have
    };
    // Where a table's rows of an event are gone through.
    struct BodyPlace {
        OperationPlace place;
        Hash chain_hash{};
    };

    [[nodiscard]] PgValues with_event() const;
    [[nodiscard]] PgValues at(const DeviceId& device, std::uint64_t sequence) const;
    [[nodiscard]] Head& head_of(const DeviceId& device);
    [[nodiscard]] std::vector<ChainLink> links_in(const char *sql, const DeviceId& device,
                                                  std::uint64_t sequence);
    [[nodiscard]] std::vector<Operation> operations_in(const PgRows& rows) const;
    [[nodiscard]] std::vector<OperationPlace> places_in(const PgRows& rows) const;
    void remove_bodies_of(const char *rows, const char *removal, const BodyTest& is_removed);
    [[nodiscard]] PgValues named(const std::vector<BodyPlace>& places) const;
    void flush_operations();
    void flush_heads();
    void flush_log();
    void flush_forgotten();

    PgConnection& connection_;
    std::map<DeviceId, Head> heads_;
    PgCopy fresh_;  // operations of the record
    std::set<DeviceId> moved_;
    std::vector<LogRun> log_;
    std::optional<std::uint64_t> last_position_;  // where it was read and nothing was added since
    std::set<DeviceId> forgotten_;
    // The event's log was written to last before the database went over to a replica.
    bool is_other_timeline_ = false;
};

}  // namespace stormote
