// Copies of a store: made while it is written to, put back, and what devices make of that.
#include "sync/central/store_copies.h"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

#include "sync/journal/file/sqlite.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
constexpr std::int64_t now_ms = 1'665'590'400'000;

// Where there is no store yet.
struct NewPlace {
    TemporaryFolder folder;
    std::string url;

    explicit NewPlace(StoreKind kind)
        : url(kind == StoreKind::sqlite ? "sqlite:" + (folder / "central.db").string()
                                        : PostgresServer::shared().make_database()) {}
    [[nodiscard]] std::unique_ptr<Store> open(Random& random) const {
        return std::move(open_store(url, random)).value();
    }
};

// Pushes batches of two operations to a store as long as it lives.
class Load {
  public:
    Load(const StoreFixture& place, Random& random)
        : store_(place.open(random)), device_(some_event, random) {
        device_.add_many(most_operations);
        thread_ = std::thread([this] { push(); });
    }
    ~Load() { end(); }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    void end() {
        is_over_ = true;
        if (thread_.joinable()) thread_.join();
    }
    [[nodiscard]] std::uint64_t pushed() const { return pushed_; }
    [[nodiscard]] const SignedDevice& device() const { return device_; }

  private:
    static constexpr std::size_t most_operations = 20'000;

    void push() {
        for (std::uint64_t first = 1; first < most_operations && !is_over_; first += 2) {
            const auto answer =
                store_->append(some_event, device_.batch(first, first + 1), {}, now_ms);
            if (answer.added != 2) break;
            pushed_ = first + 1;
        }
    }

    std::unique_ptr<Store> store_;
    SignedDevice device_;
    std::atomic<bool> is_over_ = false;
    std::atomic<std::uint64_t> pushed_ = 0;
    std::thread thread_;
};

void ask(Replica& replica, QuestionNumber number, const std::string& title) {
    const std::array bodies{
        Body{{}, ActingRole::organiser, QuestionDescribed{number, {{1, title}}}}};
    static_cast<void>(replica.desk().record(bodies));
}

std::string words_of(const Result<>& result) {
    return result ? "done" : result.error().english();
}

}  // namespace

TEST_CASE("a copy of a store that is being written to is of one moment, and whole") {
    const auto kind = GENERATE(StoreKind::sqlite, StoreKind::postgres);
    const StoreFixture place(kind);
    const TemporaryFolder folder;
    SeededRandom random(1);
    Load load(place, random);
    REQUIRE(wait_until([&] { return load.pushed() > 20; }));
    const std::uint64_t before = load.pushed();
    const auto copy = folder / "copy";
    const auto made = back_up_store(place.owner_url(), "", copy, now_ms);
    INFO(words_of(made));
    REQUIRE(made);
    const std::uint64_t after = load.pushed();
    load.end();
    CHECK((std::filesystem::status(copy).permissions() & std::filesystem::perms(077)) ==
          std::filesystem::perms::none);
    const NewPlace other(kind);
    const auto restored = restore_store(other.url, "", copy, random);
    INFO(words_of(restored));
    REQUIRE(restored);
    const auto store = other.open(random);
    REQUIRE_FALSE(store->is_new());
    const std::uint64_t held = store->events().at(0).operations;
    CHECK(held >= before);
    CHECK(held <= after + 2);
    CHECK(held % 2 == 0);
    // What came after the copy is pushed once more.
    const auto again =
        store->append(some_event, load.device().batch(1, load.pushed()), {}, now_ms + 1);
    CHECK(again.known == held);
    CHECK(again.added == load.pushed() - held);
    CHECK(store->status(some_event).heads == place.open(random)->status(some_event).heads);
}

TEST_CASE("devices bring a store that was put back what it lost, and hear all that it has") {
    const auto kind = GENERATE(StoreKind::sqlite, StoreKind::postgres);
    const StoreFixture place(kind);
    const NewPlace other(kind);
    const TemporaryFolder folder;
    SeededRandom random(3);
    Replica door(folder / "door", 1, now_ms);
    Replica table(folder / "table", 2, now_ms, door);
    const EventId event = door.desk().event();
    std::string door_token;
    std::string table_token;
    {
        CentralHarness central{StoreUrl{place.url()}};
        door_token = central.enrol(event, "door");
        table_token = central.enrol(event, "table");
        StoreClient door_client = central.client(event, door_token);
        StoreClient table_client = central.client(event, table_token);
        REQUIRE(door.exchange(door_client));
        REQUIRE(table.exchange(table_client));
        REQUIRE(back_up_store(place.owner_url(), "", folder / "copy", now_ms));
        central.clock().advance_ms(1);
        ask(door, 1, "After");
        REQUIRE(door.exchange(door_client));
        REQUIRE(table.exchange(table_client));
    }
    REQUIRE(restore_store(other.url, "", folder / "copy", random));
    // The clock of the new machine is behind: it gives positions that were given before.
    CentralHarness central{StoreUrl{other.url}};
    CHECK(central.store().status(event).store != place.open(random)->status(event).store);
    StoreClient door_client = central.client(event, door_token);
    StoreClient table_client = central.client(event, table_token);
    ask(table, 2, "Later");
    REQUIRE(table.exchange(table_client));
    REQUIRE(door.exchange(door_client));
    REQUIRE(table.exchange(table_client));
    CHECK(door.operations() == table.operations());
    CHECK(central.operations(event).size() == door.operations().size());
}

