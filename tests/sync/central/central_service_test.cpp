#include "sync/central/central_service.h"

#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "sync/replication/store_client.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};

struct Harness {
    TemporaryFolder folder;
    SeededRandom random{1};
    ManualClock clock{1'665'590'400'000};
    std::unique_ptr<Store> store = open();
    CentralService service{*store, clock, random};
    ServiceConnection connection{service};

    std::unique_ptr<Store> open() {
        auto opened = open_store("sqlite:" + (folder / "central.db").string(), random);
        REQUIRE(opened);
        return std::move(opened).value();
    }
    PairingSecret invite(const EventId& event, const std::string& name) {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(event, name, hash_bytes(secret), clock.wall_ms()));
        return secret;
    }
    StoreClient enrolled(const EventId& event) {
        StoreClient client(connection, event, "");
        REQUIRE(client.join(invite(event, "device")));
        return client;
    }
    RefusalCode refusal(const StoreRequest& request) {
        const StoreResponse response = service.handle(request);
        REQUIRE(response.status != 200);
        const auto refusal = decode_refusal(response.body);
        REQUIRE(refusal);
        return refusal->code;
    }
};

}  // namespace

TEST_CASE("nobody without a token of the event gets anything") {
    Harness harness;
    SignedDevice device(other_event, harness.random);
    for (const std::string& token : {std::string(), std::string("x"), write_token({})}) {
        for (const auto& [method, path] : {std::pair{StoreMethod::get, status_path(some_event)},
                                           {StoreMethod::get, operations_path(some_event)},
                                           {StoreMethod::post, operations_path(some_event)},
                                           {StoreMethod::post, joined_path(some_event)}}) {
            REQUIRE(harness.refusal({method, path, "after=0", token, {}}) ==
                    RefusalCode::unknown_token);
        }
        REQUIRE(harness.service.most_body_bytes(operations_path(some_event), token) == 0);
    }
    StoreClient client = harness.enrolled(some_event);
    REQUIRE(client.status());
    const auto token = StoreClient(harness.connection, other_event, "")
                           .join(harness.invite(other_event, "device"));
    REQUIRE(token);
    REQUIRE(
        harness.refusal({StoreMethod::get, status_path(some_event), "", write_token(*token), {}}) ==
        RefusalCode::other_event);
}

TEST_CASE("a request that means nothing is told so") {
    Harness harness;
    const auto token =
        StoreClient(harness.connection, some_event, "").join(harness.invite(some_event, "device"));
    REQUIRE(token);
    const std::string text = write_token(*token);
    for (const std::string path : {"", "/", "/v1/events/", "/v1/events/x/status",
                                   "/v2/events/00000000-0000-0000-0000-000000000000/status"}) {
        REQUIRE(harness.refusal({StoreMethod::get, path, "", text, {}}) ==
                RefusalCode::unknown_path);
    }
    const std::string operations = operations_path(some_event);
    for (const std::string query : {"", "after=", "after=-1", "after=x", "after=1x",
                                    "after=99999999999999999999", "after=0&without=x"}) {
        REQUIRE(harness.refusal({StoreMethod::get, operations, query, text, {}}) ==
                RefusalCode::malformed);
    }
    Bytes rubbish(4'096);
    harness.random.fill(rubbish);
    REQUIRE(harness.refusal({StoreMethod::post, operations, "", text, rubbish}) ==
            RefusalCode::malformed);
    REQUIRE(harness.refusal({StoreMethod::post, operations, "", text,
                             Bytes(most_push_bytes + 1)}) == RefusalCode::too_large);
    REQUIRE(harness.refusal({StoreMethod::post, join_path(some_event), "", "", rubbish}) ==
            RefusalCode::malformed);
}

TEST_CASE("a device is told in words why it is turned away") {
    Harness harness;
    StoreClient client(harness.connection, some_event, "");
    const auto says = [](const auto& result, const std::string& words) {
        REQUIRE_FALSE(result);
        INFO(result.error().english());
        REQUIRE(result.error().english().find(words) != std::string::npos);
    };
    says(client.join({}), "does not know this pairing text");
    const PairingSecret secret = harness.invite(some_event, "entrance");
    says(StoreClient(harness.connection, other_event, "").join(secret), "another event");
    REQUIRE(client.join(secret));
    REQUIRE(client.confirm_joined());
    StoreClient second(harness.connection, some_event, "");
    says(second.join(secret), "used already");
    REQUIRE(harness.store->revoke(some_event, "entrance", harness.clock.wall_ms()));
    says(client.status(), "revoked");
    says(second.status(), "does not know this device's token");
}

TEST_CASE("the first push uses the pairing text up") {
    Harness harness;
    StoreClient client(harness.connection, some_event, "");
    const PairingSecret secret = harness.invite(some_event, "entrance");
    REQUIRE(client.join(secret));
    REQUIRE(client.join(secret));
    SignedDevice device(some_event, harness.random);
    REQUIRE(client.push(device.all())->added == 1);
    REQUIRE_FALSE(client.join(secret));
    REQUIRE(client.status()->heads.size() == 1);
    REQUIRE(client.status()->now_ms == harness.clock.wall_ms());
    REQUIRE(client.pull(0, {})->batch == device.all());
}
