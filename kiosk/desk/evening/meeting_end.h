// Meeting end: that an organiser ends the meeting, or opens it again, and what is still open at
// that moment, as far as this device knows: what other screens have not sent it cannot tell. It is
// a setting, so that the last word counts on every screen. The desk's thread; reading is pure.
#pragma once

#include <vector>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/evening/evening_report.h"

namespace stormote {

struct OpenAtEnd {
    PeopleHere here;
    std::vector<GroupNumber> not_chosen;  // have written, and chosen nothing for the wall
    int drafts = 0;                       // half-written notes of this device
};

[[nodiscard]] OpenAtEnd open_at_end(Desk& desk, std::int64_t now_ms);

void end_meeting(Desk& desk, std::int64_t now_ms, Actor actor);
void reopen_meeting(Desk& desk, Actor actor);

}  // namespace stormote
