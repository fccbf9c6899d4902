// The unit that runs the central store, against the program that it starts.
#include <csignal>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/process.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const std::filesystem::path unit =
    std::filesystem::path(STORMOTE_SOURCES) / "assets/central/stormote-central.service";

std::string read_unit() {
    std::ifstream stream(unit);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("the central store knows every option that its unit gives it") {
    const Finished help =
        run_program({program_directory() / "stormote-central", "serve", "--help"});
    REQUIRE(help.status == 0);
    const std::string text = read_unit();
    std::smatch start;
    REQUIRE(std::regex_search(text, start, std::regex("\nExecStart=([^\n]*)\n")));
    const std::string line = start[1];
    const std::regex option("--[a-z][a-z-]*");
    int options = 0;
    for (std::sregex_iterator found(line.begin(), line.end(), option), end; found != end; ++found) {
        INFO(found->str());
        CHECK(std::regex_search(help.output, std::regex(found->str() + "[ ,=\n]")));
        ++options;
    }
    CHECK(options == 1);
}

TEST_CASE("the central store's unit shuts it into its own folder, without any right of root's") {
    const std::string text = read_unit();
    for (const std::string line :
         {"User=stormote-central", "ProtectSystem=strict", "StateDirectory=stormote-central",
          "UMask=0077", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "PrivateDevices=yes",
          "RestrictAddressFamilies=AF_INET AF_INET6", "SystemCallFilter=@system-service",
          "MemoryMax=1G", "LimitCORE=0"}) {
        INFO(line);
        CHECK(text.find("\n" + line + "\n") != std::string::npos);
    }
}

TEST_CASE("the central store takes everything from its configuration file, and logs for machines") {
    const TemporaryFolder folder;
    const std::string config = (folder / "central.conf").string();
    write_file(config, "# for a test\nlisten = 127.0.0.1:0\nstore = sqlite:" +
                           (folder / "central.db").string() + "\nlog = json\n");
    std::filesystem::permissions(config, std::filesystem::perms(0600));
    Process server({program_directory() / "stormote-central", "serve", "--config", config,
                    "--language", "en"});
    const auto lines = [&server] {
        std::vector<nlohmann::json> read;
        std::istringstream text(server.errors());
        for (std::string line; std::getline(text, line) && !text.eof();) {
            read.push_back(parse_json(line));
        }
        return read;
    };
    REQUIRE(wait_until([&] { return lines().size() == 2; }));
    CHECK(lines()[0]["message"].get<std::string>().starts_with("Made a new store, "));
    CHECK(lines()[1]["level"] == "info");
    const int port = lines()[1]["port"];
    const RawClient client(port);
    client.say(
        "GET /v1/nothing HTTP/1.1\r\nStormote-Protocol: 1\r\nHost: x\r\n"
        "Connection: close\r\n\r\n");
    CHECK(client.hear_to_the_end().starts_with("HTTP/1.1 404 "));
    REQUIRE(wait_until([&] { return lines().size() == 3; }));
    const auto refused = lines()[2];
    CHECK(refused["level"] == "warning");
    CHECK(refused["address"] == "127.0.0.1");
    CHECK(refused["code"] == 10);
    CHECK(refused["reason"] == "unknown path");
    CHECK_FALSE(refused.contains("event"));
    CHECK(refused["time"].get<std::string>().ends_with("Z"));
    server.send_signal(SIGTERM);
    REQUIRE(server.wait() == 0);
    CHECK(lines().back()["message"] == "Stopped.");
}

TEST_CASE("as many connections stand open as the configuration says") {
    const TemporaryFolder folder;
    const std::string config = (folder / "central.conf").string();
    write_file(config, "listen = 127.0.0.1:0\nconnections = 16\nstore = sqlite:" +
                           (folder / "central.db").string() + "\n");
    std::filesystem::permissions(config, std::filesystem::perms(0600));
    const Process server({program_directory() / "stormote-central", "serve", "--config", config,
                          "--language", "en"});
    const std::string listening = "Listening on port ";
    const auto port = [&] {
        const std::string words = server.errors();
        const auto at = words.find(listening);
        const bool is_whole = at != std::string::npos && words.find('\n', at) != std::string::npos;
        return is_whole ? std::stoi(words.substr(at + listening.size())) : 0;
    };
    REQUIRE(wait_until([&] { return port() != 0; }));
    std::vector<RawClient> clients;
    for (int i = 0; i < 17; ++i) clients.emplace_back(port());
    // The oldest is closed, long before its time to ask for something is over.
    CHECK(clients.front().hear().empty());
    CHECK(clients[1].is_left_waiting());
    CHECK(clients.back().is_left_waiting());
}

TEST_CASE("the configuration that comes with the program is understood as it is") {
    const TemporaryFolder folder;
    const std::string config = (folder / "central.conf").string();
    std::filesystem::copy_file(unit.parent_path() / "central.conf", config);
    std::filesystem::permissions(config, std::filesystem::perms(0600));
    const Finished done =
        run_program({program_directory() / "stormote-central", "serve", "--config", config,
                     "--store", "sqlite:" + (folder / "central.db").string(), "--listen",
                     "127.0.0.1:0", "--language", "en"});
    // Its certificate is nowhere but where systemd has put it.
    CHECK(done.status == 1);
    CHECK(done.errors.find("/run/credentials/stormote-central.service/central.pem") !=
          std::string::npos);
}
