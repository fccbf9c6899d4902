// The end of the evening: the door says goodbye, the organiser ends the meeting, nobody is let in
// any more, and staff closes the kiosk.
#include <algorithm>

#include <fmt/format.h>

#include "sync/base/clock.h"
#include "sync/base/local_time.h"
#include "tests/journeys/steps.h"

namespace stormote {

namespace {

KioskDriver& open_organiser_page(Harness& harness) {
    harness.open_kiosk({"--station", "organiser"});
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("organiser");
    return kiosk;
}

// Further down where it does not show.
void tap_on_page(KioskDriver& kiosk, std::string_view label) {
    find_in_list(kiosk, label,
                 [label](const ScreenDescription& seen) { return seen.find(label) != nullptr; });
    kiosk.tap(label);
}

void come_to_the_end(Harness& harness, SceneNote& note) {
    constexpr std::int64_t minute_ms = 60'000;
    const std::int64_t now_ms = SystemClock().wall_ms();
    note.who = "organiser";
    note.did = "lets the meeting end in ten minutes; the screen at the door says goodbye";
    harness.close_kiosk();
    const std::string begun = local_time_of(now_ms - 120 * minute_ms);
    harness.run_stormote("settings", {"--doors", begun, "--starts", begun, "--ends",
                                      local_time_of(now_ms + 10 * minute_ms)});
    harness.open_kiosk();
    const ScreenDescription goodbye = harness.kiosk().wait_for_screen("farewell");
    note.screen_said = goodbye.joined_texts();
    note_picture(harness, note, "farewell");
    expect_words(goodbye, "Tack för i kväll!");
}

void end_meeting(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "sees who is still there, ends the meeting, opens it again, and ends it for good";
    KioskDriver& kiosk = open_organiser_page(harness);
    tap_on_page(kiosk, "Visa vilka som är här");
    kiosk.wait_for_screen("people_here");
    kiosk.wait_for_text(" är i lokalen");
    note_picture(harness, note, "people-here");
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("organiser");
    for (int time = 0; time < 2; ++time) {
        tap_on_page(kiosk, "Avsluta mötet …");
        kiosk.wait_for_screen("end_meeting");
        kiosk.wait_for_text("har inte checkat ut");
        if (time == 0) note_picture(harness, note, "end-meeting");
        const Answer answer = harness.tap(kiosk.wait_for_widget("Ja, avsluta mötet"),
                                          words(harness, "Mötet är slut"));
        if (time == 0) {
            tap_on_page(kiosk, "Öppna mötet igen");
            find_in_list(kiosk, "Kvällen går mot sitt slut", [](const ScreenDescription& seen) {
                return seen.says("Kvällen går mot sitt slut");
            });
        } else {
            note_answer(harness, note, answer, "meeting-ended");
        }
    }
}

void thank_table(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "opens the table after the end of the meeting, where nothing new can be begun";
    harness.open_kiosk({"--station", "group:2"});
    KioskDriver& kiosk = harness.kiosk();
    const ScreenDescription table = kiosk.wait_for_text("Mötet avslutades kl. ");
    note.screen_said = table.joined_texts();
    note_picture(harness, note, "table-over");
    if (table.find("Ny anteckning") != nullptr) {
        throw ExpectationFailure("Expected no new note at a table once the meeting is over; saw " +
                                 table.summary());
    }
}

// Somebody who has a ticket, and never came.
Guest absent_guest(Harness& harness) {
    const auto guests = harness.read_guests(harness.event());
    const auto absent = std::find_if(guests.rbegin(), guests.rend(), [&](const Guest& guest) {
        const auto& in = harness.admitted_names;
        return std::find(in.begin(), in.end(), guest.name) == in.end();
    });
    if (absent == guests.rend()) throw ExpectationFailure("Expected somebody who never came.");
    return *absent;
}

void come_too_late(Harness& harness, SceneNote& note) {
    // One program at a time opens an event.
    harness.close_kiosk();
    const Guest late = absent_guest(harness);
    const Guest here = harness.admitted_guests().back();
    note.who = fmt::format("{} and {}", late.name, here.name);
    note.did = "scan their tickets once the meeting is over: one comes too late, one checks out";
    harness.open_kiosk();
    harness.kiosk().wait_for_screen("farewell");
    const Answer refused = harness.scan(late.ticket, words(harness, "Du är inte incheckad"));
    note_answer(harness, note, refused, "too-late");
    expect_words(refused.screen, "Mötet är slut.");
    harness.kiosk().tap(harness.kiosk().wait_for_widget_containing("Börja om"));
    harness.kiosk().wait_for_screen("farewell");
    harness.scan(here.ticket, words(harness, "redan incheckad"));
    const Answer gone = harness.tap(harness.kiosk().wait_for_widget("Jag går nu"),
                                    words(harness, "Du checkade ut"));
    note_picture(harness, note, "checked-out-at-the-end");
    expect_words(gone.screen, first_name(here));
}

void close_kiosk(Harness& harness, SceneNote& note) {
    note.who = "staff";
    note.did = "closes the kiosk for the night";
    harness.open_kiosk();
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("farewell");
    kiosk.tap("Hjälp");
    kiosk.wait_for_screen("help");
    kiosk.tap("För personalen");
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("staff");
    kiosk.tap("Avsluta kiosken");
    const ScreenDescription asked = kiosk.wait_for_screen("staff_closing");
    note.screen_said = asked.joined_texts();
    note_picture(harness, note, "staff-closing");
    kiosk.tap("Ja, avsluta kiosken");
    if (kiosk.process().wait() != 0) {
        throw ExpectationFailure("Expected the kiosk to end of itself; it said: " +
                                 kiosk.process().errors());
    }
    harness.close_kiosk();
}

}  // namespace

std::vector<Scene> closing_scenes() {
    return {{"The evening comes to its end", come_to_the_end},
            {"The organiser ends the meeting", end_meeting},
            {"A table is thanked", thank_table},
            {"Somebody comes when the meeting is over", come_too_late},
            {"Staff closes the kiosk", close_kiosk}};
}

}  // namespace stormote
