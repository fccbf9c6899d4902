// PostgresStore: a central store in a database of PostgreSQL 15 or newer, which several server
// processes may share. Each call has a connection of its own; who writes to an event holds the
// lock of its row in `event`. Each transaction names the event that it has to do with (PgScope), so
// that row-level security keeps all others from it. Throws StoreUnavailable while the database
// cannot be reached.
//
// Sources: postgres_store.cpp, postgres_store_enrolment.cpp,
// postgres_store_municipalities.cpp, postgres_store_events.cpp, postgres_audit.cpp,
// postgres_reports.cpp.
#pragma once

#include "sync/central/postgres/pg_notices.h"
#include "sync/central/store/enrolment_rules.h"

namespace stormote {

// How a database is reached; the password is that of the configuration file, where there is one.
struct PostgresLocation {
    std::string url;
    std::string password{};
};

class PostgresStore final : public Store {
  public:
    // Error: an address that cannot be used, an older PostgreSQL, a store of another version, or
    // none where that is refused.
    static Result<std::unique_ptr<PostgresStore>> open(const PostgresLocation& location,
                                                       Random& random, MissingStore missing);
    // Makes the store, or brings it to this version; its version before. Needs a role that may
    // create tables.
    static Result<std::int64_t> migrate(const PostgresLocation& location, Random& random);

    [[nodiscard]] bool is_new() const override { return is_new_; }
    std::vector<Error> warnings() override;
    void on_append(AppendListener listener) override;

    void check() override;
    [[nodiscard]] std::size_t connections() override { return pool_.connections(); }

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

  private:
    PostgresStore(PgAddress address, const Uuid& process);

    // What stands in the way of using the database as it is; sets which store it is.
    [[nodiscard]] std::optional<Error> prepare(Random& random, MissingStore missing);
    [[nodiscard]] std::vector<EventId> events_with_due_erasures(std::int64_t now_ms);
    [[nodiscard]] static std::vector<EnrolmentRow> enrolments_of(PgConnection& connection,
                                                                 const EventId& event);
    void destroy_erased_of(const EventId& event, std::int64_t now_ms);

    PgAddress address_;
    PgPool pool_;
    Uuid id_;
    bool is_new_ = false;
    Uuid process_;  // what this one is called among those that share the database
    AppendNotice notice_;
    std::unique_ptr<PgNotices> notices_;  // where somebody is told
};

}  // namespace stormote
