// Table clock: where the evening is among its questions, as a table's screen and a phone show it.
// Pure; the state must stand still meanwhile.
#pragma once

#include <string>

#include "sync/model/event_state.h"

namespace stormote {

// Where the evening is, by the times of the questions.
enum class TableTime { none, before, during, after };

struct TableClock {
    TableTime time = TableTime::none;
    std::size_t question = 0;  // the question of this moment, from 0
    std::string next_text;     // "19.20": when it ends, or when the first one begins
    int minutes_left = 0;      // rounded up
    float share_left = 0;      // 1 to 0
    bool ends_soon = false;    // in the last two minutes
};

// By the questions in the order of agenda_questions().
[[nodiscard]] TableClock table_clock(const EventState& state, std::int64_t wall_ms);

}  // namespace stormote
