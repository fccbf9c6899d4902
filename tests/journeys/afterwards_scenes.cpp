#include <fstream>
#include <iterator>

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

}  // namespace

std::vector<Scene> afterwards_scenes() {
    return {{"The people are counted", count_people},
            {"The attendance is exported", export_attendance}};
}

}  // namespace stormote
