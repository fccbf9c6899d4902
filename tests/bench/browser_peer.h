// Browser peer: the kiosk's on-screen keyboard as a page in Chromium's kiosk mode, measured in the
// same way on the same touchscreen. Only where Chromium is installed. One thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "tests/bench/figures.h"

namespace stormote::testing {

struct BrowserFigures {
    Samples starts;  // microseconds, as all samples
    Samples taps;
    double idle_per_cent = 0;  // of one core
    double memory_mb = 0;      // PSS of all its processes
};

// Profiles lie in `folder`.
[[nodiscard]] std::optional<BrowserFigures> measure_browser(const std::filesystem::path& folder,
                                                            int starts, int taps,
                                                            std::chrono::seconds idle_time);

}  // namespace stormote::testing
