// Whose an event is, in every kind of store.
#include <sstream>

#include <catch2/catch.hpp>

#include "sync/central/cli/central_command.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};
constexpr std::int64_t now_ms = 1'665'590'400'000;

struct Harness {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    SystemRandom random;
    std::unique_ptr<Store> store = place.open(random);

    void add_municipality(const std::string& name) {
        auto owner = std::move(open_store(place.owner_url(), random)).value();
        REQUIRE(owner->add_municipality(name, {}, now_ms));
    }
};

}  // namespace

TEST_CASE("a store without municipalities takes every event as before") {
    Harness harness;
    REQUIRE(harness.store->settle_event(some_event, "", now_ms));
    REQUIRE(harness.store->settle_event(some_event, "", now_ms));
    REQUIRE(harness.store->municipalities().empty());
    REQUIRE(harness.store->invite(some_event, "entrance", Hash{1}, now_ms));
    REQUIRE(harness.store->enrolments().front().municipality.empty());
    // A slip does not make one.
    REQUIRE_FALSE(harness.store->settle_event(other_event, "sundsval", now_ms));
    REQUIRE_FALSE(harness.store->settle_event(some_event, "sundsval", now_ms));
}

TEST_CASE("an event belongs to the municipality that was said first, and keeps to it") {
    Harness harness;
    harness.add_municipality("sundsvall");
    harness.add_municipality("sundsvall");
    harness.add_municipality("ange");
    REQUIRE(harness.store->municipalities() == std::vector<std::string>{"ange", "sundsvall"});
    // Where there are several it has to be said.
    REQUIRE_FALSE(harness.store->settle_event(some_event, "", now_ms));
    REQUIRE(harness.store->settle_event(some_event, "sundsvall", now_ms));
    REQUIRE(harness.store->settle_event(some_event, "", now_ms));
    REQUIRE(harness.store->settle_event(some_event, "sundsvall", now_ms));
    const auto moved = harness.store->settle_event(some_event, "ange", now_ms);
    REQUIRE_FALSE(moved);
    REQUIRE(moved.error().english().find("belongs to sundsvall") != std::string::npos);
    REQUIRE(harness.store->invite(some_event, "entrance", Hash{1}, now_ms));
    SignedDevice device(some_event, harness.random);
    static_cast<void>(harness.store->append(some_event, device.all(), {}, now_ms));
    REQUIRE(harness.store->events().front().municipality == "sundsvall");
    REQUIRE(harness.store->enrolments().front().municipality == "sundsvall");
}

TEST_CASE("the list of one municipality shows nothing of another") {
    Harness harness;
    harness.add_municipality("sundsvall");
    harness.add_municipality("ange");
    REQUIRE(harness.store->settle_event(some_event, "sundsvall", now_ms));
    REQUIRE(harness.store->settle_event(other_event, "ange", now_ms));
    for (const EventId& event : {some_event, other_event}) {
        REQUIRE(harness.store->invite(event, "entrance", hash_bytes(event.value.bytes), now_ms));
        SignedDevice device(event, harness.random);
        static_cast<void>(harness.store->append(event, device.all(), {}, now_ms));
    }
    Texts texts;
    const auto list = [&](std::vector<const char *> words) {
        std::ostringstream out;
        std::ostringstream messages;
        SystemClock own_clock;
        CentralContext context{out, messages, texts, own_clock, harness.random};
        words.insert(words.begin(), {"stormote-central", "list", "--store"});
        words.insert(words.begin() + 3, harness.place.url().c_str());
        const int status = run_central(static_cast<int>(words.size()), words.data(), context);
        return status == 0 ? out.str() : messages.str();
    };
    const std::string id = to_string(some_event);
    REQUIRE(list({"--municipality", "sundsvall"}) ==
            "municipality\tsundsvall\n"
            "event\t" +
                id +
                "\toperations\t1\tdevices\t1\tquarantined\t0\tmunicipality\tsundsvall\n"
                "device\t" +
                id + "\tentrance\tinvited\tmunicipality\tsundsvall\n");
    const std::string all = list({});
    REQUIRE(all.find(id) != std::string::npos);
    REQUIRE(all.find(to_string(other_event)) != std::string::npos);
    REQUIRE(list({"--municipality", "sundsval"}).find("no municipality sundsval") !=
            std::string::npos);
}
