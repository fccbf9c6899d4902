// SqliteStore: a central store in one SQLite file (WAL, synchronous FULL). One connection behind
// one lock: a commit takes about a millisecond, so that it serves many kiosks.
//
// Sources: sqlite_store.cpp, sqlite_store_enrolment.cpp, sqlite_store_municipalities.cpp,
// sqlite_store_events.cpp, sqlite_audit.cpp, sqlite_reports.cpp.
#pragma once

#include <mutex>

#include "sync/central/store/append_notice.h"
#include "sync/central/store/enrolment_rules.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

class SqliteStore final : public Store {
  public:
    // A file that it makes is readable by its owner only. Error when it is no store, or there is
    // none where that is refused.
    static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& file,
                                                     Random& random,
                                                     MissingStore missing = MissingStore::make);

    // A store whose record lies in memory alone, and is gone with it: the devices bring it again.
    // In the file is who may exchange, and nothing of what anybody wrote. It has another id each
    // time.
    static Result<std::unique_ptr<SqliteStore>> open_for_access(const std::filesystem::path& file,
                                                                Random& random);

    [[nodiscard]] bool is_new() const override { return is_new_; }
    // Whether opening it brought it to this version.
    [[nodiscard]] bool was_migrated() const { return was_migrated_; }
    void on_append(AppendListener listener) override { notice_.set(std::move(listener)); }

    void check() override;

    StoreStatus status(const EventId& event) override;
    PushAnswer append(const EventId& event, const Batch& batch, const Hash& token_hash,
                      std::int64_t now_ms) override;
    PullPage read(const EventId& event, std::uint64_t after, const DeviceId& without) override;
    std::vector<EventSummary> events() override;
    std::vector<EventActivity> activities() override;
    std::vector<StoredDevice> devices(const EventId& event) override;
    void destroy_erased(std::int64_t now_ms) override;
    Result<RemovalAnswer> remove_event(const EventId& event, const std::string& decision,
                                       RemovalTiming timing, std::int64_t now_ms) override;
    std::vector<RemovedEvent> removed_events() override;

    std::vector<ReportStanding> report_standings() override;
    void read_rows(const EventId& event, const RowsReader& read) override;
    bool write_reports(const std::vector<EventReport>& reports) override;
    std::unique_ptr<ReportTurn> take_report_turn() override;

    std::vector<std::string> municipalities() override;
    Result<> add_municipality(const std::string& name, const std::vector<MunicipalityRole>& roles,
                              std::int64_t now_ms) override;
    Result<> settle_event(const EventId& event, const std::string& municipality,
                          std::int64_t now_ms) override;

    Result<> invite(const EventId& event, const std::string& name, const Hash& secret_hash,
                    std::int64_t now_ms, const std::string& role = {}) override;
    JoinOutcome join(const EventId& event, const Hash& secret_hash, const Hash& token_hash,
                     std::int64_t now_ms, const std::string& sender = {}) override;
    void confirm(const Hash& token_hash, std::int64_t now_ms,
                 const std::string& sender = {}) override;
    Access access(const Hash& token_hash, std::int64_t now_ms) override;
    bool renew(const EventId& event, const Hash& token_hash, const Hash& next_token_hash,
               std::int64_t now_ms, const std::string& sender = {}) override;
    bool revoke(const EventId& event, const std::string& name, std::int64_t now_ms) override;
    std::vector<Enrolment> enrolments() override;

    void add_audit(const StoreAuditEntry& entry) override;
    std::vector<StoreAuditEntry> audit(const std::optional<EventId>& event,
                                       std::int64_t since_ms) override;
    void forget_audit(std::int64_t now_ms) override;

    // Takes away those that let nobody in any more, some time after they did, with their names; for
    // a store that lets in whoever stands before it, day after day. Call it now and then.
    void forget_enrolments(std::int64_t now_ms);

  private:
    explicit SqliteStore(const std::filesystem::path& file);

    [[nodiscard]] PushAnswer append_quietly(const EventId& event, const Batch& batch,
                                            const Hash& token_hash, std::int64_t now_ms);
    [[nodiscard]] std::vector<EventId> events_with_due_erasures(std::int64_t now_ms) const;
    // Of an event. True where something was destroyed.
    bool destroy_erased_of(const EventId& event, std::int64_t now_ms);
    void keep_record_in_memory();
    // What was destroyed leaves the free space of the file, too, and the WAL.
    void compact();
    [[nodiscard]] EnrolmentRow enrolment_in(const Statement& row) const;
    [[nodiscard]] std::vector<EnrolmentRow> enrolments_of(const EventId& event) const;
    // With a token that was named and not used yet.
    [[nodiscard]] Access use_next_token(const Hash& token_hash, std::int64_t now_ms);
    [[nodiscard]] bool is_removed(const EventId& event) const;

    std::mutex mutex_;
    Database database_;
    // Asked with every request, and by all at once who wait for the same.
    std::optional<Statement> select_token_;
    Uuid id_;
    bool is_new_ = false;
    bool was_migrated_ = false;
    AppendNotice notice_;
};

}  // namespace stormote
