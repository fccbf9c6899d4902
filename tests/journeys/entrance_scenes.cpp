#include <fmt/format.h>

#include "tests/journeys/scene.h"
#include "tests/support/letters.h"

namespace stormote {

namespace {

std::string first_name(const Guest& guest) {
    return guest.name.substr(0, guest.name.find(' '));
}

// The digits of a ticket end with its seal: another last digit is a seal that nobody made.
std::string forge(std::string ticket) {
    ticket.back() = ticket.back() == '9' ? '0' : static_cast<char>(ticket.back() + 1);
    return ticket;
}

void note_answer(Stage& stage, SceneNote& note, const Answer& answer, std::string_view picture) {
    note.screen_said = answer.screen.joined_texts();
    note.answered_after = answer.after;
    note.pictures.push_back(stage.take_picture(picture));
}

void expect_words(const ScreenDescription& seen, std::string_view words) {
    if (seen.says(words)) return;
    throw ExpectationFailure(
        fmt::format("Expected the screen to say \"{}\"; saw {}.", words, seen.summary()));
}

Stage::Wait verdict(Stage& stage) {
    return [&stage] { return stage.kiosk().wait_for_screen("verdict"); };
}

void scan_a_ticket(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = guest.name;
    note.did = "scans the ticket";
    stage.kiosk_at_welcome();
    const Answer answer = stage.scan(guest.ticket, verdict(stage));
    note_answer(stage, note, answer, "admitted");
    expect_words(answer.screen, first_name(guest));
    stage.admitted_names.push_back(guest.name);
}

void scan_twice(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = guest.name;
    note.did = "scans the ticket, and once more before walking on";
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    stage.scan(guest.ticket, verdict(stage));
    stage.admitted_names.push_back(guest.name);
    const Answer answer =
        stage.scan(guest.ticket, [&] { return kiosk.wait_for_text("redan incheckad"); });
    note_answer(stage, note, answer, "already-here");
    expect_words(answer.screen, first_name(guest));
}

void scan_a_forged_ticket(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = "somebody with a copy of the ticket of " + guest.name;
    note.did = "scans a ticket with one digit changed";
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    const Answer answer =
        stage.scan(forge(guest.ticket), [&] { return kiosk.wait_for_other_screen("welcome"); });
    note_answer(stage, note, answer, "forged");
    expect_words(answer.screen, "biljett");
    if (answer.screen.says(guest.name)) {
        throw ExpectationFailure("Expected no name on the screen; saw " + answer.screen.summary() +
                                 ".");
    }
}

void find_by_name(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = guest.name;
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    kiosk.tap("Skriv ditt namn i stället");
    kiosk.wait_for_screen("name");
    // The button before the letters and the name after them are taps too.
    int tap_count = 2;
    for (const char32_t letter : letters_of(guest.name)) {
        kiosk.type_on_screen(to_utf8(letter));
        ++tap_count;
        if (!kiosk.look().find_containing(guest.name).empty()) break;
    }
    note.did = fmt::format("types the name on the screen: {} taps in all", tap_count);
    note.pictures.push_back(stage.take_picture("name"));
    const Answer answer = stage.tap(kiosk.wait_for_widget_containing(guest.name), verdict(stage));
    note_answer(stage, note, answer, "admitted-by-name");
    expect_words(answer.screen, first_name(guest));
    stage.admitted_names.push_back(guest.name);
}

void scan_with_a_talkative_scanner(Stage& stage, SceneNote& note) {
    const Guest& guest = stage.next_guest();
    note.who = guest.name;
    note.did = "scans with a scanner that adds \"]Q1\" before and CR LF after";
    stage.kiosk_at_welcome();
    // ISO/IEC 15424: what a scanner puts before a QR code when it is set to name its kind.
    const Answer answer = stage.scan("]Q1" + guest.ticket, verdict(stage), "\r\n");
    note_answer(stage, note, answer, "admitted-with-prefix");
    expect_words(answer.screen, first_name(guest));
    stage.admitted_names.push_back(guest.name);
}

}  // namespace

std::vector<Scene> entrance_scenes() {
    return {{"A ticket is scanned", scan_a_ticket},
            {"A ticket is scanned twice", scan_twice},
            {"A forged ticket is scanned", scan_a_forged_ticket},
            {"A guest without a ticket types the name", find_by_name},
            {"A scanner adds words of its own", scan_with_a_talkative_scanner}};
}

}  // namespace stormote
