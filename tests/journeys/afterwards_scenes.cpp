#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include <fmt/format.h>

#include "tests/journeys/scene.h"
#include "tests/support/machine/json.h"

namespace stormote {

namespace {

void count_people(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    const auto statistics = testing::parse_json(harness.run_stormote("statistics", {"--json"}));
    const auto counted = statistics.at("people_civil_society").get<std::size_t>() +
                         statistics.at("people_municipality").get<std::size_t>();
    note.did = fmt::format("asks for the statistics, which count {} people", counted);
    if (counted != harness.admitted_names.size()) {
        throw ExpectationFailure(fmt::format("Expected as many people as were let in, {}; saw {}.",
                                             harness.admitted_names.size(), counted));
    }
}

void export_attendance(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "exports the attendance as [attendance.csv](attendance.csv)";
    const auto path = harness.directory() / "attendance.csv";
    harness.run_stormote("export", {"attendance", "--format", "csv", "-o", path.string()});
    std::ifstream file(path, std::ios::binary);
    const std::string table{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& name : harness.admitted_names) {
        if (table.find(name) == std::string::npos) {
            throw ExpectationFailure(fmt::format(
                "Expected {}, who was let in, in attendance.csv; saw no such row.", name));
        }
    }
}

// Each export that the help names, with its formats, "csv, json, xlsx": the program's own list.
std::vector<std::pair<std::string, std::string>> offered_exports(Harness& harness) {
    static const std::regex entry(R"(^ +([a-z-]+): .*\(([a-z, ]+)\)$)");
    std::istringstream help(harness.run_stormote("export", {"--help"}));
    std::vector<std::pair<std::string, std::string>> exports;
    for (std::string line; std::getline(help, line);) {
        std::smatch found;
        if (std::regex_match(line, found, entry)) exports.emplace_back(found[1], found[2]);
    }
    return exports;
}

void export_everything(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    const auto folder = harness.directory() / "exports";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::size_t count = 0;
    for (const auto& [what, formats] : offered_exports(harness)) {
        // Nothing of the event is old enough to be destroyed yet.
        if (what == "protocol") continue;
        std::istringstream list(formats);
        for (std::string format; std::getline(list >> std::ws, format, ',');) {
            const auto file = folder / fmt::format("{}.{}", what, format);
            harness.run_stormote("export", {what, "--format", format, "-o", file.string()});
            if (std::filesystem::file_size(file) == 0) {
                throw ExpectationFailure(fmt::format("Expected words in {}.", file.string()));
            }
            ++count;
        }
    }
    note.did =
        fmt::format("exports all that the event gave, {} files in [exports](exports)", count);
    constexpr std::size_t least = 50;
    if (count < least) throw ExpectationFailure(fmt::format("Expected {} files or more.", least));
}

// What people say without their names lies beside the record until the meeting is ended, so that
// nobody is known by the moment at which it came.
void take_in_answers(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "takes in what was said without a name, now that the meeting is over";
    const std::string said = harness.run_stormote("release", {});
    // Two have answered the survey, and a comment is no answer.
    if (said.find("Svar: 2. Väntar ännu: 0.") == std::string::npos) {
        throw ExpectationFailure("Expected two people's answers; saw " + said);
    }
}

void close_event(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "writes the package for the archive, and has it and the event checked";
    const auto package = harness.directory() / "package.zip";
    std::filesystem::remove(package);
    harness.run_stormote("close", {"-o", package.string()});
    harness.run_stormote_on(package, "verify", {});
    harness.run_stormote("verify", {});
}

}  // namespace

std::vector<Scene> afterwards_scenes() {
    return {{"The people are counted", count_people},
            {"The attendance is exported", export_attendance},
            {"The answers are taken in", take_in_answers},
            {"Everything is exported", export_everything},
            {"The event is closed", close_event}};
}

}  // namespace stormote
