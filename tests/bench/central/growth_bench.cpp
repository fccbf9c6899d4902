// What one event costs at the central store as the store grows: the same events, in a store that
// holds nothing else and in one that holds many others. GROWTH_OPERATIONS says how many operations
// of others; the file gets a tenth of that.
#include <random>

#include <fmt/format.h>

#include "sync/central/open_store.h"
#include "sync/central/store_copies.h"
#include "tests/bench/benches.h"
#include "tests/bench/central/load_record.h"
#include "tests/bench/central/store_filling.h"
#include "tests/bench/numbers_asked.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/store_fixture.h"

namespace stormote::testing {

namespace {

constexpr std::size_t measured_events = 100;
constexpr std::size_t first_operations = 500;  // of each, before it is measured
constexpr std::size_t pushed_operations = 10;
constexpr int growth_rounds = 5;  // in each of which every event has its turn
constexpr std::int64_t growth_now_ms = 1'665'590'400'000;

struct GrowthTimes {
    Samples push;
    Samples pull;   // what was pushed
    Samples begin;  // the event's first page
};

// One store, with what is known of the measured events in it.
struct GrownStore {
    std::unique_ptr<Store> store;
    std::vector<std::uint64_t> positions;
    GrowthTimes times;
};

class MeasuredEvents {
  public:
    MeasuredEvents() {
        for (std::size_t i = 0; i < measured_events; ++i) {
            events_.push_back(make_rooted_event(random_));
            devices_.emplace_back(events_.back(), random_);
            devices_.back().add_many(first_operations - 1);
            order_.push_back(i);
        }
    }
    // As it was before others filled the store.
    void begin(GrownStore& grown) {
        grown.positions.resize(measured_events);
        for (std::size_t i = 0; i < measured_events; ++i) {
            static_cast<void>(
                grown.store->append(events_[i], devices_[i].all(), {}, growth_now_ms));
            grown.positions[i] = grown.store->read(events_[i], 0, {}).next;
        }
    }
    // Both stores in turns: whatever else the machine does hits them alike.
    void measure(GrownStore& one, GrownStore& other) {
        std::mt19937 chance(1);
        for (int round = 0; round < growth_rounds; ++round) {
            std::shuffle(order_.begin(), order_.end(), chance);
            for (const std::size_t at : order_) {
                SignedDevice& device = devices_[at];
                device.add_many(pushed_operations);
                const std::uint64_t last = device.operations().size();
                const Batch batch = device.batch(last - pushed_operations + 1, last);
                exchange(one, at, batch);
                exchange(other, at, batch);
            }
        }
    }

