// The unit that runs the central store, against the program that it starts.
#include <fstream>
#include <iterator>
#include <regex>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"

using namespace stormote;

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
    CHECK(options == 4);
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
