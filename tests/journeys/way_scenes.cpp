// The rarer ways through the door: in somebody's place, several together, out and in again.
#include <fmt/format.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

// From the question for one's own name to the verdict.
void give_name_and_register(Harness& harness, SceneNote& note, const std::string& name,
                            std::string_view picture) {
    KioskDriver& kiosk = harness.kiosk();
    kiosk.type_on_screen(name);
    note_picture(harness, note, fmt::format("{}-name", picture));
    kiosk.tap("Nästa");
    expect_words(kiosk.wait_for_screen("walk_in_information"), name);
    note_picture(harness, note, fmt::format("{}-information", picture));
    const Answer answer = harness.tap(kiosk.wait_for_widget("Checka in mig"), verdict(harness));
    harness.admitted_names.push_back(name);
    note_answer(harness, note, answer, fmt::format("{}-verdict", picture));
    expect_words(answer.screen, name);
}

void come_in_somebodys_place(Harness& harness, SceneNote& note) {
    const Guest& absent = harness.next_guest();
    const std::string name = "Ebba Rönn";
    note.who = fmt::format("{}, instead of {}", name, absent.name);
    note.did = "takes over the place of somebody, whose ticket is scanned later";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Jag är inte anmäld");
    kiosk.wait_for_screen("walk_in_name");
    kiosk.tap("Jag kommer i stället för någon");
    kiosk.wait_for_screen("name_absent");
    kiosk.type_on_screen(absent.name);
    note_picture(harness, note, "instead-of-whom");
    kiosk.tap(kiosk.wait_for_widget_containing(absent.name));
    const ScreenDescription own = kiosk.wait_for_screen("walk_in_name");
    expect_words(own, "Steg 2 av 3");
    expect_words(own, "Du kommer i stället för " + absent.name);
    give_name_and_register(harness, note, name, "substitute");
    const Answer late =
        harness.scan(absent.ticket, words(harness, "Någon har checkat in i ditt ställe"));
    note_picture(harness, note, "replaced");
    expect_words(late.screen, "Säg till personalen");
}

void come_together(Harness& harness, SceneNote& note) {
    harness.kiosk_at_welcome();
    // Somebody from an association: the municipality's people are not asked for company.
    std::string first;
    Answer answer;
    do {
        const Guest& guest = harness.next_guest();
        first = guest.name;
        answer = harness.scan(guest.ticket, words(harness, guest.name));
        harness.admitted_names.push_back(first);
    } while (!answer.screen.says("Nästa från samma förening"));
    const std::string second = "Tove Rask";
    note.who = fmt::format("{} and {}", first, second);
    note.did = "come from one association, of whom the second is not registered";
    note_picture(harness, note, "party-first");
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap("Nästa från samma förening");
    expect_words(kiosk.wait_for_screen("party"), first);
    note_picture(harness, note, "party");
    kiosk.tap("Nästa är inte anmäld");
    expect_words(kiosk.wait_for_screen("walk_in_name"), "Från samma förening som " + first);
    give_name_and_register(harness, note, second, "party-second");
    kiosk.tap("Klar");
    const ScreenDescription both = kiosk.wait_for_screen("party");
    expect_words(both, first);
    expect_words(both, second);
    note_picture(harness, note, "party-of-two");
    kiosk.tap("Alla är incheckade");
    kiosk.wait_for_screen("welcome");
}

void leave_and_come_back(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "scans, scans again to say that they leave, and comes back";
    harness.kiosk_at_welcome();
    harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    harness.kiosk_at_welcome();
    harness.scan(guest.ticket, words(harness, "redan incheckad"));
    note_picture(harness, note, "leaving");
    const Answer gone = harness.tap(harness.kiosk().wait_for_widget("Jag går nu"),
                                    words(harness, "Du checkade ut"));
    note_picture(harness, note, "gone");
    expect_words(gone.screen, first_name(guest));
    const Answer back = harness.scan(guest.ticket, words(harness, "Välkommen tillbaka"));
    note_answer(harness, note, back, "back-again");
    expect_words(back.screen, guest.name);
}

}  // namespace

std::vector<Scene> way_scenes() {
    return {{"Somebody comes in another's place", come_in_somebodys_place},
            {"Two come together", come_together},
            {"Somebody leaves and comes back", leave_and_come_back}};
}

}  // namespace stormote
