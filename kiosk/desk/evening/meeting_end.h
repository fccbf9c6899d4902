// Meeting end: that an organiser ends the meeting, or opens it again, and what is still open at
// that moment. It is a setting, so that the last word counts on every screen. The desk's thread;
// reading is pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/evening/evening_report.h"

namespace stormote {

// A screen from which nothing has come for a while.
struct SilentScreen {
    std::string name;
    std::int64_t last_ms = 0;
};

struct OpenAtEnd {
    PeopleHere here;
    std::vector<SilentScreen> silent;     // others than this one, by name
    std::vector<GroupNumber> not_chosen;  // have written, and chosen nothing for the wall
    int drafts = 0;                       // half-written notes of this device
};

[[nodiscard]] OpenAtEnd open_at_end(Desk& desk, std::int64_t now_ms);

void end_meeting(Desk& desk, std::int64_t now_ms, Actor actor);
void reopen_meeting(Desk& desk, Actor actor);

}  // namespace stormote
