#include "sync/journal/operation_table.h"

#include <catch2/catch.hpp>

#include "tests/support/bare_event_file.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t device_number = 7;

struct Rows : BareEventFile {
    explicit Rows(std::size_t people) {
        device.add_many(people);
        Transaction transaction(database);
        for (const Operation& operation : device.operations())
            table.insert(device_number, operation);
        transaction.commit();
    }

    OperationSeal seal{database, key, random};
    OperationTable table{database, seal};
    SignedDevice device{event, random};
};

}  // namespace

TEST_CASE("operations are read back as they were stored, from any number on") {
    Rows rows(4);
    const auto& stored = rows.device.operations();
    REQUIRE(rows.table.after(device_number, rows.device.device(), 0, 100) == stored);
    REQUIRE(rows.table.after(device_number, rows.device.device(), 2, 2) ==
            std::vector{stored[2], stored[3]});
    REQUIRE(rows.table.after(device_number, rows.device.device(), 5, 100).empty());
    REQUIRE(rows.table.after(device_number + 1, rows.device.device(), 0, 100).empty());
    REQUIRE(rows.table.link_at(device_number, 3)->chain_hash == stored[2].header.chain_hash);
    REQUIRE(rows.table.link_at(device_number, 3)->lamport == stored[2].header.lamport);
    REQUIRE_FALSE(rows.table.link_at(device_number, 6));
}

TEST_CASE("a reader goes through the devices one after the other") {
    Rows rows(1);
    SignedDevice other(rows.event, rows.random);
    rows.table.insert(device_number - 1, other.operations().front());
    OperationTable::Reader reader(rows.table);
    REQUIRE(reader.step());
    REQUIRE(reader.device_number() == device_number - 1);
    REQUIRE(*reader.read(other.device()) == other.operations().front());
    // Of another device's name it is no operation.
    REQUIRE_FALSE(reader.read(rows.device.device()).ok());
    REQUIRE(reader.step());
    REQUIRE(reader.device_number() == device_number);
    REQUIRE(reader.sequence() == 1);
    REQUIRE(reader.step());
    REQUIRE_FALSE(reader.step());
}

TEST_CASE("bodies are erased from a run that is longer than one piece, and headers stay") {
    Rows rows(1'100);
    rows.table.erase_bodies(device_number, rows.device.device(), [](const Operation& operation) {
        return operation.header.sequence % 2 == 0;
    });
    const auto left = rows.table.after(device_number, rows.device.device(), 0, 10'000);
    REQUIRE(left.size() == 1'101);
    for (std::size_t i = 0; i < left.size(); ++i) {
        REQUIRE(left[i].header == rows.device.operations()[i].header);
        REQUIRE(left[i].body.has_value() == (left[i].header.sequence % 2 != 0));
    }
}
