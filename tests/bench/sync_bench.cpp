// stormote-sync-bench: what an exchange costs, beside what the disk and SQLite alone would take in
// the same run. Prints one row a measurement, the median of several rounds.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>

#include <fmt/format.h>

#include "sync/central/central_server.h"
#include "sync/replication/http_connection.h"
#include "tests/support/central_stage.h"
#include "tests/support/replica.h"
#include "tests/support/signed_device.h"

namespace stormote::testing {

namespace {

constexpr std::size_t operation_count = 10'000;
constexpr std::size_t batch_size = 500;
constexpr int rounds = 7;
constexpr std::int64_t evening_ms = 1'665'590'400'000;

double measure_ms(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

class Row {
  public:
    void add(double ms) { samples_.push_back(ms); }
    double print(const std::string& name) {
        std::sort(samples_.begin(), samples_.end());
        const double median = samples_[samples_.size() / 2];
        fmt::print("{:<58} {:>8.1f} ms {:>9.0f} operations/s\n", name, median,
                   static_cast<double>(operation_count) * 1000 / median);
        return median;
    }

  private:
    std::vector<double> samples_;
};

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

std::string listen_and_serve(CentralServer& server, std::thread& thread) {
    thread = std::thread([&server] { server.run(); });
    return "http://127.0.0.1:" + std::to_string(server.port());
}

// From one event file through a real server into another: gather, sign, send, check, commit; and
// ask, read, send, check, seal, commit.
std::pair<double, double> exchange_ms(const std::filesystem::path& folder) {
    Replica first(folder / "first", 1, evening_ms);
    Replica second(folder / "second", 2, evening_ms, first);
    SystemRandom random;
    std::vector<Body> bodies(operation_count - 2);
    for (Body& body : bodies) {
        body = {{AttendeeId{Uuid{random.bytes<16>()}}},
                ActingRole::organiser,
                AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg"}, {4, "civil"}, {11, "list"}}}};
    }
    first.desk().record(bodies);
    CentralStage stage(folder / "central.db");
    const EventId event = first.desk().event();
    const std::string first_token = stage.enrol(event, "first");
    const std::string second_token = stage.enrol(event, "second");
    CentralService service(stage.store(), stage.clock(), random);
    auto server = std::move(CentralServer::create(service, {"127.0.0.1:0", "", ""})).value();
    std::thread thread;
    const std::string url = listen_and_serve(*server, thread);
    const auto connection = std::move(connect_http(url, {})).value();
    StoreClient first_client(*connection, event, first_token);
    StoreClient second_client(*connection, event, second_token);
    const double push_ms =
        measure_ms([&] { static_cast<void>(first.exchange(first_client).value()); });
    const double pull_ms =
        measure_ms([&] { static_cast<void>(second.exchange(second_client).value()); });
    server->stop();
    thread.join();
    return {push_ms, pull_ms};
}

void run() {
    const EventId event{Uuid{{1}}};
    const std::vector<Batch> batches = make_batches(event);
    Row plain;
    Row ingest;
    Row push;
    Row pull;
    for (int round = 0; round < rounds; ++round) {
        const TemporaryFolder folder;
        plain.add(measure_ms([&] { insert_plainly(folder / "plain.db", event, batches); }));
        SystemRandom random;
        auto store = open_store("sqlite:" + (folder / "store.db").string(), random);
        ingest.add(measure_ms([&] {
            for (const Batch& batch : batches) {
                static_cast<void>(store.value()->append(event, batch, evening_ms).value());
            }
        }));
        const auto [push_ms, pull_ms] = exchange_ms(folder.path());
        push.add(push_ms);
        pull.add(pull_ms);
    }
    const double floor_ms = plain.print("SQLite alone, batches of 500, WAL FULL");
    const double ingest_ms = ingest.print("store: chain, contents and signatures checked, taken");
    const double push_ms = push.print("event file to store over loopback HTTP");
    pull.print("store to event file over loopback HTTP");
    fmt::print("ingest / SQLite alone {:.2f}, file to store / SQLite alone {:.2f}\n",
               ingest_ms / floor_ms, push_ms / floor_ms);
}

}  // namespace

}  // namespace stormote::testing

int main() {
    stormote::start_crypto();
    stormote::testing::run();
    return 0;
}
