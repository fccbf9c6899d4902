// The files that make a machine a kiosk, against the programs and the script that they name.
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/skip.h"

using namespace stormote;

namespace {

const std::filesystem::path machine = std::filesystem::path(STORMOTE_SOURCES) / "assets/machine";

std::string read(const std::string& name) {
    std::ifstream stream(machine / name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// All `--option` words of the lines that match.
std::vector<std::string> options_in(const std::string& text, const std::string& line_start) {
    std::vector<std::string> options;
    std::istringstream lines(text);
    const std::regex option("--[a-z][a-z-]*");
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(line_start)) continue;
        for (std::sregex_iterator found(line.begin(), line.end(), option), end; found != end;
             ++found) {
            options.push_back(found->str());
        }
    }
    return options;
}

}  // namespace

TEST_CASE("the kiosk knows every option that the machine's unit and example give it") {
    const Finished help = run_program({program_directory() / "stormote-kiosk", "--help"});
    REQUIRE(help.status == 0);
    auto given = options_in(read("stormote-kiosk.service"), "ExecStart=");
    CHECK(given == std::vector<std::string>{"--keep-key"});
    const auto example = options_in(read("kiosk.conf"), "OPTIONS=");
    CHECK_FALSE(example.empty());
    given.insert(given.end(), example.begin(), example.end());
    for (const std::string& option : given) {
        INFO(option);
        CHECK(std::regex_search(help.output, std::regex(option + "[ ,=\n]")));
    }
}

TEST_CASE("the set-up of a machine is a whole script that installs every file beside it") {
    CHECK(run_program({"/bin/sh", "-n", machine / "set-up"}).status == 0);
    CHECK(run_program({machine / "set-up", "--help"}).status == 0);
    CHECK(run_program({machine / "set-up", "unknown"}).status == 2);
    const std::string script = read("set-up");
    for (const auto& entry : std::filesystem::directory_iterator(machine)) {
        const std::string name = entry.path().filename();
        if (name == "set-up" || name == "machine.md") continue;
        INFO(name);
        CHECK(std::regex_search(script, std::regex("install [^\n]* " + name + " /etc/")));
    }
}

TEST_CASE("a machine's printing system is told to throw away what it has printed") {
    const std::string script = read("set-up");
    CHECK(script.find("\nPreserveJobFiles No\nPreserveJobHistory 86400\n") != std::string::npos);
}

TEST_CASE("the kiosk's unit is as closed as it can be, and open where the kiosk needs it") {
    const std::string unit = read("stormote-kiosk.service");
    for (const char *line : {"NoNewPrivileges=yes", "CapabilityBoundingSet=", "UMask=0077",
                             "SystemCallFilter=@system-service", "SystemCallErrorNumber=EPERM"}) {
        INFO(line);
        CHECK(unit.find(std::string("\n") + line + "\n") != std::string::npos);
    }
    // Why: machine.md.
    for (const char *setting : {"PrivateDevices", "DeviceAllow", "ProtectClock", "PrivateUsers",
                                "ProtectHome", "PrivateNetwork", "ProcSubset"}) {
        INFO(setting);
        CHECK(unit.find(std::string("\n") + setting + "=") == std::string::npos);
    }
    CHECK(unit.find("\nSystemCallFilter=@setuid\n") != std::string::npos);
    if (!std::filesystem::exists("/usr/bin/systemd-analyze")) {
        return testing::note_skipped("systemd-analyze is not installed");
    }
    const Finished judged =
        run_program({"systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=50",
                     machine / "stormote-kiosk.service"});
    INFO(judged.output << judged.errors);
    CHECK(judged.status == 0);
}
