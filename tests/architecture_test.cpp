// The arrows of the house: who may include whom, and that every folder is a room in which one finds
// one's way. Linking alone does not stop a wrong arrow, because a header needs no library.
#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/machine/source_files.h"

using namespace stormote::testing;

namespace {

using Folders = std::set<std::string>;

// What a folder may include besides itself and what those that it names may include: an arrow to
// `sync/journal` is one to `sync/model` and `sync/base`, too.
const std::map<std::string, Folders> arrows{
    {"sync/base", {}},
    {"sync/model", {"sync/base"}},
    {"sync/ticket", {"sync/model"}},
    {"sync/journal/keys", {"sync/model"}},
    {"sync/journal/file", {"sync/model"}},
    {"sync/journal/drafts", {"sync/journal/file"}},
    {"sync/journal", {"sync/journal/keys", "sync/journal/drafts"}},
    {"sync/privacy", {"sync/model"}},
    {"sync/report", {"sync/privacy"}},
    {"sync/report/statistics", {"sync/report"}},
    {"sync/report/retention", {"sync/report/statistics"}},
    {"sync/report/personal", {"sync/report"}},
    {"sync/report/similar", {"sync/base"}},
    {"sync/replication", {"sync/journal"}},
    {"sync/http", {"sync/base"}},
    {"sync/central/store", {"sync/replication"}},
    {"sync/central/sqlite", {"sync/central/store"}},
    {"sync/central/postgres", {"sync/central/store"}},
    {"sync/central",
     {"sync/central/sqlite", "sync/central/postgres", "sync/http", "sync/ticket", "sync/report"}},
    {"sync/central/reporting", {"sync/central/store", "sync/report/statistics"}},
    {"sync/central/cli", {"sync/central", "sync/central/reporting"}},
    {"kiosk/groups/problem", {"sync/model"}},
    {"kiosk/groups/search", {"kiosk/groups/problem"}},
    {"kiosk/groups/door", {"kiosk/groups/search"}},
    {"kiosk/groups", {"kiosk/groups/door"}},
    {"kiosk/desk/search", {"sync/model"}},
    {"kiosk/desk",
     {"sync/journal", "sync/report", "sync/ticket", "kiosk/groups", "kiosk/desk/search"}},
    {"kiosk/desk/board", {"kiosk/desk"}},
    {"kiosk/desk/conflicts", {"kiosk/desk"}},
    {"kiosk/desk/evening", {"kiosk/desk", "sync/report/personal"}},
    {"kiosk/desk/notes", {"kiosk/desk", "sync/report/similar"}},
    {"kiosk/desk/sync", {"kiosk/desk", "sync/replication", "kiosk/documents/files"}},
    {"kiosk/hub", {"kiosk/desk/sync", "sync/central"}},
    {"kiosk/desk/retention", {"kiosk/desk/sync", "sync/report/retention"}},
    {"kiosk/desk/personal", {"kiosk/desk", "sync/report/personal"}},
    {"kiosk/lists/spreadsheet", {"sync/base"}},
    {"kiosk/lists", {"kiosk/lists/spreadsheet", "sync/report", "kiosk/groups"}},
    {"kiosk/lists/registrations", {"kiosk/lists"}},
    {"kiosk/lists/follow_up", {"kiosk/lists"}},
    {"kiosk/lists/answers", {"kiosk/lists"}},
    {"kiosk/lists/mails", {"kiosk/lists/registrations"}},
    {"kiosk/desk/lists", {"kiosk/desk", "kiosk/lists/registrations"}},
    {"kiosk/documents/files", {"sync/base"}},
    {"kiosk/documents/content", {"sync/base"}},
    {"kiosk/documents/word", {"kiosk/documents/content", "kiosk/documents/files"}},
    {"kiosk/documents/papers",
     {"kiosk/documents/content", "sync/report/personal", "sync/report/retention"}},
    {"kiosk/documents/pdf", {"kiosk/documents/content", "sync/ticket"}},
    {"kiosk/documents/spreadsheet", {"kiosk/lists", "sync/report/statistics"}},
    {"kiosk/documents",
     {"kiosk/documents/files", "kiosk/documents/pdf", "kiosk/documents/spreadsheet",
      "kiosk/documents/word", "kiosk/documents/papers"}},
    {"kiosk/documents/personal",
     {"kiosk/documents", "sync/report/personal", "sync/report/retention"}},
    {"kiosk/mail", {"kiosk/documents"}},
    {"kiosk/settings", {"kiosk/desk", "kiosk/lists", "kiosk/documents"}},
    {"kiosk/package", {"kiosk/desk", "kiosk/documents"}},
    {"kiosk/device/camera", {"sync/base"}},
    {"kiosk/device/scanner", {"sync/base"}},
    {"kiosk/device/audio", {"sync/base"}},
    {"kiosk/device/printer", {"kiosk/documents/pdf"}},
    {"kiosk/device/readiness",
     {"sync/report", "sync/replication", "kiosk/documents/files", "kiosk/device/camera",
      "kiosk/device/scanner", "kiosk/device/audio", "kiosk/device/printer"}},
    {"kiosk/ui/render", {"kiosk/documents/content", "kiosk/device/camera"}},
    {"kiosk/ui/platform", {"kiosk/ui/render", "kiosk/device/scanner"}},
    {"kiosk/ui/widgets", {"kiosk/ui/platform"}},
    {"kiosk/ui/accessibility", {"kiosk/ui/widgets", "kiosk/device/audio"}},
    {"kiosk/ui/shell", {"kiosk/ui/accessibility", "kiosk/documents"}},
    {"kiosk/ui/screens/common",
     {"kiosk/ui/shell", "kiosk/desk/board", "kiosk/desk/conflicts", "kiosk/desk/sync",
      "kiosk/device/printer"}},
    {"kiosk/ui/screens/common/cards", {"kiosk/ui/screens/common"}},
    {"kiosk/ui/screens/common/room", {"kiosk/ui/shell"}},
    {"kiosk/ui/screens/check_in", {"kiosk/ui/screens/common", "kiosk/ui/screens/common/room"}},
    {"kiosk/ui/screens/exit", {"kiosk/ui/screens/common"}},
    {"kiosk/ui/screens/table/pages", {"kiosk/ui/screens/common"}},
    {"kiosk/ui/screens/table",
     {"kiosk/ui/screens/table/pages", "kiosk/ui/screens/common/room", "kiosk/desk/evening",
      "kiosk/desk/notes"}},
    {"kiosk/ui/screens/board", {"kiosk/ui/screens/common", "kiosk/ui/screens/common/room"}},
    {"kiosk/ui/screens/readiness",
     {"kiosk/ui/screens/common", "kiosk/desk/evening", "kiosk/device/readiness"}},
    {"kiosk/ui/screens/personal",
     {"kiosk/ui/screens/common", "kiosk/desk/personal", "kiosk/desk/retention",
      "kiosk/documents/personal"}},
    {"kiosk/ui/screens/staff",
     {"kiosk/ui/screens/board", "kiosk/ui/screens/personal", "kiosk/ui/screens/readiness",
      "kiosk/lists"}},
    {"kiosk/ui/screens/conflicts", {"kiosk/ui/screens/common/cards"}},
    {"kiosk/ui/screens/follow_up",
     {"kiosk/ui/screens/common/cards", "kiosk/desk/notes", "kiosk/lists/follow_up"}},
    {"kiosk/ui/screens/settings", {"kiosk/ui/screens/common", "kiosk/settings"}},
    {"kiosk/ui/screens/wall",
     {"kiosk/ui/screens/common/cards", "kiosk/desk/evening", "kiosk/desk/notes"}},
    {"kiosk/ui/screens/pairing", {"kiosk/ui/screens/common"}},
    {"kiosk/ui/screens/organiser",
     {"kiosk/ui/screens/board", "kiosk/ui/screens/conflicts", "kiosk/ui/screens/follow_up",
      "kiosk/ui/screens/pairing", "kiosk/ui/screens/personal", "kiosk/ui/screens/readiness",
      "kiosk/ui/screens/settings", "kiosk/ui/screens/wall", "kiosk/desk/evening",
      "kiosk/desk/lists", "kiosk/package"}},
    {"kiosk/ui/screens/unlock", {"kiosk/ui/screens/check_in"}},
    {"kiosk/app",
     {"kiosk/desk/personal", "kiosk/desk/retention", "kiosk/ui/screens/check_in",
      "kiosk/ui/screens/exit", "kiosk/ui/screens/table", "kiosk/ui/screens/staff",
      "kiosk/ui/screens/organiser", "kiosk/ui/screens/unlock"}},
    {"kiosk/web/server", {"sync/http"}},
    {"kiosk/web/events", {"kiosk/desk"}},
    {"kiosk/web/pages",
     {"kiosk/web/accounts", "kiosk/web/events", "kiosk/web/server", "kiosk/desk/evening",
      "kiosk/desk/notes"}},
    {"kiosk/web/service", {"kiosk/web/pages"}},
    {"kiosk/web/cli", {"kiosk/web/service", "kiosk/desk/sync"}},
    {"kiosk/web/accounts", {"sync/journal/file"}},
    {"kiosk/cli",
     {"kiosk/desk/board", "kiosk/desk/sync", "kiosk/desk/lists", "kiosk/lists/answers",
      "kiosk/documents", "kiosk/package"}},
    {"kiosk/cli/demo", {"kiosk/cli"}},
    {"kiosk/cli/follow_up", {"kiosk/cli", "kiosk/cli/mail", "kiosk/lists/follow_up"}},
    {"kiosk/cli/guide", {"kiosk/cli"}},
    {"kiosk/cli/import", {"kiosk/cli", "kiosk/lists/mails"}},
    {"kiosk/cli/mail", {"kiosk/cli", "kiosk/mail"}},
    {"kiosk/cli/notes", {"kiosk/cli", "kiosk/desk/notes"}},
    {"kiosk/cli/package", {"kiosk/cli"}},
    {"kiosk/cli/personal",
     {"kiosk/cli", "kiosk/desk/personal", "kiosk/desk/retention", "kiosk/documents/personal"}},
    {"kiosk/cli/ready", {"kiosk/cli", "kiosk/device/readiness"}},
    {"kiosk/cli/retention", {"kiosk/cli", "kiosk/desk/retention"}},
    {"kiosk/cli/settings", {"kiosk/cli", "kiosk/settings"}},
};

// A folder of many more than 40 files is a heap.
constexpr std::size_t most_files = 42;

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
    return path.substr(0, path.rfind('/'));
}

