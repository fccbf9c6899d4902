// A byte that changed anywhere in an event file: what is read is what was written, or damage is
// reported. Never anything else.
#include <catch2/catch.hpp>

#include "sync/journal/file/sqlite.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

// A closed file of two devices, with an erased body, and what reading it gives.
struct Closed {
    Closed() {
        Machine other(folder / "other state", 2);
        {
            const Opening made = machine.create(file);
            register_people(*made, 40);
            const Opening joined = other.join(folder / "other.event", *made);
            register_people(*joined, 40);
            REQUIRE(accept(*made, pack(*joined)).ok());
            made->erase_bodies(
                [](const Operation& operation) { return operation.header.sequence == 7; });
            register_people(*made, 3);
        }
        content = read_file(file);
        operations = machine.read(file).operations;
        REQUIRE(operations.size() == 85);
    }

    TemporaryFolder folder;
    fs::path file = folder / "samråd.event";
    Machine machine{folder / "state"};
    Bytes content;
    std::vector<Operation> operations;
};

// Reads everything that an exchange would, after opening succeeded.
std::vector<Operation> read_by_device(const Journal& journal) {
    std::vector<Operation> operations;
    for (const DeviceHead& head : journal.heads()) {
        for (Operation& operation : journal.operations_after(head.device, 0, 1'000)) {
            operations.push_back(std::move(operation));
        }
    }
    return operations;
}

}  // namespace

TEST_CASE("one changed byte anywhere in the file never gives other operations") {
    Closed closed;
    SeededRandom random(6);
    const fs::path copy = closed.folder / "copy.event";
    std::size_t reported = 0;
    std::size_t intact = 0;
    for (std::size_t place = random.below(7); place < closed.content.size();
         place += 1 + random.below(place < 4'096 ? 3 : 23)) {
        Bytes changed = closed.content;
        changed[place] = static_cast<std::uint8_t>(changed[place] ^ (1 + random.below(255)));
        write_file(copy, ByteView(changed));
        const Opening opened = closed.machine.read(copy);
        CAPTURE(place, opened.error());
        if (!opened.ok()) {
            REQUIRE_FALSE(opened.error().empty());
            ++reported;
            continue;
        }
        REQUIRE(opened.operations == closed.operations);
        REQUIRE(read_by_device(*opened) == closed.operations);
        ++intact;
    }
    // Most of the file is operations; what is intact is free space and SQLite's own counters.
    REQUIRE(reported > 500);
    REQUIRE(intact > 50);
}

TEST_CASE("a record that says its body was erased is not believed without the event's key") {
    Closed closed;
    {
        Database database(closed.file, DatabaseMode::read_write);
        SECTION("empty") {
            database.execute("UPDATE operation SET sealed = x'' WHERE sequence = 5");
        }
        SECTION("another operation's") {
            database.execute(
                "UPDATE operation SET sealed = (SELECT sealed FROM operation WHERE sequence = 7) "
                "WHERE sequence = 5");
        }
        SECTION("cut off") {
            database.execute(
                "UPDATE operation SET sealed = substr(sealed, 1, 40) WHERE sequence = 5");
        }
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const Opening opened = closed.machine.read(closed.file);
    REQUIRE(opened.error().find("is damaged at operation 5") != std::string::npos);
    REQUIRE(opened.journal.error().kind == ErrorKind::machine);
}

TEST_CASE("operations that are gone, moved or added by hand are damage") {
    Closed closed;
    const auto [sql, words] = GENERATE(table<const char *, const char *>(
        {{"DELETE FROM operation WHERE device = 1 AND sequence = 12", "at operation 13"},
         {"DELETE FROM operation WHERE device = 1 AND sequence > 40", "at operation 41"},
         {"DELETE FROM operation WHERE device = 2", "at operation 1"},
         {"DELETE FROM device WHERE number = 2", "at operation 1"},
         {"UPDATE device SET number = 9 WHERE number = 1", "at operation 1"},
         {"UPDATE device SET id = randomblob(16) WHERE number = 1", "at operation 1"},
         {"UPDATE operation SET device = 7 WHERE device = 2", "at operation 1"},
         {"UPDATE operation SET sequence = 100 WHERE device = 1 AND sequence = 30",
          "at operation 31"},
         {"UPDATE operation SET chain_hash = zeroblob(32) WHERE device = 1 AND sequence = 3",
          "at operation 3"},
         {"UPDATE signature SET signature = randomblob(64)", "at operation"},
         {"UPDATE about SET value = randomblob(16) WHERE name = 'event'", "at operation 1"},
         {"DELETE FROM about WHERE name = 'key'", "not a Stormöte event file"},
         {"DROP TABLE operation", "could not be read"}}));
    {
        Database database(closed.file, DatabaseMode::read_write);
        database.execute(sql);
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const Opening opened = closed.machine.read(closed.file);
    CAPTURE(sql, opened.error());
    REQUIRE_FALSE(opened.ok());
    REQUIRE(opened.error().find(words) != std::string::npos);
}

TEST_CASE("a file that ends too early is damage") {
    Closed closed;
    for (const std::size_t pages : {1U, 2U, 4U, 8U}) {
        Bytes shorter = closed.content;
        shorter.resize(shorter.size() - pages * 4'096);
        write_file(closed.file, ByteView(shorter));
        const Opening opened = closed.machine.read(closed.file);
        CAPTURE(pages, opened.error());
        REQUIRE_FALSE(opened.ok());
    }
}
