#include "tests/bench/kiosk_measures.h"

#include <algorithm>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "tests/journeys/acting.h"

namespace stormote {

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The smallest value that this share of the values does not exceed.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(share * last + 0.5)];
}

void wait_for_pixel(const TouchDisplay& display, Point point, std::uint32_t other_than) {
    if (wait_until([&] { return display.pixel(point) != other_than; })) return;
    throw ExpectationFailure(
        fmt::format("Expected the pixel at {:.0f}, {:.0f} to change from "
                    "#{:06X} within {} s.",
                    point.x, point.y, other_than, patience.count() / 1000));
}

std::vector<double> measure_starts(Stage& stage, int count) {
    // In the middle of the header, which is white once there is a kiosk.
    constexpr Point header{960, 20};
    std::vector<double> starts_ms;
    for (int i = 0; i < count; ++i) {
        TouchDisplay display;
        const std::uint32_t nothing = display.pixel(header);
        const auto start = Clock::now();
        const Process kiosk(
            {(program_directory() / "stormote-kiosk").string(), stage.event().string()},
            stage.process_options(display));
        wait_for_pixel(display, header, nothing);
        starts_ms.push_back(ms_since(start));
    }
    return starts_ms;
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
std::vector<double> measure_taps(Stage& stage, int count) {
    constexpr std::string_view letters = "asdfghjklqwertyuiop";
    KioskDriver& kiosk = type_name(stage, "a");
    std::vector<double> taps_ms;
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
        taps_ms.push_back(ms_since(start));
        const std::uint32_t touched = kiosk.display().pixel(beside);
        kiosk.display().touch_up(0);
        wait_for_pixel(kiosk.display(), beside, touched);
        static_cast<void>(kiosk.wait_for_change(seen));
        if (i % 10 == 9) kiosk.tap("Sudda allt");
    }
    return taps_ms;
}

// From the scanner's Enter to the verdict on the screen; the check-in is on the disk then.
std::vector<double> measure_scans(Stage& stage, int count) {
    std::vector<double> scans_ms;
    for (int i = 0; i < count; ++i) {
        const Guest& guest = stage.next_guest();
        const Answer answer = stage.scan(guest.ticket, words(stage, guest.name));
        scans_ms.push_back(static_cast<double>(answer.after.count()));
    }
    return scans_ms;
}

double proportional_memory_mb(pid_t process) {
    std::ifstream file(std::filesystem::path("/proc") / std::to_string(process) / "smaps_rollup");
    for (std::string word; file >> word;) {
        double kilobytes = 0;
        if (word == "Pss:" && file >> kilobytes) return kilobytes / 1024;
    }
    return 0;
}

}  // namespace

std::vector<KioskMeasure> measure_kiosk(const KioskBenchOptions& options) {
    Stage stage(options.directory);
    stage.run_stormote("demo", {"--people", std::to_string(options.people), "--no-passphrase"});
    stage.load_guests();
    std::vector<KioskMeasure> measures;
    const auto starts_ms = measure_starts(stage, options.starts);
    measures.push_back({"start to first frame, median", quantile(starts_ms, 0.5), 400, "ms"});
    stage.open_kiosk();
    measures.push_back({"idle, of a core", measure_idleness(stage, options.idle_time), 0.5, "%"});
    const auto taps_ms = measure_taps(stage, options.taps);
    measures.push_back({"touch to pixel, median", quantile(taps_ms, 0.5), 50, "ms"});
    measures.push_back({"touch to pixel, p99", quantile(taps_ms, 0.99), 50, "ms"});
    stage.kiosk_at_welcome();
    const auto scans_ms = measure_scans(stage, options.scans);
    measures.push_back({"scan to verdict, median", quantile(scans_ms, 0.5), 150, "ms"});
    measures.push_back({"scan to verdict, p99", quantile(scans_ms, 0.99), 150, "ms"});
    measures.push_back(
        {"memory (PSS)", proportional_memory_mb(stage.kiosk().process().id()), 100, "MB"});
    return measures;
}

std::string measures_text(const std::vector<KioskMeasure>& measures) {
    std::string text = fmt::format("{:<32} {:>10} {:>10}\n", "measure", "value", "at most");
    for (const KioskMeasure& measure : measures) {
        text += fmt::format("{:<32} {:>10.1f} {:>10.1f} {:<3} {}\n", measure.what, measure.value,
                            measure.target, measure.unit, measure.is_met() ? "met" : "MISSED");
    }
    return text;
}

}  // namespace stormote
