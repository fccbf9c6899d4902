#include "tests/journeys/steps.h"

#include <utility>

#include <fmt/format.h>

#include "tests/support/machine/wait.h"
#include "tests/support/screens/letters.h"

namespace stormote {

std::string first_name(const Guest& guest) {
    return guest.name.substr(0, guest.name.find(' '));
}

void note_answer(Harness& harness, SceneNote& note, const Answer& answer,
                 std::string_view picture) {
    note.screen_said = answer.screen.joined_texts();
    note.answered_after = answer.after;
    note_picture(harness, note, picture);
}

void note_picture(Harness& harness, SceneNote& note, std::string_view picture) {
    note.pictures.push_back(harness.take_picture(picture));
}

void expect_words(const ScreenDescription& seen, std::string_view words) {
    if (seen.says(words)) return;
    throw ExpectationFailure(
        fmt::format("Expected the screen to say \"{}\"; saw {}.", words, seen.summary()));
}

void expect_no_words(const ScreenDescription& seen, std::string_view words) {
    if (!seen.says(words)) return;
    throw ExpectationFailure(
        fmt::format("Expected the screen not to say \"{}\"; saw {}.", words, seen.summary()));
}

Harness::Wait verdict(Harness& harness) {
    return screen(harness, "verdict");
}

Harness::Wait screen(Harness& harness, std::string_view name) {
    return [&harness, name = std::string(name)] { return harness.kiosk().wait_for_screen(name); };
}

Harness::Wait words(Harness& harness, std::string_view part) {
    return [&harness, part = std::string(part)] { return harness.kiosk().wait_for_text(part); };
}

ScreenDescription find_in_list(KioskDriver& kiosk, std::string_view sought,
                               const std::function<bool(const ScreenDescription&)>& is_there) {
    ScreenDescription seen;
    std::string_view onwards = "Längre ner";
    std::string_view back = "Längre upp";
    const bool is_found = wait_until([&] {
        kiosk.wait_for_rest();
        seen = kiosk.look();
        if (is_there(seen)) return true;
        if (const Widget *button = seen.find(onwards)) {
            kiosk.tap(*button);
        } else {
            std::swap(onwards, back);
        }
        return false;
    });
    if (is_found) return seen;
    throw ExpectationFailure(fmt::format("Expected \"{}\"; saw {}.", sought, seen.summary()));
}

KioskDriver& type_name(Harness& harness, std::string_view letters) {
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Skriv ditt namn i stället");
    kiosk.wait_for_screen("name");
    kiosk.type_on_screen(letters);
    return kiosk;
}

NameSearchTaps find_name(Harness& harness, std::string_view typed, std::string_view name) {
    KioskDriver& kiosk = type_name(harness, "");
    NameSearchTaps taps{1, {}};
    for (const char32_t letter : letters_of(typed)) {
        kiosk.type_on_screen(to_utf8(letter));
        ++taps.tap_count;
        if (!kiosk.look().find_containing(name).empty()) break;
    }
    taps.hit = kiosk.wait_for_widget_containing(name);
    ++taps.tap_count;
    return taps;
}

}  // namespace stormote
