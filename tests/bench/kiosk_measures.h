// What somebody before a kiosk waits for, and what it costs the machine, measured on the real
// program with its display off-screen. One thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace stormote {

struct KioskMeasure {
    std::string what;
    double value = 0;
    double target = 0;  // at most this
    std::string unit;

    [[nodiscard]] bool is_met() const { return value <= target; }
};

struct KioskBenchOptions {
    // Made when missing; an event and the kiosk's own words are left in it.
    std::filesystem::path directory;
    int people = 1'000;
    int starts = 5;
    int taps = 50;
    int scans = 20;
    std::chrono::seconds idle_time{10};
};

// Takes about idle_time and half a minute. Throws ExpectationFailure when the kiosk does not do
// what is expected, std::runtime_error where there can be no display.
[[nodiscard]] std::vector<KioskMeasure> measure_kiosk(const KioskBenchOptions& options);

// A line each: what, value, target, and whether it is met.
[[nodiscard]] std::string measures_text(const std::vector<KioskMeasure>& measures);

}  // namespace stormote
