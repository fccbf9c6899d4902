// What the commands of `stormote-central` print about a store, and what they refuse.
#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "sync/journal/file/sqlite.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"
#include "tests/sync/central/cli/central_program.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};

// A store with an event of one device, and another that a device is only invited to.
struct Harness {
    TemporaryFolder folder;
    std::string store = "sqlite:" + (folder / "central.db").string();
    SeededRandom random{1};
    SignedDevice device{some_event, random};
    CentralProgram central;

    Harness() {
        CentralHarness harness{folder / "central.db"};
        harness.clock().set_wall_ms(central.clock.wall_ms());
        device.add_many(2);
        StoreClient client = harness.client(some_event, harness.enrol(some_event, "entrance"));
        REQUIRE(client.push(device.all()));
        REQUIRE(harness.store().invite(other_event, "table", random.bytes<32>(), 1));
    }
    int run(std::vector<std::string> words) {
        words.insert(words.end(), {"--store", store});
        return central.run(words);
    }
    bool says(const std::string& words) const {
        return (central.out.str() + central.messages.str()).find(words) != std::string::npos;
    }
};

}  // namespace

TEST_CASE("the events of a store are listed, for people and for scripts") {
    Harness harness;
    REQUIRE(harness.run({"events"}) == 0);
    CHECK(harness.says(to_string(some_event) + "\t3\t1\t1\t0\t"));
    // Its pairing text was made long ago.
    CHECK(harness.says(to_string(other_event) + "\t0\t0\t0\t0\t0\t-\n"));
    harness.central.out.str("");
    REQUIRE(harness.run({"events", "--json"}) == 0);
    const auto json = parse_json(harness.central.out.str());
    const auto& event = json["events"][0];
    CHECK(event["event"] == to_string(some_event));
    CHECK(event["operations"] == 3);
    CHECK(event["devices"] == 1);
    CHECK(event["enrolled"] == 1);
    CHECK(event["put_aside"] == 0);
    CHECK(event["bytes"] > 300);
    CHECK(event["last_activity"].get<std::string>().ends_with("Z"));
    CHECK(json["events"][1]["last_activity"].is_null());
    CHECK(json["purged"].empty());
}

TEST_CASE("the devices of an event are listed, for people and for scripts") {
    Harness harness;
    REQUIRE(harness.run({"devices", "--event", to_string(some_event)}) == 0);
    CHECK(harness.says("entrance\t-\tjoined\t"));
    CHECK(harness.says(to_string(harness.device.device()) + "\t"));
    CHECK_FALSE(harness.says("table"));
    harness.central.out.str("");
    REQUIRE(harness.run({"devices", "--json", "--event", to_string(other_event)}) == 0);
    const auto json = parse_json(harness.central.out.str());
    CHECK(json["enrolments"][0]["name"] == "table");
    CHECK(json["enrolments"][0]["state"] == "expired");
    CHECK(json["enrolments"][0]["last_used"].is_null());
    CHECK(json["devices"].empty());
    CHECK(harness.run({"devices", "--event", to_string(EventId{Uuid{{3}}})}) == 1);
    CHECK(harness.says("knows no event"));
}

TEST_CASE("an event is purged also where the store's free space could not be cleared after it") {
    Harness harness;
    // What is due to be destroyed cannot be read.
    Database(harness.folder / "central.db", DatabaseMode::read_write)
        .execute(
            "INSERT INTO erasure(event, device, sequence, heard_ms) VALUES(x'01', x'02', 1, 0)");
    CHECK(harness.run({"purge", "--event", to_string(some_event), "--decision", "KS 2026/7",
                       "--now"}) == 0);
    CHECK(harness.says("Purged: 3 operations"));
    CHECK(harness.says("The program that serves the store does that by itself."));
}

TEST_CASE("a store that was put back is to be purged again, and migrated where that is due") {
    const StoreFixture place(StoreKind::postgres);
    const auto recover = [&place] {
        CentralProgram central;
        CHECK(central.run({"restore", "--store", place.owner_url(), "--recovered"}) == 0);
        return central.messages.str();
    };
    const auto says = [](const std::string& messages, const std::string& words) {
        return messages.find(words) != std::string::npos;
    };
    const std::string current = recover();
    CHECK(says(current, "purge again what was purged since, before the store is served"));
    CHECK(says(current, "The store may be served then."));
    place.execute(
        "DELETE FROM stormote.migration WHERE version = "
        "(SELECT max(version) FROM stormote.migration)");
    const std::string earlier = recover();
    CHECK(says(earlier, "stormote-central migrate --store STORE"));
    CHECK_FALSE(says(earlier, "may be served then"));
}

TEST_CASE("a purge says what stands in its way, and does nothing; with --now it notes that") {
    Harness harness;
    const std::vector<std::string> words{"purge", "--event", to_string(some_event), "--decision",
                                         "KS 2026/7"};
    CHECK(harness.run(words) == 1);
    CHECK(harness.says("No organiser has purged the event"));
    CHECK(harness.says("Nothing was purged."));
    REQUIRE(harness.run({"events"}) == 0);
    CHECK(harness.says(to_string(some_event) + "\t3\t"));
    harness.central.out.str("");
    auto now = words;
    now.emplace_back("--now");
    CHECK(harness.run(now) == 0);
    CHECK(harness.says("Purged: 3 operations, and every device's access. Noted as an override."));
    REQUIRE(harness.run({"events"}) == 0);
    CHECK_FALSE(harness.says(to_string(some_event) + "\t3\t"));
    CHECK(harness.says(to_string(some_event) + "\tpurged "));
    CHECK(harness.says("\tKS 2026/7\toverride\n"));
    CHECK(harness.run({"purge", "--event", to_string(some_event), "--decision", " "}) == 2);
    CHECK(harness.run({"purge", "--event", to_string(some_event)}) == 2);
    CHECK(harness.run({"enrol", "--event", to_string(some_event), "--device", "again"}) == 1);
}

TEST_CASE("a store is backed up and put back by the commands, and never overwritten") {
    Harness harness;
    const std::string copy = (harness.folder / "copy.db").string();
    REQUIRE(harness.run({"backup", "-o", copy}) == 0);
    CHECK(harness.run({"backup", "-o", copy}) == 1);
    CHECK(harness.run({"restore", "--from", copy}) == 1);
    CHECK(harness.run({"restore"}) == 2);
    CHECK(harness.run({"restore", "--from", copy, "--recovered"}) == 2);
    const std::string restored = "sqlite:" + (harness.folder / "restored.db").string();
    REQUIRE(harness.central.run({"restore", "--store", restored, "--from", copy}) == 0);
    harness.central.out.str("");
    REQUIRE(harness.central.run({"events", "--store", restored}) == 0);
    CHECK(harness.says(to_string(some_event) + "\t3\t"));
    CHECK(harness.run({"restore", "--recovered"}) == 0);
    CHECK(harness.central.run({"backup", "--store", "sqlite:", "-o", copy}) == 2);
}
