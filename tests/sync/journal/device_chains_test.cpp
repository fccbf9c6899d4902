#include "sync/journal/device_chains.h"

#include <catch2/catch.hpp>

#include "sync/journal/operation_table.h"
#include "tests/support/bare_event_file.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Known : BareEventFile {
    OperationSeal seal{database, key, random};
    OperationTable table{database, seal};
    DeviceChains chains{database, table, event};
    SignedDevice device{event, random};

    // Stores the device's operations from one number to another.
    void take(std::uint64_t first, std::uint64_t last) {
        KnownDevice& known = chains.find_or_add(device.device());
        for (const Operation& operation : device.batch(first, last).operations) {
            table.insert(chains.number_of(known), operation);
            known.advance(operation);
            chains.raise_lamport(known.lamport);
        }
    }
};

}  // namespace

TEST_CASE("the chain hash is known at every operation and before it, and nowhere else") {
    Known known;
    known.device.add_many(2);
    known.take(1, 3);
    const DeviceId& id = known.device.device();
    const auto& operations = known.device.operations();
    REQUIRE_FALSE(known.chains.chain_hash_at(id, 0));
    REQUIRE(known.chains.chain_hash_at(id, 1) == operations[0].header.chain_hash);
    REQUIRE(known.chains.chain_hash_at(id, 3) == operations[2].header.chain_hash);
    REQUIRE_FALSE(known.chains.chain_hash_at(id, 4));
    REQUIRE_FALSE(known.chains.chain_hash_at(DeviceId{}, 1));
    REQUIRE(known.chains.link_before(id, 1)->chain_hash == chain_start(known.event, id));
    REQUIRE(known.chains.link_before(id, 2)->chain_hash == operations[0].header.chain_hash);
    REQUIRE(known.chains.link_before(id, 3)->lamport == operations[1].header.lamport);
    REQUIRE_FALSE(known.chains.link_before(id, 5));
}

TEST_CASE("what is learnt on a copy of the chains is not known to the original") {
    Known known;
    known.take(1, 1);
    known.device.add_many(1);
    DeviceChains copy = known.chains;
    {
        const Transaction transaction(known.database);
        const Operation& next = known.device.operations()[1];
        KnownDevice& device = copy.find_or_add(known.device.device());
        device.advance(next);
        copy.raise_lamport(device.lamport);
        static_cast<void>(copy.number_of(copy.find_or_add(DeviceId{})));
    }
    REQUIRE(copy.highest_lamport() == 2);
    REQUIRE(known.chains.highest_lamport() == 1);
    REQUIRE(known.chains.heads().size() == 1);
    REQUIRE(known.chains.heads().front().head.sequence == 1);
    // The number that the transaction took back is written when it is asked for again.
    static_cast<void>(known.chains.number_of(known.chains.find_or_add(DeviceId{})));
    REQUIRE(known.database.number("SELECT count(*) FROM device") == 2);
}

TEST_CASE("the devices of a file are found again under the numbers of their rows") {
    Known known;
    known.take(1, 1);
    const std::int64_t number = known.chains.find(known.device.device())->number;
    REQUIRE(number > 0);
    DeviceChains again(known.database, known.table, known.event);
    REQUIRE(again.read_devices().ok());
    REQUIRE(again.find_number(number)->device == known.device.device());
    REQUIRE(again.find_number(number)->head.sequence == 0);
    REQUIRE(again.find_number(number + 1) == nullptr);
    known.database.execute("INSERT INTO device(id) VALUES(x'00')");
    REQUIRE_FALSE(DeviceChains(known.database, known.table, known.event).read_devices().ok());
}
