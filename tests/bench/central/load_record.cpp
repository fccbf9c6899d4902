#include "tests/bench/central/load_record.h"

#include <algorithm>
#include <thread>

#include "sync/central/postgres/pg_connection.h"
#include "sync/model/admission.h"
#include "tests/support/record/signed_device.h"

namespace stormote::testing {

namespace {

void make_kiosk(const LoadSize& size, Random& random, LoadKiosk& kiosk) {
    SignedDevice device(kiosk.event, random);
    device.add_many(size.operations - 1);
    kiosk.device = device.device();
    kiosk.token = random.bytes<32>();
    kiosk.secret = random.bytes<16>();
    for (std::size_t first = 1; first <= size.operations; first += size.batch) {
        const std::size_t last = std::min(size.operations, first + size.batch - 1);
        kiosk.pushes.push_back(encode_batch(device.batch(first, last)));
    }
}

}  // namespace

EventId make_rooted_event(Random& random) {
    return event_of_root(make_signing_keys(random).public_key);
}

LoadRecord make_load_record(const LoadSize& size) {
    SystemRandom random;
    LoadRecord record{size, std::vector<LoadKiosk>(size.kiosks)};
    EventId event;
    for (std::size_t i = 0; i < size.kiosks; ++i) {
        if (i % size.kiosks_of_event == 0) event = make_rooted_event(random);
        record.kiosks[i].event = event;
    }
    const std::size_t count = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < count; ++number) {
        threads.emplace_back([&record, &random, number, count] {
            for (std::size_t i = number; i < record.kiosks.size(); i += count) {
                make_kiosk(record.size, random, record.kiosks[i]);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    return record;
}

void enrol_kiosks(const LoadRecord& record, const std::string& database_address) {
    std::vector<Bytes> events;
    std::vector<std::optional<std::string>> names;
    std::vector<Bytes> secrets;
    std::vector<Bytes> tokens;
    const auto bytes = [](const auto& array) { return Bytes(array.begin(), array.end()); };
    for (std::size_t i = 0; i < record.kiosks.size(); ++i) {
        const LoadKiosk& kiosk = record.kiosks[i];
        events.push_back(bytes(kiosk.event.value.bytes));
        names.emplace_back("kiosk " + std::to_string(i));
        secrets.push_back(bytes(hash_bytes(kiosk.secret)));
        tokens.push_back(bytes(hash_bytes(kiosk.token)));
    }
    PgConnection connection(PgAddress::parse(database_address, "").value());
    connection.query(
        "INSERT INTO stormote.enrolment(event, name, secret_hash, token_hash, is_confirmed, "
        "created_ms, used_ms) SELECT *, true, $5, $5 FROM unnest($1::bytea[], $2::text[], "
        "$3::bytea[], $4::bytea[])",
        PgValues().add_all(events).add_all(names).add_all(secrets).add_all(tokens).add(
            SystemClock().wall_ms()));
}

}  // namespace stormote::testing
