// Field limits: how long each text may be where people's lists and the command's options bring it
// in. What is longer is refused, never cut: it fits on no screen, label or paper, and thousands of
// such rows make an event that no store takes. What the screens take in has the same bounds or
// narrower ones; what people leave on the way out has those of kiosk/desk/way_out.h. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "sync/base/error.h"

namespace stormote {

// In characters, not bytes.
struct FieldLimits {
    static constexpr std::size_t name = 200;  // of a person, in one column or each of two
    static constexpr std::size_t organisation = 200;
    static constexpr std::size_t email = 254;   // RFC 5321
    static constexpr std::size_t phone = 60;    // two numbers, and when to call
    static constexpr std::size_t word = 200;    // a sector, a role, a language, a date, an id
    static constexpr std::size_t need = 1'000;  // what somebody eats, or needs to take part
    static constexpr std::size_t table_name = 60;
    static constexpr std::size_t table_place = 200;
    static constexpr std::size_t survey_question = 300;
    static constexpr std::size_t scale_end = 60;
    static constexpr std::size_t survey_choice = 120;
    static constexpr std::size_t setting = 200;  // the event's name, its place, series, who invites
    static constexpr std::size_t note = 10'000;
};

// How many characters the text has, where that is more than it may have.
[[nodiscard]] std::optional<std::size_t> excess_length(std::string_view text, std::size_t most);

// What is said of a text that is too long; nothing where it is not.
[[nodiscard]] std::optional<Error> check_length(std::string_view text, std::size_t most);

}  // namespace stormote
