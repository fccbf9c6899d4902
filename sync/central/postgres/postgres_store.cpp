// PostgresStore: opening it, and its record.
#include "sync/central/postgres/postgres_store.h"

#include "sync/central/postgres/postgres_rows.h"
#include "sync/central/postgres/postgres_schema.h"
#include "sync/central/postgres/postgres_versions.h"
#include "sync/central/store/batch_intake.h"
#include "sync/central/store/due_erasures.h"
#include "sync/central/store/event_removal.h"
#include "sync/central/store/log_pages.h"

namespace stormote {

namespace {

// Those of PostgreSQL 15.
constexpr int oldest_server = 150'000;

std::optional<Error> find_server_fault(PgConnection& connection) {
    if (connection.server_version() >= oldest_server) return std::nullopt;
    return input_error({"The database's server is PostgreSQL {}. Use version 15 or a newer one."},
                       connection.server_version() / 10'000);
}

std::optional<Error> find_version_fault(std::int64_t version) {
    if (version > postgres_store_version) {
        return input_error(
            {"The store in the database was made by a newer version of Stormöte. "
             "Update this machine."});
    }
    if (version == 0) {
        return input_error(
            {"There is no store in the database yet. Check the address, or make one: "
             "stormote-central migrate --store STORE"});
    }
    if (version < postgres_store_version) {
        return input_error(
            {"The store in the database is of an earlier version. Bring it to this "
             "one: stormote-central migrate --store STORE"});
    }
    return std::nullopt;
}

}  // namespace

PostgresStore::PostgresStore(PgAddress address, const Uuid& process)
    : address_(std::move(address)),
      pool_(address_, [] { return std::chrono::steady_clock::now(); }),
      process_(process) {}

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(const PostgresLocation& location,
                                                           Random& random, MissingStore missing) {
    auto address = PgAddress::parse(location.url, location.password);
    if (!address) return address.error();
    std::unique_ptr<PostgresStore> store(
        new PostgresStore(*std::move(address), make_random_uuid(random)));
    if (auto fault = store->prepare(random, missing)) return *std::move(fault);
    return store;
}

Result<std::int64_t> PostgresStore::migrate(const PostgresLocation& location, Random& random) {
    auto address = PgAddress::parse(location.url, location.password);
    if (!address) return address.error();
    PgConnection connection(*address);
    if (auto fault = find_server_fault(connection)) return *std::move(fault);
    const std::int64_t version = stored_version(connection);
    if (version > postgres_store_version) return *find_version_fault(version);
    if (version < postgres_store_version) migrate_tables(connection, random);
    return version;
}

std::optional<Error> PostgresStore::prepare(Random& random, MissingStore missing) {
    const PgPool::Lease connection = pool_.lease();
    if (auto fault = find_server_fault(*connection)) return fault;
    std::int64_t version = stored_version(*connection);
    if (version == 0 && missing == MissingStore::make) {
        migrate_tables(*connection, random);
        is_new_ = true;
        version = postgres_store_version;
    }
    if (auto fault = find_version_fault(version)) return fault;
    const PgRows rows = connection->query("SELECT value FROM about WHERE name = 'store'");
    if (rows.empty()) fail_damaged_database();
    id_.bytes = array_in<16>(rows, 0, 0);
    return std::nullopt;
}

std::vector<Error> PostgresStore::warnings() {
    const PgPool::Lease connection = pool_.lease();
    std::vector<Error> warnings;
    if (may_too_much(*connection)) {
        warnings.push_back(
            input_error({"The database's role may do more than serving takes: change or drop "
                         "tables, or other roles. sync/README.md has one that may not."}));
    }
    if (may_lose(*connection)) {
        warnings.push_back(
            input_error({"The database's server may lose what it has acknowledged when the power "
                         "is cut: turn fsync and full_page_writes on."}));
    }
    if (keeps_erased(*connection)) {
        warnings.push_back(
            input_error({"The database's server keeps what was erased: turn autovacuum on."}));
    }
    return warnings;
}

void PostgresStore::check() {
    pool_.lease()->query("SELECT 1");
}

void PostgresStore::on_append(AppendListener listener) {
    notices_.reset();
    notice_.set(std::move(listener));
    if (notice_.is_set()) {
        notices_ = std::make_unique<PgNotices>(address_, pool_, process_, notice_);
    }
}

StoreStatus PostgresStore::status(const EventId& event) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    StoreStatus status{id_, 0, rows.count_quarantined(), rows.heads()};
    transaction.commit();
    return status;
}

PushAnswer PostgresStore::append(const EventId& event, const Batch& batch, const Hash& token_hash,
                                 std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    rows.lock_event();
    if (rows.is_removed()) return refuse_removed(batch);
    PushAnswer answer = BatchIntake(rows, token_hash, now_ms).take(batch);
    if (answer.outcome != PushOutcome::taken) return answer;
    rows.flush();
    transaction.commit();
    if (has_appended(answer)) {
        notice_.tell(event);
        if (notices_) notices_->tell(event);
    }
    return answer;
}

PullPage PostgresStore::read(const EventId& event, std::uint64_t after, const DeviceId& without) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    PullPage page = read_page(rows, after, without);
    transaction.commit();
    return page;
}

std::vector<EventId> PostgresStore::events_with_due_erasures(std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query("SELECT DISTINCT event FROM erasure WHERE heard_ms <= $1",
                                          PgValues().add(due_until_ms(now_ms)));
    transaction.commit();
    std::vector<EventId> events;
    for (int row = 0; row < rows.count(); ++row) {
        events.push_back(EventId{Uuid{array_in<16>(rows, row, 0)}});
    }
    return events;
}

void PostgresStore::destroy_erased(std::int64_t now_ms) {
    std::exception_ptr failure;
    for (const EventId& event : events_with_due_erasures(now_ms)) {
        try {
            destroy_erased_of(event, now_ms);
        } catch (const StoreUnavailable&) {
            throw;
        } catch (const MachineFailure&) {
            failure = std::current_exception();
        }
    }
    if (failure) std::rethrow_exception(failure);
}

void PostgresStore::destroy_erased_of(const EventId& event, std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    rows.lock_event();
    if (!destroy_due(rows, now_ms)) return;
    rows.flush();
    transaction.commit();
}

}  // namespace stormote
