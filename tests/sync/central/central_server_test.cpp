#include "sync/central/central_server.h"

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/support/signed_device.h"
#include "tests/support/start_crypto.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};

// A plain socket, to say what no client of ours would.
class RawClient {
  public:
    explicit RawClient(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(socket_, reinterpret_cast<const sockaddr *>(&address), sizeof address) ==
                0);
    }
    ~RawClient() { close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void say(std::string_view text) const { send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
    [[nodiscard]] std::string hear() const {
        std::string text(4'096, '\0');
        const auto size = recv(socket_, text.data(), text.size(), 0);
        text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return text;
    }

  private:
    int socket_;
};

struct Stage {
    TemporaryFolder folder;
    SeededRandom random{1};
    SystemRandom system_random;
    SystemClock clock;
    std::unique_ptr<Store> store =
        open_store("sqlite:" + (folder / "c.db").string(), random).value();
    CentralService service{*store, clock, system_random};
    std::unique_ptr<CentralServer> server = make();
    std::thread thread{[this] { server->run(); }};

    Stage() = default;
    ~Stage() {
        server->stop();
        thread.join();
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    std::unique_ptr<CentralServer> make() {
        auto made = CentralServer::create(service, {"127.0.0.1:0", "", ""});
        REQUIRE(made);
        return std::move(made).value();
    }
    std::unique_ptr<StoreConnection> connect(int attempts = 6) const {
        auto connection =
            connect_http("http://127.0.0.1:" + std::to_string(server->port()), {"", attempts});
        REQUIRE(connection);
        return std::move(connection).value();
    }
    std::string enrol(StoreConnection& connection) {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(some_event, "device", hash_bytes(secret)));
        const auto token = StoreClient(connection, some_event, "").join(secret);
        REQUIRE(token);
        return write_token(*token);
    }
};

}  // namespace

TEST_CASE("a client and a server exchange over a real connection") {
    Stage stage;
    const auto connection = stage.connect();
    StoreClient client(*connection, some_event, stage.enrol(*connection));
    SignedDevice device(some_event, stage.random);
    device.add_many(100);
    REQUIRE(client.push(device.all())->added == 101);
    REQUIRE(client.pull(0, {})->batch == device.all());
    REQUIRE(client.status()->heads.size() == 1);
}

TEST_CASE("bytes that are no batch, and bodies that are too large, are refused in words") {
    Stage stage;
    const auto connection = stage.connect();
    const std::string token = stage.enrol(*connection);
    Bytes rubbish(4'096);
    stage.random.fill(rubbish);
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

TEST_CASE("clients that are slow, or say nothing, do not stop others") {
    Stage stage;
    const auto connection = stage.connect();
    StoreClient client(*connection, some_event, stage.enrol(*connection));
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 60; ++i) {
        slow.push_back(std::make_unique<RawClient>(stage.server->port()));
        slow.back()->say("POST /v1/events HTTP/1.1\r\nContent-Length: 1000000\r\nX: ");
    }
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) REQUIRE(client.status());
    REQUIRE(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("what is no central store, or another version of one, is told apart") {
    Stage stage;
    RawClient old(stage.server->port());
    old.say("GET " + status_path(some_event) + " HTTP/1.1\r\nStormote-Protocol: 7\r\n\r\n");
    REQUIRE(old.hear().find("426") != std::string::npos);

    // A web server that knows nothing of us.
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(listener, reinterpret_cast<const sockaddr *>(&address), size) == 0);
    REQUIRE(listen(listener, 1) == 0);
    REQUIRE(getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0);
    std::thread stranger([listener] {
        const int client = accept(listener, nullptr, nullptr);
        char words[4096];
        static_cast<void>(recv(client, words, sizeof words, 0));
        const std::string_view answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello";
        send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
        close(client);
    });
    auto connection =
        connect_http("http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)), {"", 1});
    REQUIRE(connection);
    const auto status = StoreClient(*connection.value(), some_event, "").status();
    stranger.join();
    close(listener);
    REQUIRE_FALSE(status);
    REQUIRE(status.error().english().find("is not a central store") != std::string::npos);
}

TEST_CASE("a server that is away is tried again, and a server that comes back is found") {
    std::unique_ptr<StoreConnection> connection;
    std::string address;
    {
        Stage stage;
        connection = stage.connect();
        address = "127.0.0.1:" + std::to_string(stage.server->port());
    }
    TemporaryFolder folder;
    SystemRandom random;
    const SystemClock clock;
    auto store = open_store("sqlite:" + (folder / "c.db").string(), random);
    REQUIRE(store);
    CentralService service(*store.value(), clock, random);
    std::unique_ptr<CentralServer> server;
    std::thread late([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
        server = CentralServer::create(service, {address, "", ""}).value();
        server->run();
    });
    // An answer, if only that the token is unknown.
    const auto status = StoreClient(*connection, some_event, "x").status();
    server->stop();
    late.join();
    REQUIRE_FALSE(status);
    REQUIRE(status.error().english().find("token") != std::string::npos);
}

TEST_CASE("a server listens where it may, and says where it cannot") {
    Stage stage;
    const auto fails = [&stage](const ListenOptions& options, const std::string& words) {
        const auto made = CentralServer::create(stage.service, options);
        REQUIRE_FALSE(made);
        INFO(made.error().english());
        REQUIRE(made.error().english().find(words) != std::string::npos);
    };
    fails({"127.0.0.1:" + std::to_string(stage.server->port()), "", ""}, "another program");
    fails({"0.0.0.0:0", "", ""}, "other machines could listen in");
    fails({"[::]:0", "", ""}, "other machines could listen in");
    fails({"127.0.0.1", "", ""}, "not an address");
    fails({"127.0.0.1:99999", "", ""}, "not an address");
    fails({"127.0.0.1:0", "/nowhere.pem", "/nowhere.key"}, "cannot be used together");
}