std::string name_of(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

// Screens ask the desk; of the record they see what it says, not how it rests or travels.
bool is_hidden_from_screens(const std::string& header) {
    return header.starts_with("sync/") && !header.starts_with("sync/base/") &&
           !header.starts_with("sync/model/") && !header.starts_with("sync/privacy/");
}

// The folder and all that arrows lead to from it.
void add_reachable(const std::string& folder, Folders& reached) {
    if (!reached.insert(folder).second) return;
    for (const std::string& next : arrows.at(folder)) add_reachable(next, reached);
}

const Folders& reachable(const std::string& folder) {
    static std::map<std::string, Folders> known;
    Folders& reached = known[folder];
    if (reached.empty()) add_reachable(folder, reached);
    return reached;
}

struct Include {
    std::string header;
    bool is_ours = false;
};

std::vector<Include> includes_of(const SourceFile& file) {
    static const std::regex include(R"re((^|\n)\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::vector<Include> includes;
    for (std::sregex_iterator found(file.text.begin(), file.text.end(), include), end; found != end;
         ++found) {
        includes.push_back({(*found)[3], (*found)[2] == "\""});
    }
    return includes;
}

// The wrong arrows of one file, in words; none for a main.cpp, which wires everything.
std::vector<std::string> wrong_arrows(const SourceFile& file) {
    const std::string from = folder_of(file.path);
    if (!arrows.contains(from)) return {file.path + " lies in no folder of the house"};
    if (name_of(file.path) == "main.cpp") return {};
    const bool is_screen = from.starts_with("kiosk/ui") || from == "kiosk/app";
    std::vector<std::string> wrong;
    for (const Include& include : includes_of(file)) {
        const std::string& header = include.header;
        const bool is_right = include.is_ours ? reachable(from).contains(folder_of(header)) &&
                                                    !(is_screen && is_hidden_from_screens(header))
                              : is_screen ? !begins_with_any(header, waiting_headers)
                                          : !begins_with_any(header, screen_headers);
        if (!is_right) wrong.push_back(file.path + " includes " + header);
    }
    return wrong;
}

std::vector<SourceFile> programs() {
    std::vector<SourceFile> files = read_sources("sync");
    for (SourceFile& file : read_sources("kiosk")) files.push_back(std::move(file));
    return files;
}

std::map<std::string, std::size_t> count_by_folder(const std::vector<SourceFile>& files) {
    std::map<std::string, std::size_t> counts;
    for (const SourceFile& file : files) ++counts[folder_of(file.path)];
    return counts;
}

// Whether a header of the source's own name lies beside it, or a header names it as its source.
bool has_header(const SourceFile& source, const std::map<std::string, std::string>& headers) {
    const std::string own = source.path.substr(0, source.path.size() - 4) + ".h";
    if (headers.contains(own)) return true;
    const std::string name = name_of(source.path);
    return std::any_of(headers.begin(), headers.end(), [&](const auto& header) {
        return header.second.find(name) != std::string::npos;
    });
}

// The types that a header defines for everybody.
std::vector<std::string> types_of(const SourceFile& header) {
    static const std::regex type(
        R"(\n(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{)");
    std::vector<std::string> types;
    for (std::sregex_iterator found(header.text.begin(), header.text.end(), type), end;
         found != end; ++found) {
        types.push_back((*found)[1]);
    }
    return types;
}

}  // namespace

TEST_CASE("every include follows an arrow of the house") {
    const auto files = programs();
    REQUIRE(files.size() > 40);
    for (const SourceFile& file : files) {
        for (const std::string& words : wrong_arrows(file)) FAIL_CHECK(words);
    }
}

TEST_CASE("arrows run one way") {
    for (const auto& [folder, targets] : arrows) {
        CAPTURE(folder);
        for (const std::string& target : targets) {
            CAPTURE(target);
            REQUIRE(arrows.contains(target));
            REQUIRE_FALSE(reachable(target).contains(folder));
        }
    }
}

TEST_CASE("no folder is a heap of files") {
    std::vector<SourceFile> files = programs();
    for (SourceFile& file : read_sources("tests")) files.push_back(std::move(file));
    for (const auto& [folder, count] : count_by_folder(files)) {
        CAPTURE(folder);
        CHECK(count <= most_files);
    }
}

TEST_CASE("a source has a header of its own name, or is named by a header") {
    std::map<std::string, std::string> headers;
    const auto files = programs();
    for (const SourceFile& file : files) {
        if (file.path.ends_with(".h")) headers[file.path] = file.text;
    }
    for (const SourceFile& file : files) {
        if (!file.path.ends_with(".cpp") || name_of(file.path) == "main.cpp") continue;
        CAPTURE(file.path);
        CHECK(has_header(file, headers));
    }
}

// They are all in one namespace: of two types with one name, a program takes the functions of one
// for both, although no source ever sees the two.
TEST_CASE("no two headers give one name to two types") {
    std::map<std::string, std::string> header_of;
    for (const SourceFile& file : programs()) {
        if (!file.path.ends_with(".h")) continue;
        for (const std::string& type : types_of(file)) {
            const auto [first, is_new] = header_of.try_emplace(type, file.path);
            if (!is_new) FAIL_CHECK(type << " in " << first->second << " and " << file.path);
        }
    }
    CHECK(header_of.size() > 400);
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
    REQUIRE(is_wrong("kiosk/ui/screens/check_in/welcome.cpp", "\"sync/journal/file/sqlite.h\""));
    REQUIRE(is_wrong("kiosk/ui/screens/check_in/welcome.cpp", "<sqlite3.h>"));
    REQUIRE(is_wrong("kiosk/ui/screens/check_in/welcome.cpp", "<httplib.h>"));
    REQUIRE(is_wrong("kiosk/ui/platform/window.cpp", "<sys/socket.h>"));
    REQUIRE(is_wrong("kiosk/ui/render/painter.cpp", "\"kiosk/ui/widgets/ui.h\""));
    REQUIRE(
        is_wrong("kiosk/ui/screens/staff/staff.cpp", "\"kiosk/ui/screens/organiser/organiser.h\""));
    REQUIRE(is_wrong("kiosk/device/camera/camera.cpp", "\"sync/model/body.h\""));
    REQUIRE(is_wrong("kiosk/desk/desk.cpp", "<imgui.h>"));
    REQUIRE(is_wrong("kiosk/documents/pdf/label.cpp", "\"kiosk/desk/desk.h\""));
    REQUIRE(is_wrong("kiosk/cli/command.cpp", "<GLFW/glfw3.h>"));
    REQUIRE(is_wrong("kiosk/elsewhere/file.cpp", "<vector>"));
    REQUIRE_FALSE(is_wrong("kiosk/ui/render/painter.cpp", "<imgui.h>"));
    REQUIRE_FALSE(is_wrong("kiosk/app/main.cpp", "\"sync/journal/journal.h\""));
}
