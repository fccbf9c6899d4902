// Scene: one thing that happens on an evening, played by the real programs. A scene is a
// function: it does what a person does, checks what the person is shown, and notes both. Where
// something else comes than it expects, it throws ExpectationFailure.
//
// A new scene is written into a file of its theme and named in that theme's list.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/journeys/harness.h"

namespace stormote {

// A row of the report.
struct SceneNote {
    std::string who;
    std::string did;
    std::string screen_said;
    std::optional<Milliseconds> answered_after;
    std::vector<std::filesystem::path> pictures;  // within the evening's folder
    std::optional<std::string> failure;           // what was expected and what was seen
};

struct Scene {
    const char *title;
    void (*play)(Harness& harness, SceneNote& note);
};

// In the order in which they happen.
[[nodiscard]] std::vector<Scene> opening_scenes();
// Instead of those: the same evening made from nothing but lists and a page of settings.
[[nodiscard]] std::vector<Scene> prepared_opening_scenes();
[[nodiscard]] std::vector<Scene> entrance_scenes();
[[nodiscard]] std::vector<Scene> walk_in_scenes();
[[nodiscard]] std::vector<Scene> name_scenes();
[[nodiscard]] std::vector<Scene> way_scenes();
[[nodiscard]] std::vector<Scene> exit_feedback_scenes();
[[nodiscard]] std::vector<Scene> stray_scan_scenes();
[[nodiscard]] std::vector<Scene> comfort_scenes();
[[nodiscard]] std::vector<Scene> staff_scenes();
[[nodiscard]] std::vector<Scene> second_door_scenes();
[[nodiscard]] std::vector<Scene> table_scenes();
[[nodiscard]] std::vector<Scene> note_scenes();
[[nodiscard]] std::vector<Scene> organiser_scenes();
[[nodiscard]] std::vector<Scene> full_house_scenes();
[[nodiscard]] std::vector<Scene> closing_scenes();
[[nodiscard]] std::vector<Scene> reunion_scenes();
[[nodiscard]] std::vector<Scene> afterwards_scenes();
[[nodiscard]] std::vector<Scene> film_strip_scenes();
[[nodiscard]] std::vector<Scene> ready_scenes();

}  // namespace stormote
