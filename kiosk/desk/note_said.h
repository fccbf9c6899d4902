// Note said: what tables and organisers say of a note besides its words, as screens show it.
// Defined in desk_notes.cpp. Pure.
#pragma once

#include <string>

#include "sync/model/event_state.h"

namespace stormote {

struct NoteSaid {
    int agreeing = 0;        // at its table; 0: nobody was counted
    bool is_chosen = false;  // by its table, to be shown to everybody
    std::string owner;       // in words: a name, or a function
    std::string department;
    std::string due;    // a date
    std::string place;  // among those of its table on its question: texts that are compared
};

[[nodiscard]] NoteSaid said_of_note(const EventState& state, const NoteId& id);

}  // namespace stormote
