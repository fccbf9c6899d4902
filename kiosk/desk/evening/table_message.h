// Table message: what an organiser says to all tables during the evening, "Five minutes left". It
// is a setting, so that the last one counts on every screen, and shows for half an hour at most:
// nobody has to remember to take it away. The desk's thread; reading is pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/desk/desk.h"

namespace stormote {

struct TableMessage {
    std::string text;
    std::string time_text;  // "19.05": when it was sent
};

constexpr std::int64_t table_message_ms = 30 * 60'000;
constexpr std::size_t longest_table_message = 100;  // characters

// Nothing: there is none, or its time is over.
[[nodiscard]] std::optional<TableMessage> table_message(const EventState& state,
                                                        std::int64_t now_ms);

// Says something to all tables instead of what was said before; blank: nothing any more.
void say_to_tables(Desk& desk, std::string_view text, std::int64_t now_ms, Actor actor);

}  // namespace stormote
