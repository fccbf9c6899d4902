#include <fmt/format.h>

#include "tests/journeys/acting.h"

namespace stormote {

namespace {

// What `stormote demo` gives its events.
constexpr std::string_view demo_pin = "2580";

KioskDriver& go_to_pin(Stage& stage) {
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    kiosk.tap("Hjälp");
    kiosk.wait_for_screen("help");
    kiosk.tap("För personalen");
    kiosk.wait_for_screen("pin");
    return kiosk;
}

void open_staff_page(Stage& stage, SceneNote& note) {
    note.who = "staff";
    note.did = "goes through Help, types a wrong PIN, and then the right one";
    KioskDriver& kiosk = go_to_pin(stage);
    kiosk.type_on_screen("1111");
    kiosk.tap("Lås upp");
    kiosk.wait_for_text("Det var inte rätt kod");
    note_picture(stage, note, "pin-wrong");
    kiosk.type_on_screen(demo_pin);
    const Answer answer = stage.tap(kiosk.wait_for_widget("Lås upp"), screen(stage, "staff"));
    note_answer(stage, note, answer, "staff");
    expect_words(answer.screen, "av 104 anmälda, och 2 till");
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("welcome");
}

void undo_check_in(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = "staff, and " + guest.name;
    note.did = "takes the check-in back; the same person scans again";
    stage.kiosk_at_welcome();
    stage.scan(guest.ticket, verdict(stage));
    KioskDriver& kiosk = go_to_pin(stage);
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("staff");
    kiosk.tap("Sök person");
    kiosk.wait_for_screen("staff_search");
    kiosk.type_on_screen(guest.name);
    note_picture(stage, note, "staff-search");
    kiosk.tap(kiosk.wait_for_widget_containing("Ångra: " + guest.name));
    expect_words(kiosk.wait_for_screen("staff_undo"), guest.name);
    note_picture(stage, note, "staff-undo");
    const Answer undone =
        stage.tap(kiosk.wait_for_widget("Ångra incheckningen"), words(stage, "är borttagen"));
    note_picture(stage, note, "staff-undone");
    expect_words(undone.screen, guest.name);
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("welcome");
    const Answer answer = stage.scan(guest.ticket, verdict(stage));
    stage.admitted_names.push_back(guest.name);
    note_answer(stage, note, answer, "admitted-again");
    expect_words(answer.screen, guest.name);
}

void check_in_by_hand(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = "staff, and " + guest.name;
    note.did = "holds the corner of the header for a second, and checks somebody in by hand";
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    constexpr int finger = 0;
    constexpr Point corner{60, 50};
    kiosk.display().touch_down(finger, corner);
    kiosk.wait_for_screen("pin");
    kiosk.display().touch_up(finger);
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("staff");
    kiosk.tap("Sök person");
    kiosk.wait_for_screen("staff_search");
    kiosk.type_on_screen(guest.name);
    const Widget deed = kiosk.wait_for_widget("Checka in: " + guest.name);
    note_picture(stage, note, "staff-by-hand");
    const Answer answer = stage.tap(deed, words(stage, "inkommen för hand"));
    stage.admitted_names.push_back(guest.name);
    note_answer(stage, note, answer, "staff-checked-in");
    expect_words(answer.screen, guest.name);
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("welcome");
}

}  // namespace

std::vector<Scene> staff_scenes() {
    return {{"Staff opens its page", open_staff_page},
            {"Staff takes a check-in back", undo_check_in},
            {"Staff checks somebody in by hand", check_in_by_hand}};
}

}  // namespace stormote
