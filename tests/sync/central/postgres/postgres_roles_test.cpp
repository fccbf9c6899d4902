// A store's database: who may do what in it, how its tables come about, and where the password is.
#include <future>
#include <sstream>

#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "sync/central/postgres/postgres_versions.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/sync/central/cli/central_program.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t now_ms = 1'665'590'400'000;

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

// The SQL that the README gives, a block each.
std::vector<std::string> sql_of_readme() {
    const std::string page =
        to_string(read_file(fs::path(STORMOTE_SOURCES) / "sync" / "README.md"));
    std::vector<std::string> blocks;
    const std::string begin = "```sql\n";
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
        at += begin.size();
        blocks.push_back(page.substr(at, page.find("```", at) - at));
    }
    return blocks;
}

// One after the other: a database is not made within a transaction.
void execute_each(const std::string& address, const std::string& block) {
    std::istringstream statements(block);
    std::string statement;
    while (std::getline(statements, statement, ';')) {
        if (statement.find_first_not_of(" \n") == std::string::npos) continue;
        static_cast<void>(PostgresServer::execute(address, statement));
    }
}

}  // namespace

TEST_CASE("the role of the README serves, and can neither change nor drop what is kept") {
    PostgresServer& server = PostgresServer::shared();
    SystemRandom random;
    const std::string any = server.make_database();
    const std::vector<std::string> blocks = sql_of_readme();
    REQUIRE(blocks.size() >= 2);
    execute_each(any, blocks[0]);
    const std::string administrator = any.substr(0, any.rfind('/')) + "/stormote";
    const std::string owner = server.address(administrator, "stormote_owner");
    const std::string serving = server.address(administrator, "stormote");
    // It has nothing to serve yet, and may not make it.
    REQUIRE_FALSE(open_store(serving, random, MissingStore::refuse));
    REQUIRE_THROWS_AS(open_store(serving, random, MissingStore::make), MachineFailure);
    REQUIRE(*migrate_store(owner, random) == StoreMigration::made);
    REQUIRE(*migrate_store(owner, random) == StoreMigration::current);
    execute_each(owner, blocks[1]);

    const EventId event{Uuid{{1}}};
    const auto store = std::move(open_store(serving, random)).value();
    REQUIRE(store->warnings().empty());
    REQUIRE(store->invite(event, "entrance", Hash{1}, now_ms));
    REQUIRE(store->join(event, Hash{1}, Hash{2}, now_ms) == JoinOutcome::joined);
    SignedDevice device(event, random);
    device.add_about(AttendeeId{Uuid{{9}}}, AttendeeErased{"civil", Counted::yes});
    REQUIRE(store->append(event, device.all(), Hash{2}, now_ms).added == 2);
    REQUIRE(store->read(event, 0, {}).batch == device.all());
    store->destroy_erased(now_ms + 1'000'000'000);
    for (const char *sql :
         {"DROP TABLE stormote.operation", "ALTER TABLE stormote.operation DROP COLUMN body",
          "TRUNCATE stormote.operation", "CREATE TABLE stormote.other(x int)",
          "UPDATE stormote.about SET value = ''", "DELETE FROM stormote.migration",
          "CREATE TABLE public.other(x int)", "CREATE ROLE other",
          "DROP SCHEMA stormote CASCADE"}) {
        CAPTURE(sql);
        CHECK_THROWS(PostgresServer::execute(serving, sql));
    }
    // Whoever may more is warned of, and served.
    static_cast<void>(
        PostgresServer::execute(owner, "GRANT SELECT ON stormote.operation_written TO stormote"));
    REQUIRE(std::move(open_store(serving, random)).value()->warnings().size() == 1);
    REQUIRE(std::move(open_store(owner, random)).value()->warnings().size() == 1);
    REQUIRE(std::move(open_store(administrator, random)).value()->warnings().size() == 1);
}

TEST_CASE("a store of a newer version is left alone") {
    SystemRandom random;
    const std::string address = PostgresServer::shared().make_database();
    REQUIRE(*migrate_store(address, random) == StoreMigration::made);
    static_cast<void>(
        PostgresServer::execute(address, "INSERT INTO stormote.migration VALUES (1000)"));
    const auto opened = open_store(address, random);
    REQUIRE_FALSE(opened);
    REQUIRE(contains(opened.error().english(), "newer version"));
    REQUIRE_FALSE(migrate_store(address, random));
}

TEST_CASE("two that make a store at once make one, which keeps its id") {
    const std::string address = PostgresServer::shared().make_database();
    const auto open = [&address] {
        SystemRandom own_random;
        return std::move(open_store(address, own_random)).value();
    };
    auto other = std::async(std::launch::async, open);
    const auto first = open();
    const auto second = other.get();
    REQUIRE(first->status({}).store == second->status({}).store);
    REQUIRE(first->status({}).store != Uuid{});
    REQUIRE(PostgresServer::execute(address, "SELECT count(*) FROM stormote.migration") ==
            std::to_string(postgres_store_version));
    REQUIRE_FALSE(open()->is_new());
    REQUIRE(open()->status({}).store == first->status({}).store);
}

TEST_CASE("a password is taken from the configuration file, and is never repeated") {
    PostgresServer server;
    const std::string administrator = server.make_database();
    static_cast<void>(PostgresServer::execute(
        administrator,
        "CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'korsbar-7'; "
        "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO keeper', "
        "current_database()); END $$"));
    server.set_access("local all tester trust\nlocal all all scram-sha-256");
    server.restart();
    const std::string address = server.address(administrator, "keeper");
    const TemporaryFolder folder;
    const std::string file = (folder / "central.conf").string();
    const auto write = [&](const std::string& password) {
        write_file(file, "# of the store\nstore = " + address + "\npassword = " + password + "\n");
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    };
    CentralProgram central;
    SECTION("right") {
        write("korsbar-7");
        REQUIRE(central.run({"migrate", "--config", file}) == 0);
        REQUIRE(central.run({"list", "--config", file}) == 0);
        REQUIRE(contains(central.messages.str(), "Made a new store, " + address));
    }
    SECTION("wrong") {
        write("korsbar-8");
        REQUIRE(central.run({"list", "--config", file}) == 3);
        REQUIRE(contains(central.messages.str(), "password authentication failed"));
    }
    SECTION("missing") {
        REQUIRE(central.run({"list", "--store", address}) == 3);
        REQUIRE(contains(central.messages.str(), "~/.pgpass"));
    }
    SECTION("in an address") {
        const std::string open_address =
            "postgresql://keeper:korsbar-7@" + address.substr(address.find('@') + 1);
        REQUIRE(central.run({"list", "--store", open_address}) == 2);
        REQUIRE(central.run({"list", "--store", address + "?password=korsbar-7"}) == 2);
        REQUIRE(contains(central.messages.str(), "can be seen by others"));
    }
    SECTION("in a slip of an address") {
        REQUIRE(central.run({"list", "--store", "postgres:keeper:korsbar-7@x"}) == 2);
        REQUIRE(central.run({"list", "--store", "postgresql://keeper:korsbar-7%zz@x"}) == 2);
    }
    SECTION("in a file that everybody may read") {
        write("korsbar-7");
        fs::permissions(file, fs::perms(0644));
        REQUIRE(central.run({"list", "--config", file}) == 1);
        REQUIRE(contains(central.messages.str(), "may be read by everybody"));
    }
    SECTION("on a line that is not understood") {
        write_file(file, std::string_view("store = sqlite:x\npasword = korsbar-7\n"));
        fs::permissions(file, fs::perms(0600));
        REQUIRE(central.run({"list", "--config", file}) == 1);
        REQUIRE(contains(central.messages.str(), "Line 2 of"));
    }
    INFO(central.messages.str());
    CHECK_FALSE(contains(central.messages.str() + central.out.str(), "korsbar"));
}
