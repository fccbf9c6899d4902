#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tests/bench/benches.h"
#include "tests/bench/kiosk_memory.h"
#include "tests/journeys/steps.h"
#include "tests/support/display/probe_log.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int people = 300;
constexpr int quick_taps = 1'000;
constexpr int scans = 10'000;

double us_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

struct Crowd {
    Samples by_ticket;
    Samples by_name;
    int missed = 0;
};

// From the welcome screen to the person's own verdict, as quickly as the kiosk lets them.
void come_by_name(Harness& harness, const Guest& guest) {
    const NameSearchTaps found = find_name(harness, guest.name, guest.name);
    static_cast<void>(harness.tap(found.hit, words(harness, guest.name)));
    static_cast<void>(harness.kiosk().wait_for_screen("verdict"));
}

// Somebody whose name can be typed letter by letter on the first layer of keys, and is no part of
// another name.
bool has_plain_name(const Guest& guest) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzåäö ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ";
    constexpr std::size_t longer_than_initials = 10;
    return guest.name.size() > longer_than_initials &&
           guest.name.find_first_not_of(plain) == std::string::npos;
}

// Every third person has left the ticket at home.
Crowd let_in(Harness& harness) {
    Crowd crowd;
    for (int i = 0; i < people; ++i) {
        const bool has_ticket = i % 3 != 2;
        const Guest guest = has_ticket ? harness.next_guest() : harness.next_guest(has_plain_name);
        const auto start = Clock::now();
        try {
            if (has_ticket) {
                static_cast<void>(harness.scan(guest.ticket, words(harness, guest.name)));
            } else {
                come_by_name(harness, guest);
            }
            (has_ticket ? crowd.by_ticket : crowd.by_name).add(us_since(start));
        } catch (const ExpectationFailure& failure) {
            fmt::print("  {}\n", failure.what());
            ++crowd.missed;
        }
    }
    return crowd;
}

// What stands in the field of the step, cleared afterwards.
std::string take_typed(KioskDriver& kiosk) {
    const ScreenDescription seen = kiosk.look();
    std::string typed;
    for (const Widget& widget : seen.widgets) {
        if (widget.role == "field") typed = widget.label;
    }
    kiosk.tap("Sudda allt");
    return typed;
}

// Taps as quick as the screen takes them in, while another finger rests beside the keys.
int count_lost_taps(Harness& harness) {
    constexpr std::string_view letters = "asdfghjklqwertyuiopzxcvbnm";
    constexpr int taps_each = 50;  // as many as a name may have letters
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Jag är inte anmäld");
    kiosk.wait_for_screen("walk_in_name");
    std::map<char, Point> keys;
    for (const char letter : letters) {
        keys[letter] = kiosk.wait_for_key(std::string(1, letter)).centre();
    }
    constexpr int resting_finger = 9;
    constexpr Point beside{20, 540};
    int lost = 0;
    for (int round = 0; round < quick_taps / taps_each; ++round) {
        std::string wanted;
        kiosk.display().touch_down(resting_finger, beside);
        for (int i = 0; i < taps_each; ++i) {
            const char letter =
                letters[static_cast<std::size_t>(round * 7 + i * 5) % letters.size()];
            wanted += letter;
            kiosk.display().tap(keys[letter]);
        }
        kiosk.display().touch_up(resting_finger);
        const auto is_typed = [&] { return kiosk.look().says(wanted); };
        if (wait_until(is_typed)) {
            kiosk.tap("Sudda allt");
            continue;
        }
        const std::string typed = take_typed(kiosk);
        lost += taps_each - std::min(taps_each, static_cast<int>(typed.size()));
        if (typed.size() >= wanted.size()) ++lost;
    }
    return lost;
}

Samples frame_work(const std::filesystem::path& log) {
    Samples work;
    for (const ProbedSpan& frame : read_probe(log, "frame")) {
        work.add(std::chrono::duration<double, std::micro>(frame.work).count());
    }
    return work;
}

void open_event(Harness& harness, int count) {
    harness.run_stormote("demo", {"--people", std::to_string(count), "--no-passphrase"});
    harness.load_guests();
}

}  // namespace

void measure_crowd(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("A crowd at one kiosk, 1920x1080, software rendering");
    const TemporaryFolder work(folder);
    Harness harness(work.path());
    open_event(harness, 4 * people);
    const auto log = work.path() / "probe.log";
    harness.set_environment("LD_PRELOAD", (program_directory() / "libkiosk_probe.so").string());
    harness.set_environment("STORMOTE_PROBE_LOG", log.string());
    harness.open_kiosk();
    const auto start = Clock::now();
    const Crowd crowd = let_in(harness);
    const double each_s = us_since(start) / 1e6 / people;
    Figures::times("a ticket: scanned, until the verdict", crowd.by_ticket);
    Figures::times("a name: welcome, letters, tap, verdict", crowd.by_name);
    figures.at_most(fmt::format("{} people, one every", people), each_s, 3, "s");
    figures.at_most("missed of them", crowd.missed, 0, "");
    figures.at_most("work for a frame, p99", frame_work(log).p99() / 1000, 16, "ms");
    figures.at_most(fmt::format("lost of {} quick taps, a finger resting", quick_taps),
                    count_lost_taps(harness), 0, "");
    harness.close_kiosk();
}

void measure_endurance(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Ten evenings at one kiosk");
    const TemporaryFolder work(folder);
    Harness harness(work.path());
    open_event(harness, scans);
    harness.open_kiosk();
    const pid_t kiosk = harness.kiosk().process().id();
    // The caches of words and of the database are full by then.
    constexpr int warm = 3 * scans / 10;
    double early_mb = 0;
    int done = 0;
    for (const Guest& guest : harness.remaining_guests()) {
        // The same words may stand there already, for a namesake: the next one comes when this one
        // is on the screen.
        const ScreenDescription before = harness.kiosk().look();
        static_cast<void>(harness.scan(guest.ticket, words(harness, first_name(guest))));
        static_cast<void>(harness.kiosk().wait_for_change(before));
        if (++done == warm) early_mb = proportional_memory_mb(kiosk);
    }
    const double late_mb = proportional_memory_mb(kiosk);
    Figures::value(fmt::format("memory after {} scans", warm), early_mb, "MB");
    Figures::value(fmt::format("memory after {} scans", done), late_mb, "MB");
    figures.at_most("growth for a scan, which is on the record",
                    (late_mb - early_mb) * 1024 / (done - warm), 1, "kB");
    harness.close_kiosk();
}

}  // namespace stormote::testing
