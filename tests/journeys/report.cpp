#include "tests/journeys/report.h"

#include <algorithm>

#include <fmt/format.h>

namespace stormote {

namespace {

// A text as one cell of a table.
std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (std::size_t bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar)) {
        text.replace(bar, 1, "/");
    }
    return text;
}

std::string picture_links(const SceneNote& note) {
    std::string links;
    for (const auto& picture : note.pictures) {
        links += fmt::format("[{}]({}) ", picture.stem().string(), picture.string());
    }
    return links;
}

std::string row(const PlayedScene& scene) {
    const SceneNote& note = scene.note;
    const std::string duration =
        note.answered_after ? fmt::format("{} ms", note.answered_after->count()) : "";
    return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", cell(scene.title), cell(note.who),
                       cell(note.did), cell(note.screen_said), duration, picture_links(note),
                       note.failure ? "**FAILED**" : "passed");
}

std::string failures(const std::vector<PlayedScene>& scenes) {
    std::string text;
    for (const PlayedScene& scene : scenes) {
        if (!scene.note.failure) continue;
        text += fmt::format("- **{}**: {}\n", scene.title, *scene.note.failure);
    }
    return text.empty() ? text : "\n## What failed\n\n" + text;
}

std::string slowest_answer(const std::vector<PlayedScene>& scenes) {
    Milliseconds slowest{0};
    for (const PlayedScene& scene : scenes) {
        slowest = std::max(slowest, scene.note.answered_after.value_or(Milliseconds{0}));
    }
    return fmt::format("The slowest answer took {} ms, drawn in software on this machine.\n",
                       slowest.count());
}

}  // namespace

std::string write_report(const std::vector<PlayedScene>& scenes) {
    std::string text =
        "# An evening, played with the real programs\n\n"
        "A kiosk on an off-screen touchscreen of 1920x1080, used through its screen and its hand\n"
        "scanner. The time runs from the last key or tap to the answer on the screen.\n\n"
        "| scene | who | does | the screen says | after | pictures | |\n"
        "|---|---|---|---|---|---|---|\n";
    for (const PlayedScene& scene : scenes) text += row(scene);
    return text + '\n' + slowest_answer(scenes) + failures(scenes);
}

}  // namespace stormote