TEST_CASE("nothing is overwritten by a copy, nor by putting one back") {
    const StoreFixture place(GENERATE(StoreKind::sqlite, StoreKind::postgres));
    const TemporaryFolder folder;
    SeededRandom random(1);
    const auto id = place.open(random)->status(some_event).store;
    REQUIRE(back_up_store(place.owner_url(), "", folder / "copy", now_ms));
    const Bytes copy = read_file(folder / "copy");
    CHECK_FALSE(back_up_store(place.owner_url(), "", folder / "copy", now_ms));
    CHECK(read_file(folder / "copy") == copy);
    CHECK_FALSE(restore_store(place.owner_url(), "", folder / "copy", random));
    CHECK(place.open(random)->status(some_event).store == id);
    CHECK_FALSE(restore_store(place.owner_url(), "", folder / "none", random));
}

TEST_CASE("what is no copy is not put back, and nothing is left of it") {
    const NewPlace place(GENERATE(StoreKind::sqlite, StoreKind::postgres));
    const TemporaryFolder folder;
    SeededRandom random(1);
    write_file(folder / "copy", std::string_view("no copy of anything"));
    bool is_restored = true;
    try {
        is_restored = restore_store(place.url, "", folder / "copy", random).ok();
    } catch (const MachineFailure&) {
        is_restored = false;
    }
    CHECK_FALSE(is_restored);
    CHECK(place.open(random)->is_new());
}

TEST_CASE("a copy of a damaged store is not made") {
    const StoreFixture place(StoreKind::sqlite);
    const TemporaryFolder folder;
    SeededRandom random(1);
    {
        Load load(place, random);
        REQUIRE(wait_until([&] { return load.pushed() > 400; }));
    }
    const std::string file = place.url().substr(std::string("sqlite:").size());
    Bytes bytes = read_file(file);
    std::fill(bytes.begin() + 8'192, bytes.begin() + 16'384, std::uint8_t{0xA5});
    write_file(file, bytes);
    CHECK_THROWS_AS(back_up_store(place.owner_url(), "", folder / "copy", now_ms), MachineFailure);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a store that was put back by other means gets another id") {
    const NewPlace place(GENERATE(StoreKind::sqlite, StoreKind::postgres));
    SeededRandom random(1);
    CHECK_FALSE(renew_store(place.url, "", random));
    const auto before = place.open(random)->status(some_event).store;
    REQUIRE(renew_store(place.url, "", random));
    CHECK(place.open(random)->status(some_event).store != before);
}

TEST_CASE("a copy that was put back without an id of its own is told so, and gets one") {
    PostgresServer server;
    const std::string address = server.make_database();
    const std::string other = server.make_database();
    SeededRandom random(1);
    const auto id = open_store(address, random).value()->status(some_event).store;
    const TemporaryFolder folder;
    REQUIRE(back_up_store(address, "", folder / "copy", now_ms));
    // The database dies when the copy is in it, and before anything else is.
    const std::string path = std::getenv("PATH");
    write_file(folder / "pg_restore", "#!/bin/sh\nPATH=" + path +
                                          "\npg_restore \"$@\" || exit 1\nkill -QUIT $(head -1 " +
                                          (server.data() / "postmaster.pid").string() + ")\n");
    std::filesystem::permissions(folder / "pg_restore", std::filesystem::perms::owner_all);
    setenv("PATH", (folder.path().string() + ":" + path).c_str(), 1);
    const auto restored = restore_store(other, "", folder / "copy", random);
    setenv("PATH", path.c_str(), 1);
    REQUIRE_FALSE(restored);
    CHECK(restored.error().english().find("restore --store STORE --recovered") !=
          std::string::npos);
    server.restart();
    CHECK(open_store(other, random).value()->status(some_event).store == id);
    REQUIRE(renew_store(other, "", random));
    CHECK(open_store(other, random).value()->status(some_event).store != id);
}

TEST_CASE("a database's own programs take the password from the configuration") {
    PostgresServer server;
    const std::string administrator = server.make_database();
    SeededRandom random(1);
    REQUIRE(open_store(administrator, random));
    static_cast<void>(PostgresServer::execute(
        administrator, "CREATE ROLE keeper SUPERUSER LOGIN PASSWORD 'kors:bar\\7'"));
    server.set_access("local all tester trust\nlocal all all scram-sha-256");
    server.restart();
    const std::string address = server.address(administrator, "keeper");
    const TemporaryFolder folder;
    CHECK_THROWS_AS(back_up_store(address, "wrong", folder / "copy", now_ms), MachineFailure);
    CHECK(words_of(back_up_store(address, "kors:bar\\7", folder / "copy", now_ms)) == "done");
    CHECK(std::filesystem::exists(folder / "copy"));
}
