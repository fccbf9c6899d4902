// Watching a program from outside: its first pixels, and what its processes use. One thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/types.h>

#include "tests/support/display/touch_display.h"
#include "tests/support/machine/wait.h"

namespace stormote::testing {

using Clock = std::chrono::steady_clock;

inline double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Throws ExpectationFailure where it stays as it is.
inline void wait_for_pixel(const TouchDisplay& display, Point point, std::uint32_t other_than) {
    if (wait_until([&] { return display.pixel(point) != other_than; })) return;
    throw ExpectationFailure(
        fmt::format("Expected the pixel at {:.0f}, {:.0f} to change from "
                    "#{:06X} within {} s.",
                    point.x, point.y, other_than, patience.count() / 1000));
}

// The process and all that it started.
inline std::vector<pid_t> process_tree(pid_t root) {
    std::vector<pid_t> tree{root};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const auto tasks = std::filesystem::path("/proc") / std::to_string(tree[i]) / "task";
        std::error_code gone;
        for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
            std::ifstream children(task.path() / "children");
            for (pid_t child = 0; children >> child;) tree.push_back(child);
        }
    }
    return tree;
}

// Of all threads of these processes.
inline double processor_ms(const std::vector<pid_t>& processes) {
    double total_ms = 0;
    for (const pid_t process : processes) {
        const auto tasks = std::filesystem::path("/proc") / std::to_string(process) / "task";
        std::error_code gone;
        for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
            std::ifstream file(task.path() / "schedstat");
            double nanoseconds = 0;
            file >> nanoseconds;
            total_ms += nanoseconds / 1e6;
        }
    }
    return total_ms;
}

}  // namespace stormote::testing
