#include <thread>

#include "sync/central/central_server.h"
#include "sync/journal/file/sqlite.h"
#include "sync/replication/http_connection.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/signed_device.h"

namespace stormote::testing {

namespace {

constexpr std::size_t operation_count = 10'000;
constexpr std::size_t batch_size = 500;
constexpr int rounds = 7;
constexpr std::int64_t evening_ms = 1'665'590'400'000;

std::vector<Batch> make_batches(const EventId& event) {
    SystemRandom random;
    SignedDevice device(event, random);
    device.add_many(operation_count - 1);
    std::vector<Batch> batches;
    for (std::uint64_t first = 1; first <= operation_count; first += batch_size) {
        batches.push_back(device.batch(first, first + batch_size - 1));
    }
    return batches;
}

// The same rows in the same batches, without a question asked: SQLite's own floor.
void insert_plainly(const std::filesystem::path& file, const EventId& event,
                    const std::vector<Batch>& batches) {
    Database database(file, DatabaseMode::create);
    database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    database.execute(
        "CREATE TABLE operation(event BLOB, device BLOB, sequence INTEGER, header BLOB, "
        "chain_hash BLOB, body BLOB, PRIMARY KEY(event, device, sequence)) WITHOUT ROWID");
    Statement insert(database, "INSERT INTO operation VALUES(?, ?, ?, ?, ?, ?)");
    for (const Batch& batch : batches) {
        Transaction transaction(database);
        for (const Operation& operation : batch.operations) {
            const OperationHeader& header = operation.header;
            insert.bind(ByteView(event.value.bytes))
                .bind(ByteView(header.device.value.bytes))
                .bind(static_cast<std::int64_t>(header.sequence))
                .bind(ByteView(encode_header_core(header)))
                .bind(ByteView(header.chain_hash))
                .bind(ByteView(operation.body->bytes));
            insert.run();
        }
        transaction.commit();
    }
}

// What one event file gathers, signs and sends, and a real server checks and commits; and what
// another asks for, checks, seals and commits.
struct ExchangeTimes {
    Samples push;
    Samples pull;
};

void exchange(const std::filesystem::path& folder, std::size_t count, ExchangeTimes& times) {
    Replica first(folder / "first", 1, evening_ms);
    Replica second(folder / "second", 2, evening_ms, first);
    SystemRandom random;
    std::vector<Body> bodies(count - 2);
    for (Body& body : bodies) {
        body = {{AttendeeId{Uuid{random.bytes<16>()}}},
                ActingRole::organiser,
                AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg"}, {4, "civil"}, {11, "list"}}}};
    }
    first.desk().record(bodies);
    CentralHarness harness(folder / "central.db");
    const EventId event = first.desk().event();
    const std::string first_token = harness.enrol(event, "first");
    const std::string second_token = harness.enrol(event, "second");
    CentralService service(harness.store(), harness.clock(), random);
    auto server = std::move(CentralServer::create(service, {"127.0.0.1:0", "", ""})).value();
    std::thread thread([&server] { server->run(); });
    const auto connection =
        std::move(connect_http("http://127.0.0.1:" + std::to_string(server->port()), {})).value();
    StoreClient first_client(*connection, event, first_token);
    StoreClient second_client(*connection, event, second_token);
    times.push.measure([&] { static_cast<void>(first.exchange(first_client).value()); });
    times.pull.measure(
        [&] { static_cast<void>(second.exchange(second_client, ReadAhead::yes).value()); });
    server->stop();
    thread.join();
}

// A device that was away for long, or that joins late.
constexpr std::size_t away_count = 100'000;

double rows_per_ms(const Samples& samples) {
    return static_cast<double>(operation_count) * 1000 / samples.median();
}

}  // namespace

void measure_sync(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("10,000 operations between an event file and the central store");
    const EventId event{Uuid{{1}}};
    const std::vector<Batch> batches = make_batches(event);
    Samples plain;
    Samples ingest;
    ExchangeTimes times;
    for (int round = 0; round < rounds; ++round) {
        const TemporaryFolder work(folder);
        plain.measure([&] { insert_plainly(work.path() / "plain.db", event, batches); });
        SystemRandom random;
        auto store = open_store("sqlite:" + (work.path() / "store.db").string(), random);
        ingest.measure([&] {
            for (const Batch& batch : batches) {
                static_cast<void>(store.value()->append(event, batch, {}, evening_ms));
            }
        });
        exchange(work.path(), operation_count, times);
    }
    Figures::times("limit: SQLite alone, batches of 500, synchronous FULL", plain);
    Figures::times("taken by the store: chains, contents, signatures checked", ingest);
    Figures::times("an event file to the store over loopback HTTP", times.push);
    Figures::times("the store to an event file over loopback HTTP", times.pull);
    ExchangeTimes away;
    for (int round = 0; round < 3; ++round) {
        const TemporaryFolder work(folder);
        exchange(work.path(), away_count, away);
    }
    Figures::times("the store to a device that lacks 100,000 operations", away.pull);
    figures.at_least("the same", static_cast<double>(away_count) * 1000 / away.pull.median(), 100,
                     "operations/ms");
    Figures::value("taken by the store", rows_per_ms(ingest), "operations/ms");
    figures.at_most("file to store, as a share of SQLite alone",
                    times.push.median() / plain.median(), 4, "times");
}

}  // namespace stormote::testing
