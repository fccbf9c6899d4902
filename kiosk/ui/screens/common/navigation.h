// Navigation: what a presenter's frame leads to, for the app to follow. A presenter answers with it
// from draw(), or with nothing where the screen stays as it is.
#pragma once

#include <optional>
#include <variant>

#include "kiosk/desk/desk.h"
#include "kiosk/ui/shell/call_staff.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

// Given up, or time is up: the next person is somebody else.
struct GoHome {};
// To where the person came from.
struct Back {};
// Staff wants to its own page, which asks for the PIN.
struct OpenStaffPage {};
// The organiser looks for somebody on staff's page, and has given the PIN already.
struct FindPerson {};
// Instead of registering anew, somebody comes in another's place.
struct OpenSubstitution {};
// Somebody agreed to this: it is to be recorded.
struct Submitted {
    NewAttendee newcomer;
    std::optional<AttendeeId> in_place_of = {};  // whoever stays away
};
// Somebody does not want to be registered: nothing of theirs is recorded.
struct Declined {};
// Somebody has left something behind and goes: thanks are due.
struct FeedbackGiven {};
// The right PIN was given.
struct Unlocked {};
// Staff has closed the kiosk.
struct CloseKiosk {};
// The machine has failed: call staff.
struct Failed {};

// What the frame's buttons ask for is the app's, except GoBack, which each presenter follows.
using Navigation =
    std::variant<GoHome, Back, OpenStaffPage, FindPerson, OpenSubstitution, Submitted,
                 FeedbackGiven, Unlocked, CloseKiosk, Failed, CallStaff, Declined, FrameIntent>;

}  // namespace stormote
