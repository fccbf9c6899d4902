// The arrows of the house: who may include whom. Linking alone does not stop a wrong one, because
// a header needs no library.
#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/support/source_files.h"

using namespace stormote::testing;

namespace {

using Folders = std::set<std::string>;

// What each folder may include besides itself. Arrows run one way.
const std::map<std::string, Folders> allowed{
    {"sync/base", {}},
    {"sync/model", {"sync/base"}},
    {"sync/ticket", {"sync/base", "sync/model"}},
    {"sync/journal", {"sync/base", "sync/model"}},
    {"sync/report", {"sync/base", "sync/model", "sync/ticket", "sync/journal"}},
    {"sync/replication", {"sync/base", "sync/model", "sync/ticket", "sync/journal"}},
    {"sync/central",
     {"sync/base", "sync/model", "sync/ticket", "sync/journal", "sync/report", "sync/replication"}},
    {"kiosk/groups", {"sync/base", "sync/model"}},
    {"kiosk/desk",
     {"sync/base", "sync/model", "sync/ticket", "sync/journal", "sync/report", "sync/replication",
      "kiosk/groups"}},
    {"kiosk/device", {"sync/base"}},
    {"kiosk/ui", {"sync/base", "sync/model", "kiosk/desk", "kiosk/device"}},
    {"kiosk/organiser",
     {"sync/base", "sync/model", "sync/ticket", "sync/journal", "sync/report", "sync/replication",
      "kiosk/groups", "kiosk/desk"}},
};

// Headers of others, by the beginning of what is included: those of the window are for screens
// only, and those that wait for a disk or a network are not for screens.
constexpr std::array<const char *, 2> screen_headers{"imgui", "GLFW/"};
constexpr std::array<const char *, 8> waiting_headers{
    "sqlite3", "libpq", "httplib", "curl/", "sys/socket.h", "netinet/", "arpa/", "netdb.h"};

template <typename Beginnings>
bool begins_with_any(const std::string& header, const Beginnings& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&header](const char *beginning) { return header.starts_with(beginning); });
}

std::string folder_of(const std::string& path) {
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return path.substr(0, second);
}

// The wrong arrows of one file, in words; none for a main.cpp, which wires everything.
std::vector<std::string> wrong_arrows(const SourceFile& file) {
    std::vector<std::string> wrong;
    const std::string from = folder_of(file.path);
    if (file.path.ends_with("/main.cpp")) return wrong;
    const auto arrows = allowed.find(from);
    if (arrows == allowed.end()) return {file.path + " lies in no folder of the house"};
    static const std::regex include(R"re((^|\n)\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    for (std::sregex_iterator found(file.text.begin(), file.text.end(), include), end; found != end;
         ++found) {
        const std::string header = (*found)[3];
        const std::string words = file.path + " includes " + header;
        if ((*found)[2] == "\"") {
            const std::string to = folder_of(header);
            if (to != from && !arrows->second.contains(to)) wrong.push_back(words);
            continue;
        }
        const bool is_screen = from == "kiosk/ui";
        if (is_screen ? begins_with_any(header, waiting_headers)
                      : begins_with_any(header, screen_headers)) {
            wrong.push_back(words);
        }
    }
    return wrong;
}

std::vector<SourceFile> programs() {
    std::vector<SourceFile> files = read_sources("sync");
    for (SourceFile& file : read_sources("kiosk")) files.push_back(std::move(file));
    return files;
}

}  // namespace

TEST_CASE("every include follows an arrow of the house") {
    const auto files = programs();
    REQUIRE(files.size() > 40);
    for (const SourceFile& file : files) {
        for (const std::string& words : wrong_arrows(file)) FAIL_CHECK(words);
    }
}

TEST_CASE("a wrong arrow is seen, and so is a header that is not for everybody") {
    const auto is_wrong = [](const char *path, const char *include) {
        return !wrong_arrows({path, "#pragma once\n\n  # include " + std::string(include) + "\n"})
                    .empty();
    };
    REQUIRE_FALSE(is_wrong("sync/model/body.h", "\"sync/base/cbor.h\""));
    REQUIRE(is_wrong("sync/base/cbor.h", "\"sync/model/body.h\""));
    REQUIRE(is_wrong("sync/ticket/ticket_text.h", "\"sync/journal/journal.h\""));
    REQUIRE(is_wrong("sync/central/server.cpp", "\"kiosk/desk/desk.h\""));
    REQUIRE(is_wrong("kiosk/ui/welcome.cpp", "\"sync/journal/sqlite.h\""));
    REQUIRE(is_wrong("kiosk/ui/welcome.cpp", "<sqlite3.h>"));
    REQUIRE(is_wrong("kiosk/ui/welcome.cpp", "<httplib.h>"));
    REQUIRE(is_wrong("kiosk/ui/welcome.cpp", "<sys/socket.h>"));
    REQUIRE(is_wrong("kiosk/device/camera.cpp", "\"sync/model/body.h\""));
    REQUIRE(is_wrong("kiosk/desk/desk.cpp", "<imgui.h>"));
    REQUIRE(is_wrong("kiosk/organiser/command.cpp", "<GLFW/glfw3.h>"));
    REQUIRE(is_wrong("kiosk/elsewhere/file.cpp", "<vector>"));
    REQUIRE_FALSE(is_wrong("kiosk/ui/welcome.cpp", "<imgui.h>"));
    REQUIRE_FALSE(is_wrong("kiosk/ui/main.cpp", "\"sync/journal/journal.h\""));
}

TEST_CASE("no file is too long to be read in one go") {
    for (const SourceFile& file : programs()) {
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        CAPTURE(file.path, lines);
        CHECK(lines <= 400);
    }
}
