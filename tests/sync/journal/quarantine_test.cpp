#include "sync/journal/quarantine.h"

#include <set>

#include <catch2/catch.hpp>

#include "tests/support/bare_event_file.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Apart : BareEventFile {
    Apart() {
        device.add_many(2);
        clone.add_many(3);
    }

    OperationSeal seal{database, key, random};
    Quarantine quarantine{database, seal};
    SignedDevice device{event, random};
    SignedDevice clone = device.clone();
};

}  // namespace

TEST_CASE("what is kept apart is kept once, beside others of the same number") {
    Apart apart;
    const Operation& first = apart.device.operations()[1];
    const Operation& second = apart.clone.operations()[1];
    REQUIRE(first.header.chain_hash != second.header.chain_hash);
    REQUIRE(apart.quarantine.keep(first));
    REQUIRE(apart.quarantine.keep(second));
    REQUIRE_FALSE(apart.quarantine.keep(second));
    REQUIRE(apart.quarantine.keep(apart.clone.operations()[2]));
    const auto kept = apart.quarantine.operations();
    REQUIRE(kept.size() == 3);
    REQUIRE(kept.back() == apart.clone.operations()[2]);
    const auto links = apart.quarantine.links_at(apart.device.device(), 2);
    REQUIRE(links.size() == 2);
    REQUIRE(std::set{links[0].chain_hash, links[1].chain_hash} ==
            std::set{first.header.chain_hash, second.header.chain_hash});
    REQUIRE(links[0].lamport == first.header.lamport);
    REQUIRE(apart.quarantine.links_at(apart.device.device(), 4).empty());
    REQUIRE(apart.quarantine.links_at(DeviceId{}, 2).empty());
}

TEST_CASE("of what is kept apart, only the bodies that are erased go") {
    Apart apart;
    for (const Operation& operation : apart.clone.operations()) apart.quarantine.keep(operation);
    apart.quarantine.erase_bodies(
        [](const Operation& operation) { return operation.header.sequence == 3; });
    const auto kept = apart.quarantine.operations();
    REQUIRE(kept.size() == 4);
    for (const Operation& operation : kept) {
        REQUIRE(operation.body.has_value() == (operation.header.sequence != 3));
        REQUIRE(operation.header == apart.clone.operations()[operation.header.sequence - 1].header);
    }
}

TEST_CASE("a damaged row among what is kept apart is reported") {
    Apart apart;
    apart.quarantine.keep(apart.device.operations()[1]);
    apart.database.execute("UPDATE quarantine SET sequence = 3");
    REQUIRE_THROWS_AS(apart.quarantine.operations(), MachineFailure);
}
