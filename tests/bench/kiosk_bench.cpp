
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "tests/bench/benches.h"
#include "tests/bench/kiosk_memory.h"
#include "tests/journeys/acting.h"
#include "tests/support/temporary_folder.h"

namespace stormote::testing {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int people = 1'000;
constexpr int starts = 5;
constexpr int taps = 50;
constexpr int scans = 40;
constexpr std::chrono::seconds idle_time{10};

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void wait_for_pixel(const TouchDisplay& display, Point point, std::uint32_t other_than) {
    if (wait_until([&] { return display.pixel(point) != other_than; })) return;
    throw ExpectationFailure(
        fmt::format("Expected the pixel at {:.0f}, {:.0f} to change from "
                    "#{:06X} within {} s.",
                    point.x, point.y, other_than, patience.count() / 1000));
}

Samples measure_starts(Stage& stage, int count) {
    // In the middle of the header, which is white once there is a kiosk.
    constexpr Point header{960, 20};
    Samples times;
    for (int i = 0; i < count; ++i) {
        TouchDisplay display;
        const std::uint32_t nothing = display.pixel(header);
        const auto start = Clock::now();
        const Process kiosk(
            {(program_directory() / "stormote-kiosk").string(), stage.event().string()},
            stage.process_options(display));
        wait_for_pixel(display, header, nothing);
        times.add(ms_since(start) * 1000);
    }
    return times;
}

double processor_ms(pid_t process) {
    double total_ms = 0;
    const auto tasks = std::filesystem::path("/proc") / std::to_string(process) / "task";
    for (const auto& task : std::filesystem::directory_iterator(tasks)) {
        std::ifstream file(task.path() / "schedstat");
        double nanoseconds = 0;
        file >> nanoseconds;
        total_ms += nanoseconds / 1e6;
    }
    return total_ms;
}

// In per cent of one core.
double measure_idleness(Stage& stage, std::chrono::seconds duration) {
    const pid_t process = stage.kiosk_at_welcome().process().id();
    // What the last touch set moving is over first.
    static_cast<void>(stage.take_picture("idle"));
    const auto start = Clock::now();
    const double before_ms = processor_ms(process);
    std::this_thread::sleep_for(duration);
    return (processor_ms(process) - before_ms) / ms_since(start) * 100;
}

// From a finger on a key to the first pixel that answers.
Samples measure_taps(Stage& stage, int count) {
    constexpr std::string_view letters = "asdfghjklqwertyuiop";
    KioskDriver& kiosk = type_name(stage, "a");
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
Samples measure_scans(Stage& stage, int count) {
    Samples times;
    for (int i = 0; i < count; ++i) {
        const Guest& guest = stage.next_guest();
        const Answer answer = stage.scan(guest.ticket, words(stage, guest.name));
        times.add(static_cast<double>(answer.after.count()) * 1000);
    }
    return times;
}

}  // namespace

void measure_kiosk(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("The window, 1920x1080, software rendering, 1,000 people");
    const TemporaryFolder work(folder);
    Stage stage(work.path());
    stage.run_stormote("demo", {"--people", std::to_string(people), "--no-passphrase"});
    stage.load_guests();
    const Samples start_times = measure_starts(stage, starts);
    Figures::times("start to first frame", start_times);
    figures.at_most("the same, median", start_times.median() / 1000, 400, "ms");
    stage.open_kiosk();
    figures.at_most("idle, of a core", measure_idleness(stage, idle_time), 0.5, "%");
    const Samples tap_times = measure_taps(stage, taps);
    Figures::times("touch to pixel", tap_times);
    figures.at_most("the same, p99", tap_times.p99() / 1000, 50, "ms");
    stage.kiosk_at_welcome();
    const Samples scan_times = measure_scans(stage, scans);
    Figures::times("the scanner's Enter to the verdict, on disk and on screen", scan_times);
    figures.at_most("the same, p99", scan_times.p99() / 1000, 150, "ms");
    figures.at_most("memory (PSS)", proportional_memory_mb(stage.kiosk().process().id()), 100,
                    "MB");
    stage.close_kiosk();
}

}  // namespace stormote::testing
