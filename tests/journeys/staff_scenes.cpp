#include <fmt/format.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

KioskDriver& go_to_pin(Harness& harness) {
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Hjälp");
    kiosk.wait_for_screen("help");
    kiosk.tap("För personalen");
    kiosk.wait_for_screen("pin");
    return kiosk;
}

// To the page of a person who is found by the whole name.
void open_person(Harness& harness, KioskDriver& kiosk, SceneNote& note, const Guest& guest) {
    kiosk.tap("Sök person");
    kiosk.wait_for_screen("staff_search");
    kiosk.type_on_screen(guest.name);
    const Widget entry = kiosk.wait_for_widget_containing(guest.name + ", ");
    note_picture(harness, note, "staff-search");
    kiosk.tap(entry);
    kiosk.wait_for_screen("staff_person");
    note_picture(harness, note, "staff-person");
}

// From a person's page, through the search and the list.
void lock_staff_page(KioskDriver& kiosk) {
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("staff_search");
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("staff");
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("welcome");
}

void open_staff_page(Harness& harness, SceneNote& note) {
    note.who = "staff";
    note.did = "goes through Help, types a wrong PIN, and then the right one";
    KioskDriver& kiosk = go_to_pin(harness);
    kiosk.type_on_screen("1111");
    kiosk.tap("Lås upp");
    kiosk.wait_for_text("Det var inte rätt kod");
    note_picture(harness, note, "pin-wrong");
    kiosk.type_on_screen(demo_pin);
    const Answer answer = harness.tap(kiosk.wait_for_widget("Lås upp"), screen(harness, "staff"));
    note_answer(harness, note, answer, "staff");
    expect_words(answer.screen, "av 104 anmälda, och 2 till");
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("welcome");
}

void undo_check_in(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = "staff, and " + guest.name;
    note.did = "takes the check-in back; the same person scans again";
    harness.kiosk_at_welcome();
    harness.scan(guest.ticket, verdict(harness));
    KioskDriver& kiosk = go_to_pin(harness);
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("staff");
    open_person(harness, kiosk, note, guest);
    kiosk.tap("Ångra incheckningen");
    expect_words(kiosk.wait_for_screen("staff_undo"), guest.name);
    note_picture(harness, note, "staff-undo");
    const Answer undone =
        harness.tap(kiosk.wait_for_widget("Ångra incheckningen"), words(harness, "är borttagen"));
    note_picture(harness, note, "staff-undone");
    expect_words(undone.screen, guest.name);
    lock_staff_page(kiosk);
    const Answer answer = harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, "admitted-again");
    expect_words(answer.screen, guest.name);
}

void check_in_by_hand(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = "staff, and " + guest.name;
    note.did = "holds the corner of the header for a second, and checks somebody in by hand";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    constexpr int finger = 0;
    constexpr Point corner{1860, 50};
    kiosk.display().touch_down(finger, corner);
    kiosk.wait_for_screen("pin");
    kiosk.display().touch_up(finger);
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("staff");
    open_person(harness, kiosk, note, guest);
    const Answer answer =
        harness.tap(kiosk.wait_for_widget("Checka in"), words(harness, " är incheckad."));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, "staff-checked-in");
    expect_words(answer.screen, guest.name);
    lock_staff_page(kiosk);
}

void correct_name(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = "staff, and " + guest.name;
    note.did = "adds the second surname that is missing on the list; the verdict says the new name";
    KioskDriver& kiosk = go_to_pin(harness);
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("staff");
    open_person(harness, kiosk, note, guest);
    kiosk.tap("Rätta uppgifter");
    kiosk.tap("Namn och organisation");
    kiosk.wait_for_screen("staff_name");
    kiosk.tap("Efternamn");
    kiosk.type_on_screen("-Ek");
    note_picture(harness, note, "staff-name");
    const Answer corrected =
        harness.tap(kiosk.wait_for_widget("Spara"), words(harness, "Namnet är nu"));
    expect_words(corrected.screen, guest.name + "-Ek");
    lock_staff_page(kiosk);
    const Answer answer = harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name + "-Ek");
    note_answer(harness, note, answer, "corrected-verdict");
    expect_words(answer.screen, guest.name + "-Ek");
}

}  // namespace

std::vector<Scene> staff_scenes() {
    return {{"Staff opens its page", open_staff_page},
            {"Staff takes a check-in back", undo_check_in},
            {"Staff checks somebody in by hand", check_in_by_hand},
            {"Staff corrects a name", correct_name}};
}

}  // namespace stormote
