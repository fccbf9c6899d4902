#include <fmt/format.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

// The digits of a ticket end with its seal: another last digit is a seal that nobody made.
std::string forge(std::string ticket) {
    ticket.back() = ticket.back() == '9' ? '0' : static_cast<char>(ticket.back() + 1);
    return ticket;
}

void scan_a_ticket(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "scans the ticket";
    harness.kiosk_at_welcome();
    const Answer answer = harness.scan(guest.ticket, verdict(harness));
    note_answer(harness, note, answer, "admitted");
    expect_words(answer.screen, first_name(guest));
    harness.admitted_names.push_back(guest.name);
}

void scan_twice(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "scans the ticket, and once more before walking on";
    harness.kiosk_at_welcome();
    harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    const Answer answer = harness.scan(guest.ticket, words(harness, "redan incheckad"));
    note_answer(harness, note, answer, "already-here");
    expect_words(answer.screen, first_name(guest));
}

void scan_a_forged_ticket(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = "somebody with a copy of the ticket of " + guest.name;
    note.did = "scans a ticket with one digit changed";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    const Answer answer =
        harness.scan(forge(guest.ticket), [&] { return kiosk.wait_for_other_screen("welcome"); });
    note_answer(harness, note, answer, "forged");
    expect_words(answer.screen, "biljett");
    expect_no_words(answer.screen, guest.name);
    kiosk.tap("Kalla på personal");
    kiosk.wait_for_text("Personalen vid dörren ser nu");
    note_picture(harness, note, "forged-staff-called");
}

void find_by_name(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    const NameSearchTaps taps = find_name(harness, guest.name, guest.name);
    note.did = fmt::format("types the name on the screen: {} taps in all", taps.tap_count);
    note_picture(harness, note, "name");
    const Answer answer = harness.tap(taps.hit, verdict(harness));
    note_answer(harness, note, answer, "admitted-by-name");
    expect_words(answer.screen, first_name(guest));
    harness.admitted_names.push_back(guest.name);
}

void scan_with_a_talkative_scanner(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "scans with a scanner that adds \"]Q1\" before and CR LF after";
    harness.kiosk_at_welcome();
    // ISO/IEC 15424: what a scanner puts before a QR code when it is set to name its kind.
    const Answer answer = harness.scan("]Q1" + guest.ticket, verdict(harness), "\r\n");
    note_answer(harness, note, answer, "admitted-with-prefix");
    expect_words(answer.screen, first_name(guest));
    harness.admitted_names.push_back(guest.name);
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
