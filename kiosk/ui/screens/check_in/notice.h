// Notice: every outcome that is not a plain welcome, in calm words, with what to do next. Never an
// error code. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/common/door_labels.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/button_row.h"

namespace stormote {

enum class NoticeKind {
    already_here,     // checked in before; says when, where, and that it is fine
    unknown_ticket,   // no such ticket, or a code that is something else
    unreadable,       // what was scanned is no ticket at all
    wrong_event,      // a good ticket for another meeting
    revoked,          // replaced by a newer one
    cancelled,        // the registration was cancelled
    forged,           // the code's seal does not hold
    not_on_the_list,  // a good ticket, but its registration has not reached this machine
    checked_out,      // goes home, by their own wish
    replaced,         // somebody else has come in this person's place
    place_not_free,   // nobody can come in that person's place any more
    registered_here,  // walk-in done, no group to show
    registration_closed,
    declined,         // by the person, to be registered
    exit_feedback,    // something was left behind on the way out
    nobody_to_leave,  // who wants to check out is not checked in
    machine_broken,
};

// What the sentences need; what a kind does not use stays empty.
struct NoticeView {
    FrameView frame;
    NoticeKind kind = NoticeKind::already_here;
    std::string first_name;
    std::string time_text;   // "17.36"
    std::string place_text;  // "vid den andra skärmen"; may be empty
    int group_number = 0;
    std::string table_name;
    int round = 0;            // the one for which people change tables just now; 0: nobody does
    bool has_way = false;     // whether the plan of the room then shows the table to go to
    std::string round_text;   // "19.40": when it begins or began; may be empty
    std::string other_event;  // the meeting that the ticket is for
    DoorPaper paper = DoorPaper::name_label;  // that is printed again
    bool can_print_label = false;
    bool is_label_printing = false;  // once more, as was wished
    bool can_leave = false;          // whether it is known who would go
    bool is_leaving = false;         // most who come now want to go
    bool is_over = false;            // the meeting: nobody is let in any more
    bool is_staff_called = false;    // from here
    bool walk_ins = true;
    bool has_way_out = false;  // whether something can be left behind on the way out
    Countdown countdown;
};

// In the order in which they stand on every notice.
enum class NoticeChoice {
    print_label,
    not_me,
    leave,
    show_way,
    way_out,
    type_name,
    walk_in,
    check_in,
    call_staff,
    try_again,
    done,
};

using NoticeIntent = std::variant<NoticeChoice, FrameIntent>;

std::optional<NoticeIntent> draw_notice(Ui& ui, const NoticeView& view);

}  // namespace stormote
