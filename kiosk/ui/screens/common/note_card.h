// Note card: one note as a card shows it, with the versions that wait for a choice. Plain values;
// any thread.
#pragma once

#include <string>
#include <vector>

#include "sync/model/body.h"

namespace stormote {

// One of several versions of a note, none of which replaces another.
struct NoteChoice {
    NoteKind kind = NoteKind::point;
    bool is_withdrawn = false;
    std::string text;
    std::string time_text;  // "19.02"
    std::string device;     // where it was written
};

struct NoteCard {
    NoteKind kind = NoteKind::point;
    bool is_withdrawn = false;
    std::string text;
    std::string time_text;  // of its first version
    bool is_edited = false;
    std::vector<NoteChoice> choices;  // two or more where somebody must choose
    std::string author = {};          // the name of another screen where it was written first
    int agreeing = 0;                 // at its table; 0: nobody was counted
    bool is_chosen = false;           // by its table, to be shown to everybody
    // What its table says of it besides.
    std::string owner = {};       // who sees to it
    std::string department = {};  // whom it asks
    std::string due = {};         // a date: "2026-10-12"
};

}  // namespace stormote
