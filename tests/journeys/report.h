// Report: what was played on an evening, as a page that people read (Markdown). Any thread.
#pragma once

#include <string>
#include <vector>

#include "tests/journeys/scene.h"

namespace stormote {

struct PlayedScene {
    std::string title;
    SceneNote note;
};

[[nodiscard]] std::string write_report(const std::vector<PlayedScene>& scenes);

}  // namespace stormote
