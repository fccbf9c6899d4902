#include <array>

#include <fmt/format.h>

#include "sync/base/text_folding.h"
#include "tests/journeys/steps.h"
#include "tests/support/screens/letters.h"

namespace stormote {

namespace {

std::string surname(const Guest& guest) {
    return guest.name.substr(guest.name.find(' ') + 1);
}

bool is_plain(std::string_view text) {
    return text.find_first_of(" -") == std::string_view::npos &&
           fold_text(text) == lower_text(text);
}

void check_in_by_name(Harness& harness, SceneNote& note, const Guest& guest, std::string_view typed,
                      std::string_view picture) {
    // All of it: a person who types on is found no less than one who looks up after three letters.
    KioskDriver& kiosk = type_name(harness, typed);
    note_picture(harness, note, picture);
    const Answer answer =
        harness.tap(kiosk.wait_for_widget_containing(guest.name), verdict(harness));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, fmt::format("{}-admitted", picture));
    expect_words(answer.screen, guest.name);
}

void type_with_typo(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest(
        [](const Guest& one) { return is_plain(surname(one)) && surname(one).size() >= 7; });
    // Two neighbours change places, as under quick fingers.
    std::string typed = lower_text(surname(guest));
    std::swap(typed[3], typed[4]);
    note.who = guest.name;
    note.did = fmt::format("types \"{}\" for {}", typed, surname(guest));
    check_in_by_name(harness, note, guest, typed, "name-with-typo");
}

void type_surname_first(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest(
        [](const Guest& one) { return is_plain(surname(one)) && is_plain(first_name(one)); });
    note.who = guest.name;
    // A whole surname and a letter: not found by the surname alone.
    const std::string typed = lower_text(surname(guest)) + ' ' + lower_text(first_name(guest));
    note.did = fmt::format("types the surname first: \"{}\"", typed);
    KioskDriver& kiosk = type_name(harness, typed);
    note_picture(harness, note, "surname-first");
    const Answer answer =
        harness.tap(kiosk.wait_for_widget_containing(guest.name), verdict(harness));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, "surname-first-admitted");
    expect_words(answer.screen, guest.name);
}

void type_without_dots(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest([](const Guest& one) {
        return surname(one).find(' ') == std::string::npos &&
               fold_text(surname(one)) != lower_text(surname(one));
    });
    const std::string typed = fold_text(surname(guest));
    note.who = guest.name;
    note.did = fmt::format("types \"{}\" for {}", typed, surname(guest));
    check_in_by_name(harness, note, guest, typed, "name-without-dots");
}

void type_two_letter_name(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest([](const Guest& one) {
        return count_code_points(first_name(one)) == 2 && is_plain(first_name(one));
    });
    note.who = guest.name;
    note.did = "types a first name of two letters, all of it";
    KioskDriver& kiosk = type_name(harness, lower_text(first_name(guest)));
    note_picture(harness, note, "two-letter-name");
    const Answer answer =
        harness.tap(kiosk.wait_for_widget_containing(guest.name), verdict(harness));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, "two-letter-name-admitted");
    expect_words(answer.screen, guest.name);
}

void check_in_twice_by_name(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "scans the ticket, and later types the name to be sure";
    harness.kiosk_at_welcome();
    harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    const NameSearchTaps taps = find_name(harness, guest.name, guest.name);
    const Answer answer = harness.tap(taps.hit, words(harness, "redan incheckad"));
    note_answer(harness, note, answer, "already-here-by-name");
    expect_words(answer.screen, first_name(guest));
    expect_words(answer.screen, "grupp");
}

void leave_name_half_typed(Harness& harness, SceneNote& note) {
    note.who = "somebody who walks away";
    note.did = "types two letters and says nothing for 20 seconds";
    KioskDriver& kiosk = type_name(harness, "ås");
    const ScreenDescription warning = kiosk.wait_for_text("Är du kvar?");
    note.screen_said = warning.joined_texts();
    note_picture(harness, note, "still-there");
    kiosk.wait_for_screen("welcome");
    expect_no_words(type_name(harness, "").look(), "Ås");
}

// A hand that rests on the screen must not take letters from the other one, however quick it is.
void type_with_resting_finger(Harness& harness, SceneNote& note) {
    note.who = "somebody with a hand on the screen";
    note.did = "types ten letters quickly with the other one";
    constexpr std::string_view typed = "andersberg";
    KioskDriver& kiosk = type_name(harness, "");
    const ScreenDescription screen = kiosk.wait_for_screen("name");
    std::vector<Point> keys;
    for (const char letter : typed) {
        keys.push_back(kiosk.wait_for_key(std::string(1, letter)).centre());
    }
    constexpr int resting = 1;
    constexpr Point between_field_and_keys{200, 420};
    kiosk.display().touch_down(resting, between_field_and_keys);
    for (const Point& key : keys) kiosk.display().tap(key);
    kiosk.display().touch_up(resting);
    const ScreenDescription answer = kiosk.wait_for_text("Andersberg");
    note.screen_said = answer.joined_texts();
    note_picture(harness, note, "resting-finger");
}

}  // namespace

std::vector<Scene> name_scenes() {
    return {{"A name is typed with a typing error", type_with_typo},
            {"A name is typed surname first", type_surname_first},
            {"A name is typed without its dots", type_without_dots},
            {"A name has two letters", type_two_letter_name},
            {"Somebody checks in a second time by name", check_in_twice_by_name},
            {"A name is left half typed", leave_name_half_typed},
            {"A finger rests on the screen", type_with_resting_finger}};
}

}  // namespace stormote
