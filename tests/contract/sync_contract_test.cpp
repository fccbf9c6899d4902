// The real programs over loopback: what a script may rely on.
#include <algorithm>
#include <csignal>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/relay.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// A central store that listens on a free port, and machines with a state of their own.
class Harness {
  public:
    Harness() { start(); }

    void start(const std::string& address = "127.0.0.1:0") {
        server_ = std::make_unique<Process>(
            std::vector<std::string>{program("stormote-central"), "serve", "--listen", address,
                                     "--store", store(), "--language", "en"});
        const std::string listening = "Listening on port ";
        if (!wait_until([&] { return server_->errors().find(listening) != std::string::npos; })) {
            FAIL("the server does not start: " << server_->errors());
        }
        const std::string errors = server_->errors();
        port_ = std::to_string(std::stoi(errors.substr(errors.find(listening) + 18)));
    }
    // The same port again, after stop() or kill().
    void restart() { start("127.0.0.1:" + port_); }
    int stop() {
        server_->send_signal(SIGTERM);
        return server_->wait().value_or(-1);
    }
    void kill() {
        server_->send_signal(SIGKILL);
        static_cast<void>(server_->wait());
    }

    static std::string program(const std::string& name) { return program_directory() / name; }
    [[nodiscard]] std::string store() const { return "sqlite:" + path("central.db"); }
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] std::string url(const Relay *relay = nullptr) const {
        return "http://127.0.0.1:" + (relay == nullptr ? port_ : std::to_string(relay->port()));
    }
    [[nodiscard]] int port() const { return std::stoi(port_); }

    // `stormote` on one of the machines.
    Finished run(const std::string& machine, std::vector<std::string> words,
                 const std::string& input = "", const std::string& folder = "") const {
        words.insert(words.begin(), program("stormote"));
        ProcessOptions options;
        if (!folder.empty()) options.working_directory = path(folder);
        options.environment = {{"STORMOTE_STATE", path(machine)}, {"STORMOTE_LANGUAGE", "en"}};
        options.standard_input = input;
        return run_program(words, options);
    }
    std::string must(const std::string& machine, const std::vector<std::string>& words) const {
        const Finished done = run(machine, words);
        INFO(done.errors);
        REQUIRE(done.status == 0);
        return done.output;
    }
    Finished central(std::vector<std::string> words) const {
        words.insert(words.begin(), program("stormote-central"));
        words.insert(words.end(), {"--store", store(), "--language", "en"});
        return run_program(words);
    }
    // The first line is the pairing text.
    std::string enrol(const std::string& event, const std::string& device) const {
        const Finished done = central({"enrol", "--event", event, "--device", device});
        INFO(done.errors);
        REQUIRE(done.status == 0);
        return done.output.substr(0, done.output.find('\n'));
    }
    // An event on the machine "organiser", pushed to the store.
    void publish(const std::string& people = "20") {
        must("organiser", {"demo", path("a"), "--people", people, "--no-passphrase"});
        write_file(path("token"), std::string_view(enrol(path("a"), "organiser")));
        must("organiser", {"sync", path("a"), "--central", url(), "--token-file", path("token")});
    }
    Finished join(const std::string& machine, const std::string& file, const std::string& pairing,
                  const Relay *relay = nullptr) const {
        return run(machine, {"join", path(file), "--central", url(relay), "--pairing", pairing,
                             "--no-passphrase"});
    }
    // A program on one of the machines that is not waited for, and reaches the store by a relay.
    [[nodiscard]] std::unique_ptr<Process> begin(const std::string& machine,
                                                 std::vector<std::string> words,
                                                 const Relay& relay) const {
        words.insert(words.begin(), program("stormote"));
        words.insert(words.end(), {"--central", url(&relay)});
        ProcessOptions options;
        options.environment = {{"STORMOTE_STATE", path(machine)}};
        return std::make_unique<Process>(words, options);
    }
    // Device, operations and head of every device, as `verify` prints them, in order.
    [[nodiscard]] std::vector<std::string> record(const std::string& machine,
                                                  const std::string& file) const {
        std::istringstream lines(must(machine, {"verify", path(file)}));
        std::vector<std::string> rows;
        std::string row;
        while (std::getline(lines, row)) rows.push_back(row);
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    [[nodiscard]] std::vector<std::string> tickets() const {
        std::istringstream lines(must("organiser", {"tickets", path("a"), "--text"}));
        std::vector<std::string> texts;
        std::string id;
        std::string name;
        std::string text;
        std::string rest;
        while (std::getline(lines, id, '\t') && std::getline(lines, name, '\t') &&
               std::getline(lines, text, '\t') && std::getline(lines, rest)) {
            texts.push_back(text);
        }
        return texts;
    }

  private:
    TemporaryFolder folder_;
    std::unique_ptr<Process> server_;
    std::string port_;
};

