// Staff's page of one person: how they stand, and what can be done for them: check in or out by
// hand, take a check-in back, or what they declared for their association, give them another group,
// correct the details,
// cancel the registration and restore it, print the label again, open what is held about them; and
// the questions that are asked first. The screen thread.
#pragma once

#include "kiosk/ui/screens/staff/staff.h"
#include "sync/model/operation_kind.h"

namespace stormote {

enum class StaffAction : std::uint8_t {
    check_in,
    print_label,
    correct,
    change_group,  // opens its page
    check_out,
    undo,
    cancel,
    restore,
    join,
    take_back_joining,
    personal_data,  // opens its page
};

// Two registrations that are to be one person's, or not any more.
enum class StaffTwo : std::uint8_t { merge, part };

// What doing it records; nothing is recorded where a label is printed again or a page opened.
[[nodiscard]] std::optional<OperationKind> recorded_by(StaffAction action);

struct StaffPersonView {
    FrameView frame;
    std::string name;
    std::string organisation;
    std::string state_line;  // "Kom 17.36 · Grupp 4"
    std::string time_text;   // of the check-in that would be undone
    std::string joined_on;   // the date on which the association joined; empty: it has not
    std::vector<StaffAction> actions;
    StaffLine printer;
    std::string news;
    std::string other_name;  // of whom they are the same as, or shall be
    std::string other_organisation;
    // Undoing, of any kind, cancelling and putting together are asked about once more.
    std::optional<StaffAction> asked;
    std::optional<StaffTwo> two;
};

struct KeepIt {};
struct ConfirmAction {};

// GoBack is to the page before.
using StaffPersonIntent = std::variant<StaffAction, KeepIt, ConfirmAction, FrameIntent>;

std::optional<StaffPersonIntent> draw_staff_person(Ui& ui, const StaffPersonView& view);

}  // namespace stormote
