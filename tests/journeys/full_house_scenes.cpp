// Everybody comes: those of the list who have not come yet, at the pace of the screen.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

// They stand at the end of the list, and never come.
constexpr std::size_t staying_away = 3;
constexpr std::size_t coming_by_name = 30;
constexpr int most_taps = 5;

void come_by_name(Harness& harness, SceneNote& note) {
    note.who = fmt::format("{} guests", coming_by_name);
    std::vector<int> taps;
    Milliseconds slowest{0};
    while (taps.size() < coming_by_name) {
        const Guest& guest = harness.next_guest();
        const NameSearchTaps search = find_name(harness, guest.name, guest.name);
        taps.push_back(search.tap_count);
        const Answer answer = harness.tap(search.hit, verdict(harness));
        harness.admitted_names.push_back(guest.name);
        expect_words(answer.screen, guest.name);
        slowest = std::max(slowest, answer.after);
    }
    note.answered_after = slowest;
    std::sort(taps.begin(), taps.end());
    const auto few =
        std::count_if(taps.begin(), taps.end(), [](int count) { return count <= most_taps; });
    note.did = fmt::format("find their names with {} taps; {} of {} with at most {}",
                           fmt::join(taps, ", "), few, taps.size(), most_taps);
    if (static_cast<double>(few) < 0.95 * static_cast<double>(taps.size())) {
        throw ExpectationFailure(
            fmt::format("Expected at most {} taps for 95 % of {}; it was "
                        "true for {}.",
                        most_taps, taps.size(), few));
    }
}

void come_with_tickets(Harness& harness, SceneNote& note) {
    std::vector<Guest> guests = harness.remaining_guests();
    if (guests.size() > staying_away) guests.resize(guests.size() - staying_away);
    note.who = fmt::format("{} guests", guests.size());
    Milliseconds slowest{0};
    for (const Guest& guest : guests) {
        // Behind a namesake the card would look as if it had come already.
        if (harness.kiosk().look().says(guest.name)) harness.kiosk_at_welcome();
        const Answer answer = harness.scan(guest.ticket, words(harness, guest.name));
        harness.admitted_names.push_back(guest.name);
        slowest = std::max(slowest, answer.after);
    }
    note.answered_after = slowest;
    note.did = "scan their tickets right behind one another";
    note_picture(harness, note, "last-of-many");
}

void more_walk_in(Harness& harness, SceneNote& note) {
    const std::vector<std::string> names{"Vide Flod", "Alva Hed", "Sigge Lo"};
    note.who = fmt::format("{}", fmt::join(names, ", "));
    note.did = "register at the kiosk, for nobody but themselves";
    for (const std::string& name : names) {
        KioskDriver& kiosk = harness.kiosk_at_welcome();
        kiosk.tap("Jag är inte anmäld");
        kiosk.wait_for_screen("walk_in_name");
        kiosk.type_on_screen(name);
        kiosk.tap("Nästa");
        kiosk.wait_for_screen("walk_in_role");
        kiosk.tap(kiosk.wait_for_widget_containing("Jag kommer för egen del"));
        kiosk.wait_for_screen("walk_in_information");
        const Answer answer = harness.tap(kiosk.wait_for_widget("Checka in mig"), verdict(harness));
        harness.admitted_names.push_back(name);
        expect_words(answer.screen, name);
    }
}

}  // namespace

std::vector<Scene> full_house_scenes() {
    return {{"Many come without their tickets", come_by_name},
            {"Many come with their tickets", come_with_tickets},
            {"More register at the kiosk", more_walk_in}};
}

}  // namespace stormote
