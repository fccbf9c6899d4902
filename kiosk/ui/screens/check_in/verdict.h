// Verdict: you are checked in, this is your group, this is the way. Shown only once the check-in is
// safely on disk. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/check_in/answer_card.h"
#include "kiosk/ui/screens/common/door_labels.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/button_row.h"

namespace stormote {

// shown_way: here already, and asked where to sit now.
enum class Arrival { admitted, readmitted, walked_in, shown_way };
enum class NameLabel { none, printing, failed };

// Where to sit in a round to come.
struct LaterSeat {
    int round = 0;
    std::string time_text;  // "19.40"; may be empty
    int group_number = 0;
    std::string table_name;  // "Bord Lönnen"; may be empty
};

struct VerdictView {
    FrameView frame;
    Arrival arrival = Arrival::admitted;
    std::string first_name;
    std::string name;
    SeatAnswer seat;
    std::string facilitator;  // may be empty
    bool leads_group = false;
    std::vector<LaterSeat> later;
    int present_in_group = 0;          // besides this person
    std::vector<std::string> company;  // their names, for the one who leads the group
    NameLabel label = NameLabel::none;
    DoorPaper paper = DoorPaper::name_label;  // that the label is
    bool can_bring_more = false;  // whether the next one of the same association may follow at once
    bool can_deny = false;        // a typed name: it may be another's
    Countdown countdown;
};

struct VerdictDone {};
struct BringNext {};
struct NotMe {};

using VerdictIntent = std::variant<VerdictDone, BringNext, NotMe, FrameIntent>;

std::optional<VerdictIntent> draw_verdict(Ui& ui, const VerdictView& view);

}  // namespace stormote
