// What one machine takes as a central store: many kiosks at one process of it, then at two behind
// HAProxy, beside what PostgreSQL alone takes of such rows. LOAD_KIOSKS, LOAD_OPERATIONS (of each),
// LOAD_BATCH (pushed at once) and LOAD_AT_ONCE (kiosks that are served at the same time) say how
// many.
#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "sync/central/postgres/pg_connection.h"
#include "sync/central/postgres/pg_copy.h"
#include "sync/central/store/store_rows.h"
#include "sync/http/listening_socket.h"
#include "tests/bench/benches.h"
#include "tests/bench/central/load_clients.h"
#include "tests/bench/numbers_asked.h"
#include "tests/bench/watching.h"
#include "tests/support/record/central_cluster.h"

namespace stormote::testing {

namespace {

// As many as a process of the store has threads.
constexpr std::size_t bare_sessions = 8;
constexpr std::size_t most_bare_rows = 200'000;
constexpr const char *bare_table =
    "CREATE TABLE IF NOT EXISTS public.bare(event bytea, device bytea, sequence bigint, "
    "header bytea, chain_hash bytea, body bytea, PRIMARY KEY(event, device, sequence))";

// Rows of these pushes, a COPY for each.
std::vector<Bytes> rows_of(const LoadKiosk& kiosk) {
    std::vector<Bytes> copies;
    for (const Bytes& push : kiosk.pushes) {
        PgCopy rows;
        const Batch batch = decode_batch(push).value();
        for (const Operation& operation : batch.operations) {
            rows.begin_row(6);
            rows.add(ByteView(kiosk.event.value.bytes));
            rows.add(ByteView(operation.header.device.value.bytes));
            rows.add(static_cast<std::int64_t>(operation.header.sequence));
            rows.add(ByteView(encode_header_core(operation.header)));
            rows.add(ByteView(operation.header.chain_hash));
            rows.add(ByteView(join_body(*operation.body)));
        }
        const ByteView content = rows.finish();
        copies.emplace_back(content.begin(), content.end());
    }
    return copies;
}

// Operations a second, each push a transaction, by as many sessions as a process of the store has.
double measure_bare(const LoadRecord& record, const std::string& database) {
    PgConnection(PgAddress::parse(database, "").value()).execute(bare_table);
    const std::size_t kiosks =
        std::clamp<std::size_t>(most_bare_rows / record.size.operations, 1, record.kiosks.size());
    std::vector<std::vector<Bytes>> of_session(bare_sessions);
    for (std::size_t i = 0; i < kiosks; ++i) {
        std::vector<Bytes> rows = rows_of(record.kiosks[i]);
        std::vector<Bytes>& all = of_session[i % bare_sessions];
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    }
    std::vector<std::unique_ptr<PgConnection>> sessions;
    for (std::size_t i = 0; i < bare_sessions; ++i) {
        sessions.push_back(std::make_unique<PgConnection>(PgAddress::parse(database, "").value()));
    }
    Samples whole;
    whole.measure([&] {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < bare_sessions; ++i) {
            threads.emplace_back([&session = *sessions[i], &rows = of_session[i]] {
                for (const Bytes& each : rows) {
                    session.copy_in("COPY public.bare FROM STDIN (FORMAT binary)", each);
                }
            });
        }
        for (std::thread& thread : threads) thread.join();
    });
    return static_cast<double>(kiosks * record.size.operations) * 1e6 / whole.median();
}

// Throws where anything that was acknowledged is missing, or anything is there twice.
void check_record(const LoadRecord& record, const std::string& database) {
    const LoadSize& size = record.size;
    const std::size_t of_event = std::min(size.kiosks_of_event, size.kiosks) * size.operations;
    const std::string faults = PostgresServer::execute(
        database,
        fmt::format("SELECT count(*) FROM (SELECT count(*) AS rows, "
                    "count(DISTINCT substr(header, 1, 16)) AS ids FROM stormote.operation "
                    "GROUP BY event) AS kept WHERE rows <> {} OR ids <> rows",
                    of_event));
    const std::string events =
        PostgresServer::execute(database, "SELECT count(DISTINCT event) FROM stormote.operation");
    const std::string aside =
        PostgresServer::execute(database, "SELECT count(*) FROM stormote.quarantine");
    const std::size_t wanted = (size.kiosks + size.kiosks_of_event - 1) / size.kiosks_of_event;
    if (faults == "0" && events == std::to_string(wanted) && aside == "0") return;
    throw std::runtime_error(
        fmt::format("{} of {} events hold something else than was acknowledged", faults, events));
}

struct ProcessorUse {
    double servers_ms = 0;
    double database_ms = 0;
    double proxy_ms = 0;
};

ProcessorUse processor_use(CentralCluster& cluster) {
    ProcessorUse use;
    for (std::size_t i = 0; i < cluster.size(); ++i) {
        use.servers_ms += processor_ms(process_tree(cluster.server_id(i)));
    }
    use.database_ms = processor_ms(process_tree(cluster.database().id()));
    use.proxy_ms = processor_ms(process_tree(cluster.proxy_id()));
    return use;
}

void print_use(std::string_view who, double ms, const LoadOutcome& outcome) {
    fmt::print("  {:<58} {:>17.2f} of a core, {:.0f} us an operation\n", who,
               ms / outcome.seconds / 1e3, ms * 1e3 / static_cast<double>(outcome.acknowledged));
}

void measure_processes(Figures& figures, const std::filesystem::path& folder,
                       const LoadRecord& record, std::size_t processes) {
    const std::string who = processes == 1 ? "one process" : "two processes behind HAProxy";
    fmt::print("\n  {}\n", who);
    CentralCluster cluster({.servers = processes, .sessions = 100, .parent = folder});
    enrol_kiosks(record, cluster.administered());
    const double bare = measure_bare(record, cluster.administered());
    const int port = processes == 1 ? cluster.server_port(0) : cluster.proxy_port();
    const ProcessorUse before = processor_use(cluster);
    const std::size_t at_once = number_asked("LOAD_AT_ONCE", 32);
    const LoadOutcome outcome = LoadClients(record, port, at_once).run();
    const ProcessorUse after = processor_use(cluster);
    const double taken = static_cast<double>(outcome.acknowledged) / outcome.seconds;
    Figures::value("limit: PostgreSQL alone, as many rows a transaction", bare, "operations/s");
    Figures::value("taken by the store, beside as many pulls", taken, "operations/s");
    Figures::value("the same, of PostgreSQL alone", taken / bare, "times");
    Figures::value("requests", static_cast<double>(outcome.requests) / outcome.seconds, "/s");
    Figures::times("status", outcome.status);
    Figures::times("push", outcome.push);
    Figures::times("pull", outcome.pull);
    print_use("the store's processes", after.servers_ms - before.servers_ms, outcome);
    print_use("PostgreSQL", after.database_ms - before.database_ms, outcome);
    if (processes > 1) print_use("HAProxy", after.proxy_ms - before.proxy_ms, outcome);
    print_use("the kiosks", outcome.client_ms, outcome);
    if (outcome.errors > 0) fmt::print("  the first error: {}\n", outcome.first_error);
    figures.at_most("errors", static_cast<double>(outcome.errors), 0, "");
    const LoadSize& size = record.size;
    const std::size_t others = std::min(size.kiosks_of_event, size.kiosks) - 1;
    figures.at_least("pulled by the others of the event",
                     static_cast<double>(outcome.pulled) /
                         static_cast<double>(size.kiosks * size.operations * others),
                     1, "times");
    if (outcome.errors == 0) check_record(record, cluster.administered());
}

}  // namespace

void measure_load(Figures& figures, const std::filesystem::path& folder) {
    LoadSize size;
    size.kiosks = number_asked("LOAD_KIOSKS", size.kiosks);
    // Whole events, so that all hold as much.
    size.kiosks = std::max(size.kiosks - size.kiosks % size.kiosks_of_event, size.kiosks_of_event);
    size.operations = number_asked("LOAD_OPERATIONS", 60);
    size.batch = number_asked("LOAD_BATCH", size.batch);
    Figures::section(
        fmt::format("{} kiosks of {} events with {} operations each at the central store",
                    size.kiosks, size.kiosks / size.kiosks_of_event, size.operations));
    allow_many_sockets();
    const LoadRecord record = make_load_record(size);
    const std::filesystem::path place = std::filesystem::absolute(folder);
    for (const std::size_t processes : {std::size_t{1}, std::size_t{2}}) {
        measure_processes(figures, place, record, processes);
    }
}

}  // namespace stormote::testing
