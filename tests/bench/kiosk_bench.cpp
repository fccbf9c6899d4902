
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "tests/bench/benches.h"
#include "tests/bench/browser_peer.h"
#include "tests/bench/kiosk_memory.h"
#include "tests/bench/watching.h"
#include "tests/journeys/steps.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

namespace {

constexpr int people = 1'000;
constexpr int starts = 5;
constexpr int taps = 50;
constexpr int scans = 40;
constexpr std::chrono::seconds idle_time{10};

Samples measure_starts(Harness& harness, int count) {
    // In the middle of the header, which is white once there is a kiosk.
    constexpr Point header{960, 20};
    Samples times;
    for (int i = 0; i < count; ++i) {
        TouchDisplay display;
        const std::uint32_t nothing = display.pixel(header);
        const auto start = Clock::now();
        const Process kiosk(
            {(program_directory() / "stormote-kiosk").string(), harness.event().string()},
            harness.process_options(display));
        wait_for_pixel(display, header, nothing);
        times.add(ms_since(start) * 1000);
    }
    return times;
}

// In per cent of one core.
double measure_idleness(Harness& harness, std::chrono::seconds duration) {
    const auto processes = process_tree(harness.kiosk_at_welcome().process().id());
    // What the last touch set moving is over first.
    static_cast<void>(harness.take_picture("idle"));
    const auto start = Clock::now();
    const double before_ms = processor_ms(processes);
    std::this_thread::sleep_for(duration);
    return (processor_ms(processes) - before_ms) / ms_since(start) * 100;
}

// From a finger on a key to the first pixel that answers.
Samples measure_taps(Harness& harness, int count) {
    constexpr std::string_view letters = "asdfghjklqwertyuiop";
    KioskDriver& kiosk = type_name(harness, "a");
    Samples times;
    for (int i = 0; i < count; ++i) {
        const auto letter = letters[static_cast<std::size_t>(i) % letters.size()];
        const Widget key = kiosk.wait_for_key(std::string(1, letter));
        // Beside the letter: the whole key changes its colour.
        const Point beside{key.x + key.width * 0.15, key.centre().y};
        const std::uint32_t untouched = kiosk.display().pixel(beside);
        const ScreenDescription seen = kiosk.look();
        const auto start = Clock::now();
        kiosk.display().touch_down(0, key.centre());
        wait_for_pixel(kiosk.display(), beside, untouched);
        times.add(ms_since(start) * 1000);
        const std::uint32_t touched = kiosk.display().pixel(beside);
        kiosk.display().touch_up(0);
        wait_for_pixel(kiosk.display(), beside, touched);
        static_cast<void>(kiosk.wait_for_change(seen));
        if (i % 10 == 9) kiosk.tap("Sudda allt");
    }
    return times;
}

// From the scanner's Enter to the verdict on the screen; the check-in is on the disk then.
Samples measure_scans(Harness& harness, int count) {
    Samples times;
    for (int i = 0; i < count; ++i) {
        const Guest& guest = harness.next_guest();
        const Answer answer = harness.scan(guest.ticket, words(harness, guest.name));
        times.add(static_cast<double>(answer.after.count()) * 1000);
    }
    return times;
}

}  // namespace

void measure_kiosk(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("The window, 1920x1080, software rendering, 1,000 people");
    const TemporaryFolder work(folder);
    Harness harness(work.path());
    harness.run_stormote("demo", {"--people", std::to_string(people), "--no-passphrase"});
    harness.load_guests();
    const Samples start_times = measure_starts(harness, starts);
    Figures::times("start to first frame", start_times);
    figures.at_most("the same, median", start_times.median() / 1000, 400, "ms");
    harness.open_kiosk();
    figures.at_most("idle, of a core", measure_idleness(harness, idle_time), 0.1, "%");
    const Samples tap_times = measure_taps(harness, taps);
    Figures::times("touch to pixel", tap_times);
    figures.at_most("the same, p99", tap_times.p99() / 1000, 50, "ms");
    harness.kiosk_at_welcome();
    const Samples scan_times = measure_scans(harness, scans);
    Figures::times("the scanner's Enter to the verdict, on disk and on screen", scan_times);
    figures.at_most("the same, p99", scan_times.p99() / 1000, 150, "ms");
    const double memory_mb = proportional_memory_mb(harness.kiosk().process().id());
    figures.at_most("memory (PSS)", memory_mb, 100, "MB");
    harness.close_kiosk();
    const auto browser = measure_browser(work.path() / "browser", starts, taps, idle_time);
    if (!browser) {
        fmt::print("  Chromium is not installed: there is no peer to stand beside.\n");
        return;
    }
    Figures::times("Chromium with the same keys: start to first pixel", browser->starts);
    figures.at_most("our start beside it", start_times.median() / browser->starts.median(), 0.2,
                    "times");
    Figures::times("Chromium: touch to pixel", browser->taps);
    figures.at_most("ours beside it, median", tap_times.median() / browser->taps.median(), 1,
                    "times");
    Figures::value("Chromium: idle, of a core", browser->idle_per_cent, "%");
    Figures::value("Chromium: memory (PSS)", browser->memory_mb, "MB");
    figures.at_most("ours beside it", memory_mb / browser->memory_mb, 0.25, "times");
}

}  // namespace stormote::testing
