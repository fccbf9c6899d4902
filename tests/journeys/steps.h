// Steps: what people do and expect in more than one scene. One thread: the harness's.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "tests/journeys/scene.h"

namespace stormote {

// What `stormote demo` gives its events.
constexpr std::string_view demo_pin = "2580";

[[nodiscard]] std::string first_name(const Guest& guest);

// Writes an answer and a picture of it into the report.
void note_answer(Harness& harness, SceneNote& note, const Answer& answer, std::string_view picture);
// Only the picture.
void note_picture(Harness& harness, SceneNote& note, std::string_view picture);

// Throw ExpectationFailure with what the screen says instead.
void expect_words(const ScreenDescription& seen, std::string_view words);
void expect_no_words(const ScreenDescription& seen, std::string_view words);

// For Harness::scan and Harness::tap.
[[nodiscard]] Harness::Wait verdict(Harness& harness);
[[nodiscard]] Harness::Wait screen(Harness& harness, std::string_view name);
[[nodiscard]] Harness::Wait words(Harness& harness, std::string_view part);

// Turns the pages of the list on the screen until `is_there` holds for what shows, and gives that:
// down to its end, then up to its top, and again, since rows move while the kiosk is at work.
// `sought` is for the message of ExpectationFailure.
ScreenDescription find_in_list(KioskDriver& kiosk, std::string_view sought,
                               const std::function<bool(const ScreenDescription&)>& is_there);

// From the welcome screen to the name screen, with these letters typed on the screen.
KioskDriver& type_name(Harness& harness, std::string_view letters);

// How somebody found their name on the screen; the button before the letters and the name itself
// are taps too.
struct NameSearchTaps {
    int tap_count = 0;
    Widget hit;
};
// Types a name letter by letter until it can be tapped.
NameSearchTaps find_name(Harness& harness, std::string_view typed, std::string_view name);

}  // namespace stormote
