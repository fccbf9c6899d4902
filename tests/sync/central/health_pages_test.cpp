#include "sync/central/health_pages.h"

#include <csignal>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/record/postgres_server.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

std::string ask(const ServedStore& harness, const std::string& request) {
    const RawClient client(harness.server->port());
    client.say(request);
    return client.hear_to_the_end();
}

std::string get(const ServedStore& harness, const std::string& path) {
    return ask(harness,
               "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

std::string body_of(const std::string& answer) {
    return answer.substr(answer.find("\r\n\r\n") + 4);
}

// What Prometheus' own reader finds in the text: a line for each sample, "NAME TYPE LABELS VALUE".
std::string read_metrics(const std::string& text) {
    constexpr const char *reader = R"python(
import sys
from prometheus_client.parser import text_string_to_metric_families
for family in text_string_to_metric_families(sys.stdin.read()):
    for sample in family.samples:
        labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items()))
        print(sample.name, family.type, labels or "-", sample.value)
)python";
    const Finished read = run_program({"/usr/bin/python3", "-c", reader}, {{}, "/", text});
    INFO(read.errors);
    REQUIRE(read.status == 0);
    return read.output;
}

// One that does nothing as long as this lives.
class StoppedProcess {
  public:
    explicit StoppedProcess(pid_t id) : id_(id) { ::kill(id_, SIGSTOP); }
    ~StoppedProcess() { ::kill(id_, SIGCONT); }
    StoppedProcess(const StoppedProcess&) = delete;
    StoppedProcess& operator=(const StoppedProcess&) = delete;

  private:
    pid_t id_;
};

bool has_line(const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a server says that it lives and that its store answers, without a token") {
    ServedStore harness;
    for (const std::string path : {"/health", "/ready"}) {
        const std::string answer = get(harness, path);
        INFO(answer);
        CHECK(answer.starts_with("HTTP/1.1 200 "));
        CHECK(answer.find("Content-Type: text/plain") != std::string::npos);
    }
    const std::string head =
        ask(harness, "HEAD /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200 "));
    CHECK(body_of(head).empty());
    CHECK(get(harness, "/ready/").starts_with("HTTP/1.1 426 "));
    // They are asked for, and told nothing.
    CHECK(ask(harness,
              "POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
              "Connection: close\r\n\r\n")
              .starts_with("HTTP/1.1 426 "));
}

TEST_CASE("a body that comes with a question after a server's health is not read") {
    ServedStore harness;
    const std::string answer = ask(
        harness, "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n");
    INFO(answer);
    CHECK(answer.starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a server counts what it did, in words that Prometheus reads and that name nobody") {
    ServedStore harness;
    const auto connection = harness.connect();
    const std::string token = harness.enrol(*connection);
    StoreClient client(*connection, some_event, token);
    SignedDevice device(some_event, harness.random);
    device.add_many(100);
    REQUIRE(client.push(device.all())->added == 101);
    REQUIRE(client.push(device.all())->known == 101);
    REQUIRE(client.pull(0, {}));
    REQUIRE_FALSE(StoreClient(*connection, some_event, "nobody's").status());
    const std::string answer = get(harness, "/metrics");
    CHECK(answer.find("Content-Type: text/plain; version=0.0.4") != std::string::npos);
    const std::string samples = read_metrics(body_of(answer));
    INFO(samples);
    const std::string of = "stormote_central_";
    CHECK(has_line(samples, of + "requests_total counter kind=push,status=200 2.0"));
    CHECK(has_line(samples, of + "requests_total counter kind=pull,status=200 1.0"));
    CHECK(has_line(samples, of + "requests_total counter kind=join,status=200 1.0"));
    CHECK(has_line(samples, of + "requests_total counter kind=status,status=401 1.0"));
    CHECK(has_line(samples, of + "refusals_total counter code=2,reason=unknown token 1.0"));
    CHECK(has_line(samples, of + "refusals_total counter code=12,reason=expired 0.0"));
    CHECK(has_line(samples, of + "operations_taken_total counter - 101.0"));
    CHECK(has_line(samples, of + "operations_put_aside_total counter - 0.0"));
    CHECK(has_line(samples, of + "connections gauge - 2.0"));
    CHECK(has_line(samples, of + "waiting_requests gauge - 0.0"));
    CHECK(has_line(samples, of + "held_bytes gauge - 0.0"));
    CHECK(has_line(samples, of + "database_connections gauge - 1.0"));
    CHECK(has_line(samples, of + "store_seconds_count histogram call=append 2.0"));
    CHECK(has_line(samples, of + "store_seconds_bucket histogram call=append,le=+Inf 2.0"));
    CHECK(has_line(samples, of + "build_info gauge version=" + STORMOTE_VERSION + " 1.0"));
    const std::string text = body_of(answer);
    for (const std::string& secret : {token, to_string(some_event), to_string(device.device()),
                                      std::string("device\""), std::string("127.0.0.1")}) {
        INFO(secret);
        CHECK(text.find(secret) == std::string::npos);
    }
}

TEST_CASE("a server whose database is away is not ready, lives, and says so once") {
    PostgresServer database;
    SeededRandom random(1);
    const auto store = open_store(database.make_database(), random).value();
    ManualClock clock(1'665'590'400'000);
    std::vector<std::string> log;
    CentralService service(*store, clock, random,
                           [&log](const Error& message) { log.push_back(message.english()); });
    const ConnectionTable connections({});
    const MemoryBudget memory(0);
    const HeldRequests held({});
    HealthPages pages(service, connections, memory, held);
    CHECK(pages.find("/ready")->status == 200);
    database.stop();
    // It is not asked again at once, however often somebody asks the server.
    CHECK(pages.find("/ready")->status == 200);
    clock.advance_ms(1'000);
    CHECK(pages.find("/ready")->status == 503);
    CHECK(pages.find("/health")->status == 200);
    CHECK(log.size() == 1);
    clock.advance_ms(1'000);
    CHECK(pages.find("/ready")->status == 503);
    database.start();
    CHECK(wait_until([&] {
        clock.advance_ms(1'000);
        return pages.find("/ready")->status == 200;
    }));
    CHECK(pages.find("/metrics")->text.find("stormote_central_database_connections 1\n") !=
          std::string::npos);
}

TEST_CASE("a server whose store takes too long to answer is not ready, whoever asks meanwhile") {
    PostgresServer database;
    const std::string address = database.make_database();
    SeededRandom random(1);
    const auto store = open_store(address, random).value();
    ManualClock clock(1'665'590'400'000);
    CentralService service(*store, clock, random);
    REQUIRE(service.is_ready());
    clock.advance_ms(1'000);
    std::optional<StoppedProcess> session(std::stoi(PostgresServer::execute(
        address, "SELECT pid FROM pg_stat_activity WHERE application_name = 'stormote-central'")));
    // One of them asks the store and is held up; the other is told what was so before.
    std::atomic<int> answered = 0;
    const auto ask = [&] {
        CHECK(service.is_ready());
        ++answered;
    };
    std::thread one(ask);
    std::thread other(ask);
    const bool is_held_up = wait_until([&] { return answered == 1; });
    clock.advance_ms(3'000);
    const bool is_ready_in_time = service.is_ready();
    clock.advance_ms(1);
    const bool is_ready_too_late = service.is_ready();
    session.reset();
    one.join();
    other.join();
    CHECK(is_held_up);
    CHECK(is_ready_in_time);
    CHECK_FALSE(is_ready_too_late);
    CHECK(service.is_ready());
}
