#include "sync/central/open_store.h"
#include "sync/central/postgres/pg_connection.h"
#include "sync/central/postgres/pg_copy.h"
#include "sync/central/store/store_rows.h"
#include "tests/bench/benches.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/store_fixture.h"

namespace stormote::testing {

namespace {

constexpr std::size_t row_count = 10'000;
constexpr int database_rounds = 7;

constexpr const char *plain_table =
    "CREATE TABLE public.plain(event bytea, device bytea, sequence bigint, header bytea, "
    "chain_hash bytea, body bytea, PRIMARY KEY(event, device, sequence))";

// Rows without a question asked, a transaction for each COPY: PostgreSQL's own floor.
void copy_plainly(PgConnection& connection, const EventId& event,
                  const std::vector<Operation>& operations) {
    PgCopy rows;
    for (const Operation& operation : operations) {
        rows.begin_row(6);
        rows.add(ByteView(event.value.bytes));
        rows.add(ByteView(operation.header.device.value.bytes));
        rows.add(static_cast<std::int64_t>(operation.header.sequence));
        rows.add(ByteView(encode_header_core(operation.header)));
        rows.add(ByteView(operation.header.chain_hash));
        rows.add(ByteView(join_body(*operation.body)));
    }
    connection.copy_in("COPY public.plain FROM STDIN (FORMAT binary)", rows.finish());
}

std::vector<Batch> batches_of(const SignedDevice& device, std::uint64_t size) {
    std::vector<Batch> batches;
    for (std::uint64_t first = 1; first <= row_count; first += size) {
        batches.push_back(
            device.batch(first, std::min<std::uint64_t>(row_count, first + size - 1)));
    }
    return batches;
}

void append_all(Store& store, const EventId& event, const std::vector<Batch>& batches) {
    for (const Batch& batch : batches) {
        static_cast<void>(store.append(event, batch, {}, 1'665'590'400'000));
    }
}

double rows_per_ms(const Samples& samples) {
    return static_cast<double>(row_count) * 1000 / samples.median();
}

}  // namespace

void measure_database(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("10,000 operations into PostgreSQL");
    SystemRandom random;
    PostgresServer server(std::filesystem::absolute(folder));
    const std::string address = server.make_database();
    PgConnection connection(*PgAddress::parse(address, ""));
    connection.execute(plain_table);
    const auto store = std::move(open_store(make_served_store(server, address), random)).value();
    Samples at_once;
    Samples large;
    Samples by_batches;
    Samples usual;
    for (int round = 0; round < database_rounds; ++round) {
        const EventId event{Uuid{random.bytes<16>()}};
        const EventId other{Uuid{random.bytes<16>()}};
        const EventId copied{Uuid{random.bytes<16>()}};
        SignedDevice device(event, random);
        SignedDevice other_device(other, random);
        device.add_many(row_count - 1);
        other_device.add_many(row_count - 1);
        const std::vector<Batch> usual_batches = batches_of(device, 500);
        const std::vector<Batch> large_batches = batches_of(other_device, most_pushed_operations);
        at_once.measure([&] { copy_plainly(connection, event, device.operations()); });
        large.measure([&] { append_all(*store, other, large_batches); });
        by_batches.measure([&] {
            for (const Batch& batch : usual_batches) {
                copy_plainly(connection, copied, batch.operations);
            }
        });
        usual.measure([&] { append_all(*store, event, usual_batches); });
    }
    Figures::times("limit: one COPY, nothing asked", at_once);
    Figures::times("taken by the store in batches of 4,000", large);
    Figures::times("limit: COPY in batches of 500, nothing asked", by_batches);
    Figures::times("taken by the store in batches of 500", usual);
    Figures::value("taken by the store, batches of 4,000", rows_per_ms(large), "operations/ms");
    figures.at_least("batches of 4,000, as a share of one COPY", at_once.median() / large.median(),
                     0.5, "times");
    figures.at_least("batches of 500, as a share of COPY in such batches",
                     by_batches.median() / usual.median(), 0.5, "times");
}

}  // namespace stormote::testing
