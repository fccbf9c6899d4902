// The rarer ways through the door: in somebody's place, several together, out and in again.
#include <fmt/format.h>

#include "tests/journeys/acting.h"

namespace stormote {

namespace {

// From the question for one's own name to the verdict.
void give_name_and_consent(Stage& stage, SceneNote& note, const std::string& name,
                           std::string_view picture) {
    KioskDriver& kiosk = stage.kiosk();
    kiosk.type_on_screen(name);
    note_picture(stage, note, fmt::format("{}-name", picture));
    kiosk.tap("Nästa");
    expect_words(kiosk.wait_for_screen("walk_in_consent"), name);
    note_picture(stage, note, fmt::format("{}-consent", picture));
    const Answer answer = stage.tap(kiosk.wait_for_widget("Ja, checka in mig"), verdict(stage));
    stage.admitted_names.push_back(name);
    note_answer(stage, note, answer, fmt::format("{}-verdict", picture));
    expect_words(answer.screen, name);
}

void come_in_somebodys_place(Stage& stage, SceneNote& note) {
    const Guest& absent = stage.next_guest();
    const std::string name = "Ebba Rönn";
    note.who = fmt::format("{}, instead of {}", name, absent.name);
    note.did = "takes over the place of somebody, whose ticket is scanned later";
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    kiosk.tap("Jag är inte anmäld");
    kiosk.wait_for_screen("walk_in_name");
    kiosk.tap("Jag kommer i stället för någon");
    kiosk.wait_for_screen("name_absent");
    kiosk.type_on_screen(absent.name);
    note_picture(stage, note, "instead-of-whom");
    kiosk.tap(kiosk.wait_for_widget_containing(absent.name));
    const ScreenDescription own = kiosk.wait_for_screen("walk_in_name");
    expect_words(own, "Steg 2 av 3");
    expect_words(own, "Du kommer i stället för " + absent.name);
    give_name_and_consent(stage, note, name, "substitute");
    const Answer late = stage.scan(absent.ticket, words(stage, "Någon har kommit i ditt ställe"));
    note_picture(stage, note, "replaced");
    expect_words(late.screen, "Säg till personalen");
}

void come_together(Stage& stage, SceneNote& note) {
    stage.kiosk_at_welcome();
    // Somebody from an association: the municipality's people are not asked for company.
    std::string first;
    Answer answer;
    do {
        const Guest& guest = stage.next_guest();
        first = guest.name;
        answer = stage.scan(guest.ticket, words(stage, guest.name));
        stage.admitted_names.push_back(first);
    } while (!answer.screen.says("Nästa från samma förening"));
    const std::string second = "Tove Rask";
    note.who = fmt::format("{} and {}", first, second);
    note.did = "come from one association, of whom the second is not registered";
    note_picture(stage, note, "party-first");
    KioskDriver& kiosk = stage.kiosk();
    kiosk.tap("Nästa från samma förening");
    expect_words(kiosk.wait_for_screen("party"), first);
    note_picture(stage, note, "party");
    kiosk.tap("Nästa är inte anmäld");
    expect_words(kiosk.wait_for_screen("walk_in_name"), "Från samma förening som " + first);
    give_name_and_consent(stage, note, second, "party-second");
    kiosk.tap("Klar");
    const ScreenDescription both = kiosk.wait_for_screen("party");
    expect_words(both, first);
    expect_words(both, second);
    note_picture(stage, note, "party-of-two");
    kiosk.tap("Alla är incheckade");
    kiosk.wait_for_screen("welcome");
}

void leave_and_come_back(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = guest.name;
    note.did = "scans, scans again to say that they leave, and comes back";
    stage.kiosk_at_welcome();
    stage.scan(guest.ticket, verdict(stage));
    stage.admitted_names.push_back(guest.name);
    stage.kiosk_at_welcome();
    stage.scan(guest.ticket, words(stage, "redan incheckad"));
    note_picture(stage, note, "leaving");
    const Answer gone =
        stage.tap(stage.kiosk().wait_for_widget("Jag går nu"), words(stage, "Du är utcheckad"));
    note_picture(stage, note, "gone");
    expect_words(gone.screen, first_name(guest));
    const Answer back = stage.scan(guest.ticket, words(stage, "Välkommen tillbaka"));
    note_answer(stage, note, back, "back-again");
    expect_words(back.screen, guest.name);
}

}  // namespace

std::vector<Scene> way_scenes() {
    return {{"Somebody comes in another's place", come_in_somebodys_place},
            {"Two come together", come_together},
            {"Somebody leaves and comes back", leave_and_come_back}};
}

}  // namespace stormote