  private:
    void exchange(GrownStore& grown, std::size_t at, const Batch& batch) {
        Store& store = *grown.store;
        const EventId& event = events_[at];
        PushAnswer answer;
        grown.times.push.measure(
            [&] { answer = store.append(event, batch, {}, growth_now_ms + 1'000); });
        if (answer.added != batch.operations.size()) throw std::runtime_error("not all was taken");
        PullPage page;
        grown.times.pull.measure([&] { page = store.read(event, grown.positions[at], {}); });
        if (page.batch != batch) throw std::runtime_error("something else was read");
        grown.positions[at] = page.next;
        grown.times.begin.measure([&] { page = store.read(event, 0, {}); });
    }

    SystemRandom random_;
    std::vector<EventId> events_;
    std::vector<SignedDevice> devices_;
    std::vector<std::size_t> order_;
};

void print_growth(Figures& figures, const GrownStore& empty, const GrownStore& full,
                  std::size_t others) {
    const auto print = [&](const char *what, const Samples& before, const Samples& after) {
        Figures::times(fmt::format("{}, in a store of these events alone", what), before);
        Figures::times(fmt::format("{}, beside {} operations of others", what, others), after);
        figures.at_most(fmt::format("{}, as a share", what), after.median() / before.median(), 1.2,
                        "times");
    };
    print("a push of 10", empty.times.push, full.times.push);
    print("a pull of these", empty.times.pull, full.times.pull);
    print("the first page", empty.times.begin, full.times.begin);
}

// A device that comes to an event with very many operations, and writes and reads on.
GrowthTimes measure_large_event(Store& store, const EventId& event) {
    SystemRandom random;
    SignedDevice device(event, random);
    GrowthTimes times;
    std::uint64_t position = 0;
    for (int round = 0; round < 200; ++round) {
        if (round > 0) device.add_many(pushed_operations);
        const std::uint64_t last = device.operations().size();
        const Batch batch = device.batch(round == 0 ? 1 : last - pushed_operations + 1, last);
        const std::int64_t now_ms = growth_now_ms + 100'000'000'000 + round;
        times.push.measure([&] { static_cast<void>(store.append(event, batch, {}, now_ms)); });
        if (round > 0) {
            times.pull.measure([&] { static_cast<void>(store.read(event, position, {})); });
        }
        position = static_cast<std::uint64_t>(now_ms);
    }
    return times;
}

// A copy of the whole store, as `stormote-central backup` makes it.
void measure_copy(const std::string& database, const std::filesystem::path& folder) {
    const TemporaryFolder work(folder);
    const std::filesystem::path copy = work / "copy.db";
    Samples copying;
    copying.measure(
        [&] { static_cast<void>(back_up_store(database, "", copy, growth_now_ms).value()); });
    Figures::value("a copy of all of it is made in", copying.median() / 1e6, "s");
    Figures::value("the copy", static_cast<double>(std::filesystem::file_size(copy)) / 1e6, "MB");
}

void measure_database_growth(Figures& figures, const std::filesystem::path& folder,
                             std::size_t others) {
    Figures::section(fmt::format("One event in PostgreSQL beside {} operations", others));
    SystemRandom random;
    PostgresServer server(std::filesystem::absolute(folder));
    const std::string small = server.make_database();
    const std::string large = server.make_database();
    GrownStore empty{open_store(make_served_store(server, small), random).value(), {}, {}};
    GrownStore full{open_store(make_served_store(server, large), random).value(), {}, {}};
    MeasuredEvents events;
    events.begin(empty);
    events.begin(full);
    Samples filling;
    const EventId large_event = make_rooted_event(random);
    const std::size_t of_large = others / 10;
    filling.measure([&] {
        fill_database(large, {others - of_large});
        fill_database(large, {of_large, of_large}, &large_event);
    });
    // What autovacuum does in its time.
    for (const std::string& database : {small, large}) {
        PostgresServer::execute(database, "VACUUM ANALYZE");
        PostgresServer::execute(database, "CHECKPOINT");
    }
    const std::string bytes =
        PostgresServer::execute(large, "SELECT pg_database_size(current_database())");
    Figures::value("filled by COPY in", filling.median() / 1e6, "s");
    Figures::value("on the disk, indexes included", std::stod(bytes) / static_cast<double>(others),
                   "bytes an operation");
    events.measure(empty, full);
    print_growth(figures, empty, full, others);
    measure_copy(large, folder);
    const GrowthTimes times = measure_large_event(*full.store, large_event);
    Figures::times(fmt::format("a push of 10 to an event of {} operations", of_large), times.push);
    Figures::times("a pull of these", times.pull);
    figures.at_most("the push, as a share of one in the store of small events alone",
                    times.push.median() / empty.times.push.median(), 1.2, "times");
}

void measure_file_growth(Figures& figures, const std::filesystem::path& folder,
                         std::size_t others) {
    Figures::section(fmt::format("One event in an SQLite file beside {} operations", others));
    SystemRandom random;
    const TemporaryFolder work(folder);
    const std::filesystem::path large = work / "large.db";
    GrownStore empty{open_store("sqlite:" + (work / "small.db").string(), random).value(), {}, {}};
    GrownStore full{open_store("sqlite:" + large.string(), random).value(), {}, {}};
    MeasuredEvents events;
    events.begin(empty);
    events.begin(full);
    fill_file(large, {others});
    Figures::value(
        "on the disk",
        static_cast<double>(std::filesystem::file_size(large)) / static_cast<double>(others),
        "bytes an operation");
    events.measure(empty, full);
    print_growth(figures, empty, full, others);
}

}  // namespace

void measure_growth(Figures& figures, const std::filesystem::path& folder) {
    const std::size_t others = number_asked("GROWTH_OPERATIONS", 1'000'000);
    measure_database_growth(figures, folder, others);
    measure_file_growth(figures, folder, others / 10);
}

}  // namespace stormote::testing
