// The unit that serves the pages, against the program that it starts.
#include <fstream>
#include <iterator>
#include <regex>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/skip.h"

using namespace stormote;

namespace {

const std::filesystem::path web_unit =
    std::filesystem::path(STORMOTE_SOURCES) / "assets/web/stormote-web.service";

std::string read_web_unit() {
    std::ifstream stream(web_unit);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("the pages know every option that their unit gives them") {
    const Finished help = run_program({program_directory() / "stormote-web", "serve", "--help"});
    REQUIRE(help.status == 0);
    const std::string text = read_web_unit();
    const std::regex option("--[a-z][a-z-]*");
    int options = 0;
    std::string line;
    for (std::ifstream lines(web_unit); std::getline(lines, line);) {
        if (!line.starts_with("ExecStart=") && !line.starts_with("Environment=\"OPTIONS")) continue;
        for (std::sregex_iterator found(line.begin(), line.end(), option), end; found != end;
             ++found) {
            INFO(found->str());
            CHECK(std::regex_search(help.output, std::regex(found->str() + "[ ,=\n]")));
            ++options;
        }
    }
    CHECK(options == 2);
}

TEST_CASE("the unit of the pages shuts them into their own folder, without any right of root's") {
    const std::string text = read_web_unit();
    for (const std::string line :
         {"User=stormote-web", "ProtectSystem=strict",
          "StateDirectory=stormote-web stormote-web/events stormote-web/state", "UMask=0077",
          "NoNewPrivileges=yes", "CapabilityBoundingSet=", "PrivateDevices=yes",
          "RestrictAddressFamilies=AF_INET AF_INET6", "SystemCallFilter=@system-service",
          "MemoryMax=1G", "LimitCORE=0"}) {
        INFO(line);
        CHECK(text.find("\n" + line + "\n") != std::string::npos);
    }
    if (!std::filesystem::exists("/usr/bin/systemd-analyze")) {
        return testing::note_skipped("systemd-analyze is not installed");
    }
    const Finished judged = run_program(
        {"systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=20", web_unit});
    INFO(judged.output << judged.errors);
    CHECK(judged.status == 0);
}
