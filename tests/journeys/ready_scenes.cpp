// Before the doors of the next meeting: the organiser looks over what is missing, at the screen.
#include "tests/journeys/steps.h"

namespace stormote {

namespace {

std::filesystem::path next_meeting(const Harness& harness) {
    return harness.directory() / "next.event";
}

ScreenDescription find_words(KioskDriver& kiosk, std::string_view words) {
    return find_in_list(kiosk, words,
                        [&](const ScreenDescription& seen) { return seen.says(words); });
}

// Gives somebody who is registered.
Guest prepare_next_meeting(Harness& harness) {
    const auto next = next_meeting(harness);
    harness.run_stormote_on(next, "demo", {"--people", "12", "--no-passphrase"});
    harness.run_stormote_on(next, "settings",
                            {"--doors", "2099-10-12T17:30", "--starts", "2099-10-12T18:00",
                             "--ends", "2099-10-12T21:00"});
    return harness.read_guests(next).at(0);
}

void look_over(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "asks before the doors of the next meeting whether all is ready, and tries a ticket";
    const auto next = next_meeting(harness);
    const Guest guest = prepare_next_meeting(harness);
    harness.open_kiosk_on(next, {"--station", "organiser", "--camera", "none"});
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen(demo_pin);
    harness.tap(kiosk.wait_for_widget("Lås upp"), screen(harness, "organiser"));
    kiosk.wait_for_text("Inget saknas. Att se över: ");
    note_picture(harness, note, "ready-card");
    const Answer answer =
        harness.tap(kiosk.wait_for_widget_containing("Gå igenom"), screen(harness, "ready"));
    note_answer(harness, note, answer, "ready-page");
    find_words(kiosk, "Dörrarna öppnar 2099-10-12 17:30");
    kiosk.scan(guest.ticket);
    const ScreenDescription seen = find_words(kiosk, "Ingen checkades in.");
    note_picture(harness, note, "ready-scanned");
    expect_no_words(seen, guest.name);
    harness.close_kiosk();
    const std::string verdict = harness.run_stormote_on(next, "check-in", {"--json", guest.ticket});
    if (verdict.find("\"admitted\"") == std::string::npos) {
        throw ExpectationFailure("Expected nobody to be checked in by a try; got " + verdict);
    }
}

}  // namespace

std::vector<Scene> ready_scenes() {
    return {{"The next meeting is looked over before its doors open", look_over}};
}

}  // namespace stormote
