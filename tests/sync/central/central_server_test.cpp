#include "sync/central/central_server.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/wait.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE("a client and a server exchange over a real connection") {
    ServedStore harness;
    const auto connection = harness.connect();
    StoreClient client(*connection, some_event, harness.enrol(*connection));
    SignedDevice device(some_event, harness.random);
    device.add_many(100);
    REQUIRE(client.push(device.all())->added == 101);
    REQUIRE(client.pull(0, {})->batch == device.all());
    REQUIRE(client.status()->heads.size() == 1);
}

TEST_CASE("bytes that are no batch, and bodies that are too large, are refused in words") {
    ServedStore harness;
    const auto connection = harness.connect();
    const std::string token = harness.enrol(*connection);
    Bytes rubbish(4'096);
    harness.random.fill(rubbish);
    const StoreRequest request{StoreMethod::post, operations_path(some_event), "", token, rubbish};
    for (int i = 0; i < 3; ++i) {
        const auto response = connection->send(request);
        REQUIRE(response);
        REQUIRE(response->status == 400);
    }
    StoreRequest large = request;
    large.body.resize(most_push_bytes + 1);
    const auto refused = connection->send(large);
    REQUIRE(refused);
    REQUIRE(refused->status == 413);
    REQUIRE(decode_refusal(refused->body)->code == RefusalCode::too_large);
    // A stranger's large body is not kept either.
    large.token = "";
    large.body.resize(1U << 20);
    REQUIRE(connection->send(large)->status == 401);
    // The connection is as good as before.
    REQUIRE(StoreClient(*connection, some_event, token).status());
}

TEST_CASE("a body that is too large is refused for that, where the token is good") {
    ServedStore harness;
    const std::string token = harness.enrol(*harness.connect());
    const StoreRequest request{StoreMethod::post, operations_path(some_event), "", token,
                               Bytes(most_push_bytes + 1)};
    const auto response = harness.connect()->send(request);
    REQUIRE(response);
    CHECK(response->status == 413);
    CHECK(decode_refusal(response->body)->code == RefusalCode::too_large);
}

TEST_CASE("clients that are slow, or say nothing, do not stop others") {
    ServedStore harness;
    const std::string token = harness.enrol(*harness.connect());
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 60; ++i) {
        slow.push_back(std::make_unique<RawClient>(harness.server->port()));
        slow.back()->say("POST /v1/events HTTP/1.1\r\nContent-Length: 1000000\r\nX: ");
    }
    // Who comes after them.
    const auto connection = harness.connect(1);
    StoreClient client(*connection, some_event, token);
    for (int i = 0; i < 20; ++i) REQUIRE(client.status());
    // Nobody had to be shown out for that.
    for (const auto& waiting : slow) CHECK(waiting->is_left_waiting());
}

TEST_CASE("what is no central store, or another version of one, is told apart") {
    ServedStore harness;
    RawClient old(harness.server->port());
    old.say("GET " + status_path(some_event) +
            " HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 7\r\n\r\n");
    REQUIRE(old.hear().find("426") != std::string::npos);

    // A web server that knows nothing of us.
    const RawListener listener;
    std::thread stranger([&listener] {
        const RawClient client = listener.accept();
        static_cast<void>(client.hear());
        client.say("HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello");
        // Until the other side has read it and goes.
        static_cast<void>(client.hear());
    });
    const auto status = [&] {
        auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(listener.port()), {"", 1});
        REQUIRE(connection);
        return StoreClient(*connection.value(), some_event, "").status();
    }();
    stranger.join();
    REQUIRE_FALSE(status);
    REQUIRE(status.error().english().find("is not a central store") != std::string::npos);
}

TEST_CASE("a server that is away is tried again, and a server that comes back is found") {
    std::optional<RawListener> restarting(std::in_place);
    const std::string address = "127.0.0.1:" + std::to_string(restarting->port());
    // More attempts than a busy machine needs to start a server.
    auto connection = connect_http("http://" + address, {"", 10});
    REQUIRE(connection);
    TemporaryFolder folder;
    SystemRandom random;
    const SystemClock clock;
    auto store = open_store("sqlite:" + (folder / "c.db").string(), random);
    REQUIRE(store);
    CentralService service(*store.value(), clock, random);
    std::unique_ptr<CentralServer> server;
    std::thread late([&] {
        // The first attempt ends without an answer, and the next ones find nobody.
        static_cast<void>(restarting->accept().hear());
        restarting.reset();
        server = CentralServer::create(service, {address, "", ""}).value();
        server->run();
    });
    // An answer, if only that the token is unknown.
    const auto status = StoreClient(*connection.value(), some_event, "x").status();
    server->stop();
    late.join();
    REQUIRE_FALSE(status);
    REQUIRE(status.error().english().find("token") != std::string::npos);
}

TEST_CASE("where nobody listens, every attempt is made, with a longer pause before each") {
    const int nobodys = RawListener().port();
    auto connection = connect_http("http://127.0.0.1:" + std::to_string(nobodys), {"", 3});
    REQUIRE(connection);
    const auto start = std::chrono::steady_clock::now();
    const auto status = StoreClient(*connection.value(), some_event, "x").status();
    REQUIRE_FALSE(status);
    REQUIRE(status.error().english().find("does not answer") != std::string::npos);
    // The least that the two pauses take; a busy machine only makes it more.
    CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(100 + 200));
}

TEST_CASE("a server listens where it may, and says where it cannot") {
    ServedStore harness;
    const auto fails = [&harness](const ListenOptions& options, const std::string& words) {
        const auto made = CentralServer::create(harness.service, options);
        REQUIRE_FALSE(made);
        INFO(made.error().english());
        REQUIRE(made.error().english().find(words) != std::string::npos);
    };
    fails({"127.0.0.1:" + std::to_string(harness.server->port()), "", ""}, "another program");
    fails({"0.0.0.0:0", "", ""}, "other machines could listen in");
    fails({"[::]:0", "", ""}, "other machines could listen in");
    fails({"127.0.0.1", "", ""}, "not an address");
    fails({"127.0.0.1:99999", "", ""}, "not an address");
    fails({"127.0.0.1:0", "/nowhere.pem", "/nowhere.key"}, "cannot be used together");
}