void require_refusal(const Finished& done, const std::string& words, int status = 1) {
    INFO(done.errors);
    REQUIRE(done.status == status);
    REQUIRE(done.errors.find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("two files that were synced through the store hold the same operations") {
    Harness harness;
    harness.publish();
    REQUIRE(harness.join("entrance", "b", harness.enrol(harness.path("a"), "entrance")).status ==
            0);
    const auto tickets = harness.tickets();
    REQUIRE(tickets.size() == 20);
    harness.must("organiser", {"check-in", harness.path("a"), tickets[0], tickets[1]});
    harness.must("entrance", {"check-in", harness.path("b"), tickets[1], tickets[2]});
    const std::vector<std::string> sync_first = {"sync", harness.path("a"), "--central",
                                                 harness.url()};
    const std::vector<std::string> sync_second = {"sync", harness.path("b"), "--central",
                                                  harness.url()};
    REQUIRE(harness.must("entrance", sync_second).starts_with("Sent 3 operations"));
    harness.must("organiser", sync_first);
    harness.must("entrance", sync_second);
    REQUIRE(harness.record("organiser", "a") == harness.record("entrance", "b"));
    // Again: nothing moves.
    const std::string nothing = "Sent 0 operations and received 0.\n";
    REQUIRE(harness.must("organiser", sync_first) == nothing);
    REQUIRE(harness.must("entrance", sync_second) == nothing);
    REQUIRE(harness.record("organiser", "a").size() == 2);
}

TEST_CASE("a pairing text works once, and a device that was revoked is told so") {
    Harness harness;
    harness.publish();
    const std::string pairing = harness.enrol(harness.path("a"), "entrance");
    REQUIRE(harness.join("entrance", "b", pairing).status == 0);
    require_refusal(harness.join("thief", "c", pairing), "used already");
    REQUIRE_FALSE(std::filesystem::exists(harness.path("c")));
    require_refusal(harness.join("thief", "c", pairing.substr(0, 40)), "not whole");
    REQUIRE(
        harness.central({"revoke", "--event", harness.path("a"), "--device", "entrance"}).status ==
        0);
    require_refusal(
        harness.run("entrance", {"sync", harness.path("b"), "--central", harness.url()}),
        "revoked");
    require_refusal(
        harness.central({"revoke", "--event", harness.path("a"), "--device", "entrance"}),
        "no active device");
    const Finished list = harness.central({"list"});
    REQUIRE(list.output.find("entrance\trevoked") != std::string::npos);
}

TEST_CASE("a wrong token, another event and a missing token are told apart") {
    Harness harness;
    harness.publish();
    write_file(harness.path("wrong"), std::string(43, 'A'));
    const std::vector<std::string> sync = {"sync", harness.path("a"), "--central", harness.url()};
    auto with_wrong = sync;
    with_wrong.insert(with_wrong.end(), {"--token-file", harness.path("wrong")});
    require_refusal(harness.run("organiser", with_wrong), "does not know this device's token");
    auto other = sync;
    harness.must("organiser", {"demo", harness.path("x"), "--people", "1", "--no-passphrase"});
    other[1] = harness.path("x");
    require_refusal(harness.run("organiser", other), "no access to the central store yet");
    write_file(harness.path("pair"), std::string_view(harness.enrol(harness.path("a"), "second")));
    other.insert(other.end(), {"--token-file", harness.path("pair")});
    require_refusal(harness.run("organiser", other), "another event");
}

TEST_CASE("an interrupted or failed join leaves nothing behind, and may be begun again") {
    Harness harness;
    harness.publish("400");
    const std::string pairing = harness.enrol(harness.path("a"), "entrance");
    REQUIRE(harness.stop() == 0);
    require_refusal(harness.join("entrance", "b", pairing), "does not answer");
    for (const std::string part : {"b", "b.joining", "b-wal", "b.joining-wal", "entrance"}) {
        INFO(part);
        REQUIRE_FALSE(std::filesystem::exists(harness.path(part)));
    }
    harness.restart();
    std::size_t whole = 0;
    {
        const Relay relay(harness.port());
        REQUIRE(
            harness.join("other", "c", harness.enrol(harness.path("a"), "other"), &relay).status ==
            0);
        whole = relay.passed_bytes();
    }
    // Killed at several moments: the file is whole, or not there, and the text still works.
    constexpr std::size_t moments = 6;
    for (std::size_t moment = 1; moment <= moments; ++moment) {
        const Relay relay(harness.port(), (whole - 1) * moment / moments);
        const auto joining = harness.begin(
            "entrance", {"join", harness.path("b"), "--pairing", pairing, "--no-passphrase"},
            relay);
        REQUIRE(wait_until([&] { return relay.is_holding(); }));
        joining->send_signal(SIGKILL);
        REQUIRE(joining->wait() == 128 + SIGKILL);
        if (std::filesystem::exists(harness.path("b"))) break;
    }
    if (!std::filesystem::exists(harness.path("b"))) {
        REQUIRE(harness.join("entrance", "b", pairing).status == 0);
    }
    REQUIRE_FALSE(std::filesystem::exists(harness.path("b.joining")));
    harness.must("entrance", {"sync", harness.path("b"), "--central", harness.url()});
    harness.must("organiser", {"sync", harness.path("a"), "--central", harness.url()});
    REQUIRE(harness.record("organiser", "a") == harness.record("entrance", "b"));
}

TEST_CASE("a server that is killed in the middle and started again loses nothing") {
    Harness harness;
    harness.must("organiser", {"demo", harness.path("a"), "--people", "3000", "--no-passphrase"});
    write_file(harness.path("token"),
               std::string_view(harness.enrol(harness.path("a"), "organiser")));
    // When little has reached it, and when much has.
    for (const std::size_t bytes : {std::size_t{20'000}, std::size_t{400'000}}) {
        const Relay relay(harness.port(), bytes);
        const auto syncing = harness.begin(
            "organiser", {"sync", harness.path("a"), "--token-file", harness.path("token")}, relay);
        REQUIRE(wait_until([&] { return relay.is_holding(); }));
        harness.kill();
        harness.restart();
        syncing->send_signal(SIGKILL);
        static_cast<void>(syncing->wait());
    }
    harness.must("organiser", {"sync", harness.path("a"), "--central", harness.url(),
                               "--token-file", harness.path("token")});
    const std::string pairing = harness.enrol(harness.path("a"), "entrance");
    REQUIRE(harness.join("entrance", "b", pairing).status == 0);
    harness.must("entrance", {"sync", harness.path("b"), "--central", harness.url()});
    harness.must("organiser", {"sync", harness.path("a"), "--central", harness.url()});
    REQUIRE(harness.record("organiser", "a") == harness.record("entrance", "b"));
    REQUIRE(harness.stop() == 0);
}

TEST_CASE("an event whose key the server never sees is joined with a key file") {
    Harness harness;
    harness.must("organiser", {"demo", harness.path("a"), "--people", "5", "--no-passphrase"});
    // The id stands in the name of the identity's folder.
    std::string event;
    for (const auto& entry : std::filesystem::directory_iterator(harness.path("organiser"))) {
        event = entry.path().filename().string().substr(0, 36);
    }
    write_file(harness.path("token"), std::string_view(harness.enrol(event, "organiser")));
    harness.must("organiser", {"sync", harness.path("a"), "--central", harness.url(),
                               "--token-file", harness.path("token")});
    const std::string pairing = harness.enrol(event, "entrance");
    require_refusal(harness.join("entrance", "b", pairing), "carries no key");
    harness.must("organiser", {"key", harness.path("a"), "-o", harness.path("key")});
    require_refusal(harness.run("organiser", {"key", harness.path("a"), "-o", harness.path("key")}),
                    "exists already");
    harness.must("entrance", {"join", harness.path("b"), "--central", harness.url(), "--pairing",
                              pairing, "--key-file", harness.path("key"), "--no-passphrase"});
    // Tickets of the one are tickets of the other.
    const std::string answer =
        harness.must("entrance", {"check-in", harness.path("b"), harness.tickets().front()});
    REQUIRE(answer.starts_with("admitted"));
}

TEST_CASE("a wrong address, an open network and a wrong certificate are told in words") {
    Harness harness;
    harness.publish("2");
    const auto sync = [&harness](const std::string& url) {
        return harness.run("organiser", {"sync", harness.path("a"), "--central", url});
    };
    require_refusal(sync("http://127.0.0.1:1"), "does not answer");
    require_refusal(sync("central"), "not the address of a central store");
    require_refusal(sync("http://central.example:8443"), "unprotected");
    require_refusal(harness.central({"serve", "--listen", "0.0.0.0:0"}), "other machines", 2);
    require_refusal(harness.central({"enrol", "--event", "nowhere", "--device", "x"}),
                    "neither an event file");
}

TEST_CASE("over HTTPS a certificate is checked, and the store's own may be given") {
    const TemporaryFolder folder;
    const std::string certificate = folder / "central.pem";
    const std::string key = folder / "central.key";
    const Finished made = run_program({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                                       "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out",
                                       certificate, "-days", "2", "-subj", "/CN=central", "-addext",
                                       "subjectAltName=IP:127.0.0.1"});
    INFO(made.errors);
    REQUIRE(made.status == 0);
    Harness harness;
    harness.publish("2");
    Process server({Harness::program("stormote-central"), "serve", "--listen", "0.0.0.0:0",
                    "--store", harness.store(), "--certificate", certificate, "--key", key,
                    "--language", "en"});
    const std::string listening = "Listening on port ";
    REQUIRE(wait_until([&] { return server.errors().find(listening) != std::string::npos; }));
    const std::string port =
        std::to_string(std::stoi(server.errors().substr(server.errors().find(listening) + 18)));
    const auto sync = [&](const std::string& host, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words = {"sync", harness.path("a"), "--central",
                                          "https://" + host + ":" + port};
        words.insert(words.end(), more.begin(), more.end());
        return harness.run("organiser", words);
    };
    // Numbers, because not every machine knows the name of its loopback.
    require_refusal(sync("127.0.0.1"), "not one that this machine trusts");
    require_refusal(sync("127.0.0.2", {"--certificate", certificate}), "not one that this machine");
    const Finished done = sync("127.0.0.1", {"--certificate", certificate});
    INFO(done.errors);
    REQUIRE(done.status == 0);
    require_refusal(sync("127.0.0.1", {"--certificate", key}), "contains no certificate");
    REQUIRE(sync("127.0.0.1", {"--pin-certificate", certificate}).status == 0);
    require_refusal(sync("127.0.0.1", {"--pin-certificate", key}), "contains no certificate");
    require_refusal(
        sync("127.0.0.1", {"--pin-certificate", certificate, "--certificate", certificate}),
        "Give one of them", 2);
}

TEST_CASE("a device that joined by a relative path goes on in its own name") {
    Harness harness;
    harness.publish("2");
    std::filesystem::create_directories(harness.path("desk/inner"));
    const std::string pairing = harness.enrol(harness.path("a"), "entrance");
    const Finished joined = harness.run(
        "entrance",
        {"join", "mote", "--central", harness.url(), "--pairing", pairing, "--no-passphrase"}, "",
        "desk");
    INFO(joined.errors);
    REQUIRE(joined.status == 0);
    const auto tickets = harness.tickets();
    harness.must("entrance", {"check-in", harness.path("desk/mote"), tickets[0]});
    REQUIRE(harness.run("entrance", {"check-in", "../mote", tickets[1]}, "", "desk/inner").status ==
            0);
    // The organiser's laptop and the entrance; nobody's ghost.
    CHECK(harness.record("entrance", "desk/mote").size() == 2);
}

TEST_CASE("only serve and enrol make a store, and they say so") {
    Harness harness;
    harness.must("organiser", {"demo", harness.path("a"), "--people", "2", "--no-passphrase"});
    const auto call = [&](std::vector<std::string> words, const std::string& file) {
        words.insert(words.begin(), Harness::program("stormote-central"));
        words.insert(words.end(), {"--store", "sqlite:" + harness.path(file), "--language", "en"});
        return run_program(words);
    };
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"list"},
          {"revoke", "--event", harness.path("a"), "--device", "entrance"}}) {
        const Finished refused = call(words, "typo.db");
        require_refusal(refused, "There is no store " + harness.path("typo.db"));
        require_refusal(refused, "stormote-central serve");
        CHECK_FALSE(std::filesystem::exists(harness.path("typo.db")));
        write_file(harness.path("empty.db"), std::string_view(""));
        require_refusal(call(words, "empty.db"), "is not a central store");
    }
    const std::vector<std::string> enrol = {"enrol", "--event", harness.path("a"), "--device"};
    const auto with = [&enrol](const std::string& device) {
        auto words = enrol;
        words.push_back(device);
        return words;
    };
    const std::string made = "Made a new store, " + harness.path("new.db");
    CHECK(call(with("one"), "new.db").errors.find(made) != std::string::npos);
    CHECK(call(with("two"), "new.db").errors.find(made) == std::string::npos);
    Process server({Harness::program("stormote-central"), "serve", "--listen", "127.0.0.1:0",
                    "--store", "sqlite:" + harness.path("served.db"), "--language", "en"});
    CHECK(wait_until([&] {
        return server.errors().find("Made a new store, " + harness.path("served.db")) !=
               std::string::npos;
    }));
}
