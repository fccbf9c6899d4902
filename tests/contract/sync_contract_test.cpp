// The real programs over loopback: what a script may rely on.
#include "tests/contract/store_and_machines.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

using Harness = StoreAndMachines;

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
