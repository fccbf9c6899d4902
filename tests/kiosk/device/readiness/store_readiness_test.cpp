// What a central store answers before the doors open.
#include "kiosk/device/readiness/store_readiness.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/sync/desk_replica.h"
#include "sync/replication/exchange.h"
#include "sync/replication/token_file.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using Catch::Contains;
using testing::CentralHarness;
using testing::EventDesk;
using testing::TemporaryFolder;

TEST_CASE("a store that answers is ready once both sides have the same") {
    const TemporaryFolder folder;
    CentralHarness central(folder / "store");
    EventDesk event;
    event.add({"Åsa", "Öberg", "Eken"});
    const EventId id = event->event();
    StoreClient client = central.client(id, central.enrol(id, "first"));
    const auto asked = [&] {
        return ask_store(client,
                         {.url = "https://store", .event = id, .here = event->journal().heads()},
                         event.clock);
    };
    const ReadyPoint before = asked();
    CHECK(before.ready == Ready::look);
    CHECK_THAT(before.message.english(), Contains("and this device 0 of its."));
    CHECK(before.command_remedy->english() ==
          "Synchronise: stormote sync EVENT --central https://store");
    DeskReplica replica(*event);
    REQUIRE(Exchange(replica, client, event.clock).run());
    CHECK(asked().ready == Ready::yes);
    event.clock.advance_ms(90'000);
    const ReadyPoint late = asked();
    CHECK(late.ready == Ready::look);
    CHECK_THAT(late.message.english(), Contains("90 seconds"));
}

TEST_CASE("a store that does not take the device, or does not answer, is missing") {
    const TemporaryFolder folder;
    CentralHarness central(folder / "store");
    EventDesk event;
    const EventId id = event->event();
    StoreClient stranger = central.client(id, write_token(Token{}));
    const ReadyPoint unknown = ask_store(stranger, {.url = "", .event = id}, event.clock);
    CHECK(unknown.ready == Ready::no);
    CHECK_THAT(unknown.message.english(), Contains("does not know this device's token"));
    StoreToTry store{"http://127.0.0.1:9", {}, folder.path(), id};
    CHECK_THAT(try_store(store, event.clock).message.english(),
               Contains("This device has no access"));
    save_token(folder.path(), id, Token{});
    const ReadyPoint silent = try_store(store, event.clock);
    CHECK(silent.ready == Ready::no);
    CHECK_THAT(silent.message.english(), Contains("http://127.0.0.1:9 does not answer."));
    store.url = "ftp://store";
    CHECK_THAT(try_store(store, event.clock).message.english(),
               Contains("is not the address of a central store"));
    CHECK(no_store().ready == Ready::look);
}

}  // namespace stormote
