// stormote-evening: plays an evening with the real programs, from the making of the event to the
// export, and writes down what people did and what they were shown.
#include <cstdio>
#include <exception>
#include <fstream>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "sync/base/version.h"
#include "tests/journeys/report.h"
#include "tests/journeys/scene.h"
#include "tests/journeys/stage.h"

namespace stormote {

namespace {

constexpr int exit_done = 0;
constexpr int exit_failed = 1;
constexpr int exit_usage = 2;
constexpr int exit_machine = 3;

constexpr std::string_view usage =
    "usage: stormote-evening --output DIRECTORY [--until WORDS]\n"
    "\n"
    "Plays an evening off-screen with stormote and stormote-kiosk, which lie beside this program.\n"
    "Pictures of each screen, the exports and report.md are written into DIRECTORY.\n"
    "--until ends with the first scene whose title holds WORDS; scenes follow on one another.\n"
    "Exit status: 0 all went as expected, 1 a scene failed, 2 wrong usage, 3 a broken machine.\n"
    "\n"
    "example: stormote-evening --output build/evening\n";

PlayedScene play(const Scene& scene, Stage& stage) {
    PlayedScene played{scene.title, {}};
    try {
        scene.play(stage, played.note);
    } catch (const std::exception& failure) {
        played.note.failure = failure.what();
        if (stage.has_kiosk()) played.note.pictures.push_back(stage.take_picture("failed"));
    }
    fmt::print("{} {}\n", played.note.failure ? "FAILED" : "passed", scene.title);
    if (played.note.failure) fmt::print(stderr, "{}\n", *played.note.failure);
    std::fflush(stdout);
    return played;
}

// Plays every scene, or up to the first one whose title holds `last`.
int play_evening(const std::filesystem::path& directory, std::string_view last) {
    Stage stage(directory);
    std::vector<PlayedScene> played;
    int failed_count = 0;
    bool has_ended = false;
    for (const auto& scenes :
         {opening_scenes(), entrance_scenes(), walk_in_scenes(), name_scenes(), stray_scan_scenes(),
          comfort_scenes(), staff_scenes(), way_scenes(), farewell_scenes(), second_door_scenes(),
          table_scenes(), organiser_scenes(), full_house_scenes(), reunion_scenes(),
          afterwards_scenes(), film_strip_scenes()}) {
        for (const Scene& scene : scenes) {
            if (has_ended) continue;
            played.push_back(play(scene, stage));
            if (played.back().note.failure) ++failed_count;
            has_ended =
                !last.empty() && std::string_view(scene.title).find(last) != std::string_view::npos;
        }
    }
    if (!last.empty() && !has_ended) {
        fmt::print(stderr, "No scene has \"{}\" in its title.\n", last);
        return exit_usage;
    }
    std::ofstream report(stage.directory() / "report.md");
    report << write_report(played);
    report.close();
    if (!report) {
        fmt::print(stderr, "The report could not be written into {}.\n", directory.string());
        return exit_machine;
    }
    return failed_count == 0 ? exit_done : exit_failed;
}

}  // namespace

}  // namespace stormote

int main(int count, char **words) {
    using namespace stormote;
    if (count == 2 && std::string_view(words[1]) == "--help") {
        fmt::print("{}", usage);
        return exit_done;
    }
    if (count == 2 && std::string_view(words[1]) == "--version") {
        fmt::print("stormote-evening {}\n", project_version());
        return exit_done;
    }
    const bool has_last = count == 5 && std::string_view(words[3]) == "--until";
    if ((count != 3 && !has_last) || std::string_view(words[1]) != "--output") {
        fmt::print(stderr, "{}", usage);
        return exit_usage;
    }
    try {
        return play_evening(words[2], has_last ? words[4] : "");
    } catch (const std::exception& failure) {
        fmt::print(stderr, "The evening could not be played: {}\n", failure.what());
        return exit_machine;
    }
}
