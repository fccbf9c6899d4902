// stormote-evening: plays an evening with the real programs, from the making of the event to the
// export, and writes down what people did and what they were shown.
#include <cstdio>
#include <exception>
#include <fstream>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "sync/base/version.h"
#include "tests/journeys/harness.h"
#include "tests/journeys/report.h"
#include "tests/journeys/scene.h"

namespace stormote {

namespace {

constexpr int exit_done = 0;
constexpr int exit_failed = 1;
constexpr int exit_usage = 2;
constexpr int exit_machine = 3;

constexpr std::string_view usage =
    "usage: stormote-evening --output DIRECTORY [--until WORDS] [--lists FOLDER]\n"
    "\n"
    "Plays an evening off-screen with stormote and stormote-kiosk, which lie beside this program.\n"
    "Pictures of each screen, the exports and report.md are written into DIRECTORY.\n"
    "--until ends with the first scene whose title holds WORDS; scenes follow on one another.\n"
    "--lists prepares the event from the lists and the page of settings in FOLDER, instead of\n"
    "taking the example event, and leaves out the film strips, which show no event.\n"
    "Exit status: 0 all went as expected, 1 a scene failed, 2 wrong usage, 3 a broken machine.\n"
    "\n"
    "example: stormote-evening --output build/evening\n";

PlayedScene play(const Scene& scene, Harness& harness) {
    PlayedScene fake{scene.title, {}};
    try {
        scene.play(harness, fake.note);
    } catch (const std::exception& failure) {
        fake.note.failure = failure.what();
        if (harness.has_kiosk()) fake.note.pictures.push_back(harness.take_picture("failed"));
    }
    fmt::print("{} {}\n", fake.note.failure ? "FAILED" : "passed", scene.title);
    if (fake.note.failure) fmt::print(stderr, "{}\n", *fake.note.failure);
    std::fflush(stdout);
    return fake;
}

struct Options {
    std::filesystem::path directory;
    std::string until;  // the first scene whose title holds it is the last one
    std::filesystem::path lists;
};

// Nothing: the call is wrong.
std::optional<Options> read_options(int count, char **words) {
    Options options;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view name = words[i];
        if (name == "--output") {
            options.directory = words[i + 1];
        } else if (name == "--until") {
            options.until = words[i + 1];
        } else if (name == "--lists") {
            options.lists = words[i + 1];
        } else {
            return std::nullopt;
        }
    }
    const bool is_paired = count % 2 == 1;
    return is_paired && !options.directory.empty() ? std::optional(options) : std::nullopt;
}

// Film strips show invented people, whatever the event is made from.
std::vector<std::vector<Scene>> scenes_of(const Options& options) {
    const bool is_prepared = !options.lists.empty();
    return {is_prepared ? prepared_opening_scenes() : opening_scenes(),
            entrance_scenes(),
            walk_in_scenes(),
            name_scenes(),
            stray_scan_scenes(),
            comfort_scenes(),
            staff_scenes(),
            way_scenes(),
            exit_feedback_scenes(),
            second_door_scenes(),
            table_scenes(),
            note_scenes(),
            organiser_scenes(),
            full_house_scenes(),
            closing_scenes(),
            reunion_scenes(),
            afterwards_scenes(),
            is_prepared ? std::vector<Scene>{} : film_strip_scenes(),
            ready_scenes()};
}

int play_evening(const Options& options) {
    Harness harness(options.directory);
    harness.set_prepared_lists(options.lists);
    const std::string_view last = options.until;
    std::vector<PlayedScene> fake;
    int failed_count = 0;
    bool has_ended = false;
    for (const auto& scenes : scenes_of(options)) {
        for (const Scene& scene : scenes) {
            if (has_ended) continue;
            fake.push_back(play(scene, harness));
            if (fake.back().note.failure) ++failed_count;
            has_ended =
                !last.empty() && std::string_view(scene.title).find(last) != std::string_view::npos;
        }
    }
    if (!last.empty() && !has_ended) {
        fmt::print(stderr, "No scene has \"{}\" in its title.\n", last);
        return exit_usage;
    }
    std::ofstream report(harness.directory() / "report.md");
    report << write_report(fake);
    report.close();
    if (!report) {
        fmt::print(stderr, "The report could not be written into {}.\n",
                   options.directory.string());
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
    const auto options = read_options(count, words);
    if (!options) {
        fmt::print(stderr, "{}", usage);
        return exit_usage;
    }
    try {
        return play_evening(*options);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "The evening could not be played: {}\n", failure.what());
        return exit_machine;
    }
}
