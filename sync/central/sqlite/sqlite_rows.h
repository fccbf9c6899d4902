// SqliteRows: the rows of one event in a store of SQLite. The caller holds the store's lock and a
// transaction, where it writes.
//
// Sources: sqlite_rows.cpp, sqlite_rows_written.cpp, sqlite_reports.cpp.
#pragma once

#include "sync/central/store/store_rows.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

inline ByteView view(const EventId& event) {
    return event.value.bytes;
}
inline ByteView view(const DeviceId& device) {
    return device.value.bytes;
}
inline std::int64_t number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

[[noreturn]] void fail_damaged_store(const std::filesystem::path& file);

class SqliteRows final : public StoreRows {
  public:
    SqliteRows(Database& database, const EventId& event) : StoreRows(event), database_(database) {}

    [[noreturn]] void fail_damaged() const override { fail_damaged_store(database_.path()); }

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
    // A column of fixed size; a damaged store has another.
    template <std::size_t Size>
    [[nodiscard]] ByteArray<Size> array(const Statement& row, int column) const {
        const auto found = to_array<Size>(row.blob(column));
        if (!found) fail_damaged();
        return *found;
    }
    [[nodiscard]] std::vector<ChainLink> links_in(const char *sql, const DeviceId& device,
                                                  std::uint64_t sequence) const;
    [[nodiscard]] Operation operation_in(const Statement& row) const;
    [[nodiscard]] std::vector<OperationPlace> places_in(Statement& rows) const;
    void remove_bodies_of(const char *rows, const char *removal, const BodyTest& is_removed);
    // For statements with the event and a place alone.
    void run_at(const char *sql, const OperationPlace& place);

    Database& database_;
};

}  // namespace stormote
