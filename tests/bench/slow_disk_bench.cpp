#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "tests/bench/benches.h"
#include "tests/journeys/steps.h"
#include "tests/support/display/probe_log.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

namespace {

using Time = std::chrono::steady_clock;

constexpr int people = 24;
constexpr int scans = 5;
constexpr std::chrono::milliseconds disk_delay{500};
// One frame of a display with 60 pictures a second may be missed, no more.
constexpr double longest_work_ms = 33;

// Somebody goes on typing while somebody else's check-in is on its way to the disk.
void scan_while_typing(Harness& harness) {
    KioskDriver& kiosk = type_name(harness, "x");
    const Guest& guest = harness.next_guest();
    kiosk.scan(guest.ticket);
    const auto end = Time::now() + disk_delay;
    while (Time::now() < end && kiosk.look().screen == "name") {
        kiosk.display().tap(kiosk.wait_for_key("a").centre());
    }
    static_cast<void>(kiosk.wait_for_text(guest.name));
}

}  // namespace

void measure_slow_disk(Figures& figures, const std::filesystem::path& folder) {
    Figures::section(fmt::format("A disk that takes {} ms for each commit", disk_delay.count()));
    const TemporaryFolder work(folder);
    Harness harness(work.path());
    harness.run_stormote("demo", {"--people", std::to_string(people), "--no-passphrase"});
    harness.load_guests();
    const auto log = work.path() / "probe.log";
    harness.set_environment("LD_PRELOAD", (program_directory() / "libkiosk_probe.so").string());
    harness.set_environment("STORMOTE_PROBE_FILE", harness.event().string());
    harness.set_environment("STORMOTE_PROBE_DELAY_MS", std::to_string(disk_delay.count()));
    harness.set_environment("STORMOTE_PROBE_LOG", log.string());
    harness.open_kiosk();
    harness.kiosk_at_welcome();
    const auto begin = Time::now().time_since_epoch();
    for (int i = 0; i < scans; ++i) scan_while_typing(harness);
    const auto end = Time::now().time_since_epoch();
    harness.close_kiosk();
    Samples work_times;
    for (const ProbedSpan& frame : read_probe(log, "frame")) {
        if (frame.begin < begin || frame.begin > end) continue;
        work_times.add(std::chrono::duration<double, std::micro>(frame.work).count());
    }
    Figures::times("work for a frame, while somebody types", work_times);
    figures.at_most("the longest", work_times.quantile(1) / 1000, longest_work_ms, "ms");
}

}  // namespace stormote::testing
